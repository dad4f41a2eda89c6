// RUN: %check_dbtidy %s
// std::function: what is inside is called, copied, moved and dropped with it.

#include "libpq-fe.h"

#include <functional>
#include <stdexcept>

int parse(const char *Text) {
  if (*Text < '0' || *Text > '9')
    throw std::invalid_argument("no number");
  return *Text - '0';
}

class Finally {
public:
  explicit Finally(std::function<void()> F) : F(std::move(F)) {}
  ~Finally() {
    if (F)
      F();
  }
  void dismiss() { F = nullptr; }

private:
  std::function<void()> F;
};

bool guardedOk(const char *Text) {
  PGconn *Conn = PQconnectdb("");
  Finally Guard([Conn] { PQfinish(Conn); });
  return parse(Text) != 0;
}

bool dismissedBad(const char *Text) {
  PGconn *Conn = PQconnectdb(""); // WARN: [db-connection-leak]
  Finally Guard([Conn] { PQfinish(Conn); });
  if (parse(Text) == 0) {
    Guard.dismiss();
    return false;
  }
  return true;
}

bool dismissedAndClosedOk(const char *Text) {
  PGconn *Conn = PQconnectdb("");
  Finally Guard([&Conn] { PQfinish(Conn); });
  if (parse(Text) == 0) {
    Guard.dismiss();
    PQfinish(Conn);
    return false;
  }
  return true;
}

int calledOk(bool Fail) {
  PGconn *Conn = PQconnectdb("");
  const std::function<void()> Close = [&] { PQfinish(Conn); };
  if (Fail) {
    Close();
    return 1;
  }
  Close();
  return 0;
}

int notCalledBad(bool Fail) {
  PGconn *Conn = PQconnectdb(""); // WARN: [db-connection-leak]
  const std::function<void()> Close = [&] { PQfinish(Conn); };
  if (Fail)
    return 1;
  Close();
  return 0;
}

int plainFunctionOk() {
  const std::function<void(PGconn *)> Close = PQfinish;
  PGconn *Conn = PQconnectdb("");
  Close(Conn);
  return 0;
}

int plainFunctionBad(bool Fail) {
  std::function<PGconn *(const char *)> Open = PQconnectdb;
  PGconn *Conn = Open(""); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  PQfinish(Conn);
  return 0;
}

int copiedOk() {
  PGconn *Conn = PQconnectdb("");
  const std::function<void()> First = [Conn] { PQfinish(Conn); };
  const std::function<void()> Second = First;
  Second();
  return 0;
}

int replacedBad() {
  PGconn *Conn = PQconnectdb(""); // WARN: [db-connection-leak]
  std::function<void()> Close = [Conn] { PQfinish(Conn); };
  Close = [] {};
  Close();
  return 0;
}

// Where it goes is not known: whoever has it may call it.
void keep(std::function<void()> F);
void keptOk() {
  PGconn *Conn = PQconnectdb("");
  keep([Conn] { PQfinish(Conn); });
}
std::function<void()> returnedOk() {
  PGconn *Conn = PQconnectdb("");
  return [Conn] { PQfinish(Conn); };
}
void unknownOk(const std::function<void(PGconn *)> &Use) {
  PGconn *Conn = PQconnectdb("");
  Use(Conn);
}

// Called twice.
void twiceBad() {
  PGconn *Conn = PQconnectdb("");
  const std::function<void()> Close = [Conn] { PQfinish(Conn); };
  Close();
  Close(); // WARN: [db-use-after-close]
}
