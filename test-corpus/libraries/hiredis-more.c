// RUN: %check_dbtidy %s
// hiredis: what dbtidy does not get right yet.

#include "adapters/libevent.h"
#include "async.h"
#include "hiredis.h"

#include <stdlib.h>

void logf_(const char *Format, ...);

// Missed: what is taken over under a condition counts as taken over when it does not
// hold.
int attach_failedBad(struct event_base *Base) {
  redisAsyncContext *Redis =
      redisAsyncConnect("localhost", 6379); // WARN: [db-connection-leak]
  if (!Redis)
    return -1;
  if (redisLibeventAttach(Redis, Base) != REDIS_OK) {
    logf_("cannot attach");
    return -1;
  }
  return 0;
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
