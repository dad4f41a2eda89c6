//===- libpq-fe.h - libpq as the rule file sees it ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/libpq/api.json speaks of, so that tests need no PostgreSQL. Written
// for dbtidy; conformance.c compiles against this file and against the real header, which
// keeps the types and the numbers here honest. Usable from C and C++.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LIBPQ_FE_H
#define DBTIDY_RULES_LIBPQ_FE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// The feature macros of releases 14 to 19: the mock has everything.
#define LIBPQ_HAS_PIPELINING 1
#define LIBPQ_HAS_TRACE_FLAGS 1
#define LIBPQ_HAS_SSL_LIBRARY_DETECTION 1
#define LIBPQ_HAS_ASYNC_CANCEL 1
#define LIBPQ_HAS_CHANGE_PASSWORD 1
#define LIBPQ_HAS_CHUNK_MODE 1
#define LIBPQ_HAS_CLOSE_PREPARED 1
#define LIBPQ_HAS_SEND_PIPELINE_SYNC 1
#define LIBPQ_HAS_SOCKET_POLL 1
#define LIBPQ_HAS_FULL_PROTOCOL_VERSION 1
#define LIBPQ_HAS_PROMPT_OAUTH_DEVICE 1
#define LIBPQ_HAS_GET_THREAD_LOCK 1

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int Oid;
typedef int64_t pg_int64;
typedef int64_t pg_usec_time_t;
typedef char pqbool;
#define InvalidOid ((Oid)0)

// Handles: nobody but libpq sees inside.
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef struct pg_cancel_conn PGcancelConn;

typedef enum {
  CONNECTION_OK = 0,
  CONNECTION_BAD = 1,
  CONNECTION_STARTED = 2,
  CONNECTION_MADE = 3,
  CONNECTION_AWAITING_RESPONSE = 4,
  CONNECTION_AUTH_OK = 5,
  CONNECTION_SETENV = 6,
  CONNECTION_SSL_STARTUP = 7,
  CONNECTION_NEEDED = 8,
  CONNECTION_CHECK_WRITABLE = 9,
  CONNECTION_CONSUME = 10,
  CONNECTION_GSS_STARTUP = 11,
  CONNECTION_CHECK_TARGET = 12,
  CONNECTION_CHECK_STANDBY = 13,
  CONNECTION_ALLOCATED = 14,
  CONNECTION_AUTHENTICATING = 15
} ConnStatusType;

typedef enum {
  PGRES_POLLING_FAILED = 0,
  PGRES_POLLING_READING = 1,
  PGRES_POLLING_WRITING = 2,
  PGRES_POLLING_OK = 3,
  PGRES_POLLING_ACTIVE = 4
} PostgresPollingStatusType;

typedef enum {
  PGRES_EMPTY_QUERY = 0,
  PGRES_COMMAND_OK = 1,
  PGRES_TUPLES_OK = 2,
  PGRES_COPY_OUT = 3,
  PGRES_COPY_IN = 4,
  PGRES_BAD_RESPONSE = 5,
  PGRES_NONFATAL_ERROR = 6,
  PGRES_FATAL_ERROR = 7,
  PGRES_COPY_BOTH = 8,
  PGRES_SINGLE_TUPLE = 9,
  PGRES_PIPELINE_SYNC = 10,
  PGRES_PIPELINE_ABORTED = 11,
  PGRES_TUPLES_CHUNK = 12
} ExecStatusType;

typedef enum {
  PQTRANS_IDLE = 0,
  PQTRANS_ACTIVE = 1,
  PQTRANS_INTRANS = 2,
  PQTRANS_INERROR = 3,
  PQTRANS_UNKNOWN = 4
} PGTransactionStatusType;

typedef enum {
  PQPING_OK = 0,
  PQPING_REJECT = 1,
  PQPING_NO_RESPONSE = 2,
  PQPING_NO_ATTEMPT = 3
} PGPing;

typedef enum {
  PQ_PIPELINE_OFF = 0,
  PQ_PIPELINE_ON = 1,
  PQ_PIPELINE_ABORTED = 2
} PGpipelineStatus;

typedef enum {
  PQERRORS_TERSE = 0,
  PQERRORS_DEFAULT = 1,
  PQERRORS_VERBOSE = 2,
  PQERRORS_SQLSTATE = 3
} PGVerbosity;

typedef enum {
  PQSHOW_CONTEXT_NEVER = 0,
  PQSHOW_CONTEXT_ERRORS = 1,
  PQSHOW_CONTEXT_ALWAYS = 2
} PGContextVisibility;

typedef enum {
  PQAUTHDATA_PROMPT_OAUTH_DEVICE = 0,
  PQAUTHDATA_OAUTH_BEARER_TOKEN = 1
} PGauthData;

// What PQcopyResult copies.
#define PG_COPYRES_ATTRS 0x01
#define PG_COPYRES_TUPLES 0x02
#define PG_COPYRES_EVENTS 0x04
#define PG_COPYRES_NOTICEHOOKS 0x08

// What PQresultErrorField is asked for.
#define PG_DIAG_SEVERITY 'S'
#define PG_DIAG_SQLSTATE 'C'
#define PG_DIAG_MESSAGE_PRIMARY 'M'
#define PG_DIAG_MESSAGE_DETAIL 'D'
#define PG_DIAG_MESSAGE_HINT 'H'
#define PG_DIAG_CONSTRAINT_NAME 'n'

typedef struct pgNotify {
  char *relname;
  int be_pid;
  char *extra;
  struct pgNotify *next;
} PGnotify;

typedef struct _PQconninfoOption {
  char *keyword;
  char *envvar;
  char *compiled;
  char *val;
  char *label;
  char *dispchar;
  int dispsize;
} PQconninfoOption;

typedef struct _PQprintOpt {
  pqbool header;
  pqbool align;
  pqbool standard;
  pqbool html3;
  pqbool expanded;
  pqbool pager;
  char *fieldSep;
  char *tableOpt;
  char *caption;
  char **fieldName;
} PQprintOpt;

typedef struct {
  int len;
  int isint;
  union {
    int *ptr;
    int integer;
  } u;
} PQArgBlock;

typedef struct pgresAttDesc {
  char *name;
  Oid tableid;
  int columnid;
  int format;
  Oid typid;
  int typlen;
  int atttypmod;
} PGresAttDesc;

typedef void (*PQnoticeReceiver)(void *, const PGresult *);
typedef void (*PQnoticeProcessor)(void *, const char *);
typedef void (*pgthreadlock_t)(int);
typedef int (*PQsslKeyPassHook_OpenSSL_type)(char *, int, PGconn *);
typedef int (*PQauthDataHook_type)(PGauthData, PGconn *, void *);

// Connecting and closing.
PGconn *PQconnectdb(const char *Conninfo);
PGconn *PQconnectdbParams(const char *const *Keywords, const char *const *Values,
                          int ExpandDbname);
PGconn *PQsetdbLogin(const char *Host, const char *Port, const char *Options,
                     const char *Tty, const char *Database, const char *User,
                     const char *Password);
#define PQsetdb(Host, Port, Options, Tty, Database)                                      \
  PQsetdbLogin((Host), (Port), (Options), (Tty), (Database), NULL, NULL)
PGconn *PQconnectStart(const char *Conninfo);
PGconn *PQconnectStartParams(const char *const *Keywords, const char *const *Values,
                             int ExpandDbname);
PostgresPollingStatusType PQconnectPoll(PGconn *Conn);
void PQreset(PGconn *Conn);
int PQresetStart(PGconn *Conn);
PostgresPollingStatusType PQresetPoll(PGconn *Conn);
void PQfinish(PGconn *Conn);
PGPing PQping(const char *Conninfo);
PGPing PQpingParams(const char *const *Keywords, const char *const *Values,
                    int ExpandDbname);
int PQsocketPoll(int Socket, int ForRead, int ForWrite, pg_usec_time_t Until);
pg_usec_time_t PQgetCurrentTimeUSec(void);

// Cancelling, new and old.
PGcancelConn *PQcancelCreate(PGconn *Conn);
int PQcancelBlocking(PGcancelConn *Cancel);
int PQcancelStart(PGcancelConn *Cancel);
PostgresPollingStatusType PQcancelPoll(PGcancelConn *Cancel);
ConnStatusType PQcancelStatus(const PGcancelConn *Cancel);
int PQcancelSocket(const PGcancelConn *Cancel);
char *PQcancelErrorMessage(const PGcancelConn *Cancel);
void PQcancelReset(PGcancelConn *Cancel);
void PQcancelFinish(PGcancelConn *Cancel);
PGcancel *PQgetCancel(PGconn *Conn);
void PQfreeCancel(PGcancel *Cancel);
int PQcancel(PGcancel *Cancel, char *Message, int Size);
int PQrequestCancel(PGconn *Conn);

// Connection options.
PQconninfoOption *PQconndefaults(void);
PQconninfoOption *PQconninfo(PGconn *Conn);
PQconninfoOption *PQconninfoParse(const char *Conninfo, char **Message);
void PQconninfoFree(PQconninfoOption *Options);

// What a connection knows.
ConnStatusType PQstatus(const PGconn *Conn);
PGTransactionStatusType PQtransactionStatus(const PGconn *Conn);
PGpipelineStatus PQpipelineStatus(const PGconn *Conn);
char *PQerrorMessage(const PGconn *Conn);
char *PQdb(const PGconn *Conn);
char *PQuser(const PGconn *Conn);
char *PQpass(const PGconn *Conn);
char *PQhost(const PGconn *Conn);
char *PQhostaddr(const PGconn *Conn);
char *PQport(const PGconn *Conn);
char *PQtty(const PGconn *Conn);
char *PQoptions(const PGconn *Conn);
const char *PQparameterStatus(const PGconn *Conn, const char *Name);
int PQprotocolVersion(const PGconn *Conn);
int PQfullProtocolVersion(const PGconn *Conn);
int PQserverVersion(const PGconn *Conn);
int PQsocket(const PGconn *Conn);
int PQbackendPID(const PGconn *Conn);
int PQconnectionNeedsPassword(const PGconn *Conn);
int PQconnectionUsedPassword(const PGconn *Conn);
int PQconnectionUsedGSSAPI(const PGconn *Conn);
int PQclientEncoding(const PGconn *Conn);
int PQsetClientEncoding(PGconn *Conn, const char *Encoding);
int PQsslInUse(PGconn *Conn);
void *PQsslStruct(PGconn *Conn, const char *Name);
const char *PQsslAttribute(PGconn *Conn, const char *Name);
const char *const *PQsslAttributeNames(PGconn *Conn);
void *PQgetssl(PGconn *Conn);
int PQgssEncInUse(PGconn *Conn);
void *PQgetgssctx(PGconn *Conn);
PGVerbosity PQsetErrorVerbosity(PGconn *Conn, PGVerbosity Verbosity);
PGContextVisibility PQsetErrorContextVisibility(PGconn *Conn, PGContextVisibility Show);
PQnoticeReceiver PQsetNoticeReceiver(PGconn *Conn, PQnoticeReceiver Receiver, void *Data);
PQnoticeProcessor PQsetNoticeProcessor(PGconn *Conn, PQnoticeProcessor Processor,
                                       void *Data);
void PQtrace(PGconn *Conn, FILE *Stream);
void PQuntrace(PGconn *Conn);
void PQsetTraceFlags(PGconn *Conn, int Flags);

// Commands that wait for their result.
PGresult *PQexec(PGconn *Conn, const char *Sql);
PGresult *PQexecParams(PGconn *Conn, const char *Sql, int Count, const Oid *Types,
                       const char *const *Values, const int *Lengths, const int *Formats,
                       int ResultFormat);
PGresult *PQprepare(PGconn *Conn, const char *Name, const char *Sql, int Count,
                    const Oid *Types);
PGresult *PQexecPrepared(PGconn *Conn, const char *Name, int Count,
                         const char *const *Values, const int *Lengths,
                         const int *Formats, int ResultFormat);
PGresult *PQdescribePrepared(PGconn *Conn, const char *Name);
PGresult *PQdescribePortal(PGconn *Conn, const char *Name);
PGresult *PQclosePrepared(PGconn *Conn, const char *Name);
PGresult *PQclosePortal(PGconn *Conn, const char *Name);
PGresult *PQfn(PGconn *Conn, int Function, int *Result, int *ResultLength,
               int ResultIsInt, const PQArgBlock *Args, int Count);
PGresult *PQchangePassword(PGconn *Conn, const char *User, const char *Password);

// Commands that do not wait, pipelines, notifications.
int PQsendQuery(PGconn *Conn, const char *Sql);
int PQsendQueryParams(PGconn *Conn, const char *Sql, int Count, const Oid *Types,
                      const char *const *Values, const int *Lengths, const int *Formats,
                      int ResultFormat);
int PQsendPrepare(PGconn *Conn, const char *Name, const char *Sql, int Count,
                  const Oid *Types);
int PQsendQueryPrepared(PGconn *Conn, const char *Name, int Count,
                        const char *const *Values, const int *Lengths, const int *Formats,
                        int ResultFormat);
int PQsendDescribePrepared(PGconn *Conn, const char *Name);
int PQsendDescribePortal(PGconn *Conn, const char *Name);
int PQsendClosePrepared(PGconn *Conn, const char *Name);
int PQsendClosePortal(PGconn *Conn, const char *Name);
int PQsetSingleRowMode(PGconn *Conn);
int PQsetChunkedRowsMode(PGconn *Conn, int Rows);
PGresult *PQgetResult(PGconn *Conn);
int PQisBusy(PGconn *Conn);
int PQconsumeInput(PGconn *Conn);
int PQsetnonblocking(PGconn *Conn, int On);
int PQisnonblocking(const PGconn *Conn);
int PQflush(PGconn *Conn);
int PQenterPipelineMode(PGconn *Conn);
int PQexitPipelineMode(PGconn *Conn);
int PQpipelineSync(PGconn *Conn);
int PQsendPipelineSync(PGconn *Conn);
int PQsendFlushRequest(PGconn *Conn);
PGnotify *PQnotifies(PGconn *Conn);

// COPY, with its deprecated calls.
int PQputCopyData(PGconn *Conn, const char *Data, int Size);
int PQputCopyEnd(PGconn *Conn, const char *Error);
int PQgetCopyData(PGconn *Conn, char **Row, int Async);
int PQgetline(PGconn *Conn, char *Line, int Size);
int PQgetlineAsync(PGconn *Conn, char *Line, int Size);
int PQputline(PGconn *Conn, const char *Line);
int PQputnbytes(PGconn *Conn, const char *Data, int Size);
int PQendcopy(PGconn *Conn);

// Results.
void PQclear(PGresult *Res);
ExecStatusType PQresultStatus(const PGresult *Res);
char *PQresStatus(ExecStatusType Status);
char *PQresultErrorMessage(const PGresult *Res);
char *PQresultVerboseErrorMessage(const PGresult *Res, PGVerbosity Verbosity,
                                  PGContextVisibility Show);
char *PQresultErrorField(const PGresult *Res, int Field);
int PQntuples(const PGresult *Res);
int PQnfields(const PGresult *Res);
int PQbinaryTuples(const PGresult *Res);
int PQnparams(const PGresult *Res);
char *PQfname(const PGresult *Res, int Column);
int PQfnumber(const PGresult *Res, const char *Name);
Oid PQftable(const PGresult *Res, int Column);
int PQftablecol(const PGresult *Res, int Column);
int PQfformat(const PGresult *Res, int Column);
Oid PQftype(const PGresult *Res, int Column);
int PQfsize(const PGresult *Res, int Column);
int PQfmod(const PGresult *Res, int Column);
Oid PQparamtype(const PGresult *Res, int Param);
char *PQgetvalue(const PGresult *Res, int Row, int Column);
int PQgetlength(const PGresult *Res, int Row, int Column);
int PQgetisnull(const PGresult *Res, int Row, int Column);
char *PQcmdStatus(PGresult *Res);
char *PQcmdTuples(PGresult *Res);
char *PQoidStatus(const PGresult *Res);
Oid PQoidValue(const PGresult *Res);
PGresult *PQmakeEmptyPGresult(PGconn *Conn, ExecStatusType Status);
PGresult *PQcopyResult(const PGresult *From, int Flags);
int PQsetResultAttrs(PGresult *Res, int Count, PGresAttDesc *Columns);
int PQsetvalue(PGresult *Res, int Row, int Column, char *Value, int Length);
void *PQresultAlloc(PGresult *Res, size_t Size);
size_t PQresultMemorySize(const PGresult *Res);
void PQprint(FILE *Out, const PGresult *Res, const PQprintOpt *Options);
void PQdisplayTuples(const PGresult *Res, FILE *Out, int Fill, const char *Separator,
                     int Header, int Quiet);
void PQprintTuples(const PGresult *Res, FILE *Out, int Names, int Terse, int Width);

// Memory of libpq's, quoting.
void PQfreemem(void *Pointer);
#define PQfreeNotify(Notification) PQfreemem(Notification)
char *PQescapeLiteral(PGconn *Conn, const char *Text, size_t Length);
char *PQescapeIdentifier(PGconn *Conn, const char *Text, size_t Length);
size_t PQescapeStringConn(PGconn *Conn, char *To, const char *From, size_t Length,
                          int *Error);
size_t PQescapeString(char *To, const char *From, size_t Length);
unsigned char *PQescapeByteaConn(PGconn *Conn, const unsigned char *From, size_t Length,
                                 size_t *ToLength);
unsigned char *PQescapeBytea(const unsigned char *From, size_t Length, size_t *ToLength);
unsigned char *PQunescapeBytea(const unsigned char *Text, size_t *Length);
char *PQencryptPassword(const char *Password, const char *User);
char *PQencryptPasswordConn(PGconn *Conn, const char *Password, const char *User,
                            const char *Algorithm);

// Large objects: a descriptor is a number that ends with the transaction.
int lo_open(PGconn *Conn, Oid Object, int Mode);
int lo_close(PGconn *Conn, int Descriptor);
int lo_read(PGconn *Conn, int Descriptor, char *Data, size_t Size);
int lo_write(PGconn *Conn, int Descriptor, const char *Data, size_t Size);
int lo_lseek(PGconn *Conn, int Descriptor, int Offset, int Whence);
pg_int64 lo_lseek64(PGconn *Conn, int Descriptor, pg_int64 Offset, int Whence);
int lo_tell(PGconn *Conn, int Descriptor);
pg_int64 lo_tell64(PGconn *Conn, int Descriptor);
int lo_truncate(PGconn *Conn, int Descriptor, size_t Size);
int lo_truncate64(PGconn *Conn, int Descriptor, pg_int64 Size);
Oid lo_creat(PGconn *Conn, int Mode);
Oid lo_create(PGconn *Conn, Oid Object);
int lo_unlink(PGconn *Conn, Oid Object);
Oid lo_import(PGconn *Conn, const char *File);
Oid lo_import_with_oid(PGconn *Conn, const char *File, Oid Object);
int lo_export(PGconn *Conn, Oid Object, const char *File);

// The library as a whole.
int PQlibVersion(void);
int PQisthreadsafe(void);
pgthreadlock_t PQregisterThreadLock(pgthreadlock_t Handler);
pgthreadlock_t PQgetThreadLock(void);
void PQinitSSL(int Init);
void PQinitOpenSSL(int InitSsl, int InitCrypto);
PQsslKeyPassHook_OpenSSL_type PQgetSSLKeyPassHook_OpenSSL(void);
void PQsetSSLKeyPassHook_OpenSSL(PQsslKeyPassHook_OpenSSL_type Hook);
int PQdefaultSSLKeyPassHook_OpenSSL(char *Buffer, int Size, PGconn *Conn);
PQauthDataHook_type PQgetAuthDataHook(void);
void PQsetAuthDataHook(PQauthDataHook_type Hook);
int PQdefaultAuthDataHook(PGauthData Type, PGconn *Conn, void *Data);
int PQmblen(const char *Text, int Encoding);
int PQmblenBounded(const char *Text, int Encoding);
int PQdsplen(const char *Text, int Encoding);
int PQenv2encoding(void);
int pg_char_to_encoding(const char *Name);
const char *pg_encoding_to_char(int Encoding);
int pg_valid_server_encoding_id(int Encoding);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_LIBPQ_FE_H
