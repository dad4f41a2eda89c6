/* Uses every call of api.json with the types that the rules assume. The real headers need
 * the server's whole build environment, so only the mock is compiled against. */
#include "common/fe_memutils.h"
#include "utils/palloc.h"

void *allocate(MemoryContext context, size_t size) {
  void *made = palloc(size);
  made = palloc0(size);
  made = palloc_extended(size, 0);
  made = palloc_aligned(size, 16, 0);
  made = MemoryContextAlloc(context, size);
  made = MemoryContextAllocZero(context, size);
  made = MemoryContextAllocZeroAligned(context, size);
  made = MemoryContextAllocExtended(context, size, 0);
  made = MemoryContextAllocHuge(context, size);
  made = pg_malloc(size);
  made = pg_malloc0(size);
  made = pg_malloc_extended(size, 0);
  return made;
}

char *copy(MemoryContext context, const char *text) {
  char *made = pstrdup(text);
  made = pnstrdup(text, 1);
  made = pchomp(text);
  made = MemoryContextStrdup(context, text);
  made = pg_strdup(text);
  return made;
}

void *grow(void *memory, size_t size) {
  memory = repalloc(memory, size);
  memory = repalloc0(memory, size, size);
  memory = repalloc_extended(memory, size, 0);
  memory = repalloc_huge(memory, size);
  memory = pg_realloc(memory, size);
  return memory;
}

void end(void *first, void *second) {
  pfree(first);
  pg_free(second);
}
