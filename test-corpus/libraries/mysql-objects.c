// RUN: %check_dbtidy %s
// Connection objects of the program's own: mysql_init() gives their address back.
#include "mysql.h"

#include <stdlib.h>

void note(const char *Format, ...);

//===--- An object of the program's own -----------------------------------===//

int objectBad(const char *Host) {
  MYSQL Conn;
  mysql_init(&Conn); // WARN: [db-connection-leak]
  if (!mysql_real_connect(&Conn, Host, NULL, NULL, NULL, 0, NULL, 0)) {
    note("%s", mysql_error(&Conn));
    return -1;
  }
  mysql_close(&Conn);
  return 0;
}
int behindBad(const char *Host) {
  MYSQL Conn;
  MYSQL_RES *Res;
  if (!mysql_init(&Conn))
    return -1;
  if (!mysql_real_connect(&Conn, Host, NULL, NULL, NULL, 0, NULL, 0) ||
      mysql_query(&Conn, "SELECT 1") ||
      !(Res = mysql_store_result(&Conn))) { // WARN: [db-result-leak]
    mysql_close(&Conn);
    return -1;
  }
  int Rows = (int)mysql_num_rows(Res);
  mysql_close(&Conn);
  return Rows;
}
int objectOk(const char *Host) {
  MYSQL Conn;
  if (!mysql_init(&Conn))
    return -1;
  if (!mysql_real_connect(&Conn, Host, NULL, NULL, NULL, 0, NULL, 0)) {
    mysql_close(&Conn);
    return -1;
  }
  mysql_close(&Conn);
  return 0;
}

// Nothing says that the caller passes null: no new handle is to be expected.
void settingsOk(MYSQL *Conn) {
  mysql_init(Conn);
  mysql_options(Conn, MYSQL_READ_DEFAULT_GROUP, "client");
}

// Closing an object frees what it holds, not the object: whoever allocated it frees it,
// or opens it anew. Only a handle that mysql_init() has allocated is gone.
struct Keeper {
  MYSQL *Conn;
};
int keptOk(struct Keeper *K, const char *Host) {
  MYSQL *Conn = malloc(sizeof(*Conn));
  if (!Conn)
    return -1;
  mysql_init(Conn);
  if (!mysql_real_connect(Conn, Host, NULL, NULL, NULL, 0, NULL, 0)) {
    mysql_close(Conn);
    free(Conn);
    return -1;
  }
  K->Conn = Conn;
  return 0;
}
void droppedOk(struct Keeper *K) {
  mysql_close(K->Conn);
  free(K->Conn);
  K->Conn = NULL;
}
int reopenedOk(struct Keeper *K, const char *Host) {
  mysql_close(K->Conn);
  mysql_init(K->Conn);
  return mysql_real_connect(K->Conn, Host, NULL, NULL, NULL, 0, NULL, 0) ? 0 : -1;
}

//===--- A result that is the argument ------------------------------------===//

int renamedOk(const char *Host) {
  MYSQL *Handle = mysql_init(NULL);
  if (!Handle)
    return -1;
  MYSQL *Conn = mysql_real_connect(Handle, Host, NULL, NULL, NULL, 0, NULL, 0);
  if (!Conn) {
    mysql_close(Handle);
    return -1;
  }
  mysql_query(Conn, "DO 1");
  mysql_close(Conn);
  return 0;
}

//===--- Transactions -----------------------------------------------------===//

// The server ends the transaction even where its COMMIT fails, as PostgreSQL does.
int commitOk(MYSQL *Conn) {
  if (mysql_query(Conn, "START TRANSACTION"))
    return -1;
  mysql_query(Conn, "DELETE FROM a");
  if (mysql_query(Conn, "COMMIT")) {
    note("%s", mysql_error(Conn));
    return -1;
  }
  return 0;
}

//===--- What mysql_field_count() and mysql_errno() say of the result -----===//

int countedOk(MYSQL *Conn) {
  MYSQL_RES *Res = mysql_store_result(Conn);
  if (mysql_field_count(Conn) == 0)
    return (int)mysql_affected_rows(Conn);
  mysql_free_result(Res);
  return 0;
}
int erroneousOk(MYSQL *Conn) {
  MYSQL_RES *Res = mysql_store_result(Conn);
  if (mysql_errno(Conn) != 0)
    return -1;
  mysql_free_result(Res);
  return 0;
}
