// RUN: %check_dbtidy %s
// libbson: texts that it hands out, readers, values and builders.

#include <bson/bson.h>

#include <string.h>

void logf_(const char *Format, ...);
bool send_document(const bson_t *Document);

//===--- Texts ----------------------------------------------------------------------===//

// Printed, and lost.
void printBad(const bson_t *Document) {
  logf_("%s", bson_as_relaxed_extended_json(Document, NULL)); // WARN: [db-result-leak]
}

void printOk(const bson_t *Document) {
  char *Json = bson_as_relaxed_extended_json(Document, NULL);
  if (!Json)
    return;
  logf_("%s", Json);
  bson_free(Json);
}

// The iterator's text is the document's; the copy is not.
char *name_of(const bson_t *Document) {
  bson_iter_t Iter;
  if (bson_iter_init_find(&Iter, Document, "name") && BSON_ITER_HOLDS_UTF8(&Iter))
    return bson_iter_dup_utf8(&Iter, NULL);
  return NULL;
}

size_t name_lengthBad(const bson_t *Document) {
  char *Name = name_of(Document); // WARN: [db-result-leak]
  return Name ? strlen(Name) : 0;
}

size_t name_lengthOk(const bson_t *Document) {
  char *Name = name_of(Document);
  const size_t Length = Name ? strlen(Name) : 0;
  bson_free(Name);
  return Length;
}

// The builder ends and leaves its text.
char *joinOk(const char *const *Words, int Count) {
  bson_string_t *Text = bson_string_new(NULL);
  for (int I = 0; I < Count; ++I)
    bson_string_append_printf(Text, "%s,", Words[I]);
  return bson_string_free(Text, false);
}

int joinedBad(const char *const *Words, int Count) {
  bson_string_t *Text = bson_string_new(NULL); // WARN: [db-result-leak] "string buffer"
  for (int I = 0; I < Count; ++I) {
    if (!Words[I])
      return -1;
    bson_string_append(Text, Words[I]);
  }
  bson_string_free(Text, true);
  return 0;
}

//===--- Readers, values, builders --------------------------------------------------===//

// The document is the reader's, until the next one is read.
int read_fileOk(const char *Path) {
  bson_error_t Error;
  bson_reader_t *Reader = bson_reader_new_from_file(Path, &Error);
  if (!Reader)
    return -1;
  int Keys = 0;
  bool Eof = false;
  const bson_t *Document;
  while ((Document = bson_reader_read(Reader, &Eof)))
    Keys += (int)bson_count_keys(Document);
  bson_reader_destroy(Reader);
  return Eof ? Keys : -1;
}

int read_fileBad(const char *Path) {
  bson_error_t Error;
  bson_reader_t *Reader =
      bson_reader_new_from_file(Path, &Error); // WARN: [db-result-leak] "BSON reader"
  if (!Reader)
    return -1;
  bool Eof = false;
  if (!bson_reader_read(Reader, &Eof))
    return Eof ? 0 : -1;
  bson_reader_destroy(Reader);
  return 1;
}

int read_after_destroyBad(const uint8_t *Data, size_t Length) {
  bson_reader_t *Reader = bson_reader_new_from_data(Data, Length);
  const bson_t *First = bson_reader_read(Reader, NULL);
  bson_reader_destroy(Reader);
  return First && send_document(First); // WARN: [db-use-after-close]
}

int valueBad(bson_iter_t *Iter) {
  bson_value_t Value;
  bson_value_copy(bson_iter_value(Iter), &Value); // WARN: [db-result-leak] "BSON value"
  if (Value.value_type != BSON_TYPE_INT32)
    return -1;
  const int Number = Value.value.v_int32;
  bson_value_destroy(&Value);
  return Number;
}

int valueOk(bson_iter_t *Iter) {
  bson_value_t Value;
  bson_value_copy(bson_iter_value(Iter), &Value);
  const int Number = Value.value_type == BSON_TYPE_INT32 ? Value.value.v_int32 : -1;
  bson_value_destroy(&Value);
  return Number;
}

// A JSON reader fills the same document again and again.
int json_readerOk(const char *Path) {
  bson_t Document = BSON_INITIALIZER;
  bson_error_t Error;
  int Rc, Count = 0;
  bson_json_reader_t *Reader = bson_json_reader_new_from_file(Path, &Error);
  if (!Reader)
    return -1;
  while ((Rc = bson_json_reader_read(Reader, &Document, &Error)) > 0) {
    ++Count;
    bson_reinit(&Document);
  }
  bson_json_reader_destroy(Reader);
  bson_destroy(&Document);
  return Rc < 0 ? -1 : Count;
}

// The array's builder is the child's owner until it is ended.
bool array_builderOk(bson_t *Document) {
  bson_array_builder_t *Items;
  if (!bson_append_array_builder_begin(Document, "items", 5, &Items))
    return false;
  return bson_append_array_builder_end(Document, Items);
}
