// RUN: %check_dbtidy %s -- -std=c++20
// std::optional owns its value: the class in it decides whether that releases.

#include "libpq-fe.h"

#include <memory>
#include <optional>
#include <utility>

struct Forgetful {
  explicit Forgetful(PGconn *C) : Conn(C) {}
  PGconn *Conn;
};
struct Owner {
  explicit Owner(PGconn *C) : Conn(C) {}
  Owner(Owner &&O) noexcept : Conn(std::exchange(O.Conn, nullptr)) {}
  ~Owner() {
    if (Conn)
      PQfinish(Conn);
  }
  PGconn *Conn;
};
struct Finish {
  void operator()(PGconn *C) const { PQfinish(C); }
};

void emplacedBad() {
  std::optional<Forgetful> F;
  F.emplace(PQconnectdb("")); // WARN: [db-connection-leak]
}
void emplacedOk() {
  std::optional<Owner> O;
  O.emplace(PQconnectdb(""));
}
void closedOk() {
  std::optional<Forgetful> F;
  F.emplace(PQconnectdb(""));
  PQfinish(F->Conn);
}
void onlyIfThereOk(bool Wanted) {
  std::optional<Forgetful> F;
  if (Wanted)
    F.emplace(PQconnectdb(""));
  if (F)
    PQfinish(F->Conn);
}
void onlyIfThereBad(bool Wanted, bool Late) {
  std::optional<Forgetful> F;
  if (Wanted)
    F = Forgetful(PQconnectdb("")); // WARN: [db-connection-leak]
  if (Late && F.has_value())
    PQfinish(F.value().Conn);
}
void resetBad() {
  std::optional<Forgetful> F(std::in_place, PQconnectdb("")); // WARN: [db-connection-leak]
  F.reset();
}
void resetOk() {
  std::optional<Owner> O(std::in_place, PQconnectdb(""));
  O.reset();
  O = std::nullopt;
}
void movedOk() {
  std::optional<Owner> O(Owner(PQconnectdb("")));
  std::optional<Owner> P = std::move(O);
}
void smartOk() {
  std::optional<std::unique_ptr<PGconn, Finish>> P;
  P.emplace(PQconnectdb(""));
}
void smartReleasedBad() {
  std::optional<std::unique_ptr<PGconn, Finish>> P;
  P.emplace(PQconnectdb("")); // WARN: [db-connection-leak]
  P->release();
}
void rawOk() {
  std::optional<PGconn *> C = PQconnectdb("");
  PQfinish(*C);
}
void rawBad() {
  std::optional<PGconn *> C = PQconnectdb(""); // WARN: [db-connection-leak]
  C = nullptr;
}

static std::optional<PGconn *> opened() { return PQconnectdb(""); }
void valueOrOk() {
  PGconn *C = opened().value_or(nullptr);
  if (C)
    PQfinish(C);
}
void valueOrBad() {
  PGconn *C = opened().value_or(nullptr); // WARN: [db-connection-leak]
  if (C && PQstatus(C) != CONNECTION_OK)
    return;
  PQfinish(C);
}
static PGconn *next(PGconn *Old) {
  PQfinish(Old);
  return PQconnectdb("");
}
void emplacedAnewOk() {
  std::optional<PGconn *> C = PQconnectdb("");
  C.emplace(next(C.value()));
  PQfinish(*C);
}
