"""Longer idioms that the grammars put between their pieces: objects of two handles with functions around them, struct
copies, function pointers, statics, choices by ?: and by status, and transactions on a connection that entry is lent.
"""

from handles import KINDS, QUERIES, Held, Kind, acquire_expression, release_call, use_lines, wants
from tree import Line, Node, class_, function, if_, switch

TRANSACTION = Kind("transaction", "", "", "", "")
PAIRS = {"conn": ("res", "PQstatus({0}->conn) != CONNECTION_OK"), "db": ("stmt", "")}


class Idioms:
    """Mixed into the grammars."""

    def held_by_method(self, fn, kind, place, texts):
        """A handle whose release is some lines of its own."""
        held = Held(kind, place, "method")
        held.explicit = texts
        fn.held.append(held)
        return held

    def around(self, fn, held, lines):
        """The lines, what comes while it is held, and its release."""
        lines = lines + self.sequence(fn)
        fn.held.remove(held)
        return lines + self.release(held)

    # --- objects of two handles ---
    def pair(self, root, heap):
        """(type, function that opens it, function that closes it)"""
        def make():
            child, bad = PAIRS[root]
            rng, box = self.rng, self.helpers.box([root, child])
            opener, closer = self.fresh("@open_pair"), self.fresh("@close_pair")
            drop_root = Line(release_call(self.kind(root), f"p->{root}"), "release")
            drop_child = Line(release_call(self.kind(child), f"p->{child}"), "release")
            free = [Line("free(p);")] if heap else []
            fail = [Line("return NULL;" if heap else "return -1;", "exit")]
            lines = []
            if heap:
                cast = f"(struct {box} *)" if self.language == "c++" else ""
                lines += [Line(f"struct {box} *p = {cast}malloc(sizeof(*p));"), if_("!p", fail)]
            lines += [Line(f"p->{root} = NULL;"), Line(f"p->{child} = NULL;")]
            if root == "conn":
                sql = rng.choice(QUERIES)
                lines += [Line(f"p->conn = {acquire_expression(self.kind('conn'), '', rng, sql)};", "acquire"),
                          if_(bad.format("p"), [drop_root.copy(), Line("p->conn = NULL;", "forget")] + free + fail),
                          Line(f"p->res = {acquire_expression(self.kind('res'), 'p->conn', rng, sql)};", "acquire"),
                          if_(f"PQresultStatus(p->res) != {wants(sql)}", [drop_child.copy(), drop_root.copy()] + free
                              + fail)]
            else:
                lines += [if_('sqlite3_open("app.db", &p->db) != SQLITE_OK', [drop_root.copy()] + free + fail),
                          if_('sqlite3_prepare_v2(p->db, "SELECT id FROM job", -1, &p->stmt, NULL) != SQLITE_OK',
                              [drop_root.copy()] + free + fail)]
            lines.append(Line("return p;" if heap else "return 0;", "exit"))
            head = f"static struct {box} *{opener}(void)" if heap else f"static int {opener}(struct {box} *p)"
            self.define(function(head, lines), fail[0].text)
            body = [drop_child, drop_root] + free
            body = [if_("p", body)] if heap else body
            self.define(function(f"static void {closer}(struct {box} *p)", body), "return;")
            return box, opener, closer
        return self.helpers.once(("pair", root, heap), make)

    def kind(self, name):
        return KINDS[name]

    def piece_pair(self, fn):
        if not self.may_leave(fn):
            return []
        root, heap = self.rng.choice(list(PAIRS)), self.chance(0.5)
        box, opener, closer = self.pair(root, heap)
        name = self.fresh("pair")
        if heap:
            lines = self.declare(fn, f"struct {box} *{name} = NULL;", name)
            lines += [Line(f"{name} = {opener}();", "acquire"), if_(f"!{name}", self.leave(fn))]
            held = self.held_by_method(fn, self.kind(root), f"{name}->{root}", [f"{closer}({name});"])
        else:
            lines = self.declare(fn, f"struct {box} {name} = {{NULL, NULL}};", name)
            lines += [if_(f"{opener}(&{name}) != 0", self.leave(fn))]
            held = self.held_by_method(fn, self.kind(root), f"{name}.{root}", [f"{closer}(&{name});"])
        return self.around(fn, held, lines)

    def piece_copy(self, fn):
        """A struct that is assigned to another, which owns from then on."""
        box = self.helpers.box(["conn"])
        one, other = self.fresh("box"), self.fresh("box")
        lines = self.declare(fn, f"struct {box} {one} = {{NULL}};", one)
        lines += self.declare(fn, f"struct {box} {other} = {{NULL}};", other)
        lines += [Line(f'{one}.conn = PQconnectdb("dbname=copy");', "acquire"), Line(f"{other} = {one};"),
                  Line(f"{one}.conn = NULL;", "forget")]
        held = self.held_by_method(fn, self.kind("conn"), f"{other}.conn", [f"PQfinish({other}.conn);"])
        return self.around(fn, held, lines)

    # --- ways to call and to decide ---
    def piece_pointer(self, fn):
        conns = [held.place for held in self.usable(fn) if held.kind.name == "conn"]
        if not conns or fn.style == "goto":
            return []
        run, name = self.fresh("run"), self.fresh("res")
        lines = [Line(f"PGresult *(*{run})(PGconn *, const char *) = PQexec;"),
                 Line(f'PGresult *{name} = {run}({self.rng.choice(conns)}, "SELECT id FROM job");', "acquire")]
        return self.around(fn, self.held_by_method(fn, self.kind("res"), name, [f"PQclear({name});"]), lines)

    def piece_static(self, fn):
        if fn.in_loop or fn.style == "goto":
            return []
        name = self.fresh("kept")
        lines = [Line(f"static PGconn *{name} = NULL;"),
                 if_(f"!{name}", [Line(f'{name} = PQconnectdb("dbname=kept");', "acquire")])]
        return self.around(fn, self.held_by_method(fn, self.kind("conn"), name, [f"PQfinish({name});",
                                                                                f"{name} = NULL;"]), lines)

    def piece_choice(self, fn):
        name = self.fresh("conn")
        lines = self.declare(fn, f"PGconn *{name} = NULL;", name)
        lines.append(Line(f'{name} = {self.simple(fn)} ? PQconnectdb("dbname=a") : NULL;', "acquire"))
        return self.around(fn, self.held_by_method(fn, self.kind("conn"), name, [f"PQfinish({name});"]), lines)

    def simple(self, fn):
        return f"{self.rng.choice(fn.ints) if fn.ints else 'input()'} == {self.number()}"

    def piece_status(self, fn):
        """A result that each case of its status gives back by itself."""
        conns = [held.place for held in self.usable(fn) if held.kind.name == "conn"]
        if not conns:
            return []
        name = self.fresh("res")
        lines = self.declare(fn, f"PGresult *{name} = NULL;", name)
        lines.append(Line(f'{name} = PQexec({self.rng.choice(conns)}, "CALL cleanup()");', "acquire"))
        held = Held(self.kind("res"), name)
        fn.depth_in_switch += 1
        drop = Line(f"PQclear({name});", "release")
        cases = [(["case PGRES_COMMAND_OK:"], [drop.copy(), Line("break;", "break")]),
                 (["case PGRES_TUPLES_OK:"], use_lines(held, self.rng) + [drop.copy(), Line("break;", "break")]),
                 (["default:"], [drop] + (self.leave(fn) if self.may_leave(fn) else [Line("break;", "break")]))]
        if self.chance(0.3):
            cases[0][1][:] = []  # the same as the next
        fn.depth_in_switch -= 1
        return lines + [switch(f"PQresultStatus({name})", cases)]

    # --- transactions ---
    def runner(self, kind):
        def make():
            name = self.fresh("@sql")
            if kind == "conn":
                self.define(function(f"static int {name}(PGconn *up, const char *sql)", [
                    Line("PGresult *r = PQexec(up, sql);", "acquire"),
                    Line("int good = PQresultStatus(r) == PGRES_COMMAND_OK;"), Line("PQclear(r);", "release"),
                    Line("return good;", "exit")]), "return 0;")
            else:
                self.define(function(f"static int {name}(sqlite3 *up, const char *sql)", [
                    Line("return sqlite3_exec(up, sql, NULL, NULL, NULL) == SQLITE_OK;", "exit")]), "return 0;")
            return name
        return self.helpers.once(("runner", kind), make)

    def piece_transaction(self, fn):
        """Begins on the connection that entry is lent; each early exit rolls back."""
        if not fn.entry or not fn.lent or fn.in_loop or fn.depth or not self.may_leave(fn) \
                or any(held.kind is TRANSACTION for held in fn.held):
            return []
        kind = fn.lent[0][0]
        wrapped = self.chance(0.4)

        def run(sql):
            """(an expression, true if it went well; a statement)"""
            if wrapped:
                return f'{self.runner(kind)}(up, "{sql}")', f'{self.runner(kind)}(up, "{sql}");'
            if kind == "conn":
                return None, f'PQclear(PQexec(up, "{sql}"));'
            call = f'sqlite3_exec(up, "{sql}", NULL, NULL, NULL)'
            return f"{call} == SQLITE_OK", call + ";"

        good, statement = run("BEGIN")
        if good and self.chance(0.7):
            begin = if_(f"!{good}" if wrapped else good.replace("==", "!="), self.leave(fn))
        else:
            begin = Line(statement, "begin")
        held = self.held_by_method(fn, TRANSACTION, "up", [run("ROLLBACK")[1]])
        lines = [begin] + self.sequence(fn, 2)
        fn.held.remove(held)
        good, statement = run("COMMIT")
        if kind == "conn" and not (good and self.chance(0.5)):
            return lines + [Line(statement, "release")]
        # SQLite may refuse, and the transaction is as open as before.
        return lines + [if_(f"!{good}" if wrapped else good.replace("==", "!="), [Line(run("ROLLBACK")[1], "release")])]

    # --- only C++ ---
    def transaction_guard(self, kind):
        def make():
            name, handle = self.fresh("@transaction"), "PGconn" if kind == "conn" else "sqlite3"
            def run(sql):
                return Line(f'PQclear(PQexec(c_, "{sql}"));' if kind == "conn" else
                            f'sqlite3_exec(c_, "{sql}", NULL, NULL, NULL);', "release")
            commit = [run("COMMIT"), Line("open_ = false;")] if kind == "conn" else [
                if_('sqlite3_exec(c_, "COMMIT", NULL, NULL, NULL) == SQLITE_OK', [Line("open_ = false;")])]
            self.top.append(class_(f"class {name}", [
                Line("public:"),
                Node("func", [[f"explicit {name}({handle} *c) : c_(c), open_(true) {{", [run("BEGIN")]]]),
                Line(f"{name}(const {name} &) = delete;", "nocopy"),
                Node("func", [[f"~{name}() {{", [if_("open_", [run("ROLLBACK")])]]], tag="destructor"),
                Node("func", [["void commit() {", commit]], tag="return;"),
                Line("private:"), Line(f"{handle} *c_;"), Line("bool open_;")]))
            return name
        return self.helpers.once(("transaction", kind), make)

    def piece_guarded(self, fn):
        if self.language == "c" or not fn.entry or not fn.lent or fn.in_loop or fn.depth:
            return []
        if any(held.kind is TRANSACTION for held in fn.held):
            return []
        name = self.fresh("work")
        held = Held(TRANSACTION, "up", "raii")
        fn.held.append(held)
        lines = [Line(f"{self.transaction_guard(fn.lent[0][0])} {name}(up);")] + self.sequence(fn, 2)
        fn.held.remove(held)
        return lines + [Line(f"{name}.commit();", "release")]
