// RUN: %check_dbtidy %s
// XFAIL: *
// hiredis: what dbtidy does not get right yet.

#include "adapters/libevent.h"
#include "async.h"
#include "hiredis.h"

#include <stdlib.h>

void logf_(const char *Format, ...);

// False alarm: the text is taken out of the reply, so it does not end with it.
char *stolen_textOk(redisContext *Redis, const char *Key) {
  redisReply *Reply = redisCommand(Redis, "GET %s", Key);
  if (!Reply)
    return NULL;
  char *Value = Reply->str;
  Reply->str = NULL;
  freeReplyObject(Reply);
  return Value;
}

// Missed: the address of a member array is a pointer into the handle, and the call reads
// it.
int error_text_after_freeBad(const char *Host) {
  redisContext *Redis = redisConnect(Host, 6379);
  if (!Redis)
    return -1;
  if (Redis->err) {
    redisFree(Redis);
    logf_("%s", Redis->errstr); // WARN: [db-use-after-close]
    return -1;
  }
  redisFree(Redis);
  return 0;
}

// Missed: what is loaded through a derived array is derived too.
int element_after_freeBad(redisContext *Redis) {
  redisReply *Reply = redisCommand(Redis, "TIME");
  if (!Reply)
    return -1;
  redisReply *Seconds = Reply->element[0];
  freeReplyObject(Reply);
  return atoi(Seconds->str); // WARN: [db-use-after-close]
}

// False alarm: of two connections that are both open, one is never the other.
struct link {
  redisContext *Commands;
  redisContext *Messages;
};

static void link_close(struct link *Link, redisContext *Redis) {
  if (Link->Commands == Redis)
    Link->Commands = NULL;
  if (Link->Messages == Redis)
    Link->Messages = NULL;
  redisFree(Redis);
}

void link_connectOk(struct link *Link, const char *Host) {
  if (!Link->Commands)
    Link->Commands = redisConnect(Host, 6379);
  if (Link->Messages)
    return;
  Link->Messages = redisConnect(Host, 6379);
  if (Link->Messages && Link->Messages->err)
    link_close(Link, Link->Messages);
}
