// RUN: %check_dbtidy %s
// libbson: documents on the heap and on the stack, and what moves from one to another.

#include <bson/bson.h>

void logf_(const char *Format, ...);
bool send_document(const bson_t *Document);

//===--- Documents on the heap ------------------------------------------------------===//

int early_returnBad(const char *Name) {
  bson_t *Query = bson_new(); // WARN: [db-result-leak] "BSON document 'Query'"
  if (!Name)
    return -1;
  BSON_APPEND_UTF8(Query, "name", Name);
  const bool Sent = send_document(Query);
  bson_destroy(Query);
  return Sent ? 0 : -1;
}

// Written down in C: the embedded document is copied, and still owed.
int embeddedBad(int Id) {
  bson_t *Key = BCON_NEW("id", BCON_INT32(Id)); // WARN: [db-result-leak] "'Key'"
  bson_t *Query = BCON_NEW("$query", BCON_DOCUMENT(Key), "$limit", BCON_INT32(1));
  const bool Sent = send_document(Query);
  bson_destroy(Query);
  return Sent ? 0 : -1;
}

int embeddedOk(int Id) {
  int Rc = -1;
  bson_t *Key = BCON_NEW("id", BCON_INT32(Id)), *Query = NULL;
  if (Id < 0)
    goto done;
  Query = BCON_NEW("$query", BCON_DOCUMENT(Key), "$limit", BCON_INT32(1));
  if (send_document(Query))
    Rc = 0;
done:
  bson_destroy(Query);
  bson_destroy(Key);
  return Rc;
}

// Null where the text is no JSON.
int from_jsonOk(const char *Json) {
  bson_error_t Error;
  bson_t *Document = bson_new_from_json((const uint8_t *)Json, -1, &Error);
  if (!Document) {
    logf_("%s", Error.message);
    return -1;
  }
  const int Keys = (int)bson_count_keys(Document);
  bson_destroy(Document);
  return Keys;
}

int from_jsonBad(const char *Json) {
  bson_error_t Error;
  bson_t *Document =
      bson_new_from_json((const uint8_t *)Json, -1, &Error); // WARN: [db-result-leak]
  if (!Document)
    return -1;
  if (!bson_validate(Document, BSON_VALIDATE_NONE, NULL))
    return -2;
  bson_destroy(Document);
  return 0;
}

// Each turn's document takes the place of the last one's.
int loopBad(const char *const *Names, int Count) {
  bson_t *Document = NULL;
  int Sent = 0;
  for (int I = 0; I < Count; ++I) {
    Document = BCON_NEW("name", BCON_UTF8(Names[I])); // WARN: [db-result-leak]
    Sent += send_document(Document);
  }
  bson_destroy(Document);
  return Sent;
}

// A document is reused for all of them.
int loopOk(const char *const *Names, int Count) {
  bson_t Document;
  int Sent = 0;
  bson_init(&Document);
  for (int I = 0; I < Count; ++I) {
    bson_reinit(&Document);
    BSON_APPEND_UTF8(&Document, "name", Names[I]);
    if (!send_document(&Document))
      break;
    ++Sent;
  }
  bson_destroy(&Document);
  return Sent;
}

// The caller's document or a copy of the default.
int default_documentOk(const bson_t *Given, const bson_t *Default) {
  bson_t *Own = NULL;
  if (!Given)
    Given = Own = bson_copy(Default);
  const bool Sent = send_document(Given);
  bson_destroy(Own);
  return Sent;
}

int destroyed_twiceBad(bool Keep) {
  bson_t *Document = bson_new();
  if (!Keep)
    bson_destroy(Document);
  send_document(NULL);
  bson_destroy(Document); // WARN: [db-use-after-close]
  return 0;
}

// Its bytes are inside it.
int bytes_after_destroyBad(void) {
  bson_t *Document = BCON_NEW("a", BCON_INT32(1));
  const uint8_t *Bytes = bson_get_data(Document);
  bson_destroy(Document);
  return Bytes[4]; // WARN: [db-use-after-close]
}

// Appending may move them.
int bytes_after_appendBad(bson_t *Document) {
  const uint8_t *Bytes = bson_get_data(Document);
  BSON_APPEND_INT32(Document, "b", 2);
  return Bytes[4]; // WARN: [db-use-after-close]
}

//===--- Documents on the stack -----------------------------------------------------===//

int on_stackBad(const char *Name) {
  bson_t Query;
  bson_init(&Query); // WARN: [db-result-leak] "contents 'Query'"
  if (!BSON_APPEND_UTF8(&Query, "name", Name))
    return -1;
  const bool Sent = send_document(&Query);
  bson_destroy(&Query);
  return Sent ? 0 : -1;
}

// The initializer owns nothing until something is appended, and destroying it is fine.
int initializerOk(const char *Name) {
  bson_t Query = BSON_INITIALIZER;
  if (Name)
    BSON_APPEND_UTF8(&Query, "name", Name);
  const bool Sent = send_document(&Query);
  bson_destroy(&Query);
  return Sent;
}

// A child shares the parent's memory: it is ended, not destroyed.
int childOk(const char *Name) {
  bson_t Query, Child, Items;
  bson_init(&Query);
  BSON_APPEND_DOCUMENT_BEGIN(&Query, "$set", &Child);
  BSON_APPEND_UTF8(&Child, "name", Name);
  BSON_APPEND_ARRAY_BEGIN(&Child, "items", &Items);
  bson_append_array_end(&Child, &Items);
  bson_append_document_end(&Query, &Child);
  const bool Sent = send_document(&Query);
  bson_destroy(&Query);
  return Sent;
}

// Only where parsing succeeded is there anything to destroy.
int init_from_jsonOk(const char *Json) {
  bson_t Document;
  bson_error_t Error;
  if (!bson_init_from_json(&Document, Json, -1, &Error))
    return -1;
  const bool Sent = send_document(&Document);
  bson_destroy(&Document);
  return Sent;
}

int init_from_jsonBad(const char *Json) {
  bson_t Document;
  bson_error_t Error;
  if (!bson_init_from_json(&Document, Json, -1, &Error)) // WARN: [db-result-leak]
    return -1;
  return send_document(&Document);
}

int copy_toBad(const bson_t *Options, bool Quiet) {
  bson_t Copy;
  bson_copy_to_excluding(Options, &Copy, "sessionId", NULL); // WARN: [db-result-leak]
  if (Quiet)
    return 0;
  const bool Sent = send_document(&Copy);
  bson_destroy(&Copy);
  return Sent;
}

// A helper builds it, the caller destroys it.
static void build_options(bson_t *Options, int Limit) {
  bson_init(Options);
  BSON_APPEND_INT32(Options, "limit", Limit);
}

int builtOk(int Limit) {
  bson_t Options;
  build_options(&Options, Limit);
  const bool Sent = send_document(&Options);
  bson_destroy(&Options);
  return Sent;
}

int builtBad(int Limit) {
  bson_t Options;
  build_options(&Options, Limit); // WARN: [db-result-leak]
  return send_document(&Options);
}

// As a member of an own object, which has an end of its own.
struct request {
  bson_t Options;
  int Limit;
};

void request_initOk(struct request *Request, int Limit) {
  build_options(&Request->Options, Limit);
  Request->Limit = Limit;
}

void request_endOk(struct request *Request) { bson_destroy(&Request->Options); }

int requestOk(int Limit) {
  struct request Request;
  request_initOk(&Request, Limit);
  const bool Sent = send_document(&Request.Options);
  request_endOk(&Request);
  return Sent;
}

// The bytes are copied into the object, and with them the contents.
void request_fillOk(struct request *Request, int Limit) {
  bson_t Options;
  build_options(&Options, Limit);
  Request->Options = Options;
  Request->Limit = Limit;
}

// Only made where it is wanted; a pointer says whether it is.
int optionalOk(bool Filter, int Limit) {
  bson_t Options, *Used = NULL;
  if (Filter) {
    build_options(&Options, Limit);
    Used = &Options;
  }
  const bool Sent = send_document(Used);
  if (Used)
    bson_destroy(Used);
  return Sent;
}

//===--- Moved ----------------------------------------------------------------------===//

// The library's own example: the wrapper takes the document over.
struct request *request_stealOk(bson_t *Document) {
  struct request *Request = bson_malloc0(sizeof *Request);
  if (bson_steal(&Request->Options, Document))
    return Request;
  bson_free(Request);
  return NULL;
}

int stolenOk(void) {
  bson_t *Document = bson_new();
  struct request *Request = request_stealOk(Document);
  if (!Request) {
    bson_destroy(Document);
    return -1;
  }
  bson_destroy(&Request->Options);
  bson_free(Request);
  return 0;
}

// The buffer outlives its document.
uint32_t destroy_with_stealBad(bson_t *Document) {
  uint32_t Length;
  uint8_t *Bytes =
      bson_destroy_with_steal(Document, true, &Length); // WARN: [db-result-leak]
  return Bytes[0] + Length;
}

uint32_t destroy_with_stealOk(void) {
  uint32_t Length;
  uint8_t *Bytes = bson_destroy_with_steal(bson_new(), true, &Length);
  bson_free(Bytes);
  bson_destroy_with_steal(bson_new(), false, NULL);
  return Length;
}
