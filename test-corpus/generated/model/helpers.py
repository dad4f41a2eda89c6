"""Functions that generated programs call: wrappers that open, close, move and check handles.

`$name` becomes the program's own function of that name. A program holds those that it calls.
"""

TEXT = """
function $open_or_null returns "PGconn *" handle libpq:connection {
  local c "PGconn *" handle libpq:connection
  local s "int"
  c = call PQconnectdb rule libpq:PQconnectdb ("db" const)
  s = call PQstatus rule libpq:PQstatus (c const handle libpq:connection)
  if s then bad else good
bad:
  call PQfinish rule libpq:PQfinish (c handle libpq:connection)
  return 0
good:
  return c
}
function $open_db returns "int" {
  param out "sqlite3 **"
  local d "sqlite3 *" handle sqlite3:connection
  local rc "int"
  rc = call sqlite3_open rule sqlite3:sqlite3_open ("a.db" const, &d)
  if rc then bad else good
bad:
  call sqlite3_close rule sqlite3:sqlite3_close (d handle sqlite3:connection)
  *out = 0
  return rc
good:
  *out = d
  return 0
}
function $open_db_in_place returns "int" {
  param out "sqlite3 **"
  local rc "int"
  rc = call sqlite3_open rule sqlite3:sqlite3_open ("a.db" const, out)
  return rc
}
function $prepare returns "int" {
  param d "sqlite3 *" handle sqlite3:connection
  param out "sqlite3_stmt **"
  local rc "int"
  rc = call sqlite3_prepare_v2 rule sqlite3:sqlite3_prepare_v2 (d, "SELECT 1" const, -1, out, 0)
  if rc then bad else good
bad:
  return -1
good:
  return 0
}
function $prepare_value returns "sqlite3_stmt *" handle sqlite3:statement {
  param d "sqlite3 *" handle sqlite3:connection
  local st "sqlite3_stmt *" handle sqlite3:statement
  local rc "int"
  rc = call sqlite3_prepare_v2 rule sqlite3:sqlite3_prepare_v2 (d, "SELECT 1" const, -1, &st, 0)
  if rc != 0 then bad else good
bad:
  return 0
good:
  return st
}
function $query returns "PGresult *" handle libpq:result {
  param conn "PGconn *" handle libpq:connection
  local r "PGresult *" handle libpq:result
  local s "int"
  r = call PQexec rule libpq:PQexec (conn handle libpq:connection, "SELECT 1" const)
  s = call PQresultStatus rule libpq:PQresultStatus (r const handle libpq:result)
  if s != 2 then bad else good
bad:
  call PQclear rule libpq:PQclear (r handle libpq:result)
  return 0
good:
  return r
}
function $query_out returns "int" {
  param conn "PGconn *" handle libpq:connection
  param out "PGresult **"
  local s "int"
  *out = call PQexec rule libpq:PQexec (conn handle libpq:connection, "SELECT 1" const)
  s = call PQresultStatus rule libpq:PQresultStatus (*out const handle libpq:result)
  if s == 2 then good else bad
bad:
  call PQclear rule libpq:PQclear (*out handle libpq:result)
  *out = 0
  return -1
good:
  return 0
}
function $query_kept returns "int" {
  param conn "PGconn *" handle libpq:connection
  param out "PGresult **"
  local r "PGresult *" handle libpq:result
  local n "int"
  r = call PQexec rule libpq:PQexec (conn handle libpq:connection, "SELECT 1" const)
  n = call PQntuples rule libpq:PQntuples (r const handle libpq:result)
  *out = r
  return n
}
function $run returns "int" {
  param conn "PGconn *" handle libpq:connection
  local r "PGresult *" handle libpq:result
  local s "int"
  r = call PQexec rule libpq:PQexec (conn handle libpq:connection, "DELETE FROM t" const)
  s = call PQresultStatus rule libpq:PQresultStatus (r const handle libpq:result)
  call PQclear rule libpq:PQclear (r handle libpq:result)
  return s
}
function $clear {
  param r "PGresult *" handle libpq:result
  call PQclear rule libpq:PQclear (r handle libpq:result)
  return
}
function $clear_some {
  param r "PGresult *" handle libpq:result
  if r then yes else no
yes:
  call PQclear rule libpq:PQclear (r handle libpq:result)
  goto no
no:
  return
}
function $clear_null {
  param at_ "PGresult **"
  call PQclear rule libpq:PQclear (*at_ handle libpq:result)
  *at_ = 0
  return
}
function $clear_if {
  param r "PGresult *" handle libpq:result
  param wanted "int"
  if wanted == 0 then no else yes
yes:
  call PQclear rule libpq:PQclear (r handle libpq:result)
  goto no
no:
  return
}
function $clear_two {
  param a "PGresult *" handle libpq:result
  param b "PGresult *" handle libpq:result
  call $clear (a handle libpq:result)
  call $clear_some (b handle libpq:result)
  return
}
function $same returns "PGresult *" handle libpq:result {
  param r "PGresult *" handle libpq:result
  return r
}
function $take returns "PGresult *" handle libpq:result {
  param from "PGresult **"
  local r "PGresult *" handle libpq:result
  r = *from
  *from = 0
  return r
}
function $swap {
  param a "PGresult **"
  param b "PGresult **"
  local t "PGresult *" handle libpq:result
  t = *a
  *a = *b
  *b = t
  return
}
function $finish {
  param c "PGconn *" handle libpq:connection
  call PQfinish rule libpq:PQfinish (c handle libpq:connection)
  return
}
function $close_db returns "int" {
  param d "sqlite3 *" handle sqlite3:connection
  local rc "int"
  rc = call sqlite3_close rule sqlite3:sqlite3_close (d handle sqlite3:connection)
  return rc
}
function $check cxx {
  param conn "PGconn *" handle libpq:connection
  local s "int"
  s = call PQstatus rule libpq:PQstatus (conn const handle libpq:connection)
  if s != 0 then bad else good
bad:
  throw db::error, std::exception
good:
  return
}
function $check_both cxx {
  param conn "PGconn *" handle libpq:connection
  local s "int"
  s = call $run (conn handle libpq:connection)
  if s == 7 then bad else next
next:
  call $check (conn handle libpq:connection) throws
  return
bad:
  throw app::failure
}
function $new_job returns "struct job *" {
  param conn "PGconn *" handle libpq:connection
  local j "struct job *"
  j = call malloc rule libc:malloc (16)
  if !j then none else made
none:
  return 0
made:
  j->r = call PQexec rule libpq:PQexec (conn handle libpq:connection, "SELECT 1" const)
  j->n = 1
  return j
}
function $free_job {
  param j "struct job *"
  if j == 0 then none else some
some:
  call PQclear rule libpq:PQclear (j->r handle libpq:result)
  call free rule libc:free (j)
  return
none:
  return
}
function $fill_job {
  param j "struct job *"
  param conn "PGconn *" handle libpq:connection
  j->r = call PQexec rule libpq:PQexec (conn handle libpq:connection, "SELECT 1" const)
  j->n = 1
  return
}
function $empty_job {
  param j "struct job *"
  if j->n then full else done
full:
  call PQclear rule libpq:PQclear (j->r handle libpq:result)
  j->n = 0
  goto done
done:
  return
}
function $adopt {
  param j "struct job *"
  param r "PGresult *" handle libpq:result
  j->r = r
  j->n = 1
  return
}
"""


class Function:
    """A function as lines: what stands before the blocks, and blocks of [label, events, end]."""

    def __init__(self, name, header, decls, blocks):
        self.name, self.header, self.decls, self.blocks = name, header, decls, blocks

    def copy(self):
        return Function(self.name, self.header, list(self.decls), [[b[0], list(b[1]), b[2]] for b in self.blocks])

    def text(self):
        out = [self.header] + ["  " + line for line in self.decls]
        for label, events, end in self.blocks:
            out += [label + ":"] + ["  " + line for line in events] + ["  " + end]
        return out + ["}"]


ENDS = ("if ", "loop ", "goto ", "switch ", "return", "throw ", "rethrow", "dispatch ", "resume", "unreachable")
DECLS = ("param ", "local ", "temp ", "static ", "global ")


def read(lines):
    name = lines[0].split()[1][1:]
    out = Function(name, lines[0], [], [])
    current = None
    for line in lines[1:-1]:
        line = line.strip()
        if line.startswith(DECLS):
            out.decls.append(line)
        elif line.endswith(":"):
            if current and current[2] is None:
                current[2] = "goto " + line[:-1]
            current = [line[:-1], [], None]
            out.blocks.append(current)
        else:
            if current is None:
                current = ["entry", [], None]
                out.blocks.append(current)
            if line.startswith(ENDS):
                current[2] = line
            else:
                current[1].append(line)
    return out


def load():
    out, lines = {}, []
    for line in TEXT.strip().splitlines():
        lines.append(line)
        if line == "}":
            function = read(lines)
            out[function.name] = function
            lines = []
    return out


LIBRARY = load()
