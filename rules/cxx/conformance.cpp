// Uses every call of api.json with the types that the rules assume.
#include <new>

void *allocate() {
  void *Made = ::operator new(1);
  ::operator delete(Made);
  return nullptr;
}
