// RUN: %check_dbtidy %s
// A pool class of the program's own that hands out plain pointers.

#include <string>

class DbSession {
public:
  bool execute(const std::string &Sql);
  int lastError() const;
};

class DbPool {
public:
  static DbPool &instance();
  DbSession *acquire();
  void release(DbSession *Session);
};

bool checked(const std::string &Name);

bool insertOk(const std::string &Sql) {
  DbSession *S = DbPool::instance().acquire();
  const bool Done = S->execute(Sql);
  DbPool::instance().release(S);
  return Done;
}

bool updateOk(const std::string &Sql) {
  DbSession *S = DbPool::instance().acquire();
  if (!S)
    return false;
  if (!S->execute(Sql)) {
    DbPool::instance().release(S);
    return false;
  }
  DbPool::instance().release(S);
  return true;
}

bool removeOk(const std::string &Name) {
  if (!checked(Name))
    return false;
  DbSession *S = DbPool::instance().acquire();
  const bool Done = S->execute("DELETE FROM t");
  DbPool::instance().release(S);
  return Done;
}

bool earlyBad(const std::string &Name) {
  DbSession *S = DbPool::instance().acquire(); // WARN: [db-connection-leak] "DbPool::acquire" likely
  if (!checked(Name))
    return false;
  const bool Done = S->execute("DELETE FROM t");
  DbPool::instance().release(S);
  return Done;
}

int errorBad(const std::string &Sql) {
  DbSession *S = DbPool::instance().acquire(); // WARN: [db-connection-leak]
  if (!S->execute(Sql))
    return S->lastError();
  DbPool::instance().release(S);
  return 0;
}

// Kept by an object.
class Worker {
public:
  void startOk() { Session = DbPool::instance().acquire(); }
  void stopOk() { DbPool::instance().release(Session); }

private:
  DbSession *Session = nullptr;
};

// Given back by a destructor, or by a function of one's own.
class Borrowed {
public:
  Borrowed() : Session(DbPool::instance().acquire()) {}
  ~Borrowed() { DbPool::instance().release(Session); }
  DbSession *Session;
};

bool guardedOk(const std::string &Sql) {
  Borrowed Here;
  return Here.Session->execute(Sql);
}

static void finish(DbSession *S) { DbPool::instance().release(S); }

bool finishedOk(const std::string &Sql) {
  DbSession *S = DbPool::instance().acquire();
  const bool Done = S->execute(Sql);
  finish(S);
  return Done;
}

bool finishedBad(const std::string &Sql) {
  DbSession *S = DbPool::instance().acquire(); // WARN: [db-connection-leak]
  if (!S->execute(Sql))
    return false;
  finish(S);
  return true;
}

// One of several, or none.
bool chosenOk(DbSession *Given, const std::string &Sql) {
  DbSession *S = Given ? Given : DbPool::instance().acquire();
  const bool Done = S->execute(Sql);
  if (!Given)
    DbPool::instance().release(S);
  return Done;
}
