"""Small models whose facts were found by hand, for the interpreter itself."""

from interpret import Program
from reader import parse

CONN = 'param conn "PGconn *" handle libpq:connection'
EXEC = 'call PQexec rule libpq:PQexec (conn, "SELECT 1" const)'
CLEAR = "call PQclear rule libpq:PQclear"

CASES = [
    ("released", f"function f {{ {CONN}; local r; r = {EXEC} at 2:1; {CLEAR} (r) at 3:1; return; }}", {}),
    ("leaked", f"function f {{ {CONN}; local r; r = {EXEC} at 2:1; return; }}", {("leak", (2,)): True}),
    ("null owes nothing", f"function f {{ {CONN}; local r; r = {EXEC} at 2:1; if r then y else n\n"
     f"y: {CLEAR} (r); n: return; }}", {}),
    ("overwritten", f"function f {{ {CONN}; local r; r = {EXEC} at 2:1; r = 0; return; }}", {("leak", (2,)): True}),
    ("twice", f"function f {{ {CONN}; local r; r = {EXEC} at 2:1; {CLEAR} (r) at 3:1; {CLEAR} (r) at 4:1; return; }}",
     {("misuse", (4,)): True}),
    ("failed open", "function f { local d; local rc\n"
     'rc = call sqlite3_open rule sqlite3:sqlite3_open ("a", &d) at 2:1\n'
     "if rc then b else g\nb: return\ng: call sqlite3_close rule sqlite3:sqlite3_close (d); return; }",
     {("leak", (2,)): True}),
    ("busy close", 'function f { param d "sqlite3 *" handle sqlite3:connection; local e; local t\n'
     'call sqlite3_open rule sqlite3:sqlite3_open ("a", &e) at 2:1\n'
     'call sqlite3_prepare_v2 rule sqlite3:sqlite3_prepare_v2 (e, "x", -1, &t, 0) at 3:1\n'
     "call sqlite3_close rule sqlite3:sqlite3_close (e) at 4:1\n"
     "call sqlite3_finalize rule sqlite3:sqlite3_finalize (t) at 5:1\nreturn; }", {("leak", (2,)): True}),
    ("through a wrapper", f"function f {{ {CONN}; local r; call g (conn, &r) at 2:1; return; }}\n"
     f'function g {{ {CONN}; param out "PGresult **"; *out = {EXEC} at 9:1; return; }}', {("leak", (2, 9)): True}),
    ("correlated", f'function f {{ {CONN}; local r; local i; i = call input () type "int"; r = 0\n'
     f"if i == 1 then a else b\na: r = {EXEC} at 2:1\nb: if i != 1 then d else c\n"
     f"c: {CLEAR} (r); goto d\nd: return; }}",
     {}),
    ("loop", f"function f {{ {CONN}; local r; local i\n"
     f'head: i = call input () type "int"; loop i then body else out\n'
     f"body: r = {EXEC} at 2:1; goto head\nout: return; }}", {("leak", (2,)): True}),
    ("exception", f"function f cxx {{ {CONN}; local r; r = {EXEC} at 2:1; call g () unwind pad\n{CLEAR} (r); return\n"
     f"pad: dispatch {{ x::y -> h; else -> gone }}\nh: {CLEAR} (r); return\ngone: resume; }}\n"
     'function g cxx { local i; i = call input () type "int"\nif i then a else b\n'
     "a: throw z, x::y; b: return; }", {}),
    ("exception leaves", f"function f cxx {{ {CONN}; local r; r = {EXEC} at 2:1; call g () unwind pad\n{CLEAR} (r)\n"
     "return\npad: resume; }\nfunction g cxx { throw z; }", {("leak", (2,)): True}),
    ("freed holder", f"function f {{ {CONN}; local j; j = call malloc rule libc:malloc (8); if j then a else b\n"
     f"a: j->r = {EXEC} at 2:1; call free rule libc:free (j); b: return; }}", {("leak", (2,)): True}),
    ("given away", f'function f {{ {CONN}; param out "PGresult **"; *out = {EXEC} at 2:1; return; }}', {}),
]


def run():
    wrong = 0
    for name, text, expected in CASES:
        actual = Program(parse(text)).facts("f")
        if actual != expected:
            wrong += 1
            print(f"{name}: expected {expected}, not {actual}")
    print(f"selftest: {len(CASES)} models, {wrong} wrong")
    return 1 if wrong else 0
