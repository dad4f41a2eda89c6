"""C++ programs: the C grammar's pieces, and on top of them owners, exceptions, lambdas and moves."""

from c_grammar import CGenerator
from cpp_owners import Owners
from handles import OUT_PARAMETER, QUERIES, Held, acquire_expression, acquire_into, release_call, use_lines, \
    wants
from tree import Line, Node, class_, function, if_, try_


class CppGenerator(CGenerator):
    language = "c++"
    linkage = 'extern "C" '
    styles = ["inline", "inline", "once", "nested"]

    def __init__(self, rng):
        super().__init__(rng)
        self.owners = Owners(self)
        self.error = ""
        self.thrower = ""
        self.modern = rng.choice([0.35, 0.7, 0.95])  # how much is owned by objects
        self.budget = rng.choice([2, 4, 6, 8])

    # --- exceptions ---
    def error_type(self):
        if not self.error:
            self.error = self.fresh("@error")
            self.top.append(class_(f"struct {self.error} : std::runtime_error", [
                Line(f'explicit {self.error}(int c) : std::runtime_error("failed"), code(c) {{}}'), Line("int code;")]))
        return self.error

    def throw(self):
        return Line(self.rng.choice([f"throw {self.error_type()}({self.number()});",
                                     'throw std::runtime_error("failed");']), "exit")

    def may_throw(self, fn):
        """Whether everything that would be unwound here belongs to an object; now and then nobody has looked."""
        floor = getattr(fn, "try_floor", 0)
        if all(held.how == "raii" for held in fn.held[floor:]):
            return True
        return self.chance(0.04)

    def unwinds(self, fn):
        if not getattr(fn, "try_floor", 0):
            fn.throws = True

    def leave(self, fn):
        if self.chance(0.3) and self.may_throw(fn):
            self.unwinds(fn)
            return [self.throw()]
        return super().leave(fn)

    def pieces(self):
        return {**super().pieces(), "throw": 1.2, "try": 1.3, "move": 0.6, "reset": 0.5, "release": 0.4, "lambda": 0.4}

    def piece_throw(self, fn):
        if not self.may_throw(fn):
            return []
        self.unwinds(fn)
        if self.chance(0.5):
            return [if_(self.condition(fn), [self.throw()])]
        if not self.thrower:
            self.thrower = self.fresh("@check")
            self.define(function(f"static void {self.thrower}(int v)",
                                 [if_(f"v == {self.number()}", [self.throw()])]), "return;")
        return [Line(f"{self.thrower}({self.rng.choice(fn.ints) if fn.ints else 'input()'});", "use")]

    def piece_try(self, fn):
        if fn.in_loop and fn.depth > 2:
            return []
        before = getattr(fn, "try_floor", 0)
        rethrow = self.may_throw(fn)
        fn.try_floor = len(fn.held) or 1000  # with nothing held everything may throw
        if not fn.held:
            fn.try_floor = -1
        saved = fn.try_floor
        body = self.inner(fn, 2)
        fn.try_floor = before
        if not body or saved == 0:
            return []
        return [try_(body, self.handlers(fn, rethrow))]

    def handlers(self, fn, rethrow):
        what = self.rng.choice(["...", "...", "const std::exception &", "const std::runtime_error &"])
        first = []
        if self.chance(0.3):
            first = [(f"const {self.error_type()} &", self.handler(fn, rethrow))]
        return first + [(what, self.handler(fn, rethrow))]

    def handler(self, fn, rethrow):
        form = self.rng.randrange(4)
        if form == 0 and rethrow:
            self.unwinds(fn)
            return [Line("throw;", "exit")]
        if form == 1 and self.may_leave(fn):
            return self.leave(fn)
        usable = self.usable(fn)
        return use_lines(self.rng.choice(usable), self.rng) if usable and form == 2 else [Line('puts("failed");')]

    def call_work(self, fn, call, inner):
        if getattr(inner, "throws", False):
            if not self.may_throw(fn):
                return [try_(super().call_work(fn, call, inner), [("...", self.leave_quietly(fn))])]
            self.unwinds(fn)
        return super().call_work(fn, call, inner)

    def leave_quietly(self, fn):
        return super().leave(fn) if self.may_leave(fn) else [Line('puts("failed");')]

    # --- owners ---
    def take(self, fn):
        if not self.chance(self.modern):
            return super().take(fn)
        kind = self.pick_kind(fn)
        parent = self.rng.choice(self.parents(fn, kind))
        forms = ["unique", "unique", "functionpointer", "guard", "movable", "shared", "optional", "vector", "scope",
                 "factory", "phases", "forgetful"]
        if kind.name in ("conn", "db"):
            forms += ["session", "session"]
        # Containers and the like cost the compiler most: less often.
        form = self.rng.choices(forms, [0.4 if one in ("vector", "shared", "optional") else 1 for one in forms])[0]
        lines, place, explicit = getattr(self, "own_" + form)(fn, kind, parent)
        held = Held(kind, place, "raii" if not explicit else "method")
        held.explicit = explicit
        held.form = form
        fn.held.append(held)
        if self.chance(0.6):
            lines += self.check(fn, held)
        if self.chance(0.5):
            lines += use_lines(held, self.rng)
        lines += self.sequence(fn)
        fn.held.remove(held)
        return lines + self.release(held)

    def check(self, fn, held):
        if not self.may_leave(fn):
            return []
        place = held.place
        conditions = {"conn": f"PQstatus({place}) != CONNECTION_OK",
                      "res": f"PQresultStatus({place}) == PGRES_FATAL_ERROR"}
        return [if_(conditions.get(held.kind.name, f"!{place}"), self.leave(fn))]

    def raw(self, kind, parent, name):
        """(lines, an expression that is the new handle)"""
        sql = self.rng.choice(QUERIES)
        if kind.name in OUT_PARAMETER:
            return [Line(f"{kind.type} *{name} = nullptr;"),
                    Line(f"{acquire_into(kind, parent, '&' + name, self.rng)};", "acquire")], name
        if self.chance(0.15) and kind.name in ("conn", "res"):
            function_name, argument = self.helpers.returner(kind, sql)
            return [], f"{function_name}({parent or argument})"
        return [], acquire_expression(kind, parent, self.rng, sql)

    def own_unique(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        pointer = self.owners.pointer_type(kind)
        if self.chance(0.3):
            return lines + [Line(f"{pointer} {name};"), Line(f"{name}.reset({value});", "acquire")], f"{name}.get()", []
        return lines + [Line(f"{pointer} {name}({value});", "acquire")], f"{name}.get()", []

    def own_functionpointer(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        result = "int" if kind.name in ("db", "stmt") else "void"
        pointer = f"std::unique_ptr<{kind.type}, {result} (*)({self.owners.parameter(kind)})>"
        return lines + [Line(f"{pointer} {name}({value}, {kind.release});", "acquire")], f"{name}.get()", []

    def own_guard(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        return lines + [Line(f"{self.owners.guard(kind, False)} {name}({value});", "acquire")], f"{name}.get()", []

    def own_movable(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        return lines + [Line(f"{self.owners.guard(kind, True)} {name}({value});", "acquire")], f"{name}.get()", []

    def own_shared(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        deleter = self.rng.choice([kind.release, f"{self.owners.deleter(kind)}()"])
        return lines + [Line(f"std::shared_ptr<{kind.type}> {name}({value}, {deleter});", "acquire")], \
            f"{name}.get()", []

    def own_optional(self, _fn, kind, parent):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        guard = self.owners.guard(kind, self.chance(0.5))
        return lines + [Line(f"std::optional<{guard}> {name};"), Line(f"{name}.emplace({value});", "acquire")], \
            f"{name}->get()", []

    def own_vector(self, _fn, kind, parent):
        name = self.fresh(kind.stem + "s")
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        # (What a container's elements do at their end is a limit of the analyser: docs/limits.md, FN_vector.)
        return lines + [Line(f"std::vector<{self.owners.pointer_type(kind, sound=True)}> {name};"),
                        Line(f"{name}.emplace_back({value});", "acquire")], f"{name}[0].get()", []

    def own_scope(self, _fn, kind, parent):
        name, guard = self.fresh(kind.stem), self.fresh("cleanup")
        lines, value = self.raw(kind, parent, name)
        if value != name:
            lines += [Line(f"{kind.type} *{name} = {value};", "acquire")]
        function_name = self.fresh("end")
        return lines + [Node("func", [[f"auto {function_name} = [&{name}] {{",
                                       [Line(release_call(kind, name), "release")]]], "};", "return;"),
                        Line(f"{self.owners.scope()}<decltype({function_name})> {guard}({function_name});")], name, []

    def own_factory(self, fn, kind, parent):
        if kind.name in OUT_PARAMETER:
            return self.own_unique(fn, kind, parent)
        sql = self.rng.choice(QUERIES)
        call = acquire_expression(kind, "up", self.rng, sql)
        acquire = [Line(f"{self.owners.pointer_type(kind)} h({call});", "acquire")]
        name, throws = self.owners.factory(kind, sql, acquire)
        if throws and not self.may_throw(fn):
            return self.own_unique(fn, kind, parent)
        if throws:
            self.unwinds(fn)
        variable = self.fresh(kind.stem)
        return [Line(f"auto {variable} = {name}({parent});", "acquire")], f"{variable}.get()", []

    def own_phases(self, _fn, kind, parent, forgetful=False):
        name = self.fresh(kind.stem)
        lines, value = self.raw(kind, parent, self.fresh("raw"))
        return lines + [Line(f"{self.owners.two_phase(kind, forgetful)} {name};"),
                        Line(f"{name}.open({value});", "acquire")], f"{name}.get()", \
            [f"{name}.close();"] if forgetful or self.chance(0.3) else []

    def own_forgetful(self, fn, kind, parent):
        return self.own_phases(fn, kind, parent, True)

    def own_session(self, fn, kind, parent):
        if not self.may_throw(fn):
            return self.own_unique(fn, kind, parent)
        self.unwinds(fn)
        name = self.fresh(kind.stem)
        type_name, getter = self.owners.session(kind, self.rng.choice(["self", "plain", "base", "member", "pimpl"]))
        return [Line(f"{type_name} {name};", "acquire")], f"{name}.{getter}", []

    # --- things done with owners ---
    def owned(self, fn, *forms):
        return [held for held in fn.held[fn.floor:] if held.how == "raii" and getattr(held, "form", "") in forms]

    def piece_move(self, fn):
        found = self.owned(fn, "unique", "functionpointer", "movable", "shared", "factory")
        if not found or fn.depth or fn.in_loop:
            return []
        held = self.rng.choice(found)
        name, other = held.place.removesuffix(".get()"), self.fresh("moved")
        held.place = f"{other}.get()"
        return [Line(f"auto {other} = std::move({name});")]

    def piece_reset(self, fn):
        found = self.owned(fn, "unique", "shared", "factory")
        found = [held for held in found if held.kind.name in ("res", "stmt", "lit", "str")]
        if not found:
            return []
        held = self.rng.choice(found)
        name = held.place.removesuffix(".get()")
        parents = self.parents(fn, held.kind)
        if held.kind.name in OUT_PARAMETER or held.form == "shared" or not parents or self.chance(0.3):
            return [Line(f"{name}.reset();", "release")]
        return [Line(f"{name}.reset({acquire_expression(held.kind, parents[0], self.rng, self.rng.choice(QUERIES))});",
                     "acquire")]

    def piece_release(self, fn):
        """Takes the handle out of its owner, and goes on by hand."""
        found = [held for held in self.owned(fn, "unique", "factory") if held.kind.name in ("res", "stmt")]
        if not found or fn.depth or fn.in_loop:
            return []
        held = self.rng.choice(found)
        name = self.fresh("taken")
        lines = [Line(f"{held.kind.type} *{name} = {held.place.removesuffix('.get()')}.release();")]
        held.place, held.how = name, self.rng.choice(["direct", "checked"])
        return lines

    def piece_lambda(self, fn):
        """A result that a lambda takes and gives back."""
        conns = [held for held in self.usable(fn) if held.kind.name == "conn"]
        if not conns:
            return []
        place, name = self.rng.choice(conns).place, self.fresh("run")
        sql = self.rng.choice(QUERIES)
        body = [Line(f'PGresult *r = PQexec({place}, "{sql}");', "acquire"),
                Line(f"int good = PQresultStatus(r) == {wants(sql)};"), Line("PQclear(r);", "release"),
                Line("return good;", "exit")]
        lines = [Node("func", [[f"auto {name} = [&]() -> int {{", body]], "};", "return 0;")]
        if self.may_leave(fn):
            return lines + [if_(f"!{name}()", self.leave(fn))]
        return lines + [Line(f"{name}();", "use")]
