// RUN: %check_dbtidy %s
// hiredis as C++ programs wrap it: smart pointers whose deleters take void *, guards,
// classes, exceptions.

#include "hiredis.h"

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct ReplyDeleter {
  void operator()(redisReply *Reply) const { freeReplyObject(Reply); }
};
using ReplyPtr = std::unique_ptr<redisReply, ReplyDeleter>;
using ContextPtr = std::unique_ptr<redisContext, decltype(&redisFree)>;

ReplyPtr command(redisContext *Redis, const char *Text) {
  return ReplyPtr(static_cast<redisReply *>(redisCommand(Redis, Text)));
}

void require(const redisReply *Reply) {
  if (!Reply || Reply->type == REDIS_REPLY_ERROR)
    throw std::runtime_error("redis");
}

} // namespace

// Freed by a functor, however the function ends.
std::string guardedOk(redisContext *Redis) {
  const ReplyPtr Reply = command(Redis, "GET a");
  require(Reply.get());
  return std::string(Reply->str, Reply->len);
}

// The deleter is the library's function: it takes void *.
long long functionDeleterOk(redisContext *Redis) {
  std::unique_ptr<redisReply, decltype(&freeReplyObject)> Reply(static_cast<redisReply *>(redisCommand(Redis, "INCR a")), freeReplyObject);
  if (!Reply)
    throw std::runtime_error("redis");
  return Reply->integer;
}

// A shared one, with a null context told apart from a failed one.
std::shared_ptr<redisContext> sharedOk(const std::string &Host) {
  std::shared_ptr<redisContext> Redis(redisConnect(Host.c_str(), 6379), redisFree);
  if (!Redis || Redis->err)
    return nullptr;
  return Redis;
}

// Released from its owner, and nobody has it then.
void takenOutBad(redisContext *Redis) {
  ReplyPtr Reply = command(Redis, "GET a"); // WARN: [db-result-leak]
  redisReply *Raw = Reply.release();
  if (Raw && Raw->type == REDIS_REPLY_ERROR)
    throw std::runtime_error(Raw->str);
  freeReplyObject(Raw);
}

// The check throws past the free.
long long throwsPastBad(redisContext *Redis) {
  auto *Reply =
      static_cast<redisReply *>(redisCommand(Redis, "INCR a")); // WARN: [db-result-leak]
  require(Reply);
  const long long Value = Reply->integer;
  freeReplyObject(Reply);
  return Value;
}

// Caught, freed and thrown again.
long long throwsAgainOk(redisContext *Redis) {
  auto *Reply = static_cast<redisReply *>(redisCommand(Redis, "INCR a"));
  try {
    require(Reply);
  } catch (...) {
    freeReplyObject(Reply);
    throw;
  }
  const long long Value = Reply->integer;
  freeReplyObject(Reply);
  return Value;
}

// A failed context in an exception's way.
redisContext *connectBad(const std::string &Host) {
  redisContext *Redis = redisConnect(Host.c_str(), 6379); // WARN: [db-connection-leak]
  if (!Redis)
    throw std::bad_alloc();
  if (Redis->err)
    throw std::runtime_error(Redis->errstr);
  return Redis;
}

redisContext *connectOk(const std::string &Host) {
  redisContext *Redis = redisConnect(Host.c_str(), 6379);
  if (!Redis)
    throw std::bad_alloc();
  if (Redis->err) {
    const std::string Text = Redis->errstr;
    redisFree(Redis);
    throw std::runtime_error(Text);
  }
  return Redis;
}

// A connection class: opened in the constructor, which frees what it cannot use.
class ClientOk {
public:
  explicit ClientOk(const std::string &Host) : Redis(redisConnect(Host.c_str(), 6379)) {
    if (!Redis)
      throw std::bad_alloc();
    if (Redis->err) {
      redisFree(Redis);
      throw std::runtime_error("connect");
    }
  }
  ~ClientOk() { redisFree(Redis); }
  ClientOk(const ClientOk &) = delete;
  ClientOk &operator=(const ClientOk &) = delete;
  ClientOk(ClientOk &&Other) noexcept : Redis(std::exchange(Other.Redis, nullptr)) {}

  std::optional<std::string> get(const std::string &Key) {
    const ReplyPtr Reply(static_cast<redisReply *>(redisCommand(Redis, "GET %s", Key.c_str())));
    if (!Reply || Reply->type != REDIS_REPLY_STRING)
      return std::nullopt;
    return std::string(Reply->str, Reply->len);
  }

  void pipeline(const std::vector<std::string> &Keys) {
    for (const auto &Key : Keys)
      redisAppendCommand(Redis, "DEL %s", Key.c_str());
    for (std::size_t I = 0; I < Keys.size(); ++I) {
      void *Raw = nullptr;
      if (redisGetReply(Redis, &Raw) != REDIS_OK)
        throw std::runtime_error(Redis->errstr);
      const ReplyPtr Reply(static_cast<redisReply *>(Raw));
    }
  }

private:
  redisContext *Redis;
};

// The destructor of an object whose constructor throws does not run.
class ThrowingBad {
public:
  explicit ThrowingBad(const std::string &Host)
      : Redis(redisConnect(Host.c_str(), 6379)) { // WARN: [db-connection-leak]
    if (!Redis || Redis->err)
      throw std::runtime_error("connect");
  }
  ~ThrowingBad() { redisFree(Redis); }

private:
  redisContext *Redis;
};

// Read after its owner has let go of it.
bool resetBad(redisContext *Redis) {
  ReplyPtr Reply = command(Redis, "GET a");
  const redisReply *Raw = Reply.get();
  if (!Raw)
    return false;
  Reply.reset();
  return Raw->type == REDIS_REPLY_STRING; // WARN: [db-use-after-close]
}

// Each turn's reply takes the place of the one before, which the pointer frees.
int reassignedOk(redisContext *Redis, int Count) {
  ReplyPtr Reply;
  int Good = 0;
  while (Count-- > 0) {
    Reply = command(Redis, "PING");
    if (!Reply)
      break;
    Good += Reply->type == REDIS_REPLY_STATUS;
  }
  return Good;
}

// Owners in a vector.
std::size_t collectedOk(redisContext *Redis, int Count) {
  std::vector<ReplyPtr> Replies;
  while (Count-- > 0) {
    ReplyPtr Reply = command(Redis, "PING");
    if (!Reply)
      return 0;
    Replies.push_back(std::move(Reply));
  }
  return Replies.size();
}

// The pool's lender: a lambda gives the context back.
void lentOk(std::vector<redisContext *> &Free) {
  if (Free.empty())
    return;
  auto GiveBack = [&Free](redisContext *Redis) { Free.push_back(Redis); };
  const std::unique_ptr<redisContext, decltype(GiveBack)> Redis(Free.back(), GiveBack);
  Free.pop_back();
  require(command(Redis.get(), "PING").get());
}

// A timed-out context is replaced by a new one in the smart pointer.
bool reconnectOk(ContextPtr &Redis, const char *Host) {
  if (Redis && Redis->err == 0)
    return true;
  Redis.reset(redisConnect(Host, 6379));
  return Redis && Redis->err == 0;
}
