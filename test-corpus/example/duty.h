// A duty: one person, one unit, one day, from one minute of the day to another.
#ifndef ROSTER_DUTY_H
#define ROSTER_DUTY_H

#include <string>

namespace roster {

struct Duty {
  long id = 0;
  std::string person;
  std::string unit;
  std::string day; // 2026-11-30
  int from = 0;    // minutes since midnight
  int to = 0;
};

// "07:30" -> 450. Throws std::invalid_argument for anything else.
int parseClock(const std::string &text);

std::string formatClock(int minutes);

} // namespace roster

#endif
