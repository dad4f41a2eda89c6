// RUN: %check_dbtidy %s
// Calls through base classes, followed by what the object is known to be, or else by the
// classes that the program is seen to have.

#include "libpq-fe.h"

#include <memory>

namespace {

class Database {
public:
  virtual ~Database() {}
  virtual bool open(const char *Where) = 0;
  virtual void close() = 0;
  virtual PGconn *lend() { return nullptr; }
};

class Closing : public Database {
public:
  ~Closing() override { PQfinish(Conn); }
  bool open(const char *Where) override {
    Conn = PQconnectdb(Where);
    return PQstatus(Conn) == CONNECTION_OK;
  }
  void close() override {
    PQfinish(Conn);
    Conn = nullptr;
  }
  PGconn *lend() override { return Conn; }

private:
  PGconn *Conn = nullptr;
};

class Fake : public Database {
public:
  bool open(const char *) override { return true; }
  void close() override {}
};

/// No destructor: who opens it must close it.
class Plain : public Database {
public:
  bool open(const char *Where) override {
    Conn = PQconnectdb(Where);
    return true;
  }
  void close() override {
    PQfinish(Conn);
    Conn = nullptr;
  }

private:
  PGconn *Conn = nullptr;
};

void virtualDestructorOk(const char *Where) {
  Database *D = new Closing;
  D->open(Where);
  delete D;
}

void uniqueOk(const char *Where) {
  std::unique_ptr<Database> D(new Closing);
  D->open(Where);
}

void madeOk(const char *Where) {
  std::unique_ptr<Database> D = std::make_unique<Closing>();
  D->open(Where);
}

void referenceOk(const char *Where) {
  Closing Object;
  Database &D = Object;
  D.open(Where);
}

void objectLostBad(const char *Where) {
  Database *D = new Closing;
  D->open(Where); // WARN: [db-connection-leak]
}

int notClosedBad(const char *Where, bool Fail) {
  std::unique_ptr<Database> D = std::make_unique<Plain>();
  D->open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  D->close();
  return 0;
}

int closedOk(const char *Where) {
  std::unique_ptr<Database> D = std::make_unique<Plain>();
  D->open(Where);
  D->close();
  return 0;
}

int deletedBad(const char *Where, bool Fail) {
  Database *D = new Plain;
  D->open(Where); // WARN: [db-connection-leak]
  if (!Fail)
    D->close();
  delete D;
  return 0;
}

void fakeOk(const char *Where) {
  Database *D = new Fake;
  D->open(Where);
  delete D;
}

std::unique_ptr<Database> create(bool Real) {
  if (Real)
    return std::make_unique<Closing>();
  return std::make_unique<Fake>();
}
void factoryOk(const char *Where, bool Real) {
  std::unique_ptr<Database> D = create(Real);
  if (D->open(Where))
    D->close();
}

// What the object is, it stays: one class's acquire goes with the same class's release.
class Source {
public:
  virtual ~Source() {}
  virtual PGconn *take() = 0;
  virtual void give(PGconn *Conn) = 0;
};
class Fresh : public Source {
public:
  PGconn *take() override { return PQconnectdb(""); }
  void give(PGconn *Conn) override { PQfinish(Conn); }
};
class Shared : public Source {
public:
  explicit Shared(PGconn *Conn) : Conn(Conn) {}
  PGconn *take() override { return Conn; }
  void give(PGconn *) override {}

private:
  PGconn *Conn;
};
void givenBackOk(Source &From) {
  PGconn *Conn = From.take();
  From.give(Conn);
}
int notGivenBackBad(Source &From, bool Fail) {
  PGconn *Conn = From.take(); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  From.give(Conn);
  return 0;
}
void passedOnOk(Source &From) { givenBackOk(From); }

// A class below the one that overrides.
class Below : public Fresh {};
int inheritedBad(bool Fail) {
  Below Object;
  Source &From = Object;
  PGconn *Conn = From.take(); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  From.give(Conn);
  return 0;
}

// `final`, a qualified call: no dispatch at all.
class Last final : public Source {
public:
  PGconn *take() override { return PQconnectdb(""); }
  void give(PGconn *Conn) override { PQfinish(Conn); }
};
int finalBad(Last &From, bool Fail) {
  PGconn *Conn = From.take(); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  From.give(Conn);
  return 0;
}
int qualifiedBad(Fresh &From, bool Fail) {
  PGconn *Conn = From.Fresh::take(); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  From.Fresh::give(Conn);
  return 0;
}

// Overriders that throw.
class Throwing : public Source {
public:
  PGconn *take() override {
    PGconn *Conn = PQconnectdb("");
    if (PQstatus(Conn) != CONNECTION_OK) {
      PQfinish(Conn);
      throw 1;
    }
    return Conn;
  }
  void give(PGconn *Conn) override { PQfinish(Conn); }
};
int secondThrowsBad(Throwing &Object) {
  Throwing Mine;
  Source &From = Mine;
  PGconn *First = From.take();  // WARN: [db-connection-leak]
  PGconn *Second = From.take(); // may throw
  From.give(First);
  From.give(Second);
  return 0;
}

} // namespace

void use(const char *Where, Source &From, Fresh &F, Last &L, Throwing &T) {
  virtualDestructorOk(Where);
  uniqueOk(Where);
  madeOk(Where);
  referenceOk(Where);
  objectLostBad(Where);
  notClosedBad(Where, true);
  closedOk(Where);
  deletedBad(Where, true);
  fakeOk(Where);
  factoryOk(Where, true);
  notGivenBackBad(From, true);
  passedOnOk(From);
  inheritedBad(true);
  finalBad(L, true);
  qualifiedBad(F, true);
  secondThrowsBad(T);
  Shared Lent(nullptr);
  givenBackOk(Lent);
}
