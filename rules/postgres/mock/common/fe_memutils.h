/* What rules/postgres speaks of, declared in the project's own words. */
#ifndef DBTIDY_MOCK_FE_MEMUTILS_H
#define DBTIDY_MOCK_FE_MEMUTILS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

extern char *pg_strdup(const char *in);
extern void *pg_malloc(size_t size);
extern void *pg_malloc0(size_t size);
extern void *pg_malloc_extended(size_t size, int flags);
extern void *pg_realloc(void *ptr, size_t size);
extern void pg_free(void *ptr);

#ifdef __cplusplus
}
#endif

#endif
