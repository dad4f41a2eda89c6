// RUN: %check_dbtidy %s
// What SQL_SUCCEEDED tells.

#include "sql.h"
#include "sqlext.h"

#define MANUAL(Dbc) \
  SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0)

int work(void);

// SQL_SUCCEEDED(Rc) is (Rc & ~1) == 0, which leaves 0 and 1 only.
int succeededBad(SQLHDBC Dbc) {
  if (!SQL_SUCCEEDED(MANUAL(Dbc))) // WARN: [db-transaction-leak]
    return -1;
  if (work())
    return -1;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}
