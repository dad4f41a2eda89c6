"""What an execution of the program model stands on: states, memory, values and handles.

A cell's key is a tuple: an object of two parts, then fields and elements. Objects are variables
(depth of the call, number), ("g", USR) globals, ("x", name) what the caller of the first function
owns, ("m", n) the heap. A cell holds an int (null too), ("h", n) a handle, ("&", *key) an address,
("s", text), ("f", usr), ("d", n) a value derived from handle n, ("agg", cells) a whole struct.
"""

import operator

HANDLES = {"PGconn *": "libpq:connection", "PGresult *": "libpq:result", "sqlite3 *": "sqlite3:connection",
           "sqlite3_stmt *": "sqlite3:statement"}


class Need(Exception):
    """A cell is read whose content only the outside knows: try each of the options."""

    def __init__(self, key, options):
        super().__init__(key)
        self.key, self.options = key, options


class Crash(Exception):
    """The execution ends without a fact: null is followed, a freed object is read."""


class Freed(Crash):
    """The execution reads an object that was freed: whatever is said of it is not wrong."""


class Invalid(Exception):
    """The program is not one that a label can be given to: it reads what was never written."""


class Unsupported(Exception):
    """The interpreter does not know what this does."""


class State:
    """A handle is (kind, live, chain, parent, a, b): chain is where it was acquired (None: by somebody else),
    a and b what has been decided about it so far (status, number of rows; None: nothing)."""
    __slots__ = ("mem", "handles", "frames", "lines", "exc", "tainted", "where")

    def __init__(self):
        self.mem, self.handles, self.frames, self.lines = {}, {}, (), ()
        self.exc, self.tainted, self.where = None, False, None

    def clone(self):
        new = State.__new__(State)
        new.mem, new.handles = dict(self.mem), dict(self.handles)
        new.frames, new.lines, new.exc = self.frames, self.lines, self.exc
        new.tainted, new.where = self.tainted, self.where
        return new

    def acquire(self, kind, chain, parent=None):
        number = 0
        while number in self.handles:
            number += 1
        self.handles[number] = (kind, True, chain, parent, None, None)
        return ("h", number)

    def change(self, value, live=None, a=None, b=None):
        kind, was, chain, parent, old_a, old_b = self.handles[value[1]]
        if live is False:
            self.handles[value[1]] = (kind, False, chain, None, None, None)
            return
        self.handles[value[1]] = (kind, was if live is None else live, chain, parent,
                                  old_a if a is None else a, old_b if b is None else b)

    def forget(self, key):
        """Ends the cell and all inside of it."""
        size, mem = len(key), self.mem
        for each in [k for k in mem if k[:size] == key]:
            del mem[each]

    def store(self, key, value):
        if type(value) is tuple and value[0] == "agg":
            self.forget(key)
            for path, inner in value[1]:
                self.mem[key + path] = inner
        else:
            self.mem[key] = value

    def collect(self):
        """Drops what nothing holds any more; returns the live handles among it that were acquired here."""
        mem, heap = self.mem, False
        for key in mem:
            if key[0] == "m":
                heap = True
                break
        if heap:
            self.collect_heap()
        held, derived = set(), set()
        for value in mem.values():
            if type(value) is tuple and value[0] in ("h", "d"):
                (held if value[0] == "h" else derived).add(value[1])
        if len(held) == len(self.handles):
            return []
        lost, keep = [], held | derived
        for number in held:
            parent = self.handles[number][3]
            if parent is not None:
                keep.add(parent)
        for number in list(self.handles):
            if number not in held:
                handle = self.handles[number]
                if handle[1]:
                    if handle[2]:
                        lost.append(handle)
                    parent = self.handles.get(handle[3])
                    if parent:  # a statement that is lost still keeps its connection from being closed
                        self.handles[handle[3]] = parent[:5] + ("busy",)
                if number in keep:
                    self.handles[number] = handle[:2] + (None,) + handle[3:]
                else:
                    del self.handles[number]
        return lost

    def collect_heap(self):
        mem, reached = self.mem, set()
        todo = [value for key, value in mem.items() if key[0] != "m"]
        while todo:
            value = todo.pop()
            if type(value) is tuple and value[0] == "&" and value[1] == "m" and value[2] not in reached:
                reached.add(value[2])
                todo += [inner for key, inner in mem.items() if key[0] == "m" and key[1] == value[2]]
        for key in [k for k in mem if k[0] == "m" and k[1] not in reached]:
            del mem[key]


def divide(left, right):
    if right == 0:
        raise Crash()
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


ARITHMETIC = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "+": operator.add,
              "-": operator.sub, "*": operator.mul, "/": divide, "%": lambda a, b: a - b * divide(a, b),
              "&": operator.and_, "|": operator.or_, "^": operator.xor, "<<": operator.lshift, ">>": operator.rshift}


class Compiler:
    """Turns the places and values of one function into Python functions of (state, depth)."""

    def __init__(self, function, world):
        self.function, self.world = function, world

    def place(self, var, path):
        it = self.function.vars[var]
        is_global = it.kind in ("global", "static")
        fixed = ("g", it.usr) if is_global else None
        if is_global:
            self.world.types[fixed] = (it.type, it.handle)
        if not path:
            return (lambda st, d: fixed) if is_global else (lambda st, d: (d, var))
        load = self.world.load

        def walk(st, d):
            key = fixed or (d, var)
            for step in path:
                if step == "*":
                    value = load(st, key, d)
                    if type(value) is not tuple or value[0] != "&":
                        raise Crash()
                    key = value[1:]
                    if key[0] == "m" and ("m", key[1], "#") not in st.mem:
                        raise Freed()
                elif step == "?":
                    raise Unsupported("an element of unknown index")
                else:
                    key += (step,)
            return key
        return walk

    def value(self, expr):
        kind = expr[0]
        if kind == "int":
            number = expr[1]
            return lambda st, d: number
        if kind in ("str", "fun"):
            text = ("s" if kind == "str" else "f", expr[1])
            return lambda st, d: text
        if kind == "load":
            return self.load(*expr[1:])
        if kind == "addr":
            place = self.place(*expr[1:])
            return lambda st, d: ("&",) + place(st, d)
        if kind == "not":
            inner = self.value(expr[1])
            return lambda st, d: int(not self.truth(inner(st, d)))
        if kind == "bin":
            return self.binary(expr[1], self.value(expr[2]), self.value(expr[3]))
        world, key = self.world, ("u", self.world.fresh())
        world.approximate = True

        def unknown(st, _):
            if key not in st.mem:
                raise Need(key, world.numbers)
            return st.mem[key]
        return unknown

    def load(self, var, path):
        load, place = self.world.load, self.place(var, path)
        if path or self.function.vars[var].kind in ("global", "static"):
            return lambda st, d: load(st, place(st, d), d)

        def simple(st, d):
            value = st.mem.get((d, var))
            return load(st, (d, var), d) if value is None else value
        return simple

    @staticmethod
    def truth(value):
        return value != 0

    @staticmethod
    def binary(op, left, right):
        if op == "==":
            return lambda st, d: int(left(st, d) == right(st, d))
        if op == "!=":
            return lambda st, d: int(left(st, d) != right(st, d))
        function = ARITHMETIC[op]

        def compute(st, d):
            one, two = left(st, d), right(st, d)
            if type(one) is not int or type(two) is not int:
                raise Unsupported("arithmetic on pointers")
            return int(function(one, two))
        return compute


class World:
    """What all functions of a program share."""

    def __init__(self, numbers, fields):
        self.numbers, self.fields = numbers, fields  # sample integers; field -> (type, handle)
        self.codes = ()                              # what a failed call of SQLite may return
        self.types = {}                              # object of the outside -> (type, handle)
        self.samples = {}                            # parameter of the first function -> sample integers
        self.approximate, self.count = False, 0

    def fresh(self):
        self.count += 1
        return self.count

    def load(self, st, key, depth):
        value = st.mem.get(key)
        if value is not None:
            return value
        if key[0] == "m":
            if ("m", key[1], "#") not in st.mem:
                raise Freed()
            if st.mem["m", key[1], "#"] == 0:
                return 0  # calloc
        size = len(key)
        inside = sorted(((k[size:], v) for k, v in st.mem.items() if k[:size] == key), key=repr)
        if inside:
            return ("agg", tuple(inside))
        if key[0] in ("x", "g") or key[:2] in self.types:
            raise Need(key, self.samples.get(key) or self.options(key))
        if type(key[0]) is int and key[0] > depth:
            raise Crash()
        raise Invalid(f"reads what was not written: {key}")

    def options(self, key):
        """What the outside may have put there."""
        kind, handle = self.types.get(key[:2], ("", ""))
        for step in key[2:]:
            kind, handle = self.fields.get(step, ("int", ""))
        kind = kind.strip()
        if handle or kind in HANDLES:
            return [("new", handle or HANDLES[kind]), 0]
        if kind.replace("const ", "") in ("char *", "void *"):
            return [("s", "?")]
        if kind.endswith("*"):
            name = ("x", ".".join(map(str, key)))
            self.types[name] = (kind[:-1].strip(), "")
            return [("&",) + name, 0]
        return self.numbers
