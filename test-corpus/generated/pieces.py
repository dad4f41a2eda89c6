"""Short pieces between the larger ones: what programs do with the handles that they hold."""

from handles import KINDS, Held, acquire_expression, use_lines
from idioms import TRANSACTION
from tree import Line, if_, loop


class Pieces:
    """Mixed into the grammars."""

    def usable(self, fn):
        held = [held for held in fn.held if not held.guard and held.kind is not TRANSACTION]
        return held + [Held(KINDS[kind], place) for kind, place in fn.lent]

    def piece_use(self, fn):
        usable = self.usable(fn)
        return use_lines(self.rng.choice(usable), self.rng) if usable else []

    def piece_borrow(self, fn):
        usable = self.usable(fn)
        if not usable:
            return []
        held = self.rng.choice(usable)
        call = f"{self.helpers.borrower(held.kind)}({held.place})"
        if self.may_leave(fn) and self.chance(0.6):
            return [if_(f"{call} == {self.number()}", self.leave(fn))]
        return [Line(f"{call};", "use")]

    def piece_rows(self, fn):
        stmts = [held for held in self.usable(fn) if held.kind.name == "stmt"]
        if not stmts:
            return []
        place = self.rng.choice(stmts).place
        return [loop(f"while (sqlite3_step({place}) == SQLITE_ROW)",
                     [Line(f"(void)sqlite3_column_int({place}, 0);", "use")])]

    def piece_results(self, fn):
        conns = [held for held in self.usable(fn) if held.kind.name == "conn"]
        if not conns:
            return []
        place, name = self.rng.choice(conns).place, self.fresh("next")
        lines = self.declare(fn, f"PGresult *{name} = NULL;", name)
        return lines + [if_(f'PQsendQuery({place}, "SELECT id FROM job")', [
            loop(f"while (({name} = PQgetResult({place})) != NULL)", [Line(f"PQclear({name});", "release")])])]

    def piece_message(self, fn):
        dbs = [held for held in self.usable(fn) if held.kind.name == "db"]
        if not dbs:
            return []
        place, name = self.rng.choice(dbs).place, self.fresh("message")
        lines = self.declare(fn, f"char *{name} = NULL;", name)
        return lines + [if_(f'sqlite3_exec({place}, "DELETE FROM job", NULL, NULL, &{name}) != SQLITE_OK',
                            [Line(f"sqlite3_free({name});", "release")] + ([] if not self.may_leave(fn) else
                                                                           self.leave(fn)))]

    def piece_again(self, fn):
        """Gives a held result back early and takes another into the same place."""
        results = [held for held in fn.held[fn.floor:] if held.kind.name == "res" and not held.guard
                   and held.how in ("direct", "closer", "checked", "dropper")]
        if not results or fn.in_loop:
            return []
        held = self.rng.choice(results)
        conns = self.parents(fn, held.kind)
        if not conns:
            return []
        saved, held.extra = held.extra, []
        lines = self.release(held)
        held.extra = saved
        again = acquire_expression(held.kind, conns[0], self.rng, held.sql)
        return lines + [Line(f"{held.place} = {again};", "acquire")]
