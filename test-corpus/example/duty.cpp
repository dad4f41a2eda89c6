#include "duty.h"

#include <cstdio>
#include <stdexcept>

namespace roster {

int parseClock(const std::string &text) {
  int hour = 0;
  int minute = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 24 || minute < 0 ||
      minute > 59)
    throw std::invalid_argument("not a time of day: " + text);
  return hour * 60 + minute;
}

std::string formatClock(int minutes) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60, minutes % 60);
  return text;
}

} // namespace roster
