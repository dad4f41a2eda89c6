// roster: keeps a duty roster in PostgreSQL and feeds the display in the corridor.
//
//   roster DSN import FILE
//   roster DSN show DAY
//   roster DSN load DAY UNIT...
//   roster DSN swap ID ID
//   roster DSN forget DAY
//   roster DSN display DAY CACHE

#include "cache.h"
#include "planning.h"
#include "store.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

namespace {

using Words = std::vector<std::string>;

int import(roster::Store &store, const std::string &path) {
  int refused = 0;
  for (const roster::Duty &duty : roster::readPlan(path))
    refused += store.add(duty) ? 0 : 1;
  if (refused)
    std::fprintf(stderr, "roster: %d duties were refused\n", refused);
  return refused ? 1 : 0;
}

int show(roster::Store &store, const std::string &day) {
  for (const roster::Duty &duty : store.dutiesOn(day))
    std::printf("%ld %s-%s %s %s\n", duty.id, roster::formatClock(duty.from).c_str(),
                roster::formatClock(duty.to).c_str(), duty.unit.c_str(), duty.person.c_str());
  return 0;
}

int load(roster::Store &store, const std::string &day, const Words &units) {
  for (const auto &[unit, minutes] : store.minutesByUnit(units, day))
    std::printf("%s %s\n", unit.c_str(), roster::formatClock(minutes).c_str());
  return 0;
}

int display(roster::Store &store, const std::string &day, const std::string &path) {
  const std::vector<roster::Duty> duties = store.dutiesOn(day);
  std::vector<cache_entry> entries;
  for (const roster::Duty &duty : duties)
    entries.push_back({duty.person.c_str(), duty.unit.c_str(), duty.from, duty.to});

  sqlite3 *db = nullptr;
  if (cache_open(path.c_str(), &db) != SQLITE_OK)
    return 1;
  const int rc = cache_replace(db, day.c_str(), entries.data(), static_cast<int>(entries.size()));
  if (rc == SQLITE_OK)
    std::printf("%d duties on display\n", cache_count(db, day.c_str()));
  sqlite3_close(db);
  return rc == SQLITE_OK ? 0 : 1;
}

int dispatch(roster::Store &store, const Words &words) {
  const std::string &command = words[1];
  if (command == "import")
    return import(store, words[2]);
  if (command == "show")
    return show(store, words[2]);
  if (command == "load")
    return load(store, words[2], Words(words.begin() + 3, words.end()));
  if (command == "swap" && words.size() == 4)
    return store.swap(std::atol(words[2].c_str()), std::atol(words[3].c_str())) ? 0 : 1;
  if (command == "forget")
    return store.forgetBefore(words[2]) ? 0 : 1;
  if (command == "display" && words.size() == 4)
    return display(store, words[2], words[3]);
  std::fprintf(stderr, "roster: unknown command '%s'\n", command.c_str());
  return 2;
}

} // namespace

int main(int argc, char **argv) {
  const Words words(argv + 1, argv + argc);
  if (words.size() < 3) {
    std::fprintf(stderr, "usage: roster DSN COMMAND ARGUMENT...\n");
    return 2;
  }
  PGconn *conn = roster::connectTo(words[0]);
  if (!conn)
    return 1;
  roster::Store store(conn);
  try {
    return dispatch(store, words);
  } catch (const std::exception &error) {
    std::fprintf(stderr, "roster: %s\n", error.what());
    return 1;
  }
}
