"""The ways in which C++ programs own a handle: smart pointers, guard classes, scope guards.

Each maker returns (lines that declare the owner, the expression that gives the raw handle, lines that release it on
a normal way out: none where the destructor does).
"""

from handles import release_call
from tree import Line, Node, class_, function, if_

DELETER_RESULT = {"PQfinish": "void", "PQclear": "void", "PQfreemem": "void", "sqlite3_close": "int",
                  "sqlite3_finalize": "int", "sqlite3_free": "void"}


def member(signature, body, tag="", leave=""):
    node = Node("func", [[signature + " {", body]], tag=tag or leave)
    return node


class Owners:
    def __init__(self, generator):
        self.g = generator
        self.made = {}

    def once(self, key, make):
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]

    def parameter(self, kind):
        return "void *" if kind.type == "char" else f"{kind.type} *"

    # --- types ---
    def deleter(self, kind, sound=False):
        """A functor; a sound one is not for the mutations to spoil."""
        def make():
            name = self.g.fresh(f"@delete_{kind.name}")
            body = [Line(release_call(kind, "h"), "" if sound else "release")]
            if self.g.chance(0.3):
                body = [if_("h", body)]
            self.g.top.append(class_(f"struct {name}", [member(f"void operator()({kind.type} *h) const", body)]))
            return name
        return self.once(("deleter", kind.name, sound), make)

    def pointer_type(self, kind, sound=False):
        return f"std::unique_ptr<{kind.type}, {self.deleter(kind, sound)}>"

    def guard(self, kind, movable):
        """A class around one handle, made from the raw one."""
        def make():
            rng = self.g.rng
            name = self.g.fresh(f"@{'owner' if movable else 'guard'}_{kind.name}")
            drop = [Line(release_call(kind, "h_"), "release")]
            if movable or rng.random() < 0.3:
                drop = [if_("h_", drop)]
            body = [Line("public:"), Line(f"explicit {name}({kind.type} *h) : h_(h) {{}}"),
                    Line(f"{name}(const {name} &) = delete;", "nocopy"),
                    Line(f"{name} &operator=(const {name} &) = delete;", "nocopy")]
            if movable:
                body += [member(f"{name}({name} &&o) noexcept : h_(o.h_)", [Line("o.h_ = nullptr;", "forget")])]
                swap = rng.random() < 0.4
                inner = [Line("std::swap(h_, o.h_);")] if swap else [
                    if_("this != &o", [if_("h_", [Line(release_call(kind, "h_"), "release")]), Line("h_ = o.h_;"),
                                       Line("o.h_ = nullptr;", "forget")])]
                body += [member(f"{name} &operator=({name} &&o) noexcept", inner + [Line("return *this;", "exit")])]
            body += [member(f"~{name}()", drop, "destructor"),
                     member(f"{kind.type} *get() const", [Line("return h_;", "exit")])]
            if movable:
                body += [member("void reset()", [if_("h_", [Line(release_call(kind, "h_"), "release")]),
                                                 Line("h_ = nullptr;", "forget")])]
            body += [Line("private:"), Line(f"{kind.type} *h_;")]
            self.g.top.append(class_(f"class {name}", body))
            return name
        return self.once(("guard", kind.name, movable), make)

    def two_phase(self, kind, forgetful):
        """open() and close(); a forgetful one has no destructor."""
        def make():
            name = self.g.fresh(f"@phases_{kind.name}")
            drop = [Line(release_call(kind, "h_"), "release"), Line("h_ = nullptr;", "forget")]
            body = [Line("public:"), Line(f"{name}() = default;"), Line(f"{name}(const {name} &) = delete;", "nocopy"),
                    member(f"void open({kind.type} *h)", [Line("close();", "release"), Line("h_ = h;")]),
                    member("void close()", [if_("h_", drop)] if self.g.chance(0.6) else drop),
                    member(f"{kind.type} *get() const", [Line("return h_;", "exit")])]
            if not forgetful:
                body.insert(3, member(f"~{name}()", [Line("close();", "release")], "destructor"))
            body += [Line("private:"), Line(f"{kind.type} *h_ = nullptr;")]
            self.g.top.append(class_(f"class {name}", body))
            return name
        return self.once(("phases", kind.name, forgetful), make)

    def session(self, kind, way):
        """A class that acquires in its constructor, and may throw there; by itself, through a base, a member, or
        something on the heap."""
        def make():
            name = self.g.fresh(f"@session_{kind.name}")
            release = [Line(release_call(kind, "h_"), "release")]
            body = [Line(f"{kind.type} *h_;")]
            throw = self.g.throw()
            if kind.name == "conn":
                take = [Line('h_ = PQconnectdb("dbname=app");', "acquire")]
                bad = "PQstatus(h_) != CONNECTION_OK"
                cleanup = [line.copy() for line in release]
            else:
                take = []
                bad = 'sqlite3_open("app.db", &h_) != SQLITE_OK'
                cleanup = [line.copy() for line in release]
            body += [member(f"{name}() : h_(nullptr)", take + ([if_(bad, cleanup + [throw])] if way != "plain" else take
                                                               and [] or [Line(bad.split(" != ")[0] + ";")])),
                     Line(f"{name}(const {name} &) = delete;", "nocopy"),
                     member(f"~{name}()", release, "destructor"),
                     member(f"{kind.type} *get() const", [Line("return h_;", "exit")])]
            self.g.top.append(class_(f"struct {name}", body))
            outer = self.g.fresh(f"@outer_{kind.name}")
            check = [Line("extra = input();"), if_(f"extra == {self.g.number()}", [throw.copy()])]
            if way == "base":
                self.g.top.append(class_(f"struct {outer} : {name}", [
                    Line("int extra = 0;"),
                    member(f"{outer}()", check)]))
                return outer, "get()"
            if way == "member":
                self.g.top.append(class_(f"struct {outer}", [
                    Line(f"{name} part;"), Line("int extra = 0;"),
                    member(f"{outer}()", check)]))
                return outer, "part.get()"
            if way == "pimpl":
                self.g.top.append(class_(f"class {outer}", [
                    Line("public:"), Line(f"{outer}() : part_(new {name}()) {{}}", "acquire"),
                    member(f"{kind.type} *get() const", [Line("return part_->get();", "exit")]),
                    Line("private:"), Line(f"std::unique_ptr<{name}> part_;")]))
                return outer, "get()"
            return name, "get()"
        return self.once(("session", kind.name, way), make)

    def scope(self):
        def make():
            name = self.g.fresh("@on_exit")
            self.g.top.append(Line("template <typename F>"))
            self.g.top.append(class_(f"struct {name}", [
                Line("F f;"), Line("bool armed = true;"), Line(f"explicit {name}(F g) : f(g) {{}}"),
                Line(f"{name}(const {name} &) = delete;"),
                member(f"~{name}()", [if_("armed", [Line("f();", "release")])], "destructor")]))
            return name
        return self.once("scope", make)

    def factory(self, kind, sql, acquire):
        """A function that returns a unique_ptr; null or an exception if it fails."""
        def make():
            pointer = self.pointer_type(kind)
            name = self.g.fresh(f"@open_{kind.name}")
            bad = {"conn": "PQstatus(h.get()) != CONNECTION_OK",
                   "res": "PQresultStatus(h.get()) == PGRES_FATAL_ERROR"}.get(kind.name, "!h")
            throws = self.g.chance(0.4)
            parameters = self.g.helpers.parameters(kind)
            self.g.define(function(f"static {pointer} {name}({'' if parameters == 'void' else parameters})", acquire + [
                if_(bad, [self.g.throw() if throws else Line("return nullptr;", "exit")]), Line("return h;", "exit")]),
                "return nullptr;")
            return name, throws
        return self.once(("factory", kind.name, sql[:6]), make)
