"""Correct C programs that hold handles: each exit gives back what is held there, in one of the ways people do it.

A function is written as a sequence of pieces; a piece may take a handle, hold it over further pieces, and give it
back. Styles of exit: 'inline' (each exit releases by itself), 'goto' (a label at the end does), 'once' (do { } while
(0) with break), 'nested' (no early exit). Faults are put in afterwards, by mutate.py.
"""

from handles import (KINDS, OUT_PARAMETER, QUERIES, Held, Helpers, acquire_expression, acquire_into, release_call,
                     use_lines, wants)
from idioms import Idioms
from pieces import Pieces
from tree import Line, Node, Program, function, if_, loop, negate, switch, walk


class Fn:
    """A function while it is written."""

    def __init__(self, style, leave):
        self.style = style
        self.leave = leave  # how it returns early: "return;" or "return -1;"
        self.held = []
        self.lent = []  # (kind name, expression): handles that may be used and are not owed
        self.ints = []
        self.late = []  # held to be released at the label, for 'goto'
        self.top = []  # declarations that must precede every goto
        self.floor = 0  # in a loop: what was held before it
        self.in_loop = False
        self.depth = 0
        self.depth_in_switch = 0
        self.entry = False


class CGenerator(Idioms, Pieces):
    language = "c"

    def __init__(self, rng):
        self.rng = rng
        self.top = []
        self.count = 0
        self.max_input = rng.choice([0, 1, 1, 2])
        self.helpers = Helpers(self)
        self.budget = rng.choice([2, 4, 6, 8, 11])
        self.functions = 0

    # --- small things ---
    def fresh(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def define(self, node, leave):
        node.tag = leave
        self.top.append(node)

    def chance(self, probability):
        return self.rng.random() < probability

    def number(self):
        return self.rng.randint(0, self.max_input)

    def condition(self, fn):
        subject = self.rng.choice(fn.ints) if fn.ints and self.chance(0.6) else "input()"
        form = self.rng.randrange(6)
        if form == 0:
            return subject
        if form == 1:
            return f"!{subject}"
        operator = self.rng.choice(["==", "==", "!=", ">", "<"])
        simple = f"{subject} {operator} {self.number()}"
        if form == 2 and fn.ints:
            return f"{simple} {self.rng.choice(['&&', '||'])} {self.rng.choice(fn.ints)} != {self.number()}"
        return simple

    # --- releasing ---
    def release(self, held):
        if held.how == "raii":
            return []
        if held.how == "method":
            return [Line(text, "forget" if text.endswith(" = NULL;") else "release") for text in held.explicit]
        kind, place = held.kind, held.place
        if held.how == "closer":
            lines = [Line(f"{self.helpers.closer(kind)}({place});", "release")]
        elif held.how == "dropper":
            lines = [Line(f"{self.helpers.dropper(kind)}(&{place});", "release")]
        elif held.how == "maybe" and not held.guard:
            flag = self.fresh("now")
            lines = [Line(f"int {flag} = input() == {self.number()};"),
                     Line(f"{self.helpers.maybe(kind)}({place}, {flag});", "release"),
                     if_(f"!{flag}", [Line(release_call(kind, place), "release")])]
            lines = [Node("block", [["{", lines]])]
        elif held.how == "alias":
            other = self.fresh("same")
            lines = [Node("block", [["{", [Line(f"{kind.type} *{other} = {place};"),
                                           Line(release_call(kind, other), "release")]]])]
        else:
            lines = [Line(release_call(kind, place, self.rng), "release")]
        if held.forget and held.how != "dropper":
            lines.append(Line(f"{place} = NULL;", "forget"))
        if held.guard:
            lines = [if_(held.guard, lines)]
        elif held.how == "checked":
            lines = [if_(self.rng.choice([place, f"{place} != NULL"]), lines)]
        return lines + [line.copy() for line in held.extra]

    def release_down_to(self, fn, floor):
        lines = []
        for held in reversed(fn.held[floor:]):
            if held not in fn.late:
                lines += self.release(held)
        return lines

    def leave(self, fn):
        """An early exit."""
        if fn.style == "goto":
            return self.release_down_to(fn, 0) + [Line("goto out;", "exit")]
        if fn.style == "once" and not fn.in_loop and fn.depth_in_switch == 0:
            return self.release_down_to(fn, 0) + [Line("break;", "exit")]
        lines = []
        for held in reversed(fn.held):
            lines += self.release(held)
        if self.chance(0.03):
            return [Line("exit(1);", "exit")]
        return lines + [Line(fn.leave, "exit")]

    def may_leave(self, fn):
        return fn.style in ("inline", "goto") or (fn.style == "once" and not fn.in_loop and fn.depth_in_switch == 0)

    # --- taking ---
    def parents(self, fn, kind):
        if not kind.parent:
            return [""]
        found = [held.place for held in fn.held if held.kind.name == kind.parent and not held.guard]
        return found + [place for name, place in fn.lent if name == kind.parent]

    def pick_kind(self, fn):
        kinds = [kind for kind in KINDS.values() if self.parents(fn, kind)]
        weights = [{"lit": 0.3, "str": 0.3}.get(kind.name, 3 if kind.parent else 1.2) for kind in kinds]
        return self.rng.choices(kinds, weights)[0]

    def declare(self, fn, text, name):
        """A variable that a goto must not jump over."""
        if fn.style == "goto":
            fn.top.append(Line(text))
            return []
        return [Line(text)]

    def place_for(self, fn, kind):
        """(lines that declare, the expression, lines to run behind the release, what to do if there is no memory)"""
        rng = self.rng
        form = rng.choices(["local", "box", "array", "heap", "global"], [6, 1, 0.7, 0.8, 0.3])[0]
        if fn.in_loop and form in ("global", "heap"):
            form = "local"
        name = self.fresh(kind.stem)
        if form == "box":
            fields = sorted({kind.name, rng.choice(list(KINDS))})
            box = self.helpers.box(fields)
            return self.declare(fn, f"struct {box} {name} = {{0}};", name), f"{name}.{kind.name}", [], None
        if form == "array":
            return self.declare(fn, f"{kind.type} *{name}[2] = {{NULL, NULL}};", name), \
                f"{name}[{rng.randrange(2)}]", [], None
        if form == "heap" and fn.style != "goto" and self.may_leave(fn) and fn.floor == 0:
            box = self.helpers.box([kind.name])
            cast = f"(struct {box} *)" if self.language == "c++" else ""
            lines = [Line(f"struct {box} *{name} = {cast}malloc(sizeof(*{name}));"), if_(f"!{name}", self.leave(fn)),
                     Line(f"{name}->{kind.name} = NULL;")]
            return lines, f"{name}->{kind.name}", [Line(f"free({name});")], None
        if form == "global":
            glob = self.fresh("@the_" + kind.stem)
            self.top.append(Line(f"static {kind.type} *{glob} = NULL;"))
            return [], glob, [], "global"
        return self.declare(fn, f"{kind.type} *{name} = NULL;", name), name, [], None

    def take(self, fn):
        """Takes a handle, goes on with it held, and gives it back."""
        rng = self.rng
        kind = self.pick_kind(fn)
        parent = rng.choice(self.parents(fn, kind))
        sql = rng.choice(QUERIES)
        lines, place, extra, special = self.place_for(fn, kind)
        held = Held(kind, place, extra=extra, sql=sql)
        ways = {"direct": 6, "checked": 1.2, "closer": 1, "dropper": 0.8, "maybe": 0.3, "alias": 0.4}
        held.how = rng.choices(list(ways), list(ways.values()))[0]
        held.forget = special == "global" or (held.how in ("direct", "checked") and self.chance(0.15))
        flagged = fn.style != "goto" and self.chance(0.12)
        if flagged:
            flag = self.fresh("have")
            lines.append(Line(f"int {flag} = {rng.choice(['input()', 'input() == ' + str(self.number())])};"))
            inner, _ = self.acquire(fn, held, parent, sql, checks=False)
            lines.append(if_(flag, inner))
            held.guard = flag
            fn.held.append(held)
        else:
            inner, failed = self.acquire(fn, held, parent, sql, checks=True)
            if fn.style == "goto" and fn.floor == 0 and not fn.in_loop and fn.depth == 0:
                fn.late.append(held)
            nested = failed and (not self.may_leave(fn) or self.chance(0.2))
            lines += inner
            if nested:
                fn.held.append(held)
                good = self.inner(fn, 0)
                lines.append(if_(negate(failed[0]), good))
                return lines + self.give_back(fn, held)
            if failed:
                condition, owed = failed
                if owed:
                    fn.held.append(held)
                    lines.append(if_(condition, self.leave(fn)))
                else:
                    lines.append(if_(condition, self.leave_without(fn, held)))
                    fn.held.append(held)
            else:
                fn.held.append(held)
        if not held.guard and self.chance(0.5):
            lines += use_lines(held, rng)
        lines += self.sequence(fn)
        return lines + self.give_back(fn, held)

    def leave_without(self, fn, held):
        """An exit where the acquisition has failed; what was to hold it still has to go."""
        return [line.copy() for line in held.extra] + self.leave(fn)

    def give_back(self, fn, held):
        fn.held.remove(held)
        if held in fn.late:
            return []
        return self.release(held)

    def acquire(self, fn, held, parent, sql, checks):
        """(lines, (condition under which it failed, whether something is owed then) or None)"""
        rng, kind, place = self.rng, held.kind, held.place
        way = rng.choices(["call", "returner", "filler"], [5, 1.3, 1.0])[0]
        if way == "returner":
            name, argument = self.helpers.returner(kind, sql)
            lines = [Line(f"{place} = {name}({parent or argument});", "acquire")]
            return lines, (f"!{place}", False) if self.chance(0.7) else None
        if way == "filler":
            name, cleans = self.helpers.filler(kind, sql)
            arguments = ", ".join(part for part in (parent, f"&{place}") if part)
            if cleans or checks is False:
                if checks and self.chance(0.7):
                    return [], (f"{name}({arguments}) != 0", not cleans)
                return [Line(f"{name}({arguments});", "acquire")], None
            return [], (f"{name}({arguments}) != 0", True)
        if kind.name in OUT_PARAMETER:
            call = acquire_into(kind, parent, f"&{place}", rng)
            owed = kind.name == "db"
            if checks and self.chance(0.5):
                return [], (f"{call} != SQLITE_OK", owed)
            code = self.fresh("rc")
            lines = self.declare(fn, f"int {code} = SQLITE_OK;", code) + [Line(f"{code} = {call};", "acquire")]
            return lines, (f"{code} != SQLITE_OK", owed) if self.chance(0.8) else None
        lines = [Line(f"{place} = {acquire_expression(kind, parent, rng, sql)};", "acquire")]
        if kind.name == "conn" and self.chance(0.7):
            return lines, rng.choice([(f"PQstatus({place}) != CONNECTION_OK", True),
                                      (f"PQstatus({place}) == CONNECTION_BAD", True), (f"!{place}", False)])
        if kind.name == "res" and self.chance(0.7):
            return lines, rng.choice([(f"PQresultStatus({place}) != {wants(sql)}", True),
                                      (f"!{place} || PQresultStatus({place}) != {wants(sql)}", True),
                                      (f"{place} == NULL", False)])
        return lines, None

    # --- pieces ---
    def sequence(self, fn, least=0):
        out = []
        for _ in range(max(least, self.rng.choice([0, 1, 1, 2, 3]))):
            if self.budget <= 0:
                break
            self.budget -= 1
            out += self.piece(fn)
        return out

    def pieces(self):
        return {"take": 5, "exit": 2, "if": 1.2, "loop": 1, "switch": 0.8, "int": 1, "use": 1.5, "borrow": 0.7,
                "work": 0.8, "rows": 0.5, "results": 0.4, "message": 0.4, "again": 0.6, "pair": 0.5,
                "copy": 0.25, "pointer": 0.3, "static": 0.2, "choice": 0.3, "status": 0.5, "transaction": 2,
                "guarded": 1}

    def piece(self, fn):
        table = self.pieces()
        name = self.rng.choices(list(table), list(table.values()))[0]
        return getattr(self, "piece_" + name)(fn)

    def piece_take(self, fn):
        return self.take(fn)

    def piece_exit(self, fn):
        return [if_(self.condition(fn), self.leave(fn))] if self.may_leave(fn) else []

    def inner(self, fn, least=1):
        ints = list(fn.ints)
        fn.depth += 1
        body = self.sequence(fn, least)
        fn.depth -= 1
        fn.ints = ints
        return body

    def piece_if(self, fn):
        then = self.inner(fn)
        if not then:
            return []
        return [if_(self.condition(fn), then, self.inner(fn) if self.chance(0.5) else None)]

    def piece_loop(self, fn):
        outer = fn.in_loop, fn.floor, fn.depth_in_switch
        fn.in_loop, fn.floor, fn.depth_in_switch = True, len(fn.held), 0
        body = self.inner(fn)
        if body and self.chance(0.3):
            body.insert(0, if_(self.condition(fn), [Line(self.rng.choice(["break;", "continue;"]), "exit")]))
        fn.in_loop, fn.floor, fn.depth_in_switch = outer
        if not body:
            return []
        head = self.rng.choice(["while (more())", f"for (int i = 0; i < {self.rng.randint(1, 2)}; i++)",
                                "for (; more();)", "do"])
        return [loop("do", body, "} while (more());")] if head == "do" else [loop(head, body)]

    def piece_switch(self, fn):
        cases = []
        fn.depth_in_switch += 1
        for value in range(self.max_input + 1):
            body = self.inner(fn)
            cases.append(([f"case {value}:"], [Node("block", [["{", body]])] if body else []))
            if not (self.chance(0.2) or self.ends(body)):
                cases[-1][1].append(Line("break;", "break"))
        cases.append((["default:"], [Line("break;", "break")]))
        fn.depth_in_switch -= 1
        return [switch(self.rng.choice(fn.ints) if fn.ints else "input()", cases)]

    @staticmethod
    def ends(body):
        return bool(body) and isinstance(body[-1], Line) and body[-1].tag == "exit"

    def piece_int(self, fn):
        name = self.fresh("v")
        lines = self.declare(fn, f"int {name} = 0;", name) + [Line(f"{name} = input();")]
        fn.ints.append(name)
        if fn.style != "goto":
            lines = [Line(f"int {name} = input();")]
        return lines

    def piece_work(self, fn):
        """A function of its own for a part of the work."""
        if self.functions >= 3:
            return []
        self.functions += 1
        usable = [held for held in self.usable(fn) if held.kind.name in ("conn", "db")]
        lent = self.rng.choice(usable) if usable else None
        name = self.fresh("@work")
        inner = self.new_function("return -1;")
        parameters = []
        if lent:
            parameters.append(f"{lent.kind.type} *up")
            inner.lent.append((lent.kind.name, "up"))
        if self.chance(0.5):
            parameters.append("int mode")
            inner.ints.append("mode")
        body = self.finish(inner, self.sequence(inner, 2), "return 0;")
        self.define(function(f"static int {name}({', '.join(parameters) or 'void'})", body), "return -1;")
        mode = (fn.ints and self.rng.choice(fn.ints)) or "input()"
        arguments = ([lent.place] if lent else []) + ([mode] if "int mode" in parameters else [])
        return self.call_work(fn, f"{name}({', '.join(arguments)})", inner)

    def call_work(self, fn, call, _inner):
        if self.may_leave(fn) and self.chance(0.6):
            return [if_(f"{call} != 0", self.leave(fn))]
        return [Line(f"{call};", "use")]

    # --- whole functions ---
    def new_function(self, leave):
        style = self.rng.choices(self.styles, [5, 3, 1, 1])[0]
        return Fn(style, leave)

    styles = ["inline", "goto", "once", "nested"]

    def finish(self, fn, body, last):
        """The end of a function: the label, the loop around, the return."""
        lines = list(body)
        if fn.style == "once":
            # What is declared inside is out of scope behind it: each break has released.
            lines = [loop("do", lines, "} while (0);")]
        if fn.style == "goto":
            lines = fn.top + lines
            if any(isinstance(node, Line) and node.text == "goto out;" for node, _, _ in walk(lines)):
                lines.append(Line("out:;", "label"))
            for held in reversed(fn.late):
                lines += self.release(held)
        return lines + ([Line(last, "exit")] if last else [])

    def generate(self):
        fn = self.new_function("return;")
        fn.entry = True
        borrows = self.rng.choices(["", "PGconn", "sqlite3"], [5, 1.2, 1.2])[0]
        if borrows:
            fn.lent.append(("conn" if borrows == "PGconn" else "db", "up"))
        body = self.take(fn) if self.chance(0.8) else []
        body += self.sequence(fn, 1)
        parameter = f"{borrows} *up" if borrows else "void"
        entry = function(f"{self.linkage}void @entry({parameter})", self.finish(fn, body, ""))
        entry.kind, entry.tag = "entry", "return;"
        return Program(self.language, self.top + [entry], borrows, self.max_input)

    linkage = ""
