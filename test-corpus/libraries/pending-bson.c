// RUN: %check_dbtidy %s
// XFAIL: *
// libbson: what dbtidy does not get right yet.

#include <bson/bson.h>

void logf_(const char *Format, ...);
void array_append(void *Array, const void *Items, unsigned Count);

// False alarm: the array copies the pointer that it is given the address of.
int collectedOk(void *Array, bson_iter_t *Iter) {
  int Count = 0;
  while (bson_iter_next(Iter)) {
    char *Name = bson_iter_dup_utf8(Iter, NULL);
    array_append(Array, &Name, 1);
    ++Count;
  }
  return Count;
}

// Missed: the text is the iterator's, whose bytes are the document's.
void name_after_destroyBad(bson_t *Document) {
  bson_iter_t Iter;
  const char *Name = NULL;
  if (bson_iter_init_find(&Iter, Document, "name"))
    Name = bson_iter_utf8(&Iter, NULL);
  bson_destroy(Document);
  logf_("%s", Name); // WARN: [db-use-after-close]
}

// Missed: the iterator is used by a call after the document that its bytes belong to.
int iterate_after_destroyBad(bson_t *Document) {
  bson_iter_t Iter;
  int Keys = 0;
  bson_iter_init(&Iter, Document);
  bson_destroy(Document);
  while (bson_iter_next(&Iter)) // WARN: [db-use-after-close]
    ++Keys;
  return Keys;
}
