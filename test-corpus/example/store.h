// The roster as PostgreSQL holds it (schema.sql).
#ifndef ROSTER_STORE_H
#define ROSTER_STORE_H

#include "duty.h"

#include <libpq-fe.h>

#include <map>
#include <string>
#include <vector>

namespace roster {

// A connection that can be used, or null; the reason is on stderr.
PGconn *connectTo(const std::string &dsn);

class Store {
public:
  // Takes the connection over.
  explicit Store(PGconn *connection) : conn(connection) {}
  ~Store() { PQfinish(conn); }
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;

  bool add(const Duty &duty);
  std::vector<Duty> dutiesOn(const std::string &day);

  // Minutes planned for each of the units on a day.
  std::map<std::string, int> minutesByUnit(const std::vector<std::string> &units, const std::string &day);

  // Two people swap their duties, unless one of these has been confirmed.
  bool swap(long first, long second);

  // Removes what is older than a day; false if nothing was removed.
  bool forgetBefore(const std::string &day);

private:
  bool run(const char *sql, const std::vector<const char *> &values = {});
  bool isConfirmed(long id);

  PGconn *conn;
};

} // namespace roster

#endif
