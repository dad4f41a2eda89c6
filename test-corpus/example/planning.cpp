#include "planning.h"

#include <sqlite3.h>

#include <stdexcept>

namespace roster {

namespace {

class PlanFile {
public:
  explicit PlanFile(const std::string &path) {
    if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
      const std::string reason = sqlite3_errmsg(db);
      sqlite3_close_v2(db); // no destructor runs for what was not constructed
      throw std::runtime_error(path + ": " + reason);
    }
  }
  ~PlanFile() { sqlite3_close_v2(db); }
  PlanFile(const PlanFile &) = delete;
  PlanFile &operator=(const PlanFile &) = delete;

  sqlite3 *get() const { return db; }

private:
  sqlite3 *db = nullptr;
};

std::string text(sqlite3_stmt *stmt, int column) {
  const unsigned char *value = sqlite3_column_text(stmt, column);
  return value ? reinterpret_cast<const char *>(value) : "";
}

bool hasTable(const PlanFile &file, const char *name) {
  sqlite3_stmt *stmt = nullptr;
  if (sqlite3_prepare_v2(file.get(), "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1", -1, &stmt,
                         nullptr) != SQLITE_OK)
    return false;
  sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
  const bool found = sqlite3_step(stmt) == SQLITE_ROW;
  sqlite3_finalize(stmt);
  return found;
}

} // namespace

std::vector<Duty> readPlan(const std::string &path) {
  const PlanFile file(path);
  if (!hasTable(file, "plan"))
    throw std::runtime_error(path + ": holds no plan");

  sqlite3_stmt *stmt = nullptr;
  if (sqlite3_prepare_v2(file.get(), "SELECT person, unit, day, begins, ends FROM plan ORDER BY day", -1, &stmt,
                         nullptr) != SQLITE_OK)
    throw std::runtime_error(path + ": " + sqlite3_errmsg(file.get()));

  std::vector<Duty> duties;
  while (sqlite3_step(stmt) == SQLITE_ROW) {
    Duty duty;
    duty.person = text(stmt, 0);
    duty.unit = text(stmt, 1);
    duty.day = text(stmt, 2);
    duty.from = parseClock(text(stmt, 3));
    duty.to = parseClock(text(stmt, 4));
    duties.push_back(duty);
  }
  sqlite3_finalize(stmt);
  return duties;
}

} // namespace roster
