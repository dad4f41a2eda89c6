//===- slice.h - LevelDB's slices, as dbtidy needs them -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_SLICE_H
#define DBTIDY_RULES_LEVELDB_SLICE_H

#include <cstddef>
#include <cstring>
#include <string>

namespace leveldb {

class Slice {
public:
  Slice() : Data(""), Size(0) {}
  Slice(const char *D, size_t N) : Data(D), Size(N) {}
  Slice(const std::string &S) : Data(S.data()), Size(S.size()) {}
  Slice(const char *S) : Data(S), Size(strlen(S)) {}

  const char *data() const { return Data; }
  size_t size() const { return Size; }
  bool empty() const { return Size == 0; }
  char operator[](size_t N) const { return Data[N]; }
  std::string ToString() const { return std::string(Data, Size); }
  int compare(const Slice &B) const;
  bool starts_with(const Slice &X) const;

private:
  const char *Data;
  size_t Size;
};

inline bool operator==(const Slice &X, const Slice &Y) {
  return X.size() == Y.size() && memcmp(X.data(), Y.data(), X.size()) == 0;
}

inline bool operator!=(const Slice &X, const Slice &Y) { return !(X == Y); }

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_SLICE_H
