"""Holds the oracle against programs whose faults are known by hand. No analyser is needed."""

from oracle import Oracle
from tree import Line, Program
from verdict import judge

# (name, language, what entry borrows, program, expected facts: type and 1-based line of the innermost call in it)
CASES = [
    ("clean", "c", "", """\
void @entry(void) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}""", []),
    ("leak", "c", "", """\
void @entry(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    return;
  }
  PQfinish(c);
}""", ["L2"]),
    ("null needs no release", "c", "", """\
void @entry(void) {
  PGconn *c = PQconnectdb("");
  if (!c) {
    return;
  }
  PQfinish(c);
}""", []),
    ("double release", "c", "", """\
void @entry(void) {
  PGconn *c = PQconnectdb("");
  PGresult *r = PQexec(c, "SELECT 1");
  if (input() == 1) {
    PQclear(r);
  }
  PQclear(r);
  PQfinish(c);
}""", ["U7"]),
    ("only if the second call fails", "c", "", """\
void @entry(void) {
  sqlite3 *db = NULL;
  if (sqlite3_open("", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return;
  }
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &s, NULL) != SQLITE_OK) {
    return;
  }
  sqlite3_finalize(s);
  sqlite3_close(db);
}""", ["L3"]),
    ("a busy close closes nothing", "c", "", """\
void @entry(void) {
  sqlite3 *db = NULL;
  sqlite3_open("", &db);
  sqlite3_stmt *s = NULL;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &s, NULL);
  sqlite3_close(db);
  sqlite3_finalize(s);
}""", ["L3"]),
    ("through a wrapper", "c", "", """\
static PGconn *@open(void) {
  return PQconnectdb("");
}
void @entry(void) {
  PGconn *c = @open();
  int v = input();
  if (v == 0) {
    PQfinish(c);
  }
  if (v != 0 && v != 1) {
    PQfinish(c);
  }
}""", ["L2"]),
    ("correlated conditions", "c", "", """\
void @entry(void) {
  int v = input();
  PGconn *c = NULL;
  if (v) {
    c = PQconnectdb("");
  }
  if (v) {
    PQfinish(c);
  }
}""", []),
    ("a commit that is refused", "c", "sqlite3", """\
void @entry(sqlite3 *db) {
  if (sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) {
    return;
  }
  sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
}""", ["X2"]),
    ("a transaction with one exit too many", "c", "PGconn", """\
void @entry(PGconn *c) {
  PQclear(PQexec(c, "BEGIN"));
  if (input() == 0) {
    return;
  }
  PQclear(PQexec(c, "COMMIT"));
}""", ["X2"]),
    ("an own variable survives no run", "c", "", """\
static PGconn *@kept = NULL;
void @entry(void) {
  if (!@kept) {
    @kept = PQconnectdb("");
  }
  PQfinish(@kept);
}""", []),
    ("the end of the program", "c", "", """\
void @entry(void) {
  PGconn *c = PQconnectdb("");
  if (!c) {
    exit(1);
  }
  if (PQstatus(c) != CONNECTION_OK) {
    exit(1);
  }
  PQfinish(c);
}""", []),
    ("a failed malloc", "c", "", """\
struct @box { PGconn *conn; };
void @entry(void) {
  PGconn *c = PQconnectdb("");
  struct @box *b = malloc(sizeof(*b));
  if (!b) {
    return;
  }
  b->conn = c;
  PQfinish(b->conn);
  free(b);
}""", ["L3"]),
    ("a value of a cleared result", "c", "PGconn", """\
void @entry(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  const char *v = PQresultErrorMessage(r);
  PQclear(r);
  puts(v);
}""", ["U5"]),
    ("only by an exception", "c++", "", """\
struct @error { int code; };
static void @check(int v) {
  if (v == 1) {
    throw @error{v};
  }
}
extern "C" void @entry(void) {
  PGconn *c = PQconnectdb("");
  @check(input());
  PQfinish(c);
}""", ["L8"]),
    ("unwinding runs destructors", "c++", "", """\
struct @guard {
  PGconn *c;
  @guard() : c(PQconnectdb("")) {}
  @guard(const @guard &) = delete;
  ~@guard() {
    PQfinish(c);
  }
};
extern "C" void @entry(void) {
  @guard g;
  if (input() == 1) {
    throw std::runtime_error("");
  }
}""", []),
    ("a copied guard", "c++", "", """\
struct @guard {
  PGconn *c;
  @guard() : c(PQconnectdb("")) {}
  ~@guard() {
    PQfinish(c);
  }
};
extern "C" void @entry(void) {
  @guard g;
  @guard h = g;
}""", ["U5"]),
    ("a constructor that throws half-way", "c++", "", """\
struct @owner {
  PGconn *c;
  @owner() {
    c = PQconnectdb("");
    if (PQstatus(c) != CONNECTION_OK) {
      throw std::runtime_error("");
    }
  }
  ~@owner() {
    PQfinish(c);
  }
};
extern "C" void @entry(void) {
  try {
    @owner o;
  } catch (const std::exception &) {
  }
}""", ["L4"]),
    ("too many runs are no verdict", "c", "", """\
void @entry(void) {
  for (int i = 0; i < 12; i++) {
    input();
  }
}""", "too-many-runs"),
    ("an endless loop is no verdict", "c", "", """\
void @entry(void) {
  for (int i = 0; i < 12; i = i) {
  }
}""", "timed-out"),
]


def selftest(folder, clang):
    oracle = Oracle(folder, clang)
    faults = 0
    for language in ("c", "c++"):
        cases = [case for case in CASES if case[1] == language]
        programs = [Program(language, [Line(text) for text in case[3].splitlines()], case[2]) for case in cases]
        batch, outcomes, rejected = oracle.execute(programs, language, "selftest")
        for program, text in rejected:
            print(f"selftest: {cases[programs.index(program)][0]}: {text}")
            faults += 1
        for (name, _, _, _, expected), outcome, (first, _) in zip(cases, outcomes, batch.ranges):
            verdict = judge(outcome, [])
            seen = sorted(f"{fact.type}{fact.lines[0] - first + 1}" for fact in verdict.owed)
            got = seen if outcome.status == "ok" else outcome.status
            if got != expected:
                print(f"selftest: {name}: expected {expected}, got {got} after {outcome.runs} runs")
                faults += 1
    print(f"selftest: {len(CASES)} programs, {faults} faults")
    return faults
