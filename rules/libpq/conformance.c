//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of libpq: every
// call of api.json is made with values of the types that its entry assumes, and every
// constant is compared with the enumerator. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name and every constant of api.json to occur in this file. What is newer
// than the oldest supported libpq (14) stands under the feature macro of its release.
//
//===----------------------------------------------------------------------===//
#include "libpq-events.h"
#include "libpq-fe.h"
#include "libpq/libpq-fs.h"

// The real pqexpbuffer.h expects this of PostgreSQL's own build.
#ifndef pg_attribute_printf
#define pg_attribute_printf(Format, First) __attribute__((format(printf, Format, First)))
#endif
#include "internal/pqexpbuffer.h"

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((int)(Name) == (Value), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((int)(Name) == (Value), #Name)
#endif

NUMBER(CONNECTION_OK, 0);
NUMBER(CONNECTION_BAD, 1);
NUMBER(CONNECTION_STARTED, 2);
NUMBER(CONNECTION_MADE, 3);
NUMBER(CONNECTION_AWAITING_RESPONSE, 4);
NUMBER(CONNECTION_AUTH_OK, 5);
NUMBER(CONNECTION_SETENV, 6);
NUMBER(CONNECTION_SSL_STARTUP, 7);
NUMBER(CONNECTION_NEEDED, 8);
NUMBER(CONNECTION_CHECK_WRITABLE, 9);
NUMBER(CONNECTION_CONSUME, 10);
NUMBER(CONNECTION_GSS_STARTUP, 11);
NUMBER(CONNECTION_CHECK_TARGET, 12);
NUMBER(CONNECTION_CHECK_STANDBY, 13);
#ifdef LIBPQ_HAS_ASYNC_CANCEL
NUMBER(CONNECTION_ALLOCATED, 14);
#endif
#ifdef LIBPQ_HAS_PROMPT_OAUTH_DEVICE
NUMBER(CONNECTION_AUTHENTICATING, 15);
#endif

NUMBER(PGRES_POLLING_FAILED, 0);
NUMBER(PGRES_POLLING_READING, 1);
NUMBER(PGRES_POLLING_WRITING, 2);
NUMBER(PGRES_POLLING_OK, 3);
NUMBER(PGRES_POLLING_ACTIVE, 4);

NUMBER(PGRES_EMPTY_QUERY, 0);
NUMBER(PGRES_COMMAND_OK, 1);
NUMBER(PGRES_TUPLES_OK, 2);
NUMBER(PGRES_COPY_OUT, 3);
NUMBER(PGRES_COPY_IN, 4);
NUMBER(PGRES_BAD_RESPONSE, 5);
NUMBER(PGRES_NONFATAL_ERROR, 6);
NUMBER(PGRES_FATAL_ERROR, 7);
NUMBER(PGRES_COPY_BOTH, 8);
NUMBER(PGRES_SINGLE_TUPLE, 9);
NUMBER(PGRES_PIPELINE_SYNC, 10);
NUMBER(PGRES_PIPELINE_ABORTED, 11);
#ifdef LIBPQ_HAS_CHUNK_MODE
NUMBER(PGRES_TUPLES_CHUNK, 12);
#endif

NUMBER(PQTRANS_IDLE, 0);
NUMBER(PQTRANS_ACTIVE, 1);
NUMBER(PQTRANS_INTRANS, 2);
NUMBER(PQTRANS_INERROR, 3);
NUMBER(PQTRANS_UNKNOWN, 4);

NUMBER(PQPING_OK, 0);
NUMBER(PQPING_REJECT, 1);
NUMBER(PQPING_NO_RESPONSE, 2);
NUMBER(PQPING_NO_ATTEMPT, 3);

NUMBER(PQ_PIPELINE_OFF, 0);
NUMBER(PQ_PIPELINE_ON, 1);
NUMBER(PQ_PIPELINE_ABORTED, 2);

void connections(const char *Text, const char *const *Keywords,
                 const char *const *Values) {
  PGconn *Conn;
  PGPing Ping;
  PostgresPollingStatusType Poll;
  int Ok;

  Conn = PQconnectdb(Text);
  PQreset(Conn);
  PQfinish(Conn);
  Conn = PQconnectdbParams(Keywords, Values, 0);
  PQfinish(Conn);
  Conn = PQsetdbLogin(Text, Text, Text, Text, Text, Text, Text);
  PQfinish(Conn);
  Conn = PQsetdb(Text, Text, Text, Text, Text);
  PQfinish(Conn);
  Conn = PQconnectStart(Text);
  Poll = PQconnectPoll(Conn);
  PQfinish(Conn);
  Conn = PQconnectStartParams(Keywords, Values, 0);
  Ok = PQresetStart(Conn);
  Poll = PQresetPoll(Conn);
  PQfinish(Conn);
  PQfinish(NULL);

  Ping = PQping(Text);
  Ping = PQpingParams(Keywords, Values, 0);
#ifdef LIBPQ_HAS_SOCKET_POLL
  Ok = PQsocketPoll(0, 1, 0, PQgetCurrentTimeUSec());
#endif
  (void)Ok;
  (void)Ping;
  (void)Poll;
}

void cancelling(PGconn *Conn, char *Message, int Size) {
  int Ok;
  PGcancel *Cancel = PQgetCancel(Conn);
  Ok = PQcancel(Cancel, Message, Size);
  PQfreeCancel(Cancel);
  PQfreeCancel(NULL);
  Ok = PQrequestCancel(Conn);
#ifdef LIBPQ_HAS_ASYNC_CANCEL
  {
    PGcancelConn *Request = PQcancelCreate(Conn);
    PostgresPollingStatusType Poll;
    ConnStatusType Status;
    char *Derived;
    Ok = PQcancelBlocking(Request);
    PQcancelReset(Request);
    Ok = PQcancelStart(Request);
    Poll = PQcancelPoll(Request);
    Status = PQcancelStatus(Request);
    Ok = PQcancelSocket(Request);
    Derived = PQcancelErrorMessage(Request);
    PQcancelFinish(Request);
    (void)Derived;
    (void)Poll;
    (void)Status;
  }
#endif
  (void)Ok;
}

void connectionOptions(PGconn *Conn, const char *Text) {
  char *Message = NULL;
  PQconninfoOption *Options = PQconndefaults();
  PQconninfoFree(Options);
  Options = PQconninfo(Conn);
  PQconninfoFree(Options);
  Options = PQconninfoParse(Text, &Message);
  PQconninfoFree(Options);
  PQfreemem(Message);
  PQconninfoFree(NULL);
}

void connectionStates(const PGconn *Conn) {
  ConnStatusType Status = PQstatus(Conn);
  PGTransactionStatusType Transaction = PQtransactionStatus(Conn);
  PGpipelineStatus Pipeline = PQpipelineStatus(Conn);
  int Number;
  Number = PQsocket(Conn);
  Number = PQclientEncoding(Conn);
  Number = PQprotocolVersion(Conn);
#ifdef LIBPQ_HAS_FULL_PROTOCOL_VERSION
  Number = PQfullProtocolVersion(Conn);
#endif
  Number = PQserverVersion(Conn);
  Number = PQbackendPID(Conn);
  Number = PQconnectionNeedsPassword(Conn);
  Number = PQconnectionUsedPassword(Conn);
#ifdef LIBPQ_HAS_ASYNC_CANCEL // of release 16, which has no macro of its own
  Number = PQconnectionUsedGSSAPI(Conn);
#endif
  Number = PQisnonblocking(Conn);
  (void)Number;
  (void)Pipeline;
  (void)Status;
  (void)Transaction;
}

void derivedFromConnection(PGconn *Conn, const char *Name) {
  char *Text;
  const char *Constant;
  void *Opaque;
  Text = PQerrorMessage(Conn);
  Text = PQdb(Conn);
  Text = PQuser(Conn);
  Text = PQpass(Conn);
  Text = PQhost(Conn);
  Text = PQhostaddr(Conn);
  Text = PQport(Conn);
  Text = PQtty(Conn);
  Text = PQoptions(Conn);
  Constant = PQparameterStatus(Conn, Name);
  Opaque = PQgetssl(Conn);
  Opaque = PQsslStruct(Conn, Name);
  Opaque = PQgetgssctx(Conn);
  (void)Constant;
  (void)Opaque;
  (void)Text;
}

void connectionSettings(PGconn *Conn, FILE *Stream, const char *Name, void *Data,
                        PQnoticeReceiver Receiver, PQnoticeProcessor Processor) {
  int Number;
  const char *Attribute = PQsslAttribute(Conn, Name);
  const char *const *Attributes = PQsslAttributeNames(Conn);
  Number = PQsslInUse(Conn);
  Number = PQgssEncInUse(Conn);
  Number = PQsetClientEncoding(Conn, Name);
  PQsetErrorVerbosity(Conn, PQERRORS_VERBOSE);
  PQsetErrorContextVisibility(Conn, PQSHOW_CONTEXT_ALWAYS);
  PQsetNoticeReceiver(Conn, Receiver, Data);
  PQsetNoticeProcessor(Conn, Processor, Data);
  PQtrace(Conn, Stream);
  PQsetTraceFlags(Conn, 0);
  PQuntrace(Conn);
  (void)Attribute;
  (void)Attributes;
  (void)Number;
}

void commands(PGconn *Conn, const char *Sql, const char *Name, const Oid *Types,
              const char *const *Values, const int *Lengths, const int *Formats,
              const PQArgBlock *Args) {
  PGresult *Res;
  int Answer, AnswerLength;
  Res = PQexec(Conn, Sql);
  PQclear(Res);
  Res = PQexecParams(Conn, Sql, 1, Types, Values, Lengths, Formats, 0);
  PQclear(Res);
  Res = PQprepare(Conn, Name, Sql, 1, Types);
  PQclear(Res);
  Res = PQexecPrepared(Conn, Name, 1, Values, Lengths, Formats, 0);
  PQclear(Res);
  Res = PQdescribePrepared(Conn, Name);
  PQclear(Res);
  Res = PQdescribePortal(Conn, Name);
  PQclear(Res);
#ifdef LIBPQ_HAS_CLOSE_PREPARED
  Res = PQclosePrepared(Conn, Name);
  PQclear(Res);
  Res = PQclosePortal(Conn, Name);
  PQclear(Res);
#endif
#ifdef LIBPQ_HAS_CHANGE_PASSWORD
  Res = PQchangePassword(Conn, Name, Sql);
  PQclear(Res);
#endif
  Res = PQfn(Conn, 1, &Answer, &AnswerLength, 1, Args, 1);
  PQclear(Res);
  PQclear(NULL);
}

void commandsWithoutWaiting(PGconn *Conn, const char *Sql, const char *Name,
                            const Oid *Types, const char *const *Values,
                            const int *Lengths, const int *Formats) {
  PGresult *Res;
  PGnotify *Notification;
  int Ok;
  Ok = PQsendQuery(Conn, Sql);
  Ok = PQsendQueryParams(Conn, Sql, 1, Types, Values, Lengths, Formats, 0);
  Ok = PQsendPrepare(Conn, Name, Sql, 1, Types);
  Ok = PQsendQueryPrepared(Conn, Name, 1, Values, Lengths, Formats, 0);
  Ok = PQsendDescribePrepared(Conn, Name);
  Ok = PQsendDescribePortal(Conn, Name);
#ifdef LIBPQ_HAS_CLOSE_PREPARED
  Ok = PQsendClosePrepared(Conn, Name);
  Ok = PQsendClosePortal(Conn, Name);
#endif
  Ok = PQsetSingleRowMode(Conn);
#ifdef LIBPQ_HAS_CHUNK_MODE
  Ok = PQsetChunkedRowsMode(Conn, 10);
#endif
  Ok = PQisBusy(Conn);
  Ok = PQconsumeInput(Conn);
  Ok = PQsetnonblocking(Conn, 1);
  Ok = PQflush(Conn);
  Ok = PQenterPipelineMode(Conn);
  Ok = PQpipelineSync(Conn);
#ifdef LIBPQ_HAS_SEND_PIPELINE_SYNC
  Ok = PQsendPipelineSync(Conn);
#endif
  Ok = PQsendFlushRequest(Conn);
  Ok = PQexitPipelineMode(Conn);
  Res = PQgetResult(Conn);
  PQclear(Res);
  Notification = PQnotifies(Conn);
  PQfreemem(Notification);
  Notification = PQnotifies(Conn);
  PQfreeNotify(Notification);
  (void)Ok;
}

void copying(PGconn *Conn, const char *Text, char *Line, int Size) {
  char *Row = NULL;
  int Number;
  Number = PQputCopyData(Conn, Text, Size);
  Number = PQputCopyEnd(Conn, Text);
  Number = PQgetCopyData(Conn, &Row, 0);
  PQfreemem(Row);
  Number = PQgetline(Conn, Line, Size);
  Number = PQgetlineAsync(Conn, Line, Size);
  Number = PQputline(Conn, Text);
  Number = PQputnbytes(Conn, Text, Size);
  Number = PQendcopy(Conn);
  (void)Number;
}

void resultStates(const PGresult *Res, const char *Name) {
  ExecStatusType Status = PQresultStatus(Res);
  size_t Size = PQresultMemorySize(Res);
  Oid Object;
  int Number;
  Number = PQntuples(Res);
  Number = PQnfields(Res);
  Number = PQbinaryTuples(Res);
  Number = PQnparams(Res);
  Number = PQfnumber(Res, Name);
  Number = PQftablecol(Res, 0);
  Number = PQfformat(Res, 0);
  Number = PQfsize(Res, 0);
  Number = PQfmod(Res, 0);
  Number = PQgetlength(Res, 0, 0);
  Number = PQgetisnull(Res, 0, 0);
  Object = PQftable(Res, 0);
  Object = PQftype(Res, 0);
  Object = PQparamtype(Res, 0);
  Object = PQoidValue(Res);
  (void)Number;
  (void)Object;
  (void)Size;
  (void)Status;
}

void derivedFromResult(PGresult *Res) {
  char *Text;
  void *Opaque;
  Text = PQgetvalue(Res, 0, 0);
  Text = PQfname(Res, 0);
  Text = PQresultErrorField(Res, PG_DIAG_SQLSTATE);
  Text = PQresultErrorMessage(Res);
  Text = PQcmdStatus(Res);
  Text = PQcmdTuples(Res);
  Opaque = PQresultAlloc(Res, 8);
  // Not derived: static storage of the library.
  Text = PQoidStatus(Res);
  Text = PQresStatus(PGRES_TUPLES_OK);
  (void)Opaque;
  (void)Text;
}

void resultsOfOnesOwn(PGconn *Conn, FILE *Out, PGresAttDesc *Columns, char *Value,
                      const PQprintOpt *Options) {
  int Ok;
  PGresult *Copy;
  PGresult *Res = PQmakeEmptyPGresult(Conn, PGRES_COMMAND_OK);
  Ok = PQsetResultAttrs(Res, 1, Columns);
  Ok = PQsetvalue(Res, 0, 0, Value, 1);
  Copy = PQcopyResult(Res, PG_COPYRES_TUPLES);
  PQprint(Out, Copy, Options);
  PQdisplayTuples(Copy, Out, 0, Value, 0, 0);
  PQprintTuples(Copy, Out, 0, 0, 0);
  PQclear(Copy);
  PQclear(Res);
  (void)Ok;
}

void memory(PGconn *Conn, const PGresult *Res, const char *Text,
            const unsigned char *Bytes, char *To) {
  char *Memory;
  unsigned char *ByteMemory;
  size_t Size = 0;
  int Error;
  Memory = PQescapeLiteral(Conn, Text, Size);
  PQfreemem(Memory);
  Memory = PQescapeIdentifier(Conn, Text, Size);
  PQfreemem(Memory);
  Memory = PQencryptPassword(Text, Text);
  PQfreemem(Memory);
  Memory = PQencryptPasswordConn(Conn, Text, Text, NULL);
  PQfreemem(Memory);
  Memory = PQresultVerboseErrorMessage(Res, PQERRORS_VERBOSE, PQSHOW_CONTEXT_ALWAYS);
  PQfreemem(Memory);
  ByteMemory = PQescapeByteaConn(Conn, Bytes, Size, &Size);
  PQfreemem(ByteMemory);
  ByteMemory = PQescapeBytea(Bytes, Size, &Size);
  PQfreemem(ByteMemory);
  ByteMemory = PQunescapeBytea(Bytes, &Size);
  PQfreemem(ByteMemory);
  PQfreemem(NULL);
  Size = PQescapeStringConn(Conn, To, Text, Size, &Error);
  Size = PQescapeString(To, Text, Size);
}

void events(PGconn *Conn, PGresult *Res, PGEventProc Proc, void *Data) {
  int Ok;
  Ok = PQregisterEventProc(Conn, Proc, "conformance", Data);
  Ok = PQsetInstanceData(Conn, Proc, Data);
  Data = PQinstanceData(Conn, Proc);
  Ok = PQresultSetInstanceData(Res, Proc, Data);
  Data = PQresultInstanceData(Res, Proc);
  Ok = PQfireResultCreateEvents(Conn, Res);
  (void)Ok;
}

void largeObjects(PGconn *Conn, const char *File, char *Data) {
  Oid Object;
  int Descriptor, Number;
  pg_int64 Offset;
  Object = lo_creat(Conn, INV_READ | INV_WRITE);
  Object = lo_create(Conn, Object);
  Object = lo_import(Conn, File);
  Object = lo_import_with_oid(Conn, File, Object);
  Number = lo_export(Conn, Object, File);
  Descriptor = lo_open(Conn, Object, INV_READ);
  Number = lo_read(Conn, Descriptor, Data, 1);
  Number = lo_write(Conn, Descriptor, Data, 1);
  Number = lo_lseek(Conn, Descriptor, 0, SEEK_SET);
  Offset = lo_lseek64(Conn, Descriptor, 0, SEEK_SET);
  Number = lo_tell(Conn, Descriptor);
  Offset = lo_tell64(Conn, Descriptor);
  Number = lo_truncate(Conn, Descriptor, 0);
  Number = lo_truncate64(Conn, Descriptor, Offset);
  Number = lo_close(Conn, Descriptor);
  Number = lo_unlink(Conn, Object);
  (void)Number;
}

void stringBuffers(const char *Text) {
  PQExpBufferData Object;
  char *Data;
  PQExpBuffer Buffer = createPQExpBuffer();
  resetPQExpBuffer(Buffer);
  if (enlargePQExpBuffer(Buffer, 10))
    printfPQExpBuffer(Buffer, "%s", Text);
  appendPQExpBuffer(Buffer, "%s", Text);
  appendPQExpBufferStr(Buffer, Text);
  appendPQExpBufferChar(Buffer, 'x');
  appendBinaryPQExpBuffer(Buffer, Text, 1);
  destroyPQExpBuffer(Buffer);
  destroyPQExpBuffer(NULL);

  initPQExpBuffer(&Object);
  Data = Object.data;
  termPQExpBuffer(&Object);
  initPQExpBuffer(&Object);
  Data = Object.data;
  PQfreemem(Data);
}

void library(const char *Text, char *Buffer, PGconn *Conn, void *Data) {
  int Number;
  pgthreadlock_t Lock = PQregisterThreadLock(NULL);
#ifdef LIBPQ_HAS_GET_THREAD_LOCK
  Lock = PQgetThreadLock();
#endif
  PQsslKeyPassHook_OpenSSL_type KeyHook = PQgetSSLKeyPassHook_OpenSSL();
  PQsetSSLKeyPassHook_OpenSSL(KeyHook);
  Number = PQdefaultSSLKeyPassHook_OpenSSL(Buffer, 1, Conn);
#ifdef LIBPQ_HAS_PROMPT_OAUTH_DEVICE
  PQauthDataHook_type AuthHook = PQgetAuthDataHook();
  PQsetAuthDataHook(AuthHook);
  Number = PQdefaultAuthDataHook(PQAUTHDATA_OAUTH_BEARER_TOKEN, Conn, Data);
#endif
  PQinitSSL(0);
  PQinitOpenSSL(0, 0);
  Number = PQisthreadsafe();
  Number = PQlibVersion();
  Number = PQmblen(Text, 0);
  Number = PQmblenBounded(Text, 0);
  Number = PQdsplen(Text, 0);
  Number = PQenv2encoding();
  Number = pg_char_to_encoding(Text);
  Text = pg_encoding_to_char(Number);
  Number = pg_valid_server_encoding_id(Number);
  (void)Data;
  (void)Lock;
  (void)Number;
}
