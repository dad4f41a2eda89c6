"""How a generated program comes by its handles and gets rid of them: the part of the generator that knows
the calls. Maker in generate.py is built on it."""

CONN, RES, DB, STMT = "libpq:connection", "libpq:result", "sqlite3:connection", "sqlite3:statement"
TYPES = {CONN: "PGconn *", RES: "PGresult *", DB: "sqlite3 *", STMT: "sqlite3_stmt *"}
RELEASE = {CONN: "PQfinish rule libpq:PQfinish", RES: "PQclear rule libpq:PQclear",
           DB: "sqlite3_close rule sqlite3:sqlite3_close", STMT: "sqlite3_finalize rule sqlite3:sqlite3_finalize"}
WORDS = {"status": "call PQresultStatus rule libpq:PQresultStatus ({} const handle libpq:result)",
         "rows": "call PQntuples rule libpq:PQntuples ({} const handle libpq:result)"}


class Owned:
    """Something to release: in a place, perhaps only where a condition holds or a flag is set."""

    def __init__(self, place, kind, when=None, flag=None, null=True):
        self.place, self.kind, self.when, self.flag, self.null = place, kind, when, flag, null


class Handles:
    """Wants of its heir: rng, style, owned, pending, blocks, cleanup, starts, decls and the ways to emit text."""

    # Releasing.
    def release(self, it):
        rng, place, kind = self.rng, it.place, it.kind
        if it.when:
            done = self.branch(it.when)
            self.release(Owned(place, kind))
            self.end(f"goto {done}")
            self.begin(done)
            return
        if it.flag:
            done = self.branch(it.flag)
            self.release(Owned(place, kind))
            self.emit(f"{it.flag} = 0")
            self.end(f"goto {done}")
            self.begin(done)
            return
        guard = rng.random() < 0.15 and kind in TYPES and self.branch(rng.choice([f"{place} != 0", place]))
        self.release_call(place, kind)
        if guard:
            self.end(f"goto {guard}")
            self.begin(guard)

    def release_call(self, place, kind):
        rng, style = self.rng, self.rng.random()
        if kind == "job":
            self.emit(f"call {self.help('free_job')} ({place})")
        elif kind == "filled":
            self.emit(f"call {self.help('empty_job')} (&{place})")
        elif kind == "two":
            a, b = place.split()
            self.emit(f"call {self.help('clear_two')} ({a} handle {RES}, {b} handle {RES})")
            self.help("clear")
            self.help("clear_some")
        elif kind == RES and style < 0.35:
            wrapper = rng.choice(["clear", "clear_some", "clear_null", "clear_if"])
            args = {"clear_null": f"&{place}", "clear_if": f"{place} handle {RES}, 1"}
            args = args.get(wrapper, f"{place} handle {RES}")
            self.emit(f"call {self.help(wrapper)} ({args})")
        elif kind == CONN and style < 0.3:
            self.emit(f"call {self.help('finish')} ({place} handle {CONN})")
        elif kind == DB and style < 0.2:
            self.emit(f"call {self.help('close_db')} ({place} handle {DB})")
        elif kind == DB and style < 0.6:
            self.emit(f"call sqlite3_close_v2 rule sqlite3:sqlite3_close_v2 ({place} handle {DB})")
        else:
            self.emit(f"call {RELEASE[kind]} ({place} handle {kind})")

    def release_all(self, items):
        for it in reversed(items):
            self.release(it)

    def leave(self, value=None):
        """Ends this way: everything that is owned is released first, or at the one exit."""
        if self.style == "inline":
            self.release_all(self.owned)
            self.end(f"return {self.rng.randint(0, 2) if value is None else value}")
        else:
            self.emit(f"ret = {self.rng.randint(0, 2) if value is None else value}")
            self.end("goto out")

    def pad(self):
        """A block for an exception; returns its label."""
        label, saved = self.name("pad"), self.blocks[-1]
        index = len(self.blocks)
        self.begin(label)
        caught = self.rng.random() < 0.5
        if caught:
            gone, handler = self.name("gone"), self.name("handler")
            name = self.rng.choice(["std::exception", "db::error", "...", "app::failure"])
            self.end(f"dispatch {{ {name} -> {handler}; else -> {gone} }}")
            self.begin(handler)
            self.leave_inline("return 3" if self.rng.random() < 0.7 else "rethrow")
            self.begin(gone)
        self.leave_inline("resume")
        pads, self.blocks[index:] = self.blocks[index:], []
        self.cleanup += pads
        assert self.blocks[-1] is saved
        return label

    def leave_inline(self, end):
        self.release_all(self.owned if self.style == "inline" else self.everything())
        self.end(end)

    def everything(self):
        return self.owned + [it for it in self.pending if it not in self.owned]

    def acquire(self):
        self.rng.choice([self.get_result, self.get_result, self.get_result, self.get_conn, self.get_db, self.get_stmt,
                         self.get_job, self.get_filled])()

    def connection(self):
        names = [it.place for it in self.owned if it.kind == CONN and not it.when and not it.flag]
        return self.rng.choice(names + ["conn"])

    def get_result(self):
        rng, it, conn = self.rng, self.new(RES, "r"), self.connection()
        how = rng.random()
        if how < 0.55:
            self.emit(f'{it.place} = call PQexec rule libpq:PQexec ({conn} handle {CONN}, "SELECT 1" const)')
            self.own(it)
            if rng.random() < 0.5:
                self.check(WORDS["status"].format(it.place), rng.choice(["!= 2", "== 7", "!= 1"]))
            elif rng.random() < 0.4:
                no = self.branch(f"{it.place} == 0")
                if not it.flag:
                    self.owned.remove(it)
                self.leave()
                if not it.flag:
                    self.owned.append(it)
                self.begin(no)
        elif how < 0.7:
            self.emit(f"{it.place} = call {self.help('query')} ({conn} handle {CONN}) result {RES}")
            self.own(it)
            if rng.random() < 0.5:
                no = self.branch(f"!{it.place}")
                self.leave()
                self.begin(no)
        else:
            rc = self.local("rc")
            name = self.help(rng.choice(["query_out", "query_kept"]))
            self.emit(f"{rc} = call {name} ({conn} handle {CONN}, &{it.place})")
            self.own(it)
            if rng.random() < 0.6:
                no = self.branch(rng.choice([f"{rc} < 0", f"{rc} != 0"]))
                self.leave()
                self.begin(no)

    def check(self, call, test):
        s = self.local("s")
        self.emit(f"{s} = {call}")
        no = self.branch(f"{s} {test}")
        self.leave()
        self.begin(no)

    def get_conn(self):
        it = self.new(CONN, "c")
        if self.rng.random() < 0.5:
            self.emit(f'{it.place} = call PQconnectdb rule libpq:PQconnectdb ("db" const)')
            self.own(it)
            if self.rng.random() < 0.7:
                self.check(f"call PQstatus rule libpq:PQstatus ({it.place} const handle {CONN})", "!= 0")
        else:
            self.emit(f"{it.place} = call {self.help('open_or_null')} () result {CONN}")
            self.own(it)
            if self.rng.random() < 0.5:
                no = self.branch(f"{it.place} == 0")
                self.leave()
                self.begin(no)

    def get_db(self):
        rng, it, rc = self.rng, self.new(DB, "d"), self.local("rc")
        if rng.random() < 0.5:
            self.emit(f'{rc} = call sqlite3_open rule sqlite3:sqlite3_open ("a.db" const, &{it.place})')
        else:
            self.emit(f"{rc} = call {self.help(rng.choice(['open_db', 'open_db_in_place']))} (&{it.place})")
        self.own(it)
        if rng.random() < 0.7:
            no = self.branch(rng.choice([rc, f"{rc} != 0"]))
            self.leave()
            self.begin(no)

    def get_stmt(self):
        rng = self.rng
        names = [it.place for it in self.owned if it.kind == DB and not it.when and not it.flag] + ["db"]
        it, db = self.new(STMT, "t"), rng.choice(names)
        how = rng.random()
        if how < 0.3:
            self.emit(f"{it.place} = call {self.help('prepare_value')} ({db} handle {DB}) result {STMT}")
            self.own(it)
            return
        rc = self.local("rc")
        if how < 0.5:
            self.emit(f"{rc} = call {self.help('prepare')} ({db} handle {DB}, &{it.place})")
        else:
            self.emit(f"{rc} = call sqlite3_prepare_v2 rule sqlite3:sqlite3_prepare_v2 "
                      f'({db} handle {DB}, "SELECT 1" const, -1, &{it.place}, 0)')
        if rng.random() < 0.6:
            no = self.branch(f"{rc} != 0")
            self.leave()
            self.begin(no)
        self.own(it)

    def get_job(self):
        it = self.new("job", "j")
        self.decls[-1] = f'local {it.place} "struct job *"'
        self.starts.append(f"{it.place} = 0")
        self.emit(f"{it.place} = call {self.help('new_job')} ({self.connection()} handle {CONN})")
        self.own(it)

    def get_filled(self):
        it = self.new("filled", "b")
        self.decls[-1] = f'local {it.place} "struct job"'
        self.starts.append(f"{it.place}.n = 0")
        self.emit(f"call {self.help('fill_job')} (&{it.place}, {self.connection()} handle {CONN})")
        self.own(it)
