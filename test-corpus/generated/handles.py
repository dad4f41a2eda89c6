"""The handles of libpq and SQLite that generated programs hold: how each is had, asked and given back; and the
functions that programs put around these calls."""

from dataclasses import dataclass, field

from tree import Line, Node, class_, function, if_


@dataclass(frozen=True)
class Kind:
    name: str
    type: str  # what the pointer points to
    parent: str  # the kind whose handle the acquisition needs
    release: str
    stem: str  # of variables


KINDS = {
    "conn": Kind("conn", "PGconn", "", "PQfinish", "conn"),
    "res": Kind("res", "PGresult", "conn", "PQclear", "res"),
    "lit": Kind("lit", "char", "conn", "PQfreemem", "quoted"),
    "db": Kind("db", "sqlite3", "", "sqlite3_close", "db"),
    "stmt": Kind("stmt", "sqlite3_stmt", "db", "sqlite3_finalize", "stmt"),
    "str": Kind("str", "char", "", "sqlite3_free", "text"),
}
OUT_PARAMETER = {"db", "stmt"}
QUERIES = ["SELECT id FROM job", "SELECT count(*) FROM node", "UPDATE job SET done = 1", "DELETE FROM node",
           "CALL cleanup()"]


@dataclass
class Held:
    """A handle that the program owes."""
    kind: Kind
    place: str  # the expression that holds it
    how: str = "direct"  # direct, checked, closer, dropper, raii, alias
    guard: str = ""  # only to be released if this holds
    forget: bool = False  # the place is set to null behind the release
    extra: list = field(default_factory=list)  # lines behind the release (free of the box)
    sql: str = ""


def wants(sql):
    return "PGRES_TUPLES_OK" if sql.startswith("SELECT") else "PGRES_COMMAND_OK"


def acquire_expression(kind, parent, rng, sql):
    """A call that returns the handle."""
    if kind.name == "conn":
        return f'PQconnectdb("dbname=app{rng.randrange(3)}")'
    if kind.name == "res":
        if rng.random() < 0.15:
            return f'PQexecParams({parent}, "{sql}", 0, NULL, NULL, NULL, NULL, 0)'
        return f'PQexec({parent}, "{sql}")'
    if kind.name == "lit":
        return f'PQescapeLiteral({parent}, "x", 1)'
    return 'sqlite3_mprintf("%d", 1)'


def acquire_into(kind, parent, address, rng):
    """A call that returns a code and leaves the handle at the address."""
    if kind.name == "db":
        if rng.random() < 0.25:
            return f'sqlite3_open_v2("app.db", {address}, 2, NULL)'
        return f'sqlite3_open("app.db", {address})'
    return f'sqlite3_prepare_v2({parent}, "SELECT id FROM job", -1, {address}, NULL)'


def release_call(kind, place, rng=None):
    if kind.name == "db" and rng and rng.random() < 0.25:
        return f"sqlite3_close_v2({place});"
    return f"{kind.release}({place});"


def use_lines(held, rng):
    """Something harmless done with a live handle."""
    name, place = held.kind.name, held.place
    if name == "conn":
        return [Line(rng.choice([f"puts(PQerrorMessage({place}));", f"(void)PQstatus({place});"]), "use")]
    if name == "res":
        # Only a query has rows; that a failed one has none is for nobody to rely on.
        if rng.random() < 0.3 and held.sql.startswith("SELECT"):
            return [if_(f"PQntuples({place}) > 0", [Line(f"puts(PQgetvalue({place}, 0, 0));", "use")])]
        return [Line(rng.choice([f"(void)PQresultStatus({place});", f"(void)PQnfields({place});",
                                 f"puts(PQresultErrorMessage({place}));"]), "use")]
    if name == "db":
        return [Line(rng.choice([f"(void)sqlite3_changes({place});", f"puts(sqlite3_errmsg({place}));",
                                 f'sqlite3_exec({place}, "DELETE FROM job", NULL, NULL, NULL);']), "use")]
    if name == "stmt":
        return [Line(rng.choice([f"sqlite3_bind_int({place}, 1, 7);", f"(void)sqlite3_column_int({place}, 0);",
                                 f"sqlite3_step({place});", f"sqlite3_reset({place});"]), "use")]
    return [if_(place, [Line(f"puts({place});", "use")])]


class Helpers:
    """Functions that a program defines around the calls, each made once."""

    def __init__(self, generator):
        self.g = generator
        self.made = {}

    def once(self, key, make):
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]

    def closer(self, kind):
        """static void close(T *)"""
        def make():
            name = self.g.fresh(f"@close_{kind.name}")
            release = Line(release_call(kind, "h", self.g.rng), "release")
            body = [if_("h", [release])] if self.g.rng.random() < 0.4 else [release]
            self.g.define(function(f"static void {name}({kind.type} *h)", body), "return;")
            return name
        return self.once(("closer", kind.name, self.g.rng.randrange(2)), make)

    def dropper(self, kind):
        """static void drop(T **): releases and sets to null."""
        def make():
            name = self.g.fresh(f"@drop_{kind.name}")
            body = [Line(release_call(kind, "*h"), "release"), Line("*h = NULL;", "forget")]
            if self.g.rng.random() < 0.4:
                body = [if_("*h", body)]
            self.g.define(function(f"static void {name}({kind.type} **h)", body), "return;")
            return name
        return self.once(("dropper", kind.name), make)

    def maybe(self, kind):
        """static void maybe(T *, int): releases if asked to."""
        def make():
            name = self.g.fresh(f"@maybe_{kind.name}")
            self.g.define(function(f"static void {name}({kind.type} *h, int now)",
                                   [if_("now", [Line(release_call(kind, "h"), "release")])]), "return;")
            return name
        return self.once(("maybe", kind.name), make)

    def borrower(self, kind):
        """static int look(T *): only uses it."""
        def make():
            name = self.g.fresh(f"@look_{kind.name}")
            body = use_lines(Held(kind, "h"), self.g.rng) + [Line("return input();", "exit")]
            self.g.define(function(f"static int {name}({kind.type} *h)", body), "return 0;")
            return name
        return self.once(("borrower", kind.name), make)

    def parameters(self, kind, more=""):
        first = f"{KINDS[kind.parent].type} *up" if kind.parent else ""
        return ", ".join(part for part in (first, more) if part) or "void"

    def returner(self, kind, sql):
        """static T *open(...): (name, sure): sure if null means that nothing is owed."""
        rng = self.g.rng

        def make():
            name = self.g.fresh(f"@make_{kind.name}")
            head = f"static {kind.type} *{name}({self.parameters(kind)})"
            variant = rng.randrange(4)
            give = Line("return h;", "exit")
            if kind.name in OUT_PARAMETER:
                call = acquire_into(kind, "up", "&h", rng)
                fail = [Line(release_call(kind, "h"), "release")] if kind.name == "db" or variant == 0 else []
                body = [Line(f"{kind.type} *h = NULL;"),
                        if_(f"{call} != SQLITE_OK", fail + [Line("return NULL;", "exit")]), give]
            elif kind.name in ("conn", "res") and variant < 2:
                bad = "PQstatus(h) != CONNECTION_OK" if kind.name == "conn" else f"PQresultStatus(h) != {wants(sql)}"
                body = [Line(f"{kind.type} *h = {acquire_expression(kind, 'up', rng, sql)};", "acquire"),
                        if_(bad, [Line(release_call(kind, "h"), "release"), Line("return NULL;", "exit")]), give]
            elif kind.name == "conn" and variant == 2:
                body = [Line(f"{kind.type} *h = {acquire_expression(kind, 'up', rng, sql)};", "acquire"),
                        if_("PQstatus(h) == CONNECTION_OK || tries == 0", [Line("return h;", "exit")]),
                        Line(release_call(kind, "h"), "release"), Line(f"return {name}(tries - 1);", "exit")]
                self.g.define(function(f"static {kind.type} *{name}(int tries)", body), "return NULL;")
                return name, "1"
            else:
                body = [Line(f"return {acquire_expression(kind, 'up', rng, sql)};", "acquire")]
            self.g.define(function(head, body), "return NULL;")
            if rng.random() < 0.3:  # one more level
                outer = self.g.fresh(f"@get_{kind.name}")
                argument = "up" if kind.parent else ""
                self.g.define(function(f"static {kind.type} *{outer}({self.parameters(kind)})",
                                       [Line(f"return {name}({argument});", "acquire")]), "return NULL;")
                name = outer
            return name, ""
        return self.once(("returner", kind.name, sql[:6], rng.randrange(2)), make)

    def filler(self, kind, sql):
        """static int open(..., T **out): (name, cleans): cleans if nothing is owed on failure."""
        rng = self.g.rng

        def make():
            name = self.g.fresh(f"@fill_{kind.name}")
            head = f"static int {name}({self.parameters(kind, f'{kind.type} **out')})"
            cleans = rng.random() < 0.6
            drop = [Line(release_call(kind, "*out"), "release"), Line("*out = NULL;", "forget")] if cleans else []
            if kind.name in OUT_PARAMETER:
                call = acquire_into(kind, "up", "out", rng)
                if not cleans:
                    body = [Line(f"return {call};", "acquire")]
                else:
                    body = [Line(f"int rc = {call};", "acquire"),
                            if_("rc != SQLITE_OK", drop + [Line("return rc;", "exit")]), Line("return 0;", "exit")]
            else:
                bad = {"conn": "PQstatus(*out) != CONNECTION_OK", "res": f"PQresultStatus(*out) != {wants(sql)}"}
                body = [Line(f"*out = {acquire_expression(kind, 'up', rng, sql)};", "acquire"),
                        if_(bad.get(kind.name, "!*out"), drop + [Line("return -1;", "exit")]),
                        Line("return 0;", "exit")]
            self.g.define(function(head, body), "return -1;")
            return name, cleans
        return self.once(("filler", kind.name, sql[:6], rng.randrange(2)), make)

    def box(self, fields):
        """A struct that holds handles."""
        def make():
            name = self.g.fresh("@box")
            self.g.define(class_(f"struct {name}", [Line(f"{KINDS[kind].type} *{kind};") for kind in fields]), "")
            return name
        return self.once(("box", tuple(fields)), make)


def block(body):
    return Node("block", [["{", body]])
