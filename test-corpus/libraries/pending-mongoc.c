// RUN: %check_dbtidy %s
// XFAIL: *
// The MongoDB C driver: what dbtidy does not get right yet.

#include <mongoc/mongoc.h>

// False alarm: the handles stand in two members of the structure that the call returns, and
// one is taken for the other.
int bulk_writeOk(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_bulkwrite_t *Bulk = mongoc_client_bulkwrite_new(Client);
  mongoc_bulkwrite_append_insertone(Bulk, "app.users", Document, NULL, NULL);
  mongoc_bulkwritereturn_t Return = mongoc_bulkwrite_execute(Bulk, NULL);
  int Inserted = -1;
  if (Return.res)
    Inserted = (int)mongoc_bulkwriteresult_insertedcount(Return.res);
  mongoc_bulkwriteresult_destroy(Return.res);
  mongoc_bulkwriteexception_destroy(Return.exc);
  mongoc_bulkwrite_destroy(Bulk);
  return Inserted;
}

int bulk_writeBad(mongoc_client_t *Client, const bson_t *Document) {
  mongoc_bulkwrite_t *Bulk = mongoc_client_bulkwrite_new(Client);
  mongoc_bulkwrite_append_insertone(Bulk, "app.users", Document, NULL, NULL);
  mongoc_bulkwritereturn_t Return = mongoc_bulkwrite_execute(Bulk, NULL); // WARN: [db-result-leak] "exception"
  mongoc_bulkwriteresult_destroy(Return.res);
  mongoc_bulkwrite_destroy(Bulk);
  return Return.exc ? -1 : 0;
}

// Missed: a helper that has the library fill a field beside the handle hides the handle's leak
// from its caller.
struct rows {
  mongoc_cursor_t *Cursor;
  const bson_t *Row;
};
static bool rows_next(struct rows *Rows) { return mongoc_cursor_next(Rows->Cursor, &Rows->Row); }
int rowsBad(mongoc_collection_t *Users, const bson_t *Filter) {
  struct rows Rows = {NULL, NULL};
  Rows.Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL); // WARN: [db-result-leak]
  if (!rows_next(&Rows))
    return 0;
  mongoc_cursor_destroy(Rows.Cursor);
  return 1;
}
