// The files that the planning desk sends: SQLite, one table, times as text.
#ifndef ROSTER_PLANNING_H
#define ROSTER_PLANNING_H

#include "duty.h"

#include <string>
#include <vector>

namespace roster {

// Throws std::runtime_error if the file cannot be read, std::invalid_argument if a time in
// it is none.
std::vector<Duty> readPlan(const std::string &path);

} // namespace roster

#endif
