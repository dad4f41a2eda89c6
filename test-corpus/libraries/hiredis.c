// RUN: %check_dbtidy %s
// hiredis: contexts that are owed even when connecting failed, replies that come as void
// *, pipelines, reply elements.

#include "hiredis.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Connecting -----------------------------------------------------------------===//

// A failed connection is a context too: only without memory there is none.
int connect_failedBad(const char *Host) {
  redisContext *Redis =
      redisConnect(Host, 6379); // WARN: [db-connection-leak] "Redis connection 'Redis'"
  if (Redis == NULL || Redis->err) {
    logf_("cannot connect to %s", Host);
    return -1;
  }
  redisFree(Redis);
  return 0;
}

// The documented form.
int connect_failedOk(const char *Host) {
  redisContext *Redis = redisConnect(Host, 6379);
  if (Redis == NULL || Redis->err) {
    if (Redis) {
      logf_("error: %s", Redis->errstr);
      redisFree(Redis);
    } else {
      logf_("cannot allocate a context");
    }
    return -1;
  }
  redisFree(Redis);
  return 0;
}

// Handed out where it is good, freed where it is not; the caller gets null.
redisContext *open_cache(const char *Path, const struct timeval Timeout) {
  redisContext *Redis = redisConnectUnixWithTimeout(Path, Timeout);
  if (Redis && Redis->err) {
    logf_("%s: %s", Path, Redis->errstr);
    redisFree(Redis);
    Redis = NULL;
  }
  return Redis;
}

int wrapperOk(const struct timeval Timeout) {
  redisContext *Redis = open_cache("/run/redis.sock", Timeout);
  if (!Redis)
    return -1;
  freeReplyObject(redisCommand(Redis, "PING"));
  redisFree(Redis);
  return 0;
}

int wrapperBad(const struct timeval Timeout) {
  redisContext *Redis =
      open_cache("/run/redis.sock", Timeout); // WARN: [db-connection-leak]
  if (!Redis)
    return -1;
  redisReply *Reply = redisCommand(Redis, "PING");
  if (!Reply)
    return -1;
  freeReplyObject(Reply);
  redisFree(Redis);
  return 0;
}

// Every attempt leaves a context behind.
redisContext *retryBad(const char *Host, int Attempts) {
  redisContext *Redis = NULL;
  for (int I = 0; I < Attempts; ++I) {
    Redis = redisConnect(Host, 6379); // WARN: [db-connection-leak] "overwritten"
    if (Redis && !Redis->err)
      break;
  }
  return Redis;
}

redisContext *retryOk(const char *Host, int Attempts) {
  redisContext *Redis = NULL;
  while (Attempts-- > 0) {
    Redis = redisConnect(Host, 6379);
    if (Redis && !Redis->err)
      return Redis;
    redisFree(Redis);
  }
  return NULL;
}

// An own object keeps it; reconnecting closes the old one.
struct cache {
  redisContext *Redis;
  int Port;
};

int cache_connectOk(struct cache *Cache) {
  if (Cache->Redis)
    redisFree(Cache->Redis);
  Cache->Redis = redisConnect("localhost", Cache->Port);
  if (!Cache->Redis)
    return -1;
  if (Cache->Redis->err) {
    redisFree(Cache->Redis);
    Cache->Redis = NULL;
    return -1;
  }
  return 0;
}

// The old one is not closed.
int cache_reconnectBad(struct cache *Cache) {
  Cache->Redis = redisConnect("localhost", Cache->Port); // WARN: [db-connection-leak]
  if (!Cache->Redis || Cache->Redis->err) {
    Cache->Redis = redisConnect("localhost", Cache->Port + 1);
    return Cache->Redis && !Cache->Redis->err;
  }
  return 1;
}

// The descriptor is kept, the context goes.
int keep_descriptorOk(const char *Host) {
  redisContext *Redis = redisConnectNonBlock(Host, 6379);
  if (!Redis)
    return -1;
  return redisFreeKeepFd(Redis);
}

int error_after_freeBad(const char *Host) {
  redisContext *Redis = redisConnect(Host, 6379);
  if (!Redis)
    return -1;
  if (Redis->err) {
    redisFree(Redis);
    return Redis->err; // WARN: [db-use-after-close]
  }
  redisFree(Redis);
  return 0;
}

//===--- Replies --------------------------------------------------------------------===//

// Looked at and forgotten.
int fire_and_forgetBad(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "SET %s %s", "key", "value"); // WARN: [db-result-leak] "Redis reply 'Reply'"
  return Reply ? 0 : -1;
}

// Nobody takes the reply.
void ignoredBad(redisContext *Redis) {
  redisCommand(Redis, "INCR visits"); // WARN: [db-result-leak]
}

// An error reply is a reply.
long long error_replyBad(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "DECR stock"); // WARN: [db-result-leak]
  if (Reply == NULL || Reply->type == REDIS_REPLY_ERROR)
    return -1;
  const long long Left = Reply->integer;
  freeReplyObject(Reply);
  return Left;
}

// Null may be freed.
long long error_replyOk(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "DECR stock");
  if (Reply == NULL || Reply->type != REDIS_REPLY_INTEGER) {
    freeReplyObject(Reply);
    return -1;
  }
  const long long Left = Reply->integer;
  freeReplyObject(Reply);
  return Left;
}

// A reply kept as void *, freed under another type.
int untypedOk(redisContext *Redis) {
  void *Answer = redisCommand(Redis, "EXISTS %s", "key");
  if (!Answer)
    return -1;
  redisReply *Reply = (redisReply *)Answer;
  const int Found = Reply->type == REDIS_REPLY_INTEGER && Reply->integer == 1;
  freeReplyObject(Answer);
  return Found;
}

// The second command's reply takes the place of the first's.
int transferBad(redisContext *Redis, int From, int To) {
  redisReply *Reply = redisCommand(Redis, "DECRBY account:%d 1", From); // WARN: [db-result-leak] "overwritten"
  if (!Reply)
    return -1;
  Reply = redisCommand(Redis, "INCRBY account:%d 1", To);
  freeReplyObject(Reply);
  return 0;
}

int authenticateOk(redisContext *Redis, const char *Password, int Database) {
  redisReply *Reply = NULL;
  int Rc = -1;
  if (Password) {
    Reply = redisCommand(Redis, "AUTH %s", Password);
    if (!Reply || Reply->type == REDIS_REPLY_ERROR)
      goto done;
    freeReplyObject(Reply);
  }
  Reply = redisCommand(Redis, "SELECT %d", Database);
  if (!Reply || Reply->type == REDIS_REPLY_ERROR)
    goto done;
  Rc = 0;
done:
  if (Reply)
    freeReplyObject(Reply);
  return Rc;
}

// As in authenticateOk, but the label is reached with a freed reply.
int authenticateBad(redisContext *Redis, const char *Password, bool Select) {
  redisReply *Reply = NULL;
  int Rc = -1;
  if (Password) {
    Reply = redisCommand(Redis, "AUTH %s", Password);
    if (!Reply)
      return -1;
    freeReplyObject(Reply);
  }
  if (!Select)
    goto done;
  Reply = redisCommand(Redis, "SELECT 1");
  Rc = 0;
done:
  if (Reply)
    freeReplyObject(Reply); // WARN: [db-use-after-close]
  return Rc;
}

// The elements belong to the array: they go with it.
int elementsOk(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "LRANGE jobs 0 -1");
  if (!Reply)
    return -1;
  int Length = 0;
  if (Reply->type == REDIS_REPLY_ARRAY)
    for (size_t I = 0; I < Reply->elements; ++I) {
      const redisReply *Job = Reply->element[I];
      if (Job->type == REDIS_REPLY_STRING)
        Length += (int)Job->len;
    }
  freeReplyObject(Reply);
  return Length;
}

// Returned from the middle of the array.
char *first_jobBad(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "LRANGE jobs 0 -1"); // WARN: [db-result-leak]
  if (!Reply)
    return NULL;
  for (size_t I = 0; I < Reply->elements; ++I)
    if (Reply->element[I]->len > 0)
      return strdup(Reply->element[I]->str);
  freeReplyObject(Reply);
  return NULL;
}

// The copy is made in time.
char *getOk(redisContext *Redis, const char *Key) {
  char *Value = NULL;
  redisReply *Reply = redisCommand(Redis, "GET %s", Key);
  if (Reply && Reply->type == REDIS_REPLY_STRING)
    Value = strdup(Reply->str);
  freeReplyObject(Reply);
  return Value;
}

int after_freeBad(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "GET mode");
  if (!Reply)
    return -1;
  freeReplyObject(Reply);
  return Reply->type == REDIS_REPLY_STRING; // WARN: [db-use-after-close]
}

// The text is the reply's.
char *get_textBad(redisContext *Redis, const char *Key) {
  redisReply *Reply = redisCommand(Redis, "GET %s", Key);
  if (!Reply)
    return NULL;
  char *Value = Reply->str;
  freeReplyObject(Reply);
  return Value; // WARN: [db-use-after-close]
}

// The usual macro of such programs.
#define FREE_REPLY(Reply)     \
  do {                        \
    if (Reply) {              \
      freeReplyObject(Reply); \
      (Reply) = NULL;         \
    }                         \
  } while (0)

int macroOk(redisContext *Redis, int Count) {
  redisReply *Reply = NULL;
  int Good = 0;
  for (int I = 0; I < Count; ++I) {
    FREE_REPLY(Reply);
    Reply = redisCommand(Redis, "PING %d", I);
    if (!Reply)
      continue;
    Good += Reply->type == REDIS_REPLY_STATUS;
  }
  FREE_REPLY(Reply);
  return Good;
}

// A cursor's pages: the reply is needed until the next cursor is copied.
int scanOk(redisContext *Redis) {
  char Cursor[32] = "0";
  int Keys = 0;
  do {
    redisReply *Reply = redisCommand(Redis, "SCAN %s", Cursor);
    if (!Reply || Reply->type != REDIS_REPLY_ARRAY || Reply->elements != 2) {
      freeReplyObject(Reply);
      return -1;
    }
    snprintf(Cursor, sizeof Cursor, "%s", Reply->element[0]->str);
    Keys += (int)Reply->element[1]->elements;
    freeReplyObject(Reply);
  } while (strcmp(Cursor, "0") != 0);
  return Keys;
}

// A page without keys is skipped with its reply.
int scanBad(redisContext *Redis) {
  char Cursor[32] = "0";
  int Keys = 0;
  do {
    redisReply *Reply = redisCommand(Redis, "SCAN %s", Cursor); // WARN: [db-result-leak]
    if (!Reply)
      return -1;
    snprintf(Cursor, sizeof Cursor, "%s", Reply->element[0]->str);
    if (Reply->element[1]->elements == 0)
      continue;
    Keys += (int)Reply->element[1]->elements;
    freeReplyObject(Reply);
  } while (strcmp(Cursor, "0") != 0);
  return Keys;
}
