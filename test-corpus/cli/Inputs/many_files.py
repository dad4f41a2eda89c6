"""Writes a dozen sources with findings of their own and one in a header that they share."""

import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
folder.joinpath("h.h").write_text("""#pragma once
#include "libpq-fe.h"
inline int shared(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return PQserverVersion(Conn);
}
""")
for number in range(12):
    folder.joinpath(f"f{number}.cpp").write_text(f"""#include "h.h"
int own{number}(PGconn *Conn) {{ return PQntuples(PQexec(Conn, "SELECT {number}")) + shared(""); }}
PGconn *next{number}(const char *Dsn);
int uses{number}(const char *Dsn) {{ return PQstatus(next{number}(Dsn)); }}
PGconn *next{(number + 1) % 12}(const char *Dsn) {{ return {number} ? PQconnectdb(Dsn) : nullptr; }}
""")
