// RUN: %check_dbtidy %s
// libpq's smaller things: quoted text, COPY rows, notifications, cancel objects, option lists,
// string buffers.

#include "libpq-fe.h"
#include "pqexpbuffer.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Lost -----------------------------------------------------------------------===//

// The second escape fails, the first is kept.
char *escapeBad(PGconn *Conn, const char *Schema, const char *Table) {
  char *S = PQescapeIdentifier(Conn, Schema, strlen(Schema)); // WARN: [db-result-leak] "buffer 'S' from 'PQescapeIdentifier'"
  if (!S)
    return NULL;
  char *T = PQescapeIdentifier(Conn, Table, strlen(Table));
  if (!T)
    return NULL;
  char *Name = malloc(strlen(S) + strlen(T) + 2);
  if (Name)
    sprintf(Name, "%s.%s", S, T);
  PQfreemem(S);
  PQfreemem(T);
  return Name;
}

// Straight into the arguments of the formatter.
void escape_in_argumentBad(PGconn *Conn, char *To, size_t Size, const char *Name) {
  snprintf(To, Size, "DROP TABLE %s", PQescapeIdentifier(Conn, Name, strlen(Name))); // WARN: [db-result-leak]
}

// A literal built, sent and forgotten.
int literalBad(PGconn *Conn, const char *Value) {
  char Sql[256];
  char *Quoted = PQescapeLiteral(Conn, Value, strlen(Value)); // WARN: [db-result-leak]
  snprintf(Sql, sizeof Sql, "SELECT 1 FROM t WHERE v = %s", Quoted);
  PGresult *Res = PQexec(Conn, Sql);
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Binary data escaped in a loop.
int byteaBad(PGconn *Conn, const unsigned char *const *Parts, const size_t *Sizes, int Count) {
  size_t Size = 0, Sum = 0;
  for (int I = 0; I < Count; ++I) {
    unsigned char *Text = PQescapeByteaConn(Conn, Parts[I], Sizes[I], &Size); // WARN: [db-result-leak] "scope"
    if (Text)
      Sum += Size;
  }
  return (int)Sum;
}

// The value that was unescaped is too short, and lost.
int unescapeBad(const PGresult *Res, unsigned char Key[16]) {
  size_t Size = 0;
  unsigned char *Raw = PQunescapeBytea((const unsigned char *)PQgetvalue(Res, 0, 0), &Size); // WARN: [db-result-leak]
  if (!Raw)
    return -1;
  if (Size != 16)
    return -2;
  memcpy(Key, Raw, 16);
  PQfreemem(Raw);
  return 0;
}

// Every row of a COPY is a buffer of its own.
int copy_outBad(PGconn *Conn, FILE *Out) {
  char *Row = NULL;
  int Size;
  while ((Size = PQgetCopyData(Conn, &Row, 0)) > 0) // WARN: [db-result-leak] "buffer 'Row'"
    fwrite(Row, 1, (size_t)Size, Out);
  return Size == -1 ? 0 : -1;
}

// The write fails in the middle of the COPY.
int copy_writeBad(PGconn *Conn, FILE *Out) {
  for (;;) {
    char *Row;
    const int Size = PQgetCopyData(Conn, &Row, 0); // WARN: [db-result-leak]
    if (Size < 0)
      return Size == -1 ? 0 : -1;
    if (fwrite(Row, 1, (size_t)Size, Out) != (size_t)Size)
      return -1;
    PQfreemem(Row);
  }
}

// A notification that is not the one waited for.
bool notifyBad(PGconn *Conn, const char *Channel) {
  PGnotify *Note;
  while ((Note = PQnotifies(Conn)) != NULL) { // WARN: [db-result-leak] "notification 'Note'"
    if (strcmp(Note->relname, Channel) != 0)
      continue;
    PQfreemem(Note);
    return true;
  }
  return false;
}

// Each of them printed, none freed: both calls are acquisitions.
void notify_printBad(PGconn *Conn) {
  for (PGnotify *Note = PQnotifies(Conn); Note; Note = PQnotifies(Conn)) // WARN: [db-result-leak] "overwritten" // WARN: [db-result-leak] "overwritten"
    printf("%s from %d\n", Note->relname, Note->be_pid);
}

// Cancelled, but the cancel object stays.
int cancelBad(PGconn *Conn) {
  char Message[256];
  PGcancel *Cancel = PQgetCancel(Conn); // WARN: [db-result-leak] "cancel object 'Cancel'"
  if (!Cancel)
    return -1;
  if (!PQcancel(Cancel, Message, sizeof Message)) {
    logf_("cancel: %s", Message);
    return -1;
  }
  PQfreeCancel(Cancel);
  return 0;
}

// A valid connection string: the parsed options are not what was asked for.
bool valid_dsnBad(const char *Dsn) {
  return PQconninfoParse(Dsn, NULL) != NULL; // WARN: [db-result-leak]
}

// The option is found, the list is lost.
int option_foundBad(const char *Dsn, char *Host, size_t Size) {
  PQconninfoOption *Options = PQconninfoParse(Dsn, NULL); // WARN: [db-result-leak] "array of connection options 'Options'"
  if (!Options)
    return -1;
  for (PQconninfoOption *O = Options; O->keyword; ++O)
    if (O->val && strcmp(O->keyword, "host") == 0) {
      snprintf(Host, Size, "%s", O->val);
      return 1;
    }
  PQconninfoFree(Options);
  return 0;
}

// The message of a string that could not be parsed.
int parse_messageBad(const char *Dsn) {
  char *Message = NULL;
  PQconninfoOption *Options = PQconninfoParse(Dsn, &Message); // WARN: [db-result-leak] "buffer 'Message'"
  if (!Options) {
    logf_("%s", Message);
    return -1;
  }
  PQconninfoFree(Options);
  return 0;
}

// The defaults, for one of them.
const char *default_portBad(void) {
  static char Port[16];
  PQconninfoOption *Options = PQconndefaults(); // WARN: [db-result-leak]
  if (!Options)
    return NULL;
  for (const PQconninfoOption *O = Options; O->keyword; ++O)
    if (strcmp(O->keyword, "port") == 0 && O->val)
      snprintf(Port, sizeof Port, "%s", O->val);
  return Port;
}

// A string buffer is destroyed where the query worked.
int string_bufferBad(PGconn *Conn, const char *const *Names) {
  PQExpBuffer Sql = createPQExpBuffer(); // WARN: [db-result-leak] "string buffer 'Sql'"
  appendPQExpBufferStr(Sql, "DELETE FROM t WHERE n IN (''");
  for (; *Names; ++Names)
    appendPQExpBuffer(Sql, ",'%s'", *Names);
  appendPQExpBufferChar(Sql, ')');
  PGresult *Res = PQexec(Conn, Sql->data);
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  destroyPQExpBuffer(Sql);
  return 0;
}

// A buffer that could not grow is broken, but still to be destroyed.
char *broken_bufferBad(const char *Name) {
  PQExpBuffer Text = createPQExpBuffer(); // WARN: [db-result-leak]
  appendPQExpBuffer(Text, "hello %s", Name);
  if (PQExpBufferBroken(Text))
    return NULL;
  char *Copy = strdup(Text->data);
  destroyPQExpBuffer(Text);
  return Copy;
}

// One on the stack has memory of its own: it ends with the scope, the memory does not.
int buffer_on_stackBad(PGconn *Conn, int Id) {
  PQExpBufferData Sql;
  initPQExpBuffer(&Sql); // WARN: [db-result-leak] "string buffer's memory"
  printfPQExpBuffer(&Sql, "DELETE FROM t WHERE id = %d", Id);
  PGresult *Res = PQexec(Conn, Sql.data);
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (!Ok)
    return -1;
  termPQExpBuffer(&Sql);
  return 0;
}

// Emptied for the next use: nothing is released by that.
void resetBad(PGconn *Conn) {
  PQExpBufferData Text;
  initPQExpBuffer(&Text); // WARN: [db-result-leak]
  appendPQExpBufferStr(&Text, PQerrorMessage(Conn));
  logf_("%s", Text.data);
  resetPQExpBuffer(&Text);
}

// The encrypted password.
int passwordBad(PGconn *Conn, const char *User, const char *New) {
  char *Hash = PQencryptPasswordConn(Conn, New, User, NULL); // WARN: [db-result-leak]
  if (!Hash)
    return -1;
  char *Name = PQescapeIdentifier(Conn, User, strlen(User));
  if (!Name)
    return -1;
  logf_("ALTER ROLE %s PASSWORD '%s'", Name, Hash);
  PQfreemem(Name);
  PQfreemem(Hash);
  return 0;
}

// The long error text is built for the caller, unlike PQresultErrorMessage.
void verboseBad(const PGresult *Res) {
  logf_("%s", PQresultVerboseErrorMessage(Res, PQERRORS_VERBOSE, PQSHOW_CONTEXT_NEVER)); // WARN: [db-result-leak]
}

// A copy of a result is another result.
int copied_resultBad(PGresult *Res, int *Rows) {
  PGresult *Copy = PQcopyResult(Res, PG_COPYRES_TUPLES); // WARN: [db-result-leak] "'Copy'"
  PQclear(Res);
  *Rows = PQntuples(Copy);
  return PQnfields(Copy);
}

// An empty result made by hand, given up when its columns could not be set.
PGresult *made_resultBad(PGconn *Conn, PGresAttDesc *Columns) {
  PGresult *Res = PQmakeEmptyPGresult(Conn, PGRES_TUPLES_OK); // WARN: [db-result-leak]
  if (!Res)
    return NULL;
  if (!PQsetResultAttrs(Res, 1, Columns))
    return NULL;
  return Res;
}

//===--- Right ----------------------------------------------------------------------===//

// Both escaped, both freed, in every order of failures.
char *escapeOk(PGconn *Conn, const char *Schema, const char *Table) {
  char *Name = NULL;
  char *S = PQescapeIdentifier(Conn, Schema, strlen(Schema));
  char *T = PQescapeIdentifier(Conn, Table, strlen(Table));
  if (S && T && (Name = malloc(strlen(S) + strlen(T) + 2)) != NULL)
    sprintf(Name, "%s.%s", S, T);
  PQfreemem(S);
  PQfreemem(T);
  return Name;
}

// The value that PQgetvalue gives is the result's; nothing is to be freed but the result.
int values_are_borrowedOk(PGconn *Conn, char *To, size_t Size) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM t");
  const char *Name = PQgetvalue(Res, 0, 0);
  snprintf(To, Size, "%s", Name ? Name : "");
  PQclear(Res);
  return 0;
}

// A row of a COPY, freed each time; at the end and after an error there is none.
int copy_outOk(PGconn *Conn, FILE *Out) {
  char *Row = NULL;
  int Size;
  while ((Size = PQgetCopyData(Conn, &Row, 0)) > 0) {
    fwrite(Row, 1, (size_t)Size, Out);
    PQfreemem(Row);
  }
  return Size == -1 ? 0 : -1;
}

// The pointer is also freed after the loop, where it is null.
int copy_guardedOk(PGconn *Conn, FILE *Out) {
  char *Row = NULL;
  for (;;) {
    if (Row != NULL) {
      PQfreemem(Row);
      Row = NULL;
    }
    const int Size = PQgetCopyData(Conn, &Row, 0);
    if (Size < 0)
      break;
    if (fwrite(Row, 1, (size_t)Size, Out) != (size_t)Size)
      break;
  }
  if (Row != NULL)
    PQfreemem(Row);
  return 0;
}

// Asynchronous COPY: zero means "later", without a row.
int copy_asyncOk(PGconn *Conn) {
  char *Row;
  const int Size = PQgetCopyData(Conn, &Row, 1);
  if (Size == 0)
    return 0;
  if (Size < 0)
    return Size;
  logf_("%d bytes", Size);
  PQfreemem(Row);
  return 1;
}

// All notifications that have come.
int notifyOk(PGconn *Conn, const char *Channel) {
  int Hits = 0;
  PGnotify *Note;
  PQconsumeInput(Conn);
  while ((Note = PQnotifies(Conn)) != NULL) {
    Hits += strcmp(Note->relname, Channel) == 0;
    PQfreemem(Note);
  }
  return Hits;
}

// The old name of PQfreemem is a macro.
void notify_macroOk(PGconn *Conn) {
  PGnotify *Note = PQnotifies(Conn);
  if (Note)
    PQfreeNotify(Note);
}

// Cancelled, and freed on both exits.
int cancelOk(PGconn *Conn) {
  char Message[256];
  PGcancel *Cancel = PQgetCancel(Conn);
  if (!Cancel)
    return -1;
  const int Sent = PQcancel(Cancel, Message, sizeof Message);
  PQfreeCancel(Cancel);
  if (!Sent)
    logf_("cancel: %s", Message);
  return Sent ? 0 : -1;
}

// Only asked for to see whether the string is valid.
bool valid_dsnOk(const char *Dsn) {
  PQconninfoOption *Options = PQconninfoParse(Dsn, NULL);
  if (!Options)
    return false;
  PQconninfoFree(Options);
  return true;
}

// A second pointer walks along the list and stops; the first one is freed.
int option_foundOk(const char *Dsn, char *Host, size_t Size) {
  char *Message = NULL;
  PQconninfoOption *O, *Options = PQconninfoParse(Dsn, &Message);
  if (!Options) {
    logf_("%s", Message ? Message : "out of memory");
    if (Message)
      PQfreemem(Message);
    return -1;
  }
  for (O = Options; O->keyword != NULL; O++)
    if (O->val != NULL && strcmp(O->keyword, "host") == 0) {
      snprintf(Host, Size, "%s", O->val);
      break;
    }
  PQconninfoFree(Options);
  return 0;
}

// A string buffer with goto.
int string_bufferOk(PGconn *Conn, int Id) {
  int Rc = -1;
  PGresult *Res = NULL;
  PQExpBuffer Sql = createPQExpBuffer();
  if (!Sql)
    return -1;
  appendPQExpBuffer(Sql, "DELETE FROM t WHERE id = %d", Id);
  if (PQExpBufferBroken(Sql))
    goto done;
  Res = PQexec(Conn, Sql->data);
  Rc = PQresultStatus(Res) == PGRES_COMMAND_OK ? 0 : -1;
done:
  PQclear(Res);
  destroyPQExpBuffer(Sql);
  return Rc;
}

// The one on the stack.
int buffer_on_stackOk(PGconn *Conn, int Id) {
  PQExpBufferData Sql;
  initPQExpBuffer(&Sql);
  appendPQExpBuffer(&Sql, "DELETE FROM t WHERE id = %d", Id);
  PGresult *Res = PQexec(Conn, Sql.data);
  termPQExpBuffer(&Sql);
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

// Its memory handed to the caller, who frees it with PQfreemem.
char *taken_dataOk(const char *Name) {
  PQExpBufferData Text;
  initPQExpBuffer(&Text);
  appendPQExpBuffer(&Text, "hello %s", Name);
  return Text.data;
}

// The data of an option list goes where the program keeps it.
struct settings {
  PQconninfoOption *Options;
};
bool kept_optionsOk(struct settings *Into, const char *Dsn) {
  Into->Options = PQconninfoParse(Dsn, NULL);
  return Into->Options != NULL;
}

// free is what PQfreemem is on all but one system: the memory is not lost.
char *freed_by_freeOk(PGconn *Conn, const char *Value) {
  char *Quoted = PQescapeLiteral(Conn, Value, strlen(Value));
  char *Copy = Quoted ? strdup(Quoted) : NULL;
  free(Quoted);
  return Copy;
}

// The copy goes to the caller, the original is cleared.
PGresult *copied_resultOk(PGresult *Res) {
  PGresult *Copy = PQcopyResult(Res, PG_COPYRES_TUPLES);
  PQclear(Res);
  return Copy;
}
