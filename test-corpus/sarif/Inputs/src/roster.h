#pragma once
#include "libpq-fe.h"
inline PGresult *ask(PGconn *Conn, const char *Sql) {
  return PQexec(Conn, Sql);
}
