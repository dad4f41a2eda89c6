#include "roster.h"

namespace roster {

class Store {
public:
  int count(int Unit) {
    PGresult *Res = ask(Conn, "SELECT count(*) FROM duty");
    if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
      return -1;
    }
    PQclear(Res);
    return Unit;
  }

private:
  PGconn *Conn = nullptr;
};

int useCount(Store &S) { return S.count(1); }

} // namespace roster

bool swap(PGconn *Conn, bool Confirmed) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (Confirmed)
    return false;
  PQclear(PQexec(Conn, "COMMIT"));
  return true;
}

int late(PGconn *Conn) {
  PGresult *Größe = PQexec(Conn, "SELECT 1");
  PQclear(Größe);
  return sizeof("größer 😀") + PQntuples(Größe);
}
