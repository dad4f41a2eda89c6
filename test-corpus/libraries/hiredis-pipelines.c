// RUN: %check_dbtidy %s
// hiredis: replies through out-parameters, formatted commands, readers, event loops, TLS.

#include "adapters/libevent.h"
#include "async.h"
#include "hiredis.h"
#include "hiredis_ssl.h"

#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Pipelines ------------------------------------------------------------------===//

// Reply by reply; after a failure there is none.
int pipelineOk(redisContext *Redis, int Count) {
  for (int I = 0; I < Count; ++I)
    redisAppendCommand(Redis, "INCR counter:%d", I);
  for (int I = 0; I < Count; ++I) {
    redisReply *Reply;
    if (redisGetReply(Redis, (void **)&Reply) != REDIS_OK)
      return -1;
    freeReplyObject(Reply);
  }
  return 0;
}

// The replies are only counted.
int pipelineBad(redisContext *Redis, int Count) {
  redisReply *Reply;
  int Good = 0;
  for (int I = 0; I < Count; ++I)
    redisAppendCommand(Redis, "INCR counter:%d", I);
  for (int I = 0; I < Count; ++I)
    if (redisGetReply(Redis, (void **)&Reply) == REDIS_OK) // WARN: [db-result-leak]
      Good += Reply->type == REDIS_REPLY_INTEGER;
  return Good;
}

// Without a place for it, the library frees the reply.
int no_placeOk(redisContext *Redis) {
  redisAppendCommand(Redis, "SET a 1");
  redisAppendCommand(Redis, "SET b 2");
  if (redisGetReply(Redis, NULL) != REDIS_OK)
    return -1;
  return redisGetReply(Redis, NULL);
}

// Two replies in one variable.
int two_repliesBad(redisContext *Redis) {
  void *Reply = NULL;
  redisAppendCommand(Redis, "MULTI");
  redisAppendCommand(Redis, "EXEC");
  if (redisGetReply(Redis, &Reply) != REDIS_OK) // WARN: [db-result-leak]
    return -1;
  if (redisGetReply(Redis, &Reply) != REDIS_OK)
    return -1;
  freeReplyObject(Reply);
  return 0;
}

// On failure the variable keeps what it had: the reply that is freed already.
int stale_replyBad(redisContext *Redis, int Count) {
  redisReply *Reply = NULL;
  for (int I = 0; I < Count; ++I) {
    redisGetReply(Redis, (void **)&Reply);
    freeReplyObject(Reply); // WARN: [db-use-after-close]
  }
  return 0;
}

// The subscriber's loop: a message, the loop's end, then the connection's.
int subscribeOk(const char *Host, const char *Channel) {
  redisContext *Redis = redisConnect(Host, 6379);
  if (!Redis)
    return -1;
  if (Redis->err) {
    redisFree(Redis);
    return -1;
  }
  redisReply *Reply = redisCommand(Redis, "SUBSCRIBE %s", Channel);
  freeReplyObject(Reply);
  int Messages = 0;
  while (redisGetReply(Redis, (void **)&Reply) == REDIS_OK) {
    if (Reply->elements == 3 && strcmp(Reply->element[2]->str, "quit") == 0) {
      freeReplyObject(Reply);
      break;
    }
    ++Messages;
    freeReplyObject(Reply);
  }
  redisFree(Redis);
  return Messages;
}

// The message that ends the loop stays.
int subscribeBad(redisContext *Redis) {
  redisReply *Reply;
  int Messages = 0;
  while (redisGetReply(Redis, (void **)&Reply) == REDIS_OK) { // WARN: [db-result-leak]
    if (Reply->elements < 3)
      break;
    ++Messages;
    freeReplyObject(Reply);
  }
  return Messages;
}

// A helper takes what comes and frees it.
static int drain(redisContext *Redis, int Count) {
  void *Reply;
  int Errors = 0;
  while (Count-- > 0) {
    if (redisGetReply(Redis, &Reply) == REDIS_ERR)
      return -1;
    if (((redisReply *)Reply)->type == REDIS_REPLY_ERROR)
      ++Errors;
    freeReplyObject(Reply);
  }
  return Errors;
}

// The status is kept in a variable first, and the reply goes to the caller's place.
int receiveOk(redisContext *Redis, redisReply **Out) {
  void *Untyped = NULL;
  const int Rc = redisGetReply(Redis, &Untyped);
  *Out = NULL;
  if (Rc != REDIS_OK)
    return Rc;
  *Out = (redisReply *)Untyped;
  return REDIS_OK;
}

int receivedOk(redisContext *Redis) {
  redisReply *Reply;
  redisAppendCommand(Redis, "PING");
  if (receiveOk(Redis, &Reply) != REDIS_OK)
    return -1;
  freeReplyObject(Reply);
  return drain(Redis, 3);
}

int receivedBad(redisContext *Redis) {
  redisReply *Reply;
  redisAppendCommand(Redis, "PING");
  if (receiveOk(Redis, &Reply) != REDIS_OK) // WARN: [db-result-leak]
    return -1;
  return Reply->type == REDIS_REPLY_STATUS;
}

// What is buffered: null ends the loop.
int bufferedOk(redisContext *Redis) {
  void *Reply;
  if (redisBufferRead(Redis) != REDIS_OK)
    return -1;
  do {
    if (redisGetReplyFromReader(Redis, &Reply) != REDIS_OK)
      return -1;
    freeReplyObject(Reply);
  } while (Reply != NULL);
  return 0;
}

//===--- Formatted commands, readers
//--------------------------------------------------===//

// Sent, but not freed.
int formattedBad(redisContext *Redis) {
  char *Command;
  const int Length = redisFormatCommand(&Command, "SET %s %d", "a", 1); // WARN: [db-result-leak] "formatted command"
  if (Length < 0)
    return -1;
  return redisAppendFormattedCommand(Redis, Command, (size_t)Length);
}

int formattedOk(redisContext *Redis) {
  char *Command;
  const int Length = redisFormatCommand(&Command, "SET %s %d", "a", 1);
  if (Length == -1)
    return -1;
  const int Rc = redisAppendFormattedCommand(Redis, Command, (size_t)Length);
  redisFreeCommand(Command);
  return Rc;
}

// As programs did before there was redisFreeCommand.
int formatted_freeOk(redisContext *Redis, int Count, const char **Words) {
  char *Command = NULL;
  const long long Length = redisFormatCommandArgv(&Command, Count, Words, NULL);
  if (Length < 0)
    return -1;
  const int Rc = redisAppendFormattedCommand(Redis, Command, (size_t)Length);
  free(Command);
  return Rc;
}

// A parser without a connection: its reply outlives it.
redisReply *parseOk(const char *Text) {
  void *Reply = NULL;
  redisReader *Reader = redisReaderCreate();
  if (!Reader)
    return NULL;
  if (redisReaderFeed(Reader, Text, strlen(Text)) != REDIS_OK || redisReaderGetReply(Reader, &Reply) != REDIS_OK)
    logf_("%s", Reader->errstr);
  redisReaderFree(Reader);
  return (redisReply *)Reply;
}

int parseBad(const char *Text) {
  void *Reply = NULL;
  redisReader *Reader = redisReaderCreate(); // WARN: [db-result-leak] "reply reader"
  if (redisReaderFeed(Reader, Text, strlen(Text)) != REDIS_OK)
    return -1;
  const int Rc = redisReaderGetReply(Reader, &Reply);
  freeReplyObject(Reply);
  redisReaderFree(Reader);
  return Rc;
}

// The connection's own reader is nobody else's.
int own_readerOk(redisContext *Redis) {
  void *Reply;
  redisReader *Reader = Redis->reader;
  if (redisReaderGetReply(Reader, &Reply) != REDIS_OK)
    return -1;
  freeReplyObject(Reply);
  return 0;
}

//===--- Event loops ----------------------------------------------------------------===//

// Called with a reply that hiredis frees.
static void on_reply(struct redisAsyncContext *Redis, void *Reply, void *Data) {
  const redisReply *Answer = (const redisReply *)Reply;
  if (!Answer)
    return;
  logf_("%s: %s", (const char *)Data, Answer->str);
  redisAsyncDisconnect(Redis);
}

// Attached, it is the loop's: it is freed when it is disconnected.
int attachedOk(struct event_base *Base) {
  redisAsyncContext *Redis = redisAsyncConnect("localhost", 6379);
  if (!Redis)
    return -1;
  if (Redis->err) {
    logf_("%s", Redis->errstr);
    redisAsyncFree(Redis);
    return -1;
  }
  if (redisLibeventAttach(Redis, Base) != REDIS_OK) {
    redisAsyncFree(Redis);
    return -1;
  }
  redisAsyncCommand(Redis, on_reply, "answer", "GET %s", "key");
  return 0;
}

// The status of attaching is not looked at, as in most programs.
int attached_uncheckedOk(struct event_base *Base) {
  redisAsyncContext *Redis = redisAsyncConnect("localhost", 6379);
  if (!Redis || Redis->err) {
    redisAsyncFree(Redis);
    return -1;
  }
  redisLibeventAttach(Redis, Base);
  redisAsyncCommand(Redis, on_reply, "answer", "GET %s", "key");
  return 0;
}

// A failed one is a context here too, as in the library's first example.
int asyncBad(struct event_base *Base) {
  redisAsyncContext *Redis =
      redisAsyncConnect("localhost", 6379); // WARN: [db-connection-leak] "asynchronous"
  if (!Redis)
    return -1;
  if (Redis->err) {
    logf_("%s", Redis->errstr);
    return -1;
  }
  redisLibeventAttach(Redis, Base);
  return 0;
}

// Disconnecting waits for the replies that are due, and frees it then.
void disconnectOk(struct event_base *Base) {
  redisAsyncContext *Redis = redisAsyncConnect("localhost", 6379);
  if (Redis && redisAsyncCommand(Redis, NULL, NULL, "PING") == REDIS_OK)
    redisAsyncDisconnect(Redis);
  else
    redisAsyncFree(Redis);
  (void)Base;
}

// What a callback is given may be freed by it.
struct request {
  redisContext *Redis;
};
static void on_done(struct redisAsyncContext *Redis, void *Reply, void *Data) {
  struct request *Request = (struct request *)Data;
  redisFree(Request->Redis);
  free(Request);
  (void)Redis;
  (void)Reply;
}
int callback_dataOk(redisAsyncContext *Async) {
  struct request *Request = malloc(sizeof *Request);
  if (!Request)
    return -1;
  Request->Redis = redisConnect("localhost", 6379);
  return redisAsyncCommand(Async, on_done, Request, "PING");
}

//===--- TLS ------------------------------------------------------------------------===//

// The TLS context is not the connection's.
redisContext *tlsBad(const char *Host, const char *Authority) {
  redisSSLContext *Tls = redisCreateSSLContext(Authority, NULL, NULL, NULL, Host, NULL); // WARN: [db-result-leak]
  if (!Tls)
    return NULL;
  redisContext *Redis = redisConnect(Host, 6380);
  if (Redis && redisInitiateSSLWithContext(Redis, Tls) != REDIS_OK) {
    redisFree(Redis);
    return NULL;
  }
  return Redis;
}

int tlsOk(const char *Host, const char *Authority) {
  int Rc = -1;
  redisReply *Reply = NULL;
  redisContext *Redis = NULL;
  redisSSLContext *Tls = redisCreateSSLContext(Authority, NULL, NULL, NULL, Host, NULL);
  if (!Tls)
    goto done;
  Redis = redisConnect(Host, 6380);
  if (!Redis || Redis->err)
    goto done;
  if (redisInitiateSSLWithContext(Redis, Tls) != REDIS_OK)
    goto done;
  Reply = redisCommand(Redis, "PING");
  Rc = Reply ? 0 : -1;
done:
  freeReplyObject(Reply);
  redisFree(Redis);
  redisFreeSSLContext(Tls);
  return Rc;
}
