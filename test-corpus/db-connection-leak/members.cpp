// RUN: %check_dbtidy %s
// A class that opens a connection into a member and closes it nowhere is reported at the
// member, whether or not the file shows an object of it.

#include "libpq-fe.h"

#include <string>

class NeverClosedBad {
public:
  bool open(const char *Where) {
    Conn = PQconnectdb(Where);
    return PQstatus(Conn) == CONNECTION_OK;
  }
  bool ping() {
    PGresult *Res = PQexec(Conn, "SELECT 1");
    const bool Fine = PQresultStatus(Res) == PGRES_TUPLES_OK;
    PQclear(Res);
    return Fine;
  }

private:
  PGconn *Conn = nullptr; // WARN: [db-connection-leak]
};
bool useOfIt(NeverClosedBad &Db) { return Db.open("") && Db.ping(); }

class ForgetfulDestructorBad {
public:
  explicit ForgetfulDestructorBad(const char *Where) : Conn(PQconnectdb(Where)) {}
  ~ForgetfulDestructorBad() { Name.clear(); }
  int version() const { return PQserverVersion(Conn); }

private:
  std::string Name;
  PGconn *Conn; // WARN: [db-connection-leak]
};

class ThroughHelperBad {
public:
  void start() { connect("host"); }
  void stop() {}

private:
  void connect(const char *Where);
  PGconn *Conn = nullptr; // WARN: [db-connection-leak]
};
void ThroughHelperBad::connect(const char *Where) { Conn = PQconnectdb(Where); }

class DestructorOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  ~DestructorOk() { PQfinish(Conn); }

private:
  PGconn *Conn = nullptr;
};

class ClosesOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  void close() {
    if (Conn)
      PQfinish(Conn);
    Conn = nullptr;
  }

private:
  PGconn *Conn = nullptr;
};

class HelperClosesOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  ~HelperClosesOk() { finish(Conn); }

private:
  static void finish(PGconn *C) { PQfinish(C); }
  PGconn *Conn = nullptr;
};

// Others may close what they are handed.
class HandsOutOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  PGconn *raw() const { return Conn; }

private:
  PGconn *Conn = nullptr;
};
class GivesAwayOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  PGconn *take() {
    PGconn *Out = Conn;
    Conn = nullptr;
    return Out;
  }

private:
  PGconn *Conn = nullptr;
};
void keep(PGconn *Conn);
class PassesOnOk {
public:
  void open(const char *Where) {
    Conn = PQconnectdb(Where);
    keep(Conn);
  }

private:
  PGconn *Conn = nullptr;
};
void keepObject(void *Object);
class RegistersItselfOk {
public:
  void open(const char *Where) {
    Conn = PQconnectdb(Where);
    keepObject(this);
  }

private:
  PGconn *Conn = nullptr;
};

// A function that is not shown may do it; so may a friend, a derived class, anyone.
class NotAllShownOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  void close();

private:
  PGconn *Conn = nullptr;
};
class FriendOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  friend void closeFriend(FriendOk &);

private:
  PGconn *Conn = nullptr;
};
void closeFriend(FriendOk &Db) { PQfinish(Db.Conn); }
class FriendClassOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }

private:
  friend class Elsewhere;
  PGconn *Conn = nullptr;
};
class ProtectedOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }

protected:
  PGconn *Conn = nullptr;
};
struct PublicOk {
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  PGconn *Conn = nullptr;
};

// What the class is given is not its own.
class BorrowsOk {
public:
  explicit BorrowsOk(PGconn *Conn) : Conn(Conn) {}
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

class LambdaOk {
public:
  void open(const char *Where) { Conn = PQconnectdb(Where); }
  void close() {
    const auto Finish = [this] { PQfinish(Conn); };
    Finish();
  }

private:
  PGconn *Conn = nullptr;
};

class MovesOk {
public:
  explicit MovesOk(const char *Where) : Conn(PQconnectdb(Where)) {}
  MovesOk(MovesOk &&Other) noexcept : Conn(Other.Conn) { Other.Conn = nullptr; }
  ~MovesOk() {
    if (Conn)
      PQfinish(Conn);
  }

private:
  PGconn *Conn;
};
class MovesAndForgetsBad {
public:
  explicit MovesAndForgetsBad(const char *Where) : Conn(PQconnectdb(Where)) {}
  MovesAndForgetsBad(MovesAndForgetsBad &&Other) noexcept : Conn(Other.Conn) {
    Other.Conn = nullptr;
  }

private:
  PGconn *Conn; // WARN: [db-connection-leak]
};

// One object for the life of the program keeps its connection as long.
class SingletonOk {
public:
  static SingletonOk &get() {
    static SingletonOk Only;
    return Only;
  }
  int version() const { return PQserverVersion(Conn); }

private:
  SingletonOk() : Conn(PQconnectdb("")) {}
  PGconn *Conn;
};
class HeapSingletonOk {
public:
  static HeapSingletonOk *get() {
    static HeapSingletonOk *Only = new HeapSingletonOk;
    return Only;
  }

private:
  HeapSingletonOk() : Conn(PQconnectdb("")) {}
  PGconn *Conn;
};
