/* What rules/postgres speaks of, declared in the project's own words. */
#ifndef DBTIDY_MOCK_PALLOC_H
#define DBTIDY_MOCK_PALLOC_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct MemoryContextData *MemoryContext;

extern void *palloc(size_t size);
extern void *palloc0(size_t size);
extern void *palloc_extended(size_t size, int flags);
extern void *palloc_aligned(size_t size, size_t alignto, int flags);
extern void *repalloc(void *pointer, size_t size);
extern void *repalloc0(void *pointer, size_t oldsize, size_t size);
extern void *repalloc_extended(void *pointer, size_t size, int flags);
extern void *repalloc_huge(void *pointer, size_t size);
extern void pfree(void *pointer);
extern char *pstrdup(const char *in);
extern char *pnstrdup(const char *in, size_t len);
extern char *pchomp(const char *in);
extern void *MemoryContextAlloc(MemoryContext context, size_t size);
extern void *MemoryContextAllocZero(MemoryContext context, size_t size);
extern void *MemoryContextAllocZeroAligned(MemoryContext context, size_t size);
extern void *MemoryContextAllocExtended(MemoryContext context, size_t size, int flags);
extern void *MemoryContextAllocHuge(MemoryContext context, size_t size);
extern char *MemoryContextStrdup(MemoryContext context, const char *string);

#ifdef __cplusplus
}
#endif

#endif
