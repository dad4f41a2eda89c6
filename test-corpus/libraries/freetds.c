// RUN: %check_dbtidy %s
// FreeTDS DB-Library: login records and processes, and what the columns' data depend on.

#include "sybdb.h"
#include "sybfront.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);
int handle_row(DBPROCESS *Process);

//===--- Connecting -----------------------------------------------------------------===//

// dbopen() copies what it needs of the login record, which stays the caller's.
DBPROCESS *connectBad(const char *Server, const char *User) {
  LOGINREC *Login = dblogin(); // WARN: [db-result-leak] "login record 'Login'"
  if (!Login)
    return NULL;
  DBSETLUSER(Login, User);
  DBSETLAPP(Login, "service");
  return dbopen(Login, Server);
}

DBPROCESS *connectOk(const char *Server, const char *User) {
  LOGINREC *Login = dblogin();
  if (!Login)
    return NULL;
  DBSETLUSER(Login, User);
  DBSETLAPP(Login, "service");
  DBPROCESS *Process = dbopen(Login, Server);
  dbloginfree(Login);
  return Process;
}

// The record is forgotten only where the server does not answer.
DBPROCESS *connect_failedBad(const char *Server) {
  LOGINREC *Login = dblogin(); // WARN: [db-result-leak]
  DBSETLUSER(Login, "service");
  DBPROCESS *Process = dbopen(Login, Server);
  if (Process == NULL) {
    logf_("cannot connect to %s", Server);
    return NULL;
  }
  dbloginfree(Login);
  return Process;
}

// A record serves several connections.
int connect_bothOk(const char *First, const char *Second) {
  int Ret = -1;
  LOGINREC *Login = dblogin();
  DBPROCESS *One = dbopen(Login, First), *Two = NULL;
  if (!One)
    goto done;
  if (!(Two = dbopen(Login, Second)))
    goto done;
  Ret = dbspid(One) != dbspid(Two);
done:
  dbclose(Two);
  if (One)
    dbclose(One);
  dbloginfree(Login);
  return Ret;
}

int connect_bothBad(LOGINREC *Login, const char *First, const char *Second) {
  DBPROCESS *One = dbopen(Login, First); // WARN: [db-connection-leak]
  if (!One)
    return -1;
  DBPROCESS *Two = dbopen(Login, Second);
  if (!Two)
    return -1;
  const int Ret = dbspid(One) != dbspid(Two);
  dbclose(Two);
  dbclose(One);
  return Ret;
}

// Connected, but not to the database that was asked for.
DBPROCESS *use_databaseBad(LOGINREC *Login, const char *Name) {
  DBPROCESS *Process = dbopen(Login, NULL); // WARN: [db-connection-leak]
  if (!Process)
    return NULL;
  if (dbuse(Process, Name) == FAIL) {
    logf_("no database %s", Name);
    return NULL;
  }
  return Process;
}

DBPROCESS *use_databaseOk(LOGINREC *Login, const char *Name) {
  DBPROCESS *Process = dbopen(Login, NULL);
  if (Process && dbuse(Process, Name) != SUCCEED) {
    dbclose(Process);
    Process = NULL;
  }
  return Process;
}

// A connection is tried for again until there is one.
DBPROCESS *retryOk(LOGINREC *Login, const char *Server) {
  DBPROCESS *Process;
  for (int Tries = 0; (Process = dbopen(Login, Server)) == NULL; ++Tries)
    if (Tries == 5)
      return NULL;
  return Process;
}

// The one before is overwritten: a dead process is one still.
DBPROCESS *reconnectBad(LOGINREC *Login, const char *Server) {
  DBPROCESS *Process = dbopen(Login, Server); // WARN: [db-connection-leak]
  if (Process && DBDEAD(Process))
    Process = dbopen(Login, Server);
  return Process;
}

DBPROCESS *reconnectOk(LOGINREC *Login, const char *Server) {
  DBPROCESS *Process = dbopen(Login, Server);
  if (DBDEAD(Process)) {
    dbclose(Process);
    Process = dbopen(Login, Server);
  }
  return Process;
}

// There is no process where it is dead, as a null one is.
int dead_or_notOk(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (Process == NULL || dbdead(Process)) {
    if (Process)
      dbclose(Process);
    return -1;
  }
  const int Columns = dbnumcols(Process);
  dbclose(Process);
  return Columns;
}

// A setting that fails, as one without a record would, leaves the record.
DBPROCESS *login_by_nameBad(const char *User, const char *Word, const char *Server) {
  LOGINREC *Login;
  if ((Login = dblogin()) == NULL) // WARN: [db-result-leak]
    return NULL;
  if (DBSETLUSER(Login, User) == FAIL || DBSETLPWD(Login, Word) == FAIL)
    return NULL;
  DBPROCESS *Process = dbopen(Login, Server);
  dbloginfree(Login);
  return Process;
}

//===--- In structures --------------------------------------------------------------===//

struct session {
  DBPROCESS *Process;
  LOGINREC *Login;
  char *Name;
};

static void end_session(struct session *Session) {
  if (!Session)
    return;
  dbclose(Session->Process);
  dbloginfree(Session->Login);
  free(Session->Name);
  free(Session);
}

struct session *begin_sessionOk(const char *Server) {
  struct session *Session = calloc(1, sizeof *Session);
  if (!Session)
    return NULL;
  if (!(Session->Login = dblogin()))
    goto fail;
  if (!(Session->Name = strdup(Server)))
    goto fail;
  if (!(Session->Process = dbopen(Session->Login, Server)))
    goto fail;
  return Session;
fail:
  end_session(Session);
  return NULL;
}

struct session *begin_sessionBad(const char *Server) {
  struct session *Session = calloc(1, sizeof *Session);
  if (!Session)
    return NULL;
  Session->Login = dblogin(); // WARN: [db-result-leak]
  Session->Process = dbopen(Session->Login, Server);
  if (!Session->Process) {
    free(Session);
    return NULL;
  }
  return Session;
}

// By reference, with a status of its own.
static int open_process(LOGINREC *Login, const char *Server, DBPROCESS **Out) {
  *Out = dbopen(Login, Server);
  return *Out ? 0 : -1;
}

int referenceBad(LOGINREC *Login) {
  DBPROCESS *Process;
  if (open_process(Login, "server", &Process) != 0) // WARN: [db-connection-leak]
    return -1;
  if (dbcmd(Process, "SELECT 1") == FAIL)
    return -1;
  dbclose(Process);
  return 0;
}

int referenceOk(LOGINREC *Login) {
  DBPROCESS *Process;
  if (open_process(Login, "server", &Process) != 0)
    return -1;
  const int Ret = dbcmd(Process, "SELECT 1") == FAIL ? -1 : 0;
  dbclose(Process);
  return Ret;
}

//===--- Statements and rows --------------------------------------------------------===//

// Results that are not read are given up with the process.
int queryOk(LOGINREC *Login, const char *Table) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (!Process)
    return -1;
  RETCODE Ret = FAIL;
  if (dbfcmd(Process, "SELECT name FROM %s", Table) == FAIL || dbsqlexec(Process) == FAIL)
    goto out;
  while ((Ret = dbresults(Process)) != NO_MORE_RESULTS) {
    if (Ret == FAIL)
      goto out;
    char Name[32];
    dbbind(Process, 1, NTBSTRINGBIND, sizeof Name, (BYTE *)Name);
    for (STATUS Row; (Row = dbnextrow(Process)) != NO_MORE_ROWS;) {
      if (Row == FAIL)
        goto out;
      if (Row == REG_ROW)
        puts(Name);
    }
  }
out:
  dbclose(Process);
  return Ret == FAIL ? -1 : 0;
}

// One of its ends is an early return.
int queryBad(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server"); // WARN: [db-connection-leak]
  if (!Process)
    return -1;
  dbcmd(Process, "SELECT name FROM users");
  if (dbsqlexec(Process) == FAIL) {
    dbclose(Process);
    return -1;
  }
  while (dbresults(Process) != NO_MORE_RESULTS)
    while (dbnextrow(Process) != NO_MORE_ROWS)
      if (handle_row(Process) != 0) {
        dbcancel(Process);
        return -1;
      }
  dbclose(Process);
  return 0;
}

// A column's data stay until the next row is read.
int data_of_rowBad(DBPROCESS *Process) {
  if (dbnextrow(Process) != REG_ROW)
    return -1;
  const BYTE *First = dbdata(Process, 1);
  if (!First || dbnextrow(Process) != REG_ROW)
    return -1;
  return First[0]; // WARN: [db-use-after-close]
}

int data_of_rowOk(DBPROCESS *Process) {
  int Sum = 0;
  while (dbnextrow(Process) == REG_ROW) {
    const BYTE *Data = dbdata(Process, 1);
    if (Data && dbdatlen(Process, 1) > 0)
      Sum += Data[0];
  }
  return Sum;
}

// The columns' names belong to the result, not to the row.
void print_columnsOk(DBPROCESS *Process) {
  const char *Name = dbcolname(Process, 1);
  while (dbnextrow(Process) == REG_ROW)
    if (Name)
      printf("%s\n", Name);
}

void print_columnsBad(DBPROCESS *Process) {
  const char *Name = dbcolname(Process, 1);
  dbcanquery(Process);
  if (Name)
    printf("%s\n", Name); // WARN: [db-use-after-close]
}

int use_closedBad(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (!Process)
    return -1;
  if (dbcmd(Process, "SELECT 1") == FAIL || dbsqlexec(Process) == FAIL)
    dbclose(Process);
  const int Ret = dbresults(Process); // WARN: [db-use-after-close]
  dbclose(Process);
  return Ret;
}

int close_twiceBad(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (dbuse(Process, "data") == FAIL)
    goto fail;
  dbclose(Process);
  return 0;
fail:
  dbclose(Process);
  dbloginfree(Login);
  dbclose(Process); // WARN: [db-use-after-close]
  return -1;
}

// What a procedure gives back stays until the next command is sent.
int call_procedureOk(DBPROCESS *Process) {
  int Sum = 0;
  if (dbrpcinit(Process, "total", 0) == FAIL || dbrpcsend(Process) == FAIL)
    return -1;
  if (dbsqlok(Process) == FAIL)
    return -1;
  while (dbresults(Process) != NO_MORE_RESULTS)
    for (int I = 1; I <= dbnumrets(Process); ++I) {
      const BYTE *Data = dbretdata(Process, I);
      Sum += dbretlen(Process, I) > 0 && Data ? *(const DBINT *)Data : 0;
    }
  return Sum;
}

int call_procedureBad(DBPROCESS *Process) {
  const BYTE *Data = dbretdata(Process, 1);
  if (dbretlen(Process, 1) != sizeof(DBINT))
    return -1;
  if (dbcmd(Process, "SELECT 1") == FAIL || dbsqlexec(Process) == FAIL)
    return -1;
  return *(const DBINT *)Data; // WARN: [db-use-after-close]
}

//===--- Bulk copy ------------------------------------------------------------------===//

int copy_outOk(LOGINREC *Login, const char *Table, const char *File) {
  BYTE On = 1;
  DBINT Rows = 0;
  dbsetlbool(Login, On, 6);
  DBPROCESS *Process = dbopen(Login, "server");
  if (!Process)
    return -1;
  if (bcp_init(Process, Table, File, NULL, DB_OUT) == FAIL ||
      bcp_exec(Process, &Rows) == FAIL)
    Rows = -1;
  dbclose(Process);
  return Rows;
}

int copy_inBad(LOGINREC *Login, const char *Table, const char *const *Lines, int Count) {
  DBPROCESS *Process = dbopen(Login, "server"); // WARN: [db-connection-leak]
  if (!Process || bcp_init(Process, Table, NULL, NULL, DB_IN) == FAIL)
    return -1;
  for (int I = 0; I < Count; ++I) {
    bcp_colptr(Process, (BYTE *)Lines[I], 1);
    if (bcp_sendrow(Process) == FAIL) {
      bcp_done(Process);
      dbclose(Process);
      return -1;
    }
  }
  const int Rows = bcp_done(Process);
  dbclose(Process);
  return Rows;
}

// A program's main: what is open at exit is nobody's loss.
int give_upOk(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (!Process)
    exit(1);
  if (dbsqlexec(Process) == FAIL)
    exit(2);
  dbclose(Process);
  return 0;
}
