//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of libmongoc:
// every call of api.json is made with values of the types that its entry assumes, and
// every constant is compared with the enumerator. Never run.
//
// Real headers: pkg-config libmongoc-1.0
//
//===----------------------------------------------------------------------===//
#include <mongoc/mongoc.h>

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((int)(Name) == (Value), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((int)(Name) == (Value), #Name)
#endif

NUMBER(MONGOC_TRANSACTION_NONE, 0);
NUMBER(MONGOC_TRANSACTION_STARTING, 1);
NUMBER(MONGOC_TRANSACTION_IN_PROGRESS, 2);
NUMBER(MONGOC_TRANSACTION_COMMITTED, 3);
NUMBER(MONGOC_TRANSACTION_ABORTED, 4);

void clientsPools(mongoc_change_stream_t *ChangeStream, mongoc_client_t *Client,
                  mongoc_client_pool_t *ClientPool, mongoc_collection_t *Collection,
                  const mongoc_client_t *ConstClient, const bson_t *ConstDocument,
                  const mongoc_read_prefs_t *ConstReadPrefs, const char *ConstText,
                  const mongoc_uri_t *ConstUri, mongoc_cursor_t *Cursor,
                  mongoc_database_t *Database, bson_t *Document, bson_error_t *Error,
                  bool Flag, mongoc_gridfs_t *Gridfs, int64_t Int64,
                  mongoc_query_flags_t QueryFlags, mongoc_read_prefs_t *ReadPrefs,
                  mongoc_server_description_t *ServerDescription,
                  mongoc_server_description_t **ServerDescriptionPlace, size_t *SizePlace,
                  char **Texts, uint32_t UInt32) {
  Client = mongoc_client_new(ConstText);
  Client = mongoc_client_new_from_uri(ConstUri);
  Client = mongoc_client_new_from_uri_with_error(ConstUri, Error);
  Cursor = mongoc_client_command(Client, ConstText, QueryFlags, UInt32, UInt32, UInt32,
                                 ConstDocument, ConstDocument, ConstReadPrefs);
  mongoc_client_kill_cursor(Client, Int64);
  Flag = mongoc_client_command_simple(Client, ConstText, ConstDocument, ConstReadPrefs,
                                      Document, Error);
  Flag = mongoc_client_read_command_with_opts(
      Client, ConstText, ConstDocument, ConstReadPrefs, ConstDocument, Document, Error);
  Flag = mongoc_client_write_command_with_opts(Client, ConstText, ConstDocument,
                                               ConstDocument, Document, Error);
  Flag = mongoc_client_read_write_command_with_opts(
      Client, ConstText, ConstDocument, ConstReadPrefs, ConstDocument, Document, Error);
  Flag = mongoc_client_command_with_opts(Client, ConstText, ConstDocument, ConstReadPrefs,
                                         ConstDocument, Document, Error);
  Flag = mongoc_client_command_simple_with_server_id(
      Client, ConstText, ConstDocument, ConstReadPrefs, UInt32, Document, Error);
  mongoc_client_destroy(Client);
  Database = mongoc_client_get_database(Client, ConstText);
  Database = mongoc_client_get_default_database(Client);
  Gridfs = mongoc_client_get_gridfs(Client, ConstText, ConstText, Error);
  Collection = mongoc_client_get_collection(Client, ConstText, ConstText);
  Texts = mongoc_client_get_database_names(Client, Error);
  Texts = mongoc_client_get_database_names_with_opts(Client, ConstDocument, Error);
  Cursor = mongoc_client_find_databases(Client, Error);
  Cursor = mongoc_client_find_databases_with_opts(Client, ConstDocument);
  Flag = mongoc_client_get_server_status(Client, ReadPrefs, Document, Error);
  ServerDescription = mongoc_client_get_server_description(Client, UInt32);
  ServerDescriptionPlace = mongoc_client_get_server_descriptions(ConstClient, SizePlace);
  ServerDescription = mongoc_client_select_server(Client, Flag, ConstReadPrefs, Error);
  ChangeStream = mongoc_client_watch(Client, ConstDocument, ConstDocument);
  ServerDescription =
      mongoc_client_get_handshake_description(Client, UInt32, Document, Error);
  ClientPool = mongoc_client_pool_new(ConstUri);
  ClientPool = mongoc_client_pool_new_with_error(ConstUri, Error);
  mongoc_client_pool_destroy(ClientPool);
  Client = mongoc_client_pool_pop(ClientPool);
  mongoc_client_pool_push(ClientPool, Client);
  Client = mongoc_client_pool_try_pop(ClientPool);
  mongoc_init();
  mongoc_cleanup();
  (void)ChangeStream;
  (void)Client;
  (void)ClientPool;
  (void)Collection;
  (void)Cursor;
  (void)Database;
  (void)Flag;
  (void)Gridfs;
  (void)ServerDescription;
  (void)ServerDescriptionPlace;
  (void)Texts;
}

void databasesCollections(
    mongoc_bulk_operation_t *BulkOperation, mongoc_change_stream_t *ChangeStream,
    mongoc_collection_t *Collection, const mongoc_collection_t *ConstCollection,
    const mongoc_database_t *ConstDatabase, const bson_t *ConstDocument,
    const bson_t **ConstDocumentPlace,
    const mongoc_find_and_modify_opts_t *ConstFindAndModifyOpts,
    const mongoc_index_opt_t *ConstIndexOpt, const mongoc_read_prefs_t *ConstReadPrefs,
    const char *ConstText, const mongoc_write_concern_t *ConstWriteConcern,
    mongoc_cursor_t *Cursor, mongoc_database_t *Database,
    mongoc_delete_flags_t DeleteFlags, bson_t *Document, bson_error_t *Error, bool Flag,
    mongoc_insert_flags_t InsertFlags, int64_t Int64, mongoc_query_flags_t QueryFlags,
    mongoc_remove_flags_t RemoveFlags, size_t Size, char *Text, char **Texts,
    uint32_t UInt32, mongoc_update_flags_t UpdateFlags) {
  Cursor = mongoc_collection_aggregate(Collection, QueryFlags, ConstDocument,
                                       ConstDocument, ConstReadPrefs);
  mongoc_collection_destroy(Collection);
  Collection = mongoc_collection_copy(Collection);
  Cursor = mongoc_collection_command(Collection, QueryFlags, UInt32, UInt32, UInt32,
                                     ConstDocument, ConstDocument, ConstReadPrefs);
  Flag = mongoc_collection_read_command_with_opts(
      Collection, ConstDocument, ConstReadPrefs, ConstDocument, Document, Error);
  Flag = mongoc_collection_write_command_with_opts(Collection, ConstDocument,
                                                   ConstDocument, Document, Error);
  Flag = mongoc_collection_read_write_command_with_opts(
      Collection, ConstDocument, ConstReadPrefs, ConstDocument, Document, Error);
  Flag = mongoc_collection_command_with_opts(Collection, ConstDocument, ConstReadPrefs,
                                             ConstDocument, Document, Error);
  Flag = mongoc_collection_command_simple(Collection, ConstDocument, ConstReadPrefs,
                                          Document, Error);
  Int64 = mongoc_collection_count(Collection, QueryFlags, ConstDocument, Int64, Int64,
                                  ConstReadPrefs, Error);
  Int64 = mongoc_collection_count_with_opts(Collection, QueryFlags, ConstDocument, Int64,
                                            Int64, ConstDocument, ConstReadPrefs, Error);
  Flag = mongoc_collection_drop(Collection, Error);
  Flag = mongoc_collection_drop_with_opts(Collection, ConstDocument, Error);
  Flag = mongoc_collection_drop_index(Collection, ConstText, Error);
  Flag =
      mongoc_collection_drop_index_with_opts(Collection, ConstText, ConstDocument, Error);
  Flag = mongoc_collection_create_index(Collection, ConstDocument, ConstIndexOpt, Error);
  Flag = mongoc_collection_create_index_with_opts(
      Collection, ConstDocument, ConstIndexOpt, ConstDocument, Document, Error);
  Flag = mongoc_collection_ensure_index(Collection, ConstDocument, ConstIndexOpt, Error);
  Cursor = mongoc_collection_find_indexes(Collection, Error);
  Cursor = mongoc_collection_find_indexes_with_opts(Collection, ConstDocument);
  Cursor = mongoc_collection_find(Collection, QueryFlags, UInt32, UInt32, UInt32,
                                  ConstDocument, ConstDocument, ConstReadPrefs);
  Cursor = mongoc_collection_find_with_opts(Collection, ConstDocument, ConstDocument,
                                            ConstReadPrefs);
  Flag = mongoc_collection_insert(Collection, InsertFlags, ConstDocument,
                                  ConstWriteConcern, Error);
  Flag = mongoc_collection_insert_one(Collection, ConstDocument, ConstDocument, Document,
                                      Error);
  Flag = mongoc_collection_insert_many(Collection, ConstDocumentPlace, Size,
                                       ConstDocument, Document, Error);
  Flag = mongoc_collection_insert_bulk(Collection, InsertFlags, ConstDocumentPlace,
                                       UInt32, ConstWriteConcern, Error);
  Flag = mongoc_collection_update(Collection, UpdateFlags, ConstDocument, ConstDocument,
                                  ConstWriteConcern, Error);
  Flag = mongoc_collection_update_one(Collection, ConstDocument, ConstDocument,
                                      ConstDocument, Document, Error);
  Flag = mongoc_collection_update_many(Collection, ConstDocument, ConstDocument,
                                       ConstDocument, Document, Error);
  Flag = mongoc_collection_replace_one(Collection, ConstDocument, ConstDocument,
                                       ConstDocument, Document, Error);
  Flag = mongoc_collection_delete(Collection, DeleteFlags, ConstDocument,
                                  ConstWriteConcern, Error);
  Flag = mongoc_collection_save(Collection, ConstDocument, ConstWriteConcern, Error);
  Flag = mongoc_collection_remove(Collection, RemoveFlags, ConstDocument,
                                  ConstWriteConcern, Error);
  Flag = mongoc_collection_delete_one(Collection, ConstDocument, ConstDocument, Document,
                                      Error);
  Flag = mongoc_collection_delete_many(Collection, ConstDocument, ConstDocument, Document,
                                       Error);
  Flag = mongoc_collection_rename(Collection, ConstText, ConstText, Flag, Error);
  Flag = mongoc_collection_rename_with_opts(Collection, ConstText, ConstText, Flag,
                                            ConstDocument, Error);
  Flag = mongoc_collection_find_and_modify_with_opts(
      Collection, ConstDocument, ConstFindAndModifyOpts, Document, Error);
  Flag = mongoc_collection_find_and_modify(Collection, ConstDocument, ConstDocument,
                                           ConstDocument, ConstDocument, Flag, Flag, Flag,
                                           Document, Error);
  Flag = mongoc_collection_stats(Collection, ConstDocument, Document, Error);
  BulkOperation =
      mongoc_collection_create_bulk_operation(Collection, Flag, ConstWriteConcern);
  BulkOperation =
      mongoc_collection_create_bulk_operation_with_opts(Collection, ConstDocument);
  ConstText = mongoc_collection_get_name(Collection);
  ConstDocument = mongoc_collection_get_last_error(ConstCollection);
  Text = mongoc_collection_keys_to_index_string(ConstDocument);
  Flag = mongoc_collection_validate(Collection, ConstDocument, Document, Error);
  ChangeStream = mongoc_collection_watch(ConstCollection, ConstDocument, ConstDocument);
  Int64 = mongoc_collection_count_documents(Collection, ConstDocument, ConstDocument,
                                            ConstReadPrefs, Document, Error);
  Int64 = mongoc_collection_estimated_document_count(Collection, ConstDocument,
                                                     ConstReadPrefs, Document, Error);
  ConstText = mongoc_database_get_name(Database);
  Flag = mongoc_database_remove_user(Database, ConstText, Error);
  Flag = mongoc_database_remove_all_users(Database, Error);
  Flag = mongoc_database_add_user(Database, ConstText, ConstText, ConstDocument,
                                  ConstDocument, Error);
  mongoc_database_destroy(Database);
  Cursor =
      mongoc_database_aggregate(Database, ConstDocument, ConstDocument, ConstReadPrefs);
  Database = mongoc_database_copy(Database);
  Cursor = mongoc_database_command(Database, QueryFlags, UInt32, UInt32, UInt32,
                                   ConstDocument, ConstDocument, ConstReadPrefs);
  Flag = mongoc_database_read_command_with_opts(Database, ConstDocument, ConstReadPrefs,
                                                ConstDocument, Document, Error);
  Flag = mongoc_database_write_command_with_opts(Database, ConstDocument, ConstDocument,
                                                 Document, Error);
  Flag = mongoc_database_read_write_command_with_opts(
      Database, ConstDocument, ConstReadPrefs, ConstDocument, Document, Error);
  Flag = mongoc_database_command_with_opts(Database, ConstDocument, ConstReadPrefs,
                                           ConstDocument, Document, Error);
  Flag = mongoc_database_command_simple(Database, ConstDocument, ConstReadPrefs, Document,
                                        Error);
  Flag = mongoc_database_drop(Database, Error);
  Flag = mongoc_database_drop_with_opts(Database, ConstDocument, Error);
  Flag = mongoc_database_has_collection(Database, ConstText, Error);
  Collection =
      mongoc_database_create_collection(Database, ConstText, ConstDocument, Error);
  Cursor = mongoc_database_find_collections(Database, ConstDocument, Error);
  Cursor = mongoc_database_find_collections_with_opts(Database, ConstDocument);
  Texts = mongoc_database_get_collection_names(Database, Error);
  Texts = mongoc_database_get_collection_names_with_opts(Database, ConstDocument, Error);
  Collection = mongoc_database_get_collection(Database, ConstText);
  ChangeStream = mongoc_database_watch(ConstDatabase, ConstDocument, ConstDocument);
  (void)BulkOperation;
  (void)ChangeStream;
  (void)Collection;
  (void)ConstDocument;
  (void)ConstText;
  (void)Cursor;
  (void)Database;
  (void)Flag;
  (void)Int64;
  (void)Text;
  (void)Texts;
}

void cursorsChangeStreams(mongoc_change_stream_t *ChangeStream, mongoc_client_t *Client,
                          const mongoc_change_stream_t *ConstChangeStream,
                          const mongoc_cursor_t *ConstCursor, const bson_t *ConstDocument,
                          const bson_t **ConstDocumentPlace, mongoc_cursor_t *Cursor,
                          bson_t *Document, bson_error_t *Error, bool Flag,
                          mongoc_host_list_t *HostList, int64_t Int64, uint32_t UInt32) {
  mongoc_change_stream_destroy(ChangeStream);
  ConstDocument = mongoc_change_stream_get_resume_token(ChangeStream);
  Flag = mongoc_change_stream_next(ChangeStream, ConstDocumentPlace);
  Flag =
      mongoc_change_stream_error_document(ConstChangeStream, Error, ConstDocumentPlace);
  Cursor = mongoc_cursor_clone(ConstCursor);
  mongoc_cursor_destroy(Cursor);
  Flag = mongoc_cursor_more(Cursor);
  Flag = mongoc_cursor_next(Cursor, ConstDocumentPlace);
  Flag = mongoc_cursor_error(Cursor, Error);
  Flag = mongoc_cursor_error_document(Cursor, Error, ConstDocumentPlace);
  mongoc_cursor_get_host(Cursor, HostList);
  Flag = mongoc_cursor_is_alive(ConstCursor);
  ConstDocument = mongoc_cursor_current(ConstCursor);
  mongoc_cursor_set_batch_size(Cursor, UInt32);
  UInt32 = mongoc_cursor_get_batch_size(ConstCursor);
  Flag = mongoc_cursor_set_limit(Cursor, Int64);
  Int64 = mongoc_cursor_get_limit(ConstCursor);
  Int64 = mongoc_cursor_get_id(ConstCursor);
  mongoc_cursor_set_max_await_time_ms(Cursor, UInt32);
  Cursor = mongoc_cursor_new_from_command_reply(Client, Document, UInt32);
  Cursor =
      mongoc_cursor_new_from_command_reply_with_opts(Client, Document, ConstDocument);
  (void)ConstDocument;
  (void)Cursor;
  (void)Flag;
  (void)Int64;
  (void)UInt32;
}

void bulkOperations(mongoc_bulk_operation_t *BulkOperation,
                    mongoc_client_session_t *ClientSession, const bson_t *ConstDocument,
                    const char *ConstText, const bson_value_t *ConstValue,
                    const mongoc_write_concern_t *ConstWriteConcern, void *Data,
                    bson_t *Document, bson_error_t *Error, bool Flag, uint32_t UInt32) {
  mongoc_bulk_operation_destroy(BulkOperation);
  UInt32 = mongoc_bulk_operation_execute(BulkOperation, Document, Error);
  mongoc_bulk_operation_delete(BulkOperation, ConstDocument);
  mongoc_bulk_operation_delete_one(BulkOperation, ConstDocument);
  mongoc_bulk_operation_insert(BulkOperation, ConstDocument);
  Flag = mongoc_bulk_operation_insert_with_opts(BulkOperation, ConstDocument,
                                                ConstDocument, Error);
  mongoc_bulk_operation_remove(BulkOperation, ConstDocument);
  Flag = mongoc_bulk_operation_remove_many_with_opts(BulkOperation, ConstDocument,
                                                     ConstDocument, Error);
  mongoc_bulk_operation_remove_one(BulkOperation, ConstDocument);
  Flag = mongoc_bulk_operation_remove_one_with_opts(BulkOperation, ConstDocument,
                                                    ConstDocument, Error);
  mongoc_bulk_operation_replace_one(BulkOperation, ConstDocument, ConstDocument, Flag);
  Flag = mongoc_bulk_operation_replace_one_with_opts(BulkOperation, ConstDocument,
                                                     ConstDocument, ConstDocument, Error);
  mongoc_bulk_operation_update(BulkOperation, ConstDocument, ConstDocument, Flag);
  Flag = mongoc_bulk_operation_update_many_with_opts(BulkOperation, ConstDocument,
                                                     ConstDocument, ConstDocument, Error);
  mongoc_bulk_operation_update_one(BulkOperation, ConstDocument, ConstDocument, Flag);
  Flag = mongoc_bulk_operation_update_one_with_opts(BulkOperation, ConstDocument,
                                                    ConstDocument, ConstDocument, Error);
  mongoc_bulk_operation_set_bypass_document_validation(BulkOperation, Flag);
  mongoc_bulk_operation_set_comment(BulkOperation, ConstValue);
  mongoc_bulk_operation_set_let(BulkOperation, ConstDocument);
  BulkOperation = mongoc_bulk_operation_new(Flag);
  mongoc_bulk_operation_set_write_concern(BulkOperation, ConstWriteConcern);
  mongoc_bulk_operation_set_database(BulkOperation, ConstText);
  mongoc_bulk_operation_set_collection(BulkOperation, ConstText);
  mongoc_bulk_operation_set_client(BulkOperation, Data);
  mongoc_bulk_operation_set_client_session(BulkOperation, ClientSession);
  mongoc_bulk_operation_set_hint(BulkOperation, UInt32);
  (void)BulkOperation;
  (void)Flag;
  (void)UInt32;
}

void sessionsTransactions(
    mongoc_client_t *Client, mongoc_client_session_t *ClientSession,
    mongoc_client_session_with_transaction_cb_t ClientSessionWithTransactionCb,
    const mongoc_client_session_t *ConstClientSession, const bson_t *ConstDocument,
    const mongoc_read_concern_t *ConstReadConcern,
    const mongoc_read_prefs_t *ConstReadPrefs,
    const mongoc_session_opt_t *ConstSessionOpt,
    const mongoc_transaction_opt_t *ConstTransactionOpt,
    const mongoc_write_concern_t *ConstWriteConcern, void *Data, bson_t *Document,
    bson_error_t *Error, bool Flag, mongoc_session_opt_t *SessionOpt,
    mongoc_transaction_opt_t *TransactionOpt, mongoc_transaction_state_t TransactionState,
    uint32_t UInt32) {
  ClientSession = mongoc_client_start_session(Client, ConstSessionOpt, Error);
  TransactionOpt = mongoc_transaction_opts_new();
  TransactionOpt = mongoc_transaction_opts_clone(ConstTransactionOpt);
  mongoc_transaction_opts_destroy(TransactionOpt);
  mongoc_transaction_opts_set_read_concern(TransactionOpt, ConstReadConcern);
  mongoc_transaction_opts_set_write_concern(TransactionOpt, ConstWriteConcern);
  mongoc_transaction_opts_set_read_prefs(TransactionOpt, ConstReadPrefs);
  SessionOpt = mongoc_session_opts_new();
  mongoc_session_opts_set_causal_consistency(SessionOpt, Flag);
  mongoc_session_opts_set_default_transaction_opts(SessionOpt, ConstTransactionOpt);
  TransactionOpt = mongoc_session_opts_get_transaction_opts(ConstClientSession);
  SessionOpt = mongoc_session_opts_clone(ConstSessionOpt);
  mongoc_session_opts_destroy(SessionOpt);
  Client = mongoc_client_session_get_client(ConstClientSession);
  ConstSessionOpt = mongoc_client_session_get_opts(ConstClientSession);
  ConstDocument = mongoc_client_session_get_lsid(ConstClientSession);
  ConstDocument = mongoc_client_session_get_cluster_time(ConstClientSession);
  mongoc_client_session_advance_cluster_time(ClientSession, ConstDocument);
  mongoc_client_session_advance_operation_time(ClientSession, UInt32, UInt32);
  Flag = mongoc_client_session_with_transaction(
      ClientSession, ClientSessionWithTransactionCb, ConstTransactionOpt, Data, Document,
      Error);
  Flag =
      mongoc_client_session_start_transaction(ClientSession, ConstTransactionOpt, Error);
  Flag = mongoc_client_session_in_transaction(ConstClientSession);
  TransactionState = mongoc_client_session_get_transaction_state(ConstClientSession);
  Flag = mongoc_client_session_commit_transaction(ClientSession, Document, Error);
  Flag = mongoc_client_session_abort_transaction(ClientSession, Error);
  Flag = mongoc_client_session_append(ConstClientSession, Document, Error);
  mongoc_client_session_destroy(ClientSession);
  (void)Client;
  (void)ClientSession;
  (void)ConstDocument;
  (void)ConstSessionOpt;
  (void)Flag;
  (void)SessionOpt;
  (void)TransactionOpt;
  (void)TransactionState;
}

void gridfs(mongoc_collection_t *Collection, const bson_t *ConstDocument,
            const mongoc_iovec_t *ConstIovec, const mongoc_read_prefs_t *ConstReadPrefs,
            const char *ConstText, const bson_value_t *ConstValue,
            mongoc_cursor_t *Cursor, mongoc_database_t *Database, bson_error_t *Error,
            bool Flag, mongoc_gridfs_t *Gridfs, mongoc_gridfs_bucket_t *GridfsBucket,
            mongoc_gridfs_file_t *GridfsFile, mongoc_gridfs_file_list_t *GridfsFileList,
            mongoc_gridfs_file_opt_t *GridfsFileOpt, int64_t Int64, mongoc_iovec_t *Iovec,
            int Number, ssize_t Signed, size_t Size, mongoc_stream_t *Stream,
            uint32_t UInt32, bson_value_t *Value) {
  ConstText = mongoc_gridfs_file_get_md5(GridfsFile);
  ConstText = mongoc_gridfs_file_get_filename(GridfsFile);
  mongoc_gridfs_file_set_filename(GridfsFile, ConstText);
  ConstText = mongoc_gridfs_file_get_content_type(GridfsFile);
  ConstDocument = mongoc_gridfs_file_get_aliases(GridfsFile);
  ConstDocument = mongoc_gridfs_file_get_metadata(GridfsFile);
  mongoc_gridfs_file_set_metadata(GridfsFile, ConstDocument);
  ConstValue = mongoc_gridfs_file_get_id(GridfsFile);
  Signed = mongoc_gridfs_file_writev(GridfsFile, ConstIovec, Size, UInt32);
  Signed = mongoc_gridfs_file_readv(GridfsFile, Iovec, Size, Size, UInt32);
  Number = mongoc_gridfs_file_seek(GridfsFile, Int64, Number);
  Flag = mongoc_gridfs_file_save(GridfsFile);
  mongoc_gridfs_file_destroy(GridfsFile);
  Flag = mongoc_gridfs_file_error(GridfsFile, Error);
  Flag = mongoc_gridfs_file_remove(GridfsFile, Error);
  GridfsFile = mongoc_gridfs_file_list_next(GridfsFileList);
  mongoc_gridfs_file_list_destroy(GridfsFileList);
  Flag = mongoc_gridfs_file_list_error(GridfsFileList, Error);
  GridfsFile = mongoc_gridfs_create_file_from_stream(Gridfs, Stream, GridfsFileOpt);
  GridfsFile = mongoc_gridfs_create_file(Gridfs, GridfsFileOpt);
  GridfsFileList = mongoc_gridfs_find(Gridfs, ConstDocument);
  GridfsFile = mongoc_gridfs_find_one(Gridfs, ConstDocument, Error);
  GridfsFileList = mongoc_gridfs_find_with_opts(Gridfs, ConstDocument, ConstDocument);
  GridfsFile =
      mongoc_gridfs_find_one_with_opts(Gridfs, ConstDocument, ConstDocument, Error);
  GridfsFile = mongoc_gridfs_find_one_by_filename(Gridfs, ConstText, Error);
  Flag = mongoc_gridfs_drop(Gridfs, Error);
  mongoc_gridfs_destroy(Gridfs);
  Collection = mongoc_gridfs_get_files(Gridfs);
  Collection = mongoc_gridfs_get_chunks(Gridfs);
  Flag = mongoc_gridfs_remove_by_filename(Gridfs, ConstText, Error);
  GridfsBucket = mongoc_gridfs_bucket_new(Database, ConstDocument, ConstReadPrefs, Error);
  Stream = mongoc_gridfs_bucket_open_upload_stream(GridfsBucket, ConstText, ConstDocument,
                                                   Value, Error);
  Stream = mongoc_gridfs_bucket_open_upload_stream_with_id(
      GridfsBucket, ConstValue, ConstText, ConstDocument, Error);
  Flag = mongoc_gridfs_bucket_upload_from_stream(GridfsBucket, ConstText, Stream,
                                                 ConstDocument, Value, Error);
  Flag = mongoc_gridfs_bucket_upload_from_stream_with_id(
      GridfsBucket, ConstValue, ConstText, Stream, ConstDocument, Error);
  Stream = mongoc_gridfs_bucket_open_download_stream(GridfsBucket, ConstValue, Error);
  Flag = mongoc_gridfs_bucket_download_to_stream(GridfsBucket, ConstValue, Stream, Error);
  Flag = mongoc_gridfs_bucket_delete_by_id(GridfsBucket, ConstValue, Error);
  Cursor = mongoc_gridfs_bucket_find(GridfsBucket, ConstDocument, ConstDocument);
  Flag = mongoc_gridfs_bucket_stream_error(Stream, Error);
  mongoc_gridfs_bucket_destroy(GridfsBucket);
  Flag = mongoc_gridfs_bucket_abort_upload(Stream);
  (void)Collection;
  (void)ConstDocument;
  (void)ConstText;
  (void)ConstValue;
  (void)Cursor;
  (void)Flag;
  (void)GridfsBucket;
  (void)GridfsFile;
  (void)GridfsFileList;
  (void)Number;
  (void)Signed;
  (void)Stream;
}

void streamsSockets(const void *ConstData, const struct sockaddr *ConstSockaddr,
                    const char *ConstText, void *Data, mongoc_gridfs_file_t *GridfsFile,
                    int32_t Int32, int64_t Int64, mongoc_iovec_t *Iovec, int Number,
                    ssize_t Signed, size_t Size, mongoc_socket_t *Socket,
                    mongoc_socklen_t Socklen, mongoc_ssl_opt_t *SslOpt,
                    mongoc_stream_t *Stream, mongoc_stream_socket_t *StreamSocket,
                    char *Text, unsigned int Unsigned) {
  Socket = mongoc_socket_accept(Socket, Int64);
  Number = mongoc_socket_bind(Socket, ConstSockaddr, Socklen);
  Number = mongoc_socket_close(Socket);
  Number = mongoc_socket_connect(Socket, ConstSockaddr, Socklen, Int64);
  Text = mongoc_socket_getnameinfo(Socket);
  mongoc_socket_destroy(Socket);
  Number = mongoc_socket_listen(Socket, Unsigned);
  Socket = mongoc_socket_new(Number, Number, Number);
  Signed = mongoc_socket_recv(Socket, Data, Size, Number, Int64);
  Signed = mongoc_socket_send(Socket, ConstData, Size, Int64);
  Signed = mongoc_socket_sendv(Socket, Iovec, Size, Int64);
  Stream = mongoc_stream_get_base_stream(Stream);
  Stream = mongoc_stream_get_tls_stream(Stream);
  Number = mongoc_stream_close(Stream);
  mongoc_stream_destroy(Stream);
  mongoc_stream_failed(Stream);
  Number = mongoc_stream_flush(Stream);
  Signed = mongoc_stream_writev(Stream, Iovec, Size, Int32);
  Signed = mongoc_stream_write(Stream, Data, Size, Int32);
  Signed = mongoc_stream_readv(Stream, Iovec, Size, Size, Int32);
  Signed = mongoc_stream_read(Stream, Data, Size, Size, Int32);
  Stream = mongoc_stream_buffered_new(Stream, Size);
  Stream = mongoc_stream_file_new(Number);
  Stream = mongoc_stream_file_new_for_path(ConstText, Number, Number);
  Stream = mongoc_stream_gridfs_new(GridfsFile);
  Stream = mongoc_stream_socket_new(Socket);
  Socket = mongoc_stream_socket_get_socket(StreamSocket);
  Stream = mongoc_stream_tls_new_with_hostname(Stream, ConstText, SslOpt, Number);
  Stream = mongoc_stream_tls_new(Stream, SslOpt, Number);
  (void)Number;
  (void)Signed;
  (void)Socket;
  (void)Stream;
  (void)Text;
}

void encryption(mongoc_auto_encryption_opts_t *AutoEncryptionOpts,
                mongoc_client_encryption_t *ClientEncryption,
                mongoc_client_encryption_datakey_opts_t *ClientEncryptionDatakeyOpts,
                mongoc_client_encryption_encrypt_opts_t *ClientEncryptionEncryptOpts,
                mongoc_client_encryption_opts_t *ClientEncryptionOpts,
                mongoc_client_encryption_rewrap_many_datakey_result_t
                    *ClientEncryptionRewrapManyDatakeyResult,
                const bson_t *ConstDocument, const char *ConstText,
                const bson_value_t *ConstValue, mongoc_cursor_t *Cursor, bson_t *Document,
                bson_error_t *Error, bool Flag, bson_value_t *Value) {
  AutoEncryptionOpts = mongoc_auto_encryption_opts_new();
  mongoc_auto_encryption_opts_destroy(AutoEncryptionOpts);
  ClientEncryptionOpts = mongoc_client_encryption_opts_new();
  mongoc_client_encryption_opts_destroy(ClientEncryptionOpts);
  ClientEncryptionRewrapManyDatakeyResult =
      mongoc_client_encryption_rewrap_many_datakey_result_new();
  mongoc_client_encryption_rewrap_many_datakey_result_destroy(
      ClientEncryptionRewrapManyDatakeyResult);
  ConstDocument =
      mongoc_client_encryption_rewrap_many_datakey_result_get_bulk_write_result(
          ClientEncryptionRewrapManyDatakeyResult);
  ClientEncryption = mongoc_client_encryption_new(ClientEncryptionOpts, Error);
  mongoc_client_encryption_destroy(ClientEncryption);
  Flag = mongoc_client_encryption_create_datakey(
      ClientEncryption, ConstText, ClientEncryptionDatakeyOpts, Value, Error);
  Flag = mongoc_client_encryption_rewrap_many_datakey(
      ClientEncryption, ConstDocument, ConstText, ConstDocument,
      ClientEncryptionRewrapManyDatakeyResult, Error);
  Flag =
      mongoc_client_encryption_delete_key(ClientEncryption, ConstValue, Document, Error);
  Flag = mongoc_client_encryption_get_key(ClientEncryption, ConstValue, Document, Error);
  Cursor = mongoc_client_encryption_get_keys(ClientEncryption, Error);
  Flag = mongoc_client_encryption_add_key_alt_name(ClientEncryption, ConstValue,
                                                   ConstText, Document, Error);
  Flag = mongoc_client_encryption_remove_key_alt_name(ClientEncryption, ConstValue,
                                                      ConstText, Document, Error);
  Flag = mongoc_client_encryption_get_key_by_alt_name(ClientEncryption, ConstText,
                                                      Document, Error);
  Flag = mongoc_client_encryption_encrypt(ClientEncryption, ConstValue,
                                          ClientEncryptionEncryptOpts, Value, Error);
  Flag = mongoc_client_encryption_decrypt(ClientEncryption, ConstValue, Value, Error);
  ClientEncryptionEncryptOpts = mongoc_client_encryption_encrypt_opts_new();
  mongoc_client_encryption_encrypt_opts_destroy(ClientEncryptionEncryptOpts);
  ClientEncryptionDatakeyOpts = mongoc_client_encryption_datakey_opts_new();
  mongoc_client_encryption_datakey_opts_destroy(ClientEncryptionDatakeyOpts);
  (void)AutoEncryptionOpts;
  (void)ClientEncryption;
  (void)ClientEncryptionDatakeyOpts;
  (void)ClientEncryptionEncryptOpts;
  (void)ClientEncryptionOpts;
  (void)ClientEncryptionRewrapManyDatakeyResult;
  (void)ConstDocument;
  (void)Cursor;
  (void)Flag;
}

void uris(const bson_t *ConstDocument, const mongoc_host_list_t *ConstHostList,
          const mongoc_read_concern_t *ConstReadConcern,
          const mongoc_read_prefs_t *ConstReadPrefs, const char *ConstText,
          const mongoc_uri_t *ConstUri, const mongoc_write_concern_t *ConstWriteConcern,
          bson_t *Document, bson_error_t *Error, bool Flag, char *Text, uint16_t UInt16,
          mongoc_uri_t *Uri) {
  Uri = mongoc_uri_copy(ConstUri);
  mongoc_uri_destroy(Uri);
  Uri = mongoc_uri_new(ConstText);
  Uri = mongoc_uri_new_with_error(ConstText, Error);
  Uri = mongoc_uri_new_for_host_port(ConstText, UInt16);
  ConstHostList = mongoc_uri_get_hosts(ConstUri);
  ConstText = mongoc_uri_get_service(ConstUri);
  ConstText = mongoc_uri_get_srv_hostname(ConstUri);
  ConstText = mongoc_uri_get_srv_service_name(ConstUri);
  ConstText = mongoc_uri_get_database(ConstUri);
  ConstDocument = mongoc_uri_get_compressors(ConstUri);
  ConstDocument = mongoc_uri_get_options(ConstUri);
  ConstText = mongoc_uri_get_password(ConstUri);
  ConstDocument = mongoc_uri_get_read_prefs(ConstUri);
  ConstText = mongoc_uri_get_replica_set(ConstUri);
  ConstText = mongoc_uri_get_string(ConstUri);
  ConstText = mongoc_uri_get_username(ConstUri);
  ConstDocument = mongoc_uri_get_credentials(ConstUri);
  ConstText = mongoc_uri_get_auth_source(ConstUri);
  ConstText = mongoc_uri_get_appname(ConstUri);
  ConstText = mongoc_uri_get_auth_mechanism(ConstUri);
  Flag = mongoc_uri_get_mechanism_properties(ConstUri, Document);
  Text = mongoc_uri_unescape(ConstText);
  ConstReadPrefs = mongoc_uri_get_read_prefs_t(ConstUri);
  ConstWriteConcern = mongoc_uri_get_write_concern(ConstUri);
  ConstReadConcern = mongoc_uri_get_read_concern(ConstUri);
  (void)ConstDocument;
  (void)ConstHostList;
  (void)ConstReadConcern;
  (void)ConstReadPrefs;
  (void)ConstText;
  (void)ConstWriteConcern;
  (void)Flag;
  (void)Text;
  (void)Uri;
}

void optionsDescriptions(
    mongoc_apm_callbacks_t *ApmCallbacks, const bson_t *ConstDocument,
    const mongoc_find_and_modify_opts_t *ConstFindAndModifyOpts,
    const mongoc_matcher_t *ConstMatcher, const mongoc_read_concern_t *ConstReadConcern,
    const mongoc_read_prefs_t *ConstReadPrefs, const mongoc_server_api_t *ConstServerApi,
    const mongoc_server_description_t *ConstServerDescription, const char *ConstText,
    const mongoc_topology_description_t *ConstTopologyDescription,
    const mongoc_write_concern_t *ConstWriteConcern, bson_t *Document,
    bson_error_t *Error, mongoc_find_and_modify_opts_t *FindAndModifyOpts, bool Flag,
    mongoc_host_list_t *HostList, mongoc_matcher_t *Matcher,
    mongoc_read_concern_t *ReadConcern, mongoc_read_mode_t ReadMode,
    mongoc_read_prefs_t *ReadPrefs, mongoc_server_api_t *ServerApi,
    mongoc_server_api_version_t ServerApiVersion,
    mongoc_server_description_t *ServerDescription,
    mongoc_server_description_t **ServerDescriptionPlace, size_t Size, size_t *SizePlace,
    mongoc_topology_description_t *TopologyDescription,
    mongoc_write_concern_t *WriteConcern) {
  ReadPrefs = mongoc_read_prefs_new(ReadMode);
  ReadPrefs = mongoc_read_prefs_copy(ConstReadPrefs);
  mongoc_read_prefs_destroy(ReadPrefs);
  ConstDocument = mongoc_read_prefs_get_tags(ConstReadPrefs);
  ConstDocument = mongoc_read_prefs_get_hedge(ConstReadPrefs);
  mongoc_server_description_destroy(ServerDescription);
  ServerDescription = mongoc_server_description_new_copy(ConstServerDescription);
  HostList = mongoc_server_description_host(ConstServerDescription);
  ConstText = mongoc_server_description_type(ConstServerDescription);
  ConstDocument = mongoc_server_description_hello_response(ConstServerDescription);
  ConstDocument = mongoc_server_description_ismaster(ConstServerDescription);
  mongoc_topology_description_destroy(TopologyDescription);
  TopologyDescription = mongoc_topology_description_new_copy(ConstTopologyDescription);
  ServerDescriptionPlace =
      mongoc_topology_description_get_servers(ConstTopologyDescription, SizePlace);
  ApmCallbacks = mongoc_apm_callbacks_new();
  mongoc_apm_callbacks_destroy(ApmCallbacks);
  WriteConcern = mongoc_write_concern_new();
  WriteConcern = mongoc_write_concern_copy(ConstWriteConcern);
  mongoc_write_concern_destroy(WriteConcern);
  ConstText = mongoc_write_concern_get_wtag(ConstWriteConcern);
  Flag = mongoc_write_concern_append(WriteConcern, Document);
  ReadConcern = mongoc_read_concern_new();
  ReadConcern = mongoc_read_concern_copy(ConstReadConcern);
  mongoc_read_concern_destroy(ReadConcern);
  ConstText = mongoc_read_concern_get_level(ConstReadConcern);
  Flag = mongoc_read_concern_append(ReadConcern, Document);
  FindAndModifyOpts = mongoc_find_and_modify_opts_new();
  mongoc_find_and_modify_opts_get_sort(ConstFindAndModifyOpts, Document);
  mongoc_find_and_modify_opts_get_update(ConstFindAndModifyOpts, Document);
  mongoc_find_and_modify_opts_get_fields(ConstFindAndModifyOpts, Document);
  mongoc_find_and_modify_opts_get_extra(ConstFindAndModifyOpts, Document);
  mongoc_find_and_modify_opts_destroy(FindAndModifyOpts);
  ServerApi = mongoc_server_api_new(ServerApiVersion);
  ServerApi = mongoc_server_api_copy(ConstServerApi);
  mongoc_server_api_destroy(ServerApi);
  mongoc_server_descriptions_destroy_all(ServerDescriptionPlace, Size);
  Matcher = mongoc_matcher_new(ConstDocument, Error);
  Flag = mongoc_matcher_match(ConstMatcher, ConstDocument);
  mongoc_matcher_destroy(Matcher);
  (void)ApmCallbacks;
  (void)ConstDocument;
  (void)ConstText;
  (void)FindAndModifyOpts;
  (void)Flag;
  (void)HostList;
  (void)Matcher;
  (void)ReadConcern;
  (void)ReadPrefs;
  (void)ServerApi;
  (void)ServerDescription;
  (void)ServerDescriptionPlace;
  (void)TopologyDescription;
  (void)WriteConcern;
}

#if MONGOC_CHECK_VERSION(1, 30, 0)
void sinceRelease130(mongoc_bulkwrite_t *Bulkwrite,
                     mongoc_bulkwrite_deletemanyopts_t *BulkwriteDeletemanyopts,
                     mongoc_bulkwrite_deleteoneopts_t *BulkwriteDeleteoneopts,
                     mongoc_bulkwrite_insertoneopts_t *BulkwriteInsertoneopts,
                     mongoc_bulkwrite_replaceoneopts_t *BulkwriteReplaceoneopts,
                     mongoc_bulkwrite_updatemanyopts_t *BulkwriteUpdatemanyopts,
                     mongoc_bulkwrite_updateoneopts_t *BulkwriteUpdateoneopts,
                     mongoc_bulkwriteexception_t *Bulkwriteexception,
                     mongoc_bulkwriteopts_t *Bulkwriteopts,
                     mongoc_bulkwriteresult_t *Bulkwriteresult,
                     mongoc_bulkwritereturn_t Bulkwritereturn, mongoc_client_t *Client,
                     mongoc_client_session_t *ClientSession,
                     mongoc_collection_t *Collection,
                     const mongoc_bulkwrite_insertoneopts_t *ConstBulkwriteInsertoneopts,
                     const mongoc_bulkwrite_updateoneopts_t *ConstBulkwriteUpdateoneopts,
                     const mongoc_bulkwriteexception_t *ConstBulkwriteexception,
                     const mongoc_bulkwriteopts_t *ConstBulkwriteopts,
                     const mongoc_bulkwriteresult_t *ConstBulkwriteresult,
                     const bson_t *ConstDocument, const char *ConstText, bson_t *Document,
                     bson_error_t *Error, bool Flag, mongoc_index_model_t *IndexModel,
                     mongoc_index_model_t **IndexModelPlace, int64_t Int64, size_t Size) {
  Bulkwriteopts = mongoc_bulkwriteopts_new();
  mongoc_bulkwriteopts_destroy(Bulkwriteopts);
  Int64 = mongoc_bulkwriteresult_insertedcount(ConstBulkwriteresult);
  ConstDocument = mongoc_bulkwriteresult_insertresults(ConstBulkwriteresult);
  ConstDocument = mongoc_bulkwriteresult_updateresults(ConstBulkwriteresult);
  ConstDocument = mongoc_bulkwriteresult_deleteresults(ConstBulkwriteresult);
  mongoc_bulkwriteresult_destroy(Bulkwriteresult);
  Flag = mongoc_bulkwriteexception_error(ConstBulkwriteexception, Error);
  ConstDocument = mongoc_bulkwriteexception_writeerrors(ConstBulkwriteexception);
  ConstDocument = mongoc_bulkwriteexception_writeconcernerrors(ConstBulkwriteexception);
  ConstDocument = mongoc_bulkwriteexception_errorreply(ConstBulkwriteexception);
  mongoc_bulkwriteexception_destroy(Bulkwriteexception);
  Bulkwrite = mongoc_client_bulkwrite_new(Client);
  Flag = mongoc_bulkwrite_append_insertone(Bulkwrite, ConstText, ConstDocument,
                                           ConstBulkwriteInsertoneopts, Error);
  Flag = mongoc_bulkwrite_append_updateone(Bulkwrite, ConstText, ConstDocument,
                                           ConstDocument, ConstBulkwriteUpdateoneopts,
                                           Error);
  BulkwriteInsertoneopts = mongoc_bulkwrite_insertoneopts_new();
  mongoc_bulkwrite_insertoneopts_destroy(BulkwriteInsertoneopts);
  BulkwriteUpdateoneopts = mongoc_bulkwrite_updateoneopts_new();
  mongoc_bulkwrite_updateoneopts_destroy(BulkwriteUpdateoneopts);
  BulkwriteUpdatemanyopts = mongoc_bulkwrite_updatemanyopts_new();
  mongoc_bulkwrite_updatemanyopts_destroy(BulkwriteUpdatemanyopts);
  BulkwriteReplaceoneopts = mongoc_bulkwrite_replaceoneopts_new();
  mongoc_bulkwrite_replaceoneopts_destroy(BulkwriteReplaceoneopts);
  BulkwriteDeleteoneopts = mongoc_bulkwrite_deleteoneopts_new();
  mongoc_bulkwrite_deleteoneopts_destroy(BulkwriteDeleteoneopts);
  BulkwriteDeletemanyopts = mongoc_bulkwrite_deletemanyopts_new();
  mongoc_bulkwrite_deletemanyopts_destroy(BulkwriteDeletemanyopts);
  Bulkwritereturn = mongoc_bulkwrite_execute(Bulkwrite, ConstBulkwriteopts);
  mongoc_bulkwrite_set_session(Bulkwrite, ClientSession);
  mongoc_bulkwrite_destroy(Bulkwrite);
  Flag = mongoc_collection_create_indexes_with_opts(Collection, IndexModelPlace, Size,
                                                    ConstDocument, Document, Error);
  IndexModel = mongoc_index_model_new(ConstDocument, ConstDocument);
  mongoc_index_model_destroy(IndexModel);
  (void)Bulkwrite;
  (void)BulkwriteDeletemanyopts;
  (void)BulkwriteDeleteoneopts;
  (void)BulkwriteInsertoneopts;
  (void)BulkwriteReplaceoneopts;
  (void)BulkwriteUpdatemanyopts;
  (void)BulkwriteUpdateoneopts;
  (void)Bulkwriteopts;
  (void)Bulkwritereturn;
  (void)ConstDocument;
  (void)Flag;
  (void)IndexModel;
  (void)Int64;
}
#endif
