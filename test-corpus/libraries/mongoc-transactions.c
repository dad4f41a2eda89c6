// RUN: %check_dbtidy %s
// The MongoDB C driver: sessions with transactions, bulk operations, change streams, GridFS,
// options.

#include <mongoc/mongoc.h>

#include <stdio.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Transactions ---------------------------------------------------------------===//

// The failed insert leaves the transaction open.
bool transferBad(mongoc_client_session_t *Session, mongoc_collection_t *Accounts, const bson_t *Document, const bson_t *Options) {
  bson_error_t Error;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error)) // WARN: [db-transaction-leak]
    return false;
  if (!mongoc_collection_insert_one(Accounts, Document, Options, NULL, &Error))
    return false;
  return mongoc_client_session_commit_transaction(Session, NULL, &Error);
}

bool transferOk(mongoc_client_session_t *Session, mongoc_collection_t *Accounts, const bson_t *Document, const bson_t *Options) {
  bson_error_t Error;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error))
    return false;
  if (!mongoc_collection_insert_one(Accounts, Document, Options, NULL, &Error)) {
    mongoc_client_session_abort_transaction(Session, NULL);
    return false;
  }
  return mongoc_client_session_commit_transaction(Session, NULL, &Error);
}

// Destroying the session aborts; asking it tells whether there is something to abort.
bool sessionOk(mongoc_client_t *Client, mongoc_collection_t *Accounts, const bson_t *Document) {
  bson_error_t Error;
  bson_t Options = BSON_INITIALIZER;
  bool Good = false;
  mongoc_client_session_t *Session = mongoc_client_start_session(Client, NULL, &Error);
  if (!Session)
    return false;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error))
    goto done;
  if (!mongoc_client_session_append(Session, &Options, &Error))
    goto done;
  if (!mongoc_collection_insert_one(Accounts, Document, &Options, NULL, &Error))
    goto done;
  Good = mongoc_client_session_commit_transaction(Session, NULL, &Error);
done:
  bson_destroy(&Options);
  mongoc_client_session_destroy(Session);
  return Good;
}

void endOk(mongoc_client_session_t *Session, bool Good) {
  bson_error_t Error;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error))
    return;
  logf_("in a transaction");
  if (Good)
    mongoc_client_session_commit_transaction(Session, NULL, &Error);
  if (mongoc_client_session_in_transaction(Session))
    mongoc_client_session_abort_transaction(Session, NULL);
}

// The session itself is lost.
bool sessionBad(mongoc_client_t *Client, mongoc_collection_t *Accounts, const bson_t *Document) {
  bson_error_t Error;
  bson_t Options;
  mongoc_client_session_t *Session = mongoc_client_start_session(Client, NULL, &Error); // WARN: [db-result-leak]
  if (!Session)
    return false;
  bson_init(&Options);
  if (!mongoc_client_session_append(Session, &Options, &Error)) {
    bson_destroy(&Options);
    return false;
  }
  const bool Good = mongoc_collection_insert_one(Accounts, Document, &Options, NULL, &Error);
  bson_destroy(&Options);
  mongoc_client_session_destroy(Session);
  return Good;
}

// The driver's example: the commit is tried again while its outcome is unknown.
bool commitOk(mongoc_client_session_t *Session) {
  bson_error_t Error;
  bson_t Reply;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error))
    return false;
  for (int Tries = 0; Tries < 5; ++Tries) {
    const bool Good = mongoc_client_session_commit_transaction(Session, &Reply, &Error);
    const bool Again = !Good && bson_has_field(&Reply, "UnknownTransactionCommitResult");
    bson_destroy(&Reply);
    if (Good)
      return true;
    if (!Again)
      break;
  }
  mongoc_client_session_abort_transaction(Session, NULL);
  return false;
}

// Each try's reply takes the place of the last one's.
bool commitBad(mongoc_client_session_t *Session) {
  bson_error_t Error;
  bson_t Reply;
  bool Good = false;
  if (!mongoc_client_session_start_transaction(Session, NULL, &Error))
    return false;
  for (int Tries = 0; Tries < 5 && !Good; ++Tries)
    Good = mongoc_client_session_commit_transaction(Session, &Reply, &Error); // WARN: [db-result-leak]
  mongoc_client_session_abort_transaction(Session, NULL);
  bson_destroy(&Reply);
  return Good;
}

// The options are copied by the session.
mongoc_client_session_t *optionsOk(mongoc_client_t *Client) {
  bson_error_t Error;
  mongoc_read_concern_t *Concern = mongoc_read_concern_new();
  mongoc_transaction_opt_t *Transaction = mongoc_transaction_opts_new();
  mongoc_session_opt_t *Options = mongoc_session_opts_new();
  mongoc_transaction_opts_set_read_concern(Transaction, Concern);
  mongoc_session_opts_set_default_transaction_opts(Options, Transaction);
  mongoc_client_session_t *Session = mongoc_client_start_session(Client, Options, &Error);
  mongoc_session_opts_destroy(Options);
  mongoc_transaction_opts_destroy(Transaction);
  mongoc_read_concern_destroy(Concern);
  return Session;
}

mongoc_client_session_t *optionsBad(mongoc_client_t *Client) {
  bson_error_t Error;
  mongoc_session_opt_t *Options = mongoc_session_opts_new(); // WARN: [db-result-leak] "session options"
  mongoc_client_session_t *Session = mongoc_client_start_session(Client, Options, &Error);
  if (!Session) {
    logf_("%s", Error.message);
    return NULL;
  }
  mongoc_session_opts_destroy(Options);
  return Session;
}

//===--- Bulk operations ------------------------------------------------------------===//

// The usual order: the reply, then the operation.
int bulkOk(mongoc_collection_t *Users, const bson_t *const *Documents, int Count) {
  bson_error_t Error;
  bson_t Reply;
  mongoc_bulk_operation_t *Bulk = mongoc_collection_create_bulk_operation_with_opts(Users, NULL);
  for (int I = 0; I < Count; ++I)
    if (!mongoc_bulk_operation_insert_with_opts(Bulk, Documents[I], NULL, &Error)) {
      mongoc_bulk_operation_destroy(Bulk);
      return -1;
    }
  const uint32_t Server = mongoc_bulk_operation_execute(Bulk, &Reply, &Error);
  if (!Server)
    logf_("%s", Error.message);
  bson_destroy(&Reply);
  mongoc_bulk_operation_destroy(Bulk);
  return Server ? Count : -1;
}

// The failed execution has a reply, and the operation is there still.
int bulkBad(mongoc_collection_t *Users, const bson_t *Document) {
  bson_error_t Error;
  bson_t Reply;
  mongoc_bulk_operation_t *Bulk = mongoc_collection_create_bulk_operation_with_opts(Users, NULL); // WARN: [db-result-leak]
  mongoc_bulk_operation_insert(Bulk, Document);
  if (!mongoc_bulk_operation_execute(Bulk, &Reply, &Error)) // WARN: [db-result-leak]
    return -1;
  bson_destroy(&Reply);
  mongoc_bulk_operation_destroy(Bulk);
  return 0;
}

//===--- Change streams, GridFS -----------------------------------------------------===//

// The resume token is copied before the stream goes.
bson_t *watchOk(mongoc_collection_t *Users, const bson_t *Pipeline) {
  const bson_t *Change;
  mongoc_change_stream_t *Stream = mongoc_collection_watch(Users, Pipeline, NULL);
  while (mongoc_change_stream_next(Stream, &Change))
    logf_("%u", Change->len);
  const bson_t *Token = mongoc_change_stream_get_resume_token(Stream);
  bson_t *Copy = Token ? bson_copy(Token) : NULL;
  mongoc_change_stream_destroy(Stream);
  return Copy;
}

int watchBad(mongoc_collection_t *Users, const bson_t *Pipeline) {
  const bson_t *Change;
  bson_error_t Error;
  mongoc_change_stream_t *Stream = mongoc_collection_watch(Users, Pipeline, NULL); // WARN: [db-result-leak]
  while (mongoc_change_stream_next(Stream, &Change))
    logf_("%u", Change->len);
  if (mongoc_change_stream_error_document(Stream, &Error, &Change))
    return -1;
  mongoc_change_stream_destroy(Stream);
  return 0;
}

// Each file of the list is the caller's.
int64_t sizesOk(mongoc_gridfs_t *Gridfs, const bson_t *Filter) {
  int64_t Size = 0;
  mongoc_gridfs_file_t *File;
  mongoc_gridfs_file_list_t *List = mongoc_gridfs_find_with_opts(Gridfs, Filter, NULL);
  while ((File = mongoc_gridfs_file_list_next(List))) {
    Size += (int64_t)strlen(mongoc_gridfs_file_get_filename(File));
    mongoc_gridfs_file_destroy(File);
  }
  mongoc_gridfs_file_list_destroy(List);
  return Size;
}

int64_t sizesBad(mongoc_gridfs_t *Gridfs, const bson_t *Filter) {
  int64_t Size = 0;
  mongoc_gridfs_file_t *File;
  mongoc_gridfs_file_list_t *List = mongoc_gridfs_find_with_opts(Gridfs, Filter, NULL);
  while ((File = mongoc_gridfs_file_list_next(List))) // WARN: [db-result-leak] "GridFS file"
    Size += (int64_t)strlen(mongoc_gridfs_file_get_filename(File));
  mongoc_gridfs_file_list_destroy(List);
  return Size;
}

// The source stream is read and ended by the call that makes the file.
bool uploadOk(mongoc_gridfs_t *Gridfs, const char *Path) {
  mongoc_gridfs_file_opt_t Options = {0};
  mongoc_stream_t *Source = mongoc_stream_file_new_for_path(Path, 0, 0);
  if (!Source)
    return false;
  Options.filename = Path;
  mongoc_gridfs_file_t *File = mongoc_gridfs_create_file_from_stream(Gridfs, Source, &Options);
  if (!File)
    return false;
  const bool Good = mongoc_gridfs_file_save(File);
  mongoc_gridfs_file_destroy(File);
  return Good;
}

// A bucket only reads its source.
bool bucketBad(mongoc_database_t *Database, const char *Path) {
  bson_error_t Error;
  mongoc_gridfs_bucket_t *Bucket = mongoc_gridfs_bucket_new(Database, NULL, NULL, &Error);
  if (!Bucket)
    return false;
  mongoc_stream_t *Source = mongoc_stream_file_new_for_path(Path, 0, 0); // WARN: [db-result-leak] "stream"
  const bool Good = Source && mongoc_gridfs_bucket_upload_from_stream(Bucket, Path, Source, NULL, NULL, &Error);
  mongoc_gridfs_bucket_destroy(Bucket);
  return Good;
}

// A stream over a stream is the owner of the lower one.
mongoc_stream_t *bufferedOk(const char *Path) {
  mongoc_stream_t *File = mongoc_stream_file_new_for_path(Path, 0, 0);
  return File ? mongoc_stream_buffered_new(File, 1024) : NULL;
}

void buffered_endOk(const char *Path) {
  mongoc_stream_t *Stream = bufferedOk(Path);
  if (!Stream)
    return;
  mongoc_stream_flush(Stream);
  mongoc_stream_destroy(Stream);
}

// The concern is copied into the options document.
bool concernBad(mongoc_collection_t *Users, const bson_t *Document) {
  bson_error_t Error;
  bson_t Options = BSON_INITIALIZER;
  mongoc_write_concern_t *Concern = mongoc_write_concern_new(); // WARN: [db-result-leak] "write concern"
  if (!mongoc_write_concern_append(Concern, &Options))
    return false;
  const bool Good = mongoc_collection_insert_one(Users, Document, &Options, NULL, &Error);
  mongoc_write_concern_destroy(Concern);
  bson_destroy(&Options);
  return Good;
}
