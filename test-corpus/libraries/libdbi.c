// RUN: %check_dbtidy %s
// libdbi: instances, connections that are owed before they are connected, results that
// outlive nothing on their own, transactions by call and by text.

#include "dbi/dbi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);
int work(dbi_conn Conn);

//===--- Instances and connections --------------------------------------------------===//

// The drivers stay loaded.
int count_driversBad(void) {
  dbi_inst Instance;
  int Count =
      dbi_initialize_r(NULL, &Instance); // WARN: [db-result-leak] "libdbi instance"
  if (Count < 0)
    return -1;
  if (Count == 0) {
    logf_("no drivers");
    return 0;
  }
  dbi_shutdown_r(Instance);
  return Count;
}

int count_driversOk(void) {
  dbi_inst Instance;
  const int Count = dbi_initialize_r(NULL, &Instance);
  if (Count < 0) {
    logf_("no folder of drivers");
    return -1;
  }
  dbi_driver Driver = NULL;
  while ((Driver = dbi_driver_list_r(Driver, Instance)) != NULL)
    printf("%s\n", dbi_driver_get_name(Driver));
  dbi_shutdown_r(Instance);
  return Count;
}

// dbi_conn_new_r() makes the handle, dbi_conn_connect() connects it: a failure of the
// second leaves the first.
dbi_conn connectBad(dbi_inst Instance) {
  dbi_conn Conn = dbi_conn_new_r("pgsql", Instance); // WARN: [db-connection-leak]
  if (Conn == NULL)
    return NULL;
  dbi_conn_set_option(Conn, "host", "localhost");
  dbi_conn_set_option_numeric(Conn, "port", 5432);
  if (dbi_conn_connect(Conn) < 0) {
    const char *Message;
    dbi_conn_error(Conn, &Message);
    logf_("cannot connect: %s", Message);
    return NULL;
  }
  return Conn;
}

dbi_conn connectOk(dbi_inst Instance) {
  dbi_conn Conn = dbi_conn_new_r("pgsql", Instance);
  if (Conn == NULL)
    return NULL;
  dbi_conn_set_option(Conn, "host", "localhost");
  dbi_conn_set_option_numeric(Conn, "port", 5432);
  if (dbi_conn_connect(Conn) < 0) {
    const char *Message;
    dbi_conn_error(Conn, &Message);
    logf_("cannot connect: %s", Message);
    dbi_conn_close(Conn);
    return NULL;
  }
  return Conn;
}

// No drivers are no failure: the instance is there.
int no_driversBad(void) {
  dbi_inst Instance;
  if (dbi_initialize_r("/usr/lib/dbd", &Instance) < 1) // WARN: [db-result-leak]
    return -1;
  const int Known = dbi_driver_open_r("sqlite3", Instance) != NULL;
  dbi_shutdown_r(Instance);
  return Known;
}

// Shutting the instance down closes its connections.
int shutdown_closesOk(void) {
  dbi_inst Instance;
  if (dbi_initialize_r("/usr/lib/dbd", &Instance) < 0)
    return -1;
  dbi_conn Conn = dbi_conn_new_r("sqlite3", Instance);
  int Ret = -1;
  if (Conn && dbi_conn_connect(Conn) == 0)
    Ret = dbi_conn_ping(Conn);
  dbi_shutdown_r(Instance);
  return Ret;
}

// Of the library's own instance there is no handle that would close it.
int library_instanceBad(void) {
  if (dbi_initialize(NULL) < 1)
    return -1;
  dbi_conn Conn = dbi_conn_new("mysql"); // WARN: [db-connection-leak]
  if (Conn == NULL)
    return -1;
  if (dbi_conn_connect(Conn) != 0)
    return -1;
  dbi_conn_close(Conn);
  dbi_shutdown();
  return 0;
}

// A null connection may be closed.
int close_nullOk(dbi_driver Driver) {
  dbi_conn Conn = dbi_conn_open(Driver);
  const int Ret = dbi_conn_connect(Conn);
  dbi_conn_close(Conn);
  return Ret;
}

int error_after_closeBad(dbi_conn Conn) {
  const char *Message;
  const int Error = dbi_conn_error(Conn, &Message);
  dbi_conn_close(Conn);
  if (Error)
    logf_("%s", Message); // WARN: [db-use-after-close]
  return Error;
}

int error_before_closeOk(dbi_conn Conn) {
  const char *Message = NULL;
  const int Error = dbi_conn_error(Conn, &Message);
  if (Error)
    logf_("%s", Message);
  dbi_conn_close(Conn);
  return Error;
}

//===--- Results --------------------------------------------------------------------===//

int count_usersBad(dbi_conn Conn) {
  dbi_result Result =
      dbi_conn_query(Conn, "SELECT id FROM users"); // WARN: [db-result-leak]
  if (!Result)
    return -1;
  if (dbi_result_get_numrows(Result) == 0)
    return 0;
  const int Rows = (int)dbi_result_get_numrows(Result);
  dbi_result_free(Result);
  return Rows;
}

// Failure is no result.
int count_usersOk(dbi_conn Conn) {
  int Rows = 0;
  dbi_result Result = dbi_conn_query(Conn, "SELECT id FROM users");
  if (Result) {
    while (dbi_result_next_row(Result))
      ++Rows;
    dbi_result_free(Result);
  } else {
    const char *Message;
    dbi_conn_error(Conn, &Message);
    logf_("%s", Message);
    Rows = -1;
  }
  return Rows;
}

// The result of a statement without rows is one, too.
int insertBad(dbi_conn Conn, int Id) {
  if (!dbi_conn_queryf(Conn, "INSERT INTO log VALUES(%d)", Id)) // WARN: [db-result-leak]
    return -1;
  return 0;
}

int insertOk(dbi_conn Conn, int Id) {
  dbi_result Result = dbi_conn_queryf(Conn, "INSERT INTO log VALUES(%d)", Id);
  return Result == NULL ? -1 : dbi_result_free(Result);
}

// Freed where it is null as well: that only fails.
int free_nullOk(dbi_conn Conn, const char *Table) {
  dbi_result Result = dbi_conn_get_table_list(Conn, "data", Table);
  const int Found = dbi_result_first_row(Result);
  dbi_result_free(Result);
  return Found;
}

// The loop asks for a new one each time.
int each_tableOk(dbi_conn Conn, const char *const *Tables) {
  int Rows = 0;
  for (; *Tables; ++Tables) {
    dbi_result Result = dbi_conn_queryf(Conn, "SELECT * FROM %s", *Tables);
    if (!Result)
      continue;
    if (dbi_result_get_numfields(Result) > 1 && dbi_result_first_row(Result))
      Rows += dbi_result_get_int_idx(Result, 1);
    dbi_result_free(Result);
  }
  return Rows;
}

int each_tableBad(dbi_conn Conn, const char *const *Tables) {
  int Rows = 0;
  for (; *Tables; ++Tables) {
    dbi_result Result =
        dbi_conn_queryf(Conn, "SELECT * FROM %s", *Tables); // WARN: [db-result-leak]
    if (!Result)
      continue;
    if (!dbi_result_first_row(Result))
      continue;
    Rows += dbi_result_get_int_idx(Result, 1);
    dbi_result_free(Result);
  }
  return Rows;
}

// Closing the connection does not free its results.
int close_keepsBad(dbi_conn Conn) {
  dbi_result Result = dbi_conn_query(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Found = Result && dbi_result_first_row(Result);
  dbi_conn_close(Conn);
  return Found;
}

// Taken away from its connection it still has to be freed.
int disjoinOk(dbi_conn Conn) {
  dbi_result Result = dbi_conn_query(Conn, "SELECT 1");
  if (!Result) {
    dbi_conn_close(Conn);
    return -1;
  }
  dbi_result_disjoin(Result);
  dbi_conn_close(Conn);
  const int One = dbi_result_next_row(Result) ? dbi_result_get_int_idx(Result, 1) : 0;
  dbi_result_free(Result);
  return One;
}

//===--- Fields ---------------------------------------------------------------------===//

const char *name_of_userBad(dbi_conn Conn, int Id) {
  dbi_result Result = dbi_conn_queryf(Conn, "SELECT name FROM users WHERE id=%d", Id);
  if (!Result)
    return NULL;
  const char *Name = NULL;
  if (dbi_result_next_row(Result))
    Name = dbi_result_get_string(Result, "name");
  dbi_result_free(Result);
  return Name; // WARN: [db-use-after-close]
}

// A copy is the caller's own.
char *name_of_userOk(dbi_conn Conn, int Id) {
  dbi_result Result = dbi_conn_queryf(Conn, "SELECT name FROM users WHERE id=%d", Id);
  if (!Result)
    return NULL;
  char *Name = NULL;
  if (dbi_result_next_row(Result))
    Name = dbi_result_get_string_copy(Result, "name");
  dbi_result_free(Result);
  return Name;
}

// A row's string stays while the result does, whatever row is read next.
int equal_rowsOk(dbi_result Result) {
  if (!dbi_result_next_row(Result))
    return 0;
  const char *First = dbi_result_get_string_idx(Result, 1);
  if (!dbi_result_next_row(Result))
    return 0;
  return strcmp(First, dbi_result_get_string_idx(Result, 1)) == 0;
}

int use_freedBad(dbi_conn Conn) {
  dbi_result Result = dbi_conn_query(Conn, "SELECT 1");
  if (!dbi_result_next_row(Result))
    dbi_result_free(Result);
  const int One = dbi_result_get_int_idx(Result, 1); // WARN: [db-use-after-close]
  dbi_result_free(Result);
  return One;
}

//===--- Transactions ---------------------------------------------------------------===//

int begin_by_callBad(dbi_conn Conn) {
  if (dbi_conn_transaction_begin(Conn) != 0) // WARN: [db-transaction-leak]
    return -1;
  dbi_result Result = dbi_conn_query(Conn, "DELETE FROM users");
  if (!Result)
    return -1;
  dbi_result_free(Result);
  return dbi_conn_transaction_commit(Conn);
}

int begin_by_callOk(dbi_conn Conn) {
  if (dbi_conn_transaction_begin(Conn) != 0)
    return -1;
  dbi_result Result = dbi_conn_query(Conn, "DELETE FROM users");
  if (!Result) {
    dbi_conn_transaction_rollback(Conn);
    return -1;
  }
  dbi_result_free(Result);
  return dbi_conn_transaction_commit(Conn);
}

static int run(dbi_conn Conn, const char *Sql) {
  dbi_result Result = dbi_conn_query(Conn, Sql);
  if (!Result)
    return -1;
  dbi_result_free(Result);
  return 0;
}

int begin_by_textBad(dbi_conn Conn, int Count) {
  if (run(Conn, "BEGIN") != 0) // WARN: [db-transaction-leak]
    return -1;
  for (int I = 0; I < Count; ++I)
    if (run(Conn, "INSERT INTO log VALUES(1)") != 0)
      return -1;
  return run(Conn, "COMMIT");
}

int begin_by_textOk(dbi_conn Conn, int Count) {
  int Ret = run(Conn, "BEGIN");
  if (Ret != 0)
    return Ret;
  for (int I = 0; I < Count && Ret == 0; ++I)
    Ret = run(Conn, "INSERT INTO log VALUES(1)");
  run(Conn, Ret == 0 ? "COMMIT" : "ROLLBACK");
  return Ret;
}

// A rollback is owed also where the commit failed.
int commit_failedBad(dbi_conn Conn) {
  if (dbi_conn_transaction_begin(Conn) != 0) // WARN: [db-transaction-leak]
    return -1;
  if (run(Conn, "DELETE FROM log") != 0) {
    dbi_conn_transaction_rollback(Conn);
    return -1;
  }
  if (dbi_conn_transaction_commit(Conn) != 0) {
    logf_("cannot commit");
    return -1;
  }
  return 0;
}

// Savepoints end with the transaction that they are in.
int savepointOk(dbi_conn Conn) {
  if (dbi_conn_transaction_begin(Conn))
    return -1;
  dbi_conn_savepoint(Conn, "before");
  if (work(Conn) != 0)
    dbi_conn_rollback_to_savepoint(Conn, "before");
  if (dbi_conn_transaction_commit(Conn) == 0)
    return 0;
  dbi_conn_transaction_rollback(Conn);
  return -1;
}

// Closing the connection ends its transaction.
int close_endsOk(dbi_conn Conn) {
  if (dbi_conn_transaction_begin(Conn) == 0 && work(Conn) == 0)
    dbi_conn_transaction_commit(Conn);
  dbi_conn_close(Conn);
  return 0;
}
