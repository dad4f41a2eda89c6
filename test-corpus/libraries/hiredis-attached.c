// RUN: %check_dbtidy %s
// hiredis: a context that an event loop takes over if that succeeds.

#include "adapters/libevent.h"
#include "async.h"
#include "hiredis.h"

void logf_(const char *Format, ...);

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
