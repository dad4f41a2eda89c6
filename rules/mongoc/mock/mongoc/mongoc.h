//===- mongoc.h - MongoDB's C driver as the rule file sees it -----*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/mongoc/api.json speaks of, so that tests need no MongoDB. Written
// for dbtidy; conformance.c compiles against this file and against the real header, which
// spreads the same over many files. rules/bson/mock has the documents.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MONGOC_H
#define DBTIDY_RULES_MONGOC_H

#if __has_include(<bson/bson.h>)
#include <bson/bson.h>
#else
// Only this mock is on the path, as when conformance.c is compiled.
#include "../../../bson/mock/bson/bson.h"
#endif

#include <sys/socket.h>
#include <sys/uio.h>

// The version that the mock has the calls of, together with those removed since.
#define MONGOC_CHECK_VERSION(Major, Minor, Micro)                                        \
  ((Major) < 1 || ((Major) == 1 && (Minor) <= 30))

#ifdef __cplusplus
extern "C" {
#endif

// Handles: nobody but the driver sees inside.
typedef struct _mongoc_apm_callbacks_t mongoc_apm_callbacks_t;
typedef struct _mongoc_auto_encryption_opts_t mongoc_auto_encryption_opts_t;
typedef struct _mongoc_bulk_operation_t mongoc_bulk_operation_t;
typedef struct _mongoc_bulkwrite_deletemanyopts_t mongoc_bulkwrite_deletemanyopts_t;
typedef struct _mongoc_bulkwrite_deleteoneopts_t mongoc_bulkwrite_deleteoneopts_t;
typedef struct _mongoc_bulkwrite_insertoneopts_t mongoc_bulkwrite_insertoneopts_t;
typedef struct _mongoc_bulkwrite_replaceoneopts_t mongoc_bulkwrite_replaceoneopts_t;
typedef struct _mongoc_bulkwrite_t mongoc_bulkwrite_t;
typedef struct _mongoc_bulkwrite_updatemanyopts_t mongoc_bulkwrite_updatemanyopts_t;
typedef struct _mongoc_bulkwrite_updateoneopts_t mongoc_bulkwrite_updateoneopts_t;
typedef struct _mongoc_bulkwriteexception_t mongoc_bulkwriteexception_t;
typedef struct _mongoc_bulkwriteopts_t mongoc_bulkwriteopts_t;
typedef struct _mongoc_bulkwriteresult_t mongoc_bulkwriteresult_t;
typedef struct _mongoc_change_stream_t mongoc_change_stream_t;
typedef struct _mongoc_client_encryption_datakey_opts_t
    mongoc_client_encryption_datakey_opts_t;
typedef struct _mongoc_client_encryption_encrypt_opts_t
    mongoc_client_encryption_encrypt_opts_t;
typedef struct _mongoc_client_encryption_opts_t mongoc_client_encryption_opts_t;
typedef struct _mongoc_client_encryption_rewrap_many_datakey_result_t
    mongoc_client_encryption_rewrap_many_datakey_result_t;
typedef struct _mongoc_client_encryption_t mongoc_client_encryption_t;
typedef struct _mongoc_client_pool_t mongoc_client_pool_t;
typedef struct _mongoc_client_session_t mongoc_client_session_t;
typedef struct _mongoc_client_t mongoc_client_t;
typedef struct _mongoc_collection_t mongoc_collection_t;
typedef struct _mongoc_cursor_t mongoc_cursor_t;
typedef struct _mongoc_database_t mongoc_database_t;
typedef struct _mongoc_find_and_modify_opts_t mongoc_find_and_modify_opts_t;
typedef struct _mongoc_gridfs_bucket_t mongoc_gridfs_bucket_t;
typedef struct _mongoc_gridfs_file_list_t mongoc_gridfs_file_list_t;
typedef struct _mongoc_gridfs_file_t mongoc_gridfs_file_t;
typedef struct _mongoc_gridfs_t mongoc_gridfs_t;
typedef struct _mongoc_host_list_t mongoc_host_list_t;
typedef struct _mongoc_index_model_t mongoc_index_model_t;
typedef struct _mongoc_index_opt_t mongoc_index_opt_t;
typedef struct _mongoc_matcher_t mongoc_matcher_t;
typedef struct _mongoc_read_concern_t mongoc_read_concern_t;
typedef struct _mongoc_read_prefs_t mongoc_read_prefs_t;
typedef struct _mongoc_server_api_t mongoc_server_api_t;
typedef struct _mongoc_server_description_t mongoc_server_description_t;
typedef struct _mongoc_session_opt_t mongoc_session_opt_t;
typedef struct _mongoc_socket_t mongoc_socket_t;
typedef struct _mongoc_ssl_opt_t mongoc_ssl_opt_t;
typedef struct _mongoc_stream_socket_t mongoc_stream_socket_t;
typedef struct _mongoc_stream_t mongoc_stream_t;
typedef struct _mongoc_topology_description_t mongoc_topology_description_t;
typedef struct _mongoc_transaction_opt_t mongoc_transaction_opt_t;
typedef struct _mongoc_uri_t mongoc_uri_t;
typedef struct _mongoc_write_concern_t mongoc_write_concern_t;

typedef struct {
  mongoc_bulkwriteresult_t *res;
  mongoc_bulkwriteexception_t *exc;
} mongoc_bulkwritereturn_t;

typedef struct _mongoc_gridfs_file_opt_t {
  const char *md5;
  const char *filename;
  const char *content_type;
  const bson_t *aliases;
  const bson_t *metadata;
  uint32_t chunk_size;
} mongoc_gridfs_file_opt_t;

typedef struct iovec mongoc_iovec_t;
typedef socklen_t mongoc_socklen_t;

typedef enum { MONGOC_DELETE_NONE = 0 } mongoc_delete_flags_t;
typedef enum { MONGOC_INSERT_NONE = 0 } mongoc_insert_flags_t;
typedef enum { MONGOC_QUERY_NONE = 0 } mongoc_query_flags_t;
typedef enum { MONGOC_REMOVE_NONE = 0 } mongoc_remove_flags_t;
typedef enum { MONGOC_UPDATE_NONE = 0 } mongoc_update_flags_t;
typedef enum { MONGOC_READ_PRIMARY = 1, MONGOC_READ_SECONDARY = 2 } mongoc_read_mode_t;
typedef enum { MONGOC_SERVER_API_V1 } mongoc_server_api_version_t;
typedef enum {
  MONGOC_TRANSACTION_NONE = 0,
  MONGOC_TRANSACTION_STARTING = 1,
  MONGOC_TRANSACTION_IN_PROGRESS = 2,
  MONGOC_TRANSACTION_COMMITTED = 3,
  MONGOC_TRANSACTION_ABORTED = 4
} mongoc_transaction_state_t;

typedef bool (*mongoc_client_session_with_transaction_cb_t)(mongoc_client_session_t *,
                                                            void *, bson_t **,
                                                            bson_error_t *);

//===--- Clients, pools -------------------------------------------------------===//

mongoc_client_t *mongoc_client_new(const char *UriString);
mongoc_client_t *mongoc_client_new_from_uri(const mongoc_uri_t *Uri);
mongoc_client_t *mongoc_client_new_from_uri_with_error(const mongoc_uri_t *Uri,
                                                       bson_error_t *Error);
mongoc_cursor_t *mongoc_client_command(mongoc_client_t *Client, const char *DbName,
                                       mongoc_query_flags_t Flags, uint32_t Skip,
                                       uint32_t Limit, uint32_t BatchSize,
                                       const bson_t *Query, const bson_t *Fields,
                                       const mongoc_read_prefs_t *ReadPrefs);
void mongoc_client_kill_cursor(mongoc_client_t *Client, int64_t CursorId);
bool mongoc_client_command_simple(mongoc_client_t *Client, const char *DbName,
                                  const bson_t *Command,
                                  const mongoc_read_prefs_t *ReadPrefs, bson_t *Reply,
                                  bson_error_t *Error);
bool mongoc_client_read_command_with_opts(mongoc_client_t *Client, const char *DbName,
                                          const bson_t *Command,
                                          const mongoc_read_prefs_t *ReadPrefs,
                                          const bson_t *Opts, bson_t *Reply,
                                          bson_error_t *Error);
bool mongoc_client_write_command_with_opts(mongoc_client_t *Client, const char *DbName,
                                           const bson_t *Command, const bson_t *Opts,
                                           bson_t *Reply, bson_error_t *Error);
bool mongoc_client_read_write_command_with_opts(mongoc_client_t *Client,
                                                const char *DbName, const bson_t *Command,
                                                const mongoc_read_prefs_t *ReadPrefs,
                                                const bson_t *Opts, bson_t *Reply,
                                                bson_error_t *Error);
bool mongoc_client_command_with_opts(mongoc_client_t *Client, const char *DbName,
                                     const bson_t *Command,
                                     const mongoc_read_prefs_t *ReadPrefs,
                                     const bson_t *Opts, bson_t *Reply,
                                     bson_error_t *Error);
bool mongoc_client_command_simple_with_server_id(mongoc_client_t *Client,
                                                 const char *DbName,
                                                 const bson_t *Command,
                                                 const mongoc_read_prefs_t *ReadPrefs,
                                                 uint32_t ServerId, bson_t *Reply,
                                                 bson_error_t *Error);
void mongoc_client_destroy(mongoc_client_t *Client);
mongoc_database_t *mongoc_client_get_database(mongoc_client_t *Client, const char *Name);
mongoc_database_t *mongoc_client_get_default_database(mongoc_client_t *Client);
mongoc_gridfs_t *mongoc_client_get_gridfs(mongoc_client_t *Client, const char *Db,
                                          const char *Prefix, bson_error_t *Error);
mongoc_collection_t *mongoc_client_get_collection(mongoc_client_t *Client, const char *Db,
                                                  const char *Collection);
char **mongoc_client_get_database_names(mongoc_client_t *Client, bson_error_t *Error);
char **mongoc_client_get_database_names_with_opts(mongoc_client_t *Client,
                                                  const bson_t *Opts,
                                                  bson_error_t *Error);
mongoc_cursor_t *mongoc_client_find_databases(mongoc_client_t *Client,
                                              bson_error_t *Error);
mongoc_cursor_t *mongoc_client_find_databases_with_opts(mongoc_client_t *Client,
                                                        const bson_t *Opts);
bool mongoc_client_get_server_status(mongoc_client_t *Client,
                                     mongoc_read_prefs_t *ReadPrefs, bson_t *Reply,
                                     bson_error_t *Error);
mongoc_server_description_t *mongoc_client_get_server_description(mongoc_client_t *Client,
                                                                  uint32_t ServerId);
mongoc_server_description_t **
mongoc_client_get_server_descriptions(const mongoc_client_t *Client, size_t *N);
mongoc_server_description_t *mongoc_client_select_server(mongoc_client_t *Client,
                                                         bool ForWrites,
                                                         const mongoc_read_prefs_t *Prefs,
                                                         bson_error_t *Error);
mongoc_change_stream_t *mongoc_client_watch(mongoc_client_t *Client,
                                            const bson_t *Pipeline, const bson_t *Opts);
mongoc_server_description_t *
mongoc_client_get_handshake_description(mongoc_client_t *Client, uint32_t ServerId,
                                        bson_t *Opts, bson_error_t *Error);
mongoc_client_pool_t *mongoc_client_pool_new(const mongoc_uri_t *Uri);
mongoc_client_pool_t *mongoc_client_pool_new_with_error(const mongoc_uri_t *Uri,
                                                        bson_error_t *Error);
void mongoc_client_pool_destroy(mongoc_client_pool_t *Pool);
mongoc_client_t *mongoc_client_pool_pop(mongoc_client_pool_t *Pool);
void mongoc_client_pool_push(mongoc_client_pool_t *Pool, mongoc_client_t *Client);
mongoc_client_t *mongoc_client_pool_try_pop(mongoc_client_pool_t *Pool);
void mongoc_init(void);
void mongoc_cleanup(void);

//===--- Databases, collections -----------------------------------------------===//

mongoc_cursor_t *mongoc_collection_aggregate(mongoc_collection_t *Collection,
                                             mongoc_query_flags_t Flags,
                                             const bson_t *Pipeline, const bson_t *Opts,
                                             const mongoc_read_prefs_t *ReadPrefs);
void mongoc_collection_destroy(mongoc_collection_t *Collection);
mongoc_collection_t *mongoc_collection_copy(mongoc_collection_t *Collection);
mongoc_cursor_t *mongoc_collection_command(mongoc_collection_t *Collection,
                                           mongoc_query_flags_t Flags, uint32_t Skip,
                                           uint32_t Limit, uint32_t BatchSize,
                                           const bson_t *Command, const bson_t *Fields,
                                           const mongoc_read_prefs_t *ReadPrefs);
bool mongoc_collection_read_command_with_opts(mongoc_collection_t *Collection,
                                              const bson_t *Command,
                                              const mongoc_read_prefs_t *ReadPrefs,
                                              const bson_t *Opts, bson_t *Reply,
                                              bson_error_t *Error);
bool mongoc_collection_write_command_with_opts(mongoc_collection_t *Collection,
                                               const bson_t *Command, const bson_t *Opts,
                                               bson_t *Reply, bson_error_t *Error);
bool mongoc_collection_read_write_command_with_opts(mongoc_collection_t *Collection,
                                                    const bson_t *Command,
                                                    const mongoc_read_prefs_t *ReadPrefs,
                                                    const bson_t *Opts, bson_t *Reply,
                                                    bson_error_t *Error);
bool mongoc_collection_command_with_opts(mongoc_collection_t *Collection,
                                         const bson_t *Command,
                                         const mongoc_read_prefs_t *ReadPrefs,
                                         const bson_t *Opts, bson_t *Reply,
                                         bson_error_t *Error);
bool mongoc_collection_command_simple(mongoc_collection_t *Collection,
                                      const bson_t *Command,
                                      const mongoc_read_prefs_t *ReadPrefs, bson_t *Reply,
                                      bson_error_t *Error);
int64_t mongoc_collection_count(mongoc_collection_t *Collection,
                                mongoc_query_flags_t Flags, const bson_t *Query,
                                int64_t Skip, int64_t Limit,
                                const mongoc_read_prefs_t *ReadPrefs,
                                bson_error_t *Error);
int64_t mongoc_collection_count_with_opts(mongoc_collection_t *Collection,
                                          mongoc_query_flags_t Flags, const bson_t *Query,
                                          int64_t Skip, int64_t Limit, const bson_t *Opts,
                                          const mongoc_read_prefs_t *ReadPrefs,
                                          bson_error_t *Error);
bool mongoc_collection_drop(mongoc_collection_t *Collection, bson_error_t *Error);
bool mongoc_collection_drop_with_opts(mongoc_collection_t *Collection, const bson_t *Opts,
                                      bson_error_t *Error);
bool mongoc_collection_drop_index(mongoc_collection_t *Collection, const char *IndexName,
                                  bson_error_t *Error);
bool mongoc_collection_drop_index_with_opts(mongoc_collection_t *Collection,
                                            const char *IndexName, const bson_t *Opts,
                                            bson_error_t *Error);
bool mongoc_collection_create_index(mongoc_collection_t *Collection, const bson_t *Keys,
                                    const mongoc_index_opt_t *Opt, bson_error_t *Error);
bool mongoc_collection_create_index_with_opts(mongoc_collection_t *Collection,
                                              const bson_t *Keys,
                                              const mongoc_index_opt_t *Opt,
                                              const bson_t *Opts, bson_t *Reply,
                                              bson_error_t *Error);
bool mongoc_collection_ensure_index(mongoc_collection_t *Collection, const bson_t *Keys,
                                    const mongoc_index_opt_t *Opt, bson_error_t *Error);
mongoc_cursor_t *mongoc_collection_find_indexes(mongoc_collection_t *Collection,
                                                bson_error_t *Error);
mongoc_cursor_t *mongoc_collection_find_indexes_with_opts(mongoc_collection_t *Collection,
                                                          const bson_t *Opts);
mongoc_cursor_t *mongoc_collection_find(mongoc_collection_t *Collection,
                                        mongoc_query_flags_t Flags, uint32_t Skip,
                                        uint32_t Limit, uint32_t BatchSize,
                                        const bson_t *Query, const bson_t *Fields,
                                        const mongoc_read_prefs_t *ReadPrefs);
mongoc_cursor_t *mongoc_collection_find_with_opts(mongoc_collection_t *Collection,
                                                  const bson_t *Filter,
                                                  const bson_t *Opts,
                                                  const mongoc_read_prefs_t *ReadPrefs);
bool mongoc_collection_insert(mongoc_collection_t *Collection,
                              mongoc_insert_flags_t Flags, const bson_t *Document,
                              const mongoc_write_concern_t *WriteConcern,
                              bson_error_t *Error);
bool mongoc_collection_insert_one(mongoc_collection_t *Collection, const bson_t *Document,
                                  const bson_t *Opts, bson_t *Reply, bson_error_t *Error);
bool mongoc_collection_insert_many(mongoc_collection_t *Collection,
                                   const bson_t **Documents, size_t NDocuments,
                                   const bson_t *Opts, bson_t *Reply,
                                   bson_error_t *Error);
bool mongoc_collection_insert_bulk(mongoc_collection_t *Collection,
                                   mongoc_insert_flags_t Flags, const bson_t **Documents,
                                   uint32_t NDocuments,
                                   const mongoc_write_concern_t *WriteConcern,
                                   bson_error_t *Error);
bool mongoc_collection_update(mongoc_collection_t *Collection,
                              mongoc_update_flags_t Flags, const bson_t *Selector,
                              const bson_t *Update,
                              const mongoc_write_concern_t *WriteConcern,
                              bson_error_t *Error);
bool mongoc_collection_update_one(mongoc_collection_t *Collection, const bson_t *Selector,
                                  const bson_t *Update, const bson_t *Opts, bson_t *Reply,
                                  bson_error_t *Error);
bool mongoc_collection_update_many(mongoc_collection_t *Collection,
                                   const bson_t *Selector, const bson_t *Update,
                                   const bson_t *Opts, bson_t *Reply,
                                   bson_error_t *Error);
bool mongoc_collection_replace_one(mongoc_collection_t *Collection,
                                   const bson_t *Selector, const bson_t *Replacement,
                                   const bson_t *Opts, bson_t *Reply,
                                   bson_error_t *Error);
bool mongoc_collection_delete(mongoc_collection_t *Collection,
                              mongoc_delete_flags_t Flags, const bson_t *Selector,
                              const mongoc_write_concern_t *WriteConcern,
                              bson_error_t *Error);
bool mongoc_collection_save(mongoc_collection_t *Collection, const bson_t *Document,
                            const mongoc_write_concern_t *WriteConcern,
                            bson_error_t *Error);
bool mongoc_collection_remove(mongoc_collection_t *Collection,
                              mongoc_remove_flags_t Flags, const bson_t *Selector,
                              const mongoc_write_concern_t *WriteConcern,
                              bson_error_t *Error);
bool mongoc_collection_delete_one(mongoc_collection_t *Collection, const bson_t *Selector,
                                  const bson_t *Opts, bson_t *Reply, bson_error_t *Error);
bool mongoc_collection_delete_many(mongoc_collection_t *Collection,
                                   const bson_t *Selector, const bson_t *Opts,
                                   bson_t *Reply, bson_error_t *Error);
bool mongoc_collection_rename(mongoc_collection_t *Collection, const char *NewDb,
                              const char *NewName, bool DropTargetBeforeRename,
                              bson_error_t *Error);
bool mongoc_collection_rename_with_opts(mongoc_collection_t *Collection,
                                        const char *NewDb, const char *NewName,
                                        bool DropTargetBeforeRename, const bson_t *Opts,
                                        bson_error_t *Error);
bool mongoc_collection_find_and_modify_with_opts(
    mongoc_collection_t *Collection, const bson_t *Query,
    const mongoc_find_and_modify_opts_t *Opts, bson_t *Reply, bson_error_t *Error);
bool mongoc_collection_find_and_modify(mongoc_collection_t *Collection,
                                       const bson_t *Query, const bson_t *Sort,
                                       const bson_t *Update, const bson_t *Fields,
                                       bool Remove, bool Upsert, bool New, bson_t *Reply,
                                       bson_error_t *Error);
bool mongoc_collection_stats(mongoc_collection_t *Collection, const bson_t *Options,
                             bson_t *Reply, bson_error_t *Error);
mongoc_bulk_operation_t *
mongoc_collection_create_bulk_operation(mongoc_collection_t *Collection, bool Ordered,
                                        const mongoc_write_concern_t *WriteConcern);
mongoc_bulk_operation_t *
mongoc_collection_create_bulk_operation_with_opts(mongoc_collection_t *Collection,
                                                  const bson_t *Opts);
const char *mongoc_collection_get_name(mongoc_collection_t *Collection);
const bson_t *mongoc_collection_get_last_error(const mongoc_collection_t *Collection);
char *mongoc_collection_keys_to_index_string(const bson_t *Keys);
bool mongoc_collection_validate(mongoc_collection_t *Collection, const bson_t *Options,
                                bson_t *Reply, bson_error_t *Error);
mongoc_change_stream_t *mongoc_collection_watch(const mongoc_collection_t *Coll,
                                                const bson_t *Pipeline,
                                                const bson_t *Opts);
int64_t mongoc_collection_count_documents(mongoc_collection_t *Coll, const bson_t *Filter,
                                          const bson_t *Opts,
                                          const mongoc_read_prefs_t *ReadPrefs,
                                          bson_t *Reply, bson_error_t *Error);
int64_t mongoc_collection_estimated_document_count(mongoc_collection_t *Coll,
                                                   const bson_t *Opts,
                                                   const mongoc_read_prefs_t *ReadPrefs,
                                                   bson_t *Reply, bson_error_t *Error);
const char *mongoc_database_get_name(mongoc_database_t *Database);
bool mongoc_database_remove_user(mongoc_database_t *Database, const char *Username,
                                 bson_error_t *Error);
bool mongoc_database_remove_all_users(mongoc_database_t *Database, bson_error_t *Error);
bool mongoc_database_add_user(mongoc_database_t *Database, const char *Username,
                              const char *Password, const bson_t *Roles,
                              const bson_t *CustomData, bson_error_t *Error);
void mongoc_database_destroy(mongoc_database_t *Database);
mongoc_cursor_t *mongoc_database_aggregate(mongoc_database_t *Db, const bson_t *Pipeline,
                                           const bson_t *Opts,
                                           const mongoc_read_prefs_t *ReadPrefs);
mongoc_database_t *mongoc_database_copy(mongoc_database_t *Database);
mongoc_cursor_t *mongoc_database_command(mongoc_database_t *Database,
                                         mongoc_query_flags_t Flags, uint32_t Skip,
                                         uint32_t Limit, uint32_t BatchSize,
                                         const bson_t *Command, const bson_t *Fields,
                                         const mongoc_read_prefs_t *ReadPrefs);
bool mongoc_database_read_command_with_opts(mongoc_database_t *Database,
                                            const bson_t *Command,
                                            const mongoc_read_prefs_t *ReadPrefs,
                                            const bson_t *Opts, bson_t *Reply,
                                            bson_error_t *Error);
bool mongoc_database_write_command_with_opts(mongoc_database_t *Database,
                                             const bson_t *Command, const bson_t *Opts,
                                             bson_t *Reply, bson_error_t *Error);
bool mongoc_database_read_write_command_with_opts(mongoc_database_t *Database,
                                                  const bson_t *Command,
                                                  const mongoc_read_prefs_t *ReadPrefs,
                                                  const bson_t *Opts, bson_t *Reply,
                                                  bson_error_t *Error);
bool mongoc_database_command_with_opts(mongoc_database_t *Database, const bson_t *Command,
                                       const mongoc_read_prefs_t *ReadPrefs,
                                       const bson_t *Opts, bson_t *Reply,
                                       bson_error_t *Error);
bool mongoc_database_command_simple(mongoc_database_t *Database, const bson_t *Command,
                                    const mongoc_read_prefs_t *ReadPrefs, bson_t *Reply,
                                    bson_error_t *Error);
bool mongoc_database_drop(mongoc_database_t *Database, bson_error_t *Error);
bool mongoc_database_drop_with_opts(mongoc_database_t *Database, const bson_t *Opts,
                                    bson_error_t *Error);
bool mongoc_database_has_collection(mongoc_database_t *Database, const char *Name,
                                    bson_error_t *Error);
mongoc_collection_t *mongoc_database_create_collection(mongoc_database_t *Database,
                                                       const char *Name,
                                                       const bson_t *Options,
                                                       bson_error_t *Error);
mongoc_cursor_t *mongoc_database_find_collections(mongoc_database_t *Database,
                                                  const bson_t *Filter,
                                                  bson_error_t *Error);
mongoc_cursor_t *mongoc_database_find_collections_with_opts(mongoc_database_t *Database,
                                                            const bson_t *Opts);
char **mongoc_database_get_collection_names(mongoc_database_t *Database,
                                            bson_error_t *Error);
char **mongoc_database_get_collection_names_with_opts(mongoc_database_t *Database,
                                                      const bson_t *Opts,
                                                      bson_error_t *Error);
mongoc_collection_t *mongoc_database_get_collection(mongoc_database_t *Database,
                                                    const char *Name);
mongoc_change_stream_t *mongoc_database_watch(const mongoc_database_t *Db,
                                              const bson_t *Pipeline, const bson_t *Opts);

//===--- Cursors, change streams ----------------------------------------------===//

void mongoc_change_stream_destroy(mongoc_change_stream_t *Stream);
const bson_t *mongoc_change_stream_get_resume_token(mongoc_change_stream_t *Stream);
bool mongoc_change_stream_next(mongoc_change_stream_t *Stream, const bson_t **Bson);
bool mongoc_change_stream_error_document(const mongoc_change_stream_t *Stream,
                                         bson_error_t *Error, const bson_t **Bson);
mongoc_cursor_t *mongoc_cursor_clone(const mongoc_cursor_t *Cursor);
void mongoc_cursor_destroy(mongoc_cursor_t *Cursor);
bool mongoc_cursor_more(mongoc_cursor_t *Cursor);
bool mongoc_cursor_next(mongoc_cursor_t *Cursor, const bson_t **Bson);
bool mongoc_cursor_error(mongoc_cursor_t *Cursor, bson_error_t *Error);
bool mongoc_cursor_error_document(mongoc_cursor_t *Cursor, bson_error_t *Error,
                                  const bson_t **Doc);
void mongoc_cursor_get_host(mongoc_cursor_t *Cursor, mongoc_host_list_t *Host);
bool mongoc_cursor_is_alive(const mongoc_cursor_t *Cursor);
const bson_t *mongoc_cursor_current(const mongoc_cursor_t *Cursor);
void mongoc_cursor_set_batch_size(mongoc_cursor_t *Cursor, uint32_t BatchSize);
uint32_t mongoc_cursor_get_batch_size(const mongoc_cursor_t *Cursor);
bool mongoc_cursor_set_limit(mongoc_cursor_t *Cursor, int64_t Limit);
int64_t mongoc_cursor_get_limit(const mongoc_cursor_t *Cursor);
int64_t mongoc_cursor_get_id(const mongoc_cursor_t *Cursor);
void mongoc_cursor_set_max_await_time_ms(mongoc_cursor_t *Cursor,
                                         uint32_t MaxAwaitTimeMs);
mongoc_cursor_t *mongoc_cursor_new_from_command_reply(mongoc_client_t *Client,
                                                      bson_t *Reply, uint32_t ServerId);
mongoc_cursor_t *mongoc_cursor_new_from_command_reply_with_opts(mongoc_client_t *Client,
                                                                bson_t *Reply,
                                                                const bson_t *Opts);

//===--- Bulk operations ------------------------------------------------------===//

void mongoc_bulk_operation_destroy(mongoc_bulk_operation_t *Bulk);
uint32_t mongoc_bulk_operation_execute(mongoc_bulk_operation_t *Bulk, bson_t *Reply,
                                       bson_error_t *Error);
void mongoc_bulk_operation_delete(mongoc_bulk_operation_t *Bulk, const bson_t *Selector);
void mongoc_bulk_operation_delete_one(mongoc_bulk_operation_t *Bulk,
                                      const bson_t *Selector);
void mongoc_bulk_operation_insert(mongoc_bulk_operation_t *Bulk, const bson_t *Document);
bool mongoc_bulk_operation_insert_with_opts(mongoc_bulk_operation_t *Bulk,
                                            const bson_t *Document, const bson_t *Opts,
                                            bson_error_t *Error);
void mongoc_bulk_operation_remove(mongoc_bulk_operation_t *Bulk, const bson_t *Selector);
bool mongoc_bulk_operation_remove_many_with_opts(mongoc_bulk_operation_t *Bulk,
                                                 const bson_t *Selector,
                                                 const bson_t *Opts, bson_error_t *Error);
void mongoc_bulk_operation_remove_one(mongoc_bulk_operation_t *Bulk,
                                      const bson_t *Selector);
bool mongoc_bulk_operation_remove_one_with_opts(mongoc_bulk_operation_t *Bulk,
                                                const bson_t *Selector,
                                                const bson_t *Opts, bson_error_t *Error);
void mongoc_bulk_operation_replace_one(mongoc_bulk_operation_t *Bulk,
                                       const bson_t *Selector, const bson_t *Document,
                                       bool Upsert);
bool mongoc_bulk_operation_replace_one_with_opts(mongoc_bulk_operation_t *Bulk,
                                                 const bson_t *Selector,
                                                 const bson_t *Document,
                                                 const bson_t *Opts, bson_error_t *Error);
void mongoc_bulk_operation_update(mongoc_bulk_operation_t *Bulk, const bson_t *Selector,
                                  const bson_t *Document, bool Upsert);
bool mongoc_bulk_operation_update_many_with_opts(mongoc_bulk_operation_t *Bulk,
                                                 const bson_t *Selector,
                                                 const bson_t *Document,
                                                 const bson_t *Opts, bson_error_t *Error);
void mongoc_bulk_operation_update_one(mongoc_bulk_operation_t *Bulk,
                                      const bson_t *Selector, const bson_t *Document,
                                      bool Upsert);
bool mongoc_bulk_operation_update_one_with_opts(mongoc_bulk_operation_t *Bulk,
                                                const bson_t *Selector,
                                                const bson_t *Document,
                                                const bson_t *Opts, bson_error_t *Error);
void mongoc_bulk_operation_set_bypass_document_validation(mongoc_bulk_operation_t *Bulk,
                                                          bool Bypass);
void mongoc_bulk_operation_set_comment(mongoc_bulk_operation_t *Bulk,
                                       const bson_value_t *Comment);
void mongoc_bulk_operation_set_let(mongoc_bulk_operation_t *Bulk, const bson_t *Let);
mongoc_bulk_operation_t *mongoc_bulk_operation_new(bool Ordered);
void mongoc_bulk_operation_set_write_concern(mongoc_bulk_operation_t *Bulk,
                                             const mongoc_write_concern_t *WriteConcern);
void mongoc_bulk_operation_set_database(mongoc_bulk_operation_t *Bulk,
                                        const char *Database);
void mongoc_bulk_operation_set_collection(mongoc_bulk_operation_t *Bulk,
                                          const char *Collection);
void mongoc_bulk_operation_set_client(mongoc_bulk_operation_t *Bulk, void *Client);
void mongoc_bulk_operation_set_client_session(mongoc_bulk_operation_t *Bulk,
                                              mongoc_client_session_t *ClientSession);
void mongoc_bulk_operation_set_hint(mongoc_bulk_operation_t *Bulk, uint32_t ServerId);

//===--- Sessions, transactions -----------------------------------------------===//

mongoc_client_session_t *mongoc_client_start_session(mongoc_client_t *Client,
                                                     const mongoc_session_opt_t *Opts,
                                                     bson_error_t *Error);
mongoc_transaction_opt_t *mongoc_transaction_opts_new(void);
mongoc_transaction_opt_t *
mongoc_transaction_opts_clone(const mongoc_transaction_opt_t *Opts);
void mongoc_transaction_opts_destroy(mongoc_transaction_opt_t *Opts);
void mongoc_transaction_opts_set_read_concern(mongoc_transaction_opt_t *Opts,
                                              const mongoc_read_concern_t *ReadConcern);
void mongoc_transaction_opts_set_write_concern(
    mongoc_transaction_opt_t *Opts, const mongoc_write_concern_t *WriteConcern);
void mongoc_transaction_opts_set_read_prefs(mongoc_transaction_opt_t *Opts,
                                            const mongoc_read_prefs_t *ReadPrefs);
mongoc_session_opt_t *mongoc_session_opts_new(void);
void mongoc_session_opts_set_causal_consistency(mongoc_session_opt_t *Opts,
                                                bool CausalConsistency);
void mongoc_session_opts_set_default_transaction_opts(
    mongoc_session_opt_t *Opts, const mongoc_transaction_opt_t *TxnOpts);
mongoc_transaction_opt_t *
mongoc_session_opts_get_transaction_opts(const mongoc_client_session_t *Session);
mongoc_session_opt_t *mongoc_session_opts_clone(const mongoc_session_opt_t *Opts);
void mongoc_session_opts_destroy(mongoc_session_opt_t *Opts);
mongoc_client_t *mongoc_client_session_get_client(const mongoc_client_session_t *Session);
const mongoc_session_opt_t *
mongoc_client_session_get_opts(const mongoc_client_session_t *Session);
const bson_t *mongoc_client_session_get_lsid(const mongoc_client_session_t *Session);
const bson_t *
mongoc_client_session_get_cluster_time(const mongoc_client_session_t *Session);
void mongoc_client_session_advance_cluster_time(mongoc_client_session_t *Session,
                                                const bson_t *ClusterTime);
void mongoc_client_session_advance_operation_time(mongoc_client_session_t *Session,
                                                  uint32_t Timestamp, uint32_t Increment);
bool mongoc_client_session_with_transaction(
    mongoc_client_session_t *Session, mongoc_client_session_with_transaction_cb_t Cb,
    const mongoc_transaction_opt_t *Opts, void *Ctx, bson_t *Reply, bson_error_t *Error);
bool mongoc_client_session_start_transaction(mongoc_client_session_t *Session,
                                             const mongoc_transaction_opt_t *Opts,
                                             bson_error_t *Error);
bool mongoc_client_session_in_transaction(const mongoc_client_session_t *Session);
mongoc_transaction_state_t
mongoc_client_session_get_transaction_state(const mongoc_client_session_t *Session);
bool mongoc_client_session_commit_transaction(mongoc_client_session_t *Session,
                                              bson_t *Reply, bson_error_t *Error);
bool mongoc_client_session_abort_transaction(mongoc_client_session_t *Session,
                                             bson_error_t *Error);
bool mongoc_client_session_append(const mongoc_client_session_t *ClientSession,
                                  bson_t *Opts, bson_error_t *Error);
void mongoc_client_session_destroy(mongoc_client_session_t *Session);

//===--- GridFS ---------------------------------------------------------------===//

const char *mongoc_gridfs_file_get_md5(mongoc_gridfs_file_t *File);
const char *mongoc_gridfs_file_get_filename(mongoc_gridfs_file_t *File);
void mongoc_gridfs_file_set_filename(mongoc_gridfs_file_t *File, const char *Str);
const char *mongoc_gridfs_file_get_content_type(mongoc_gridfs_file_t *File);
const bson_t *mongoc_gridfs_file_get_aliases(mongoc_gridfs_file_t *File);
const bson_t *mongoc_gridfs_file_get_metadata(mongoc_gridfs_file_t *File);
void mongoc_gridfs_file_set_metadata(mongoc_gridfs_file_t *File, const bson_t *Bson);
const bson_value_t *mongoc_gridfs_file_get_id(mongoc_gridfs_file_t *File);
ssize_t mongoc_gridfs_file_writev(mongoc_gridfs_file_t *File, const mongoc_iovec_t *Iov,
                                  size_t Iovcnt, uint32_t TimeoutMsec);
ssize_t mongoc_gridfs_file_readv(mongoc_gridfs_file_t *File, mongoc_iovec_t *Iov,
                                 size_t Iovcnt, size_t MinBytes, uint32_t TimeoutMsec);
int mongoc_gridfs_file_seek(mongoc_gridfs_file_t *File, int64_t Delta, int Whence);
bool mongoc_gridfs_file_save(mongoc_gridfs_file_t *File);
void mongoc_gridfs_file_destroy(mongoc_gridfs_file_t *File);
bool mongoc_gridfs_file_error(mongoc_gridfs_file_t *File, bson_error_t *Error);
bool mongoc_gridfs_file_remove(mongoc_gridfs_file_t *File, bson_error_t *Error);
mongoc_gridfs_file_t *mongoc_gridfs_file_list_next(mongoc_gridfs_file_list_t *List);
void mongoc_gridfs_file_list_destroy(mongoc_gridfs_file_list_t *List);
bool mongoc_gridfs_file_list_error(mongoc_gridfs_file_list_t *List, bson_error_t *Error);
mongoc_gridfs_file_t *
mongoc_gridfs_create_file_from_stream(mongoc_gridfs_t *Gridfs, mongoc_stream_t *Stream,
                                      mongoc_gridfs_file_opt_t *Opt);
mongoc_gridfs_file_t *mongoc_gridfs_create_file(mongoc_gridfs_t *Gridfs,
                                                mongoc_gridfs_file_opt_t *Opt);
mongoc_gridfs_file_list_t *mongoc_gridfs_find(mongoc_gridfs_t *Gridfs,
                                              const bson_t *Query);
mongoc_gridfs_file_t *mongoc_gridfs_find_one(mongoc_gridfs_t *Gridfs, const bson_t *Query,
                                             bson_error_t *Error);
mongoc_gridfs_file_list_t *mongoc_gridfs_find_with_opts(mongoc_gridfs_t *Gridfs,
                                                        const bson_t *Filter,
                                                        const bson_t *Opts);
mongoc_gridfs_file_t *mongoc_gridfs_find_one_with_opts(mongoc_gridfs_t *Gridfs,
                                                       const bson_t *Filter,
                                                       const bson_t *Opts,
                                                       bson_error_t *Error);
mongoc_gridfs_file_t *mongoc_gridfs_find_one_by_filename(mongoc_gridfs_t *Gridfs,
                                                         const char *Filename,
                                                         bson_error_t *Error);
bool mongoc_gridfs_drop(mongoc_gridfs_t *Gridfs, bson_error_t *Error);
void mongoc_gridfs_destroy(mongoc_gridfs_t *Gridfs);
mongoc_collection_t *mongoc_gridfs_get_files(mongoc_gridfs_t *Gridfs);
mongoc_collection_t *mongoc_gridfs_get_chunks(mongoc_gridfs_t *Gridfs);
bool mongoc_gridfs_remove_by_filename(mongoc_gridfs_t *Gridfs, const char *Filename,
                                      bson_error_t *Error);
mongoc_gridfs_bucket_t *mongoc_gridfs_bucket_new(mongoc_database_t *Db,
                                                 const bson_t *Opts,
                                                 const mongoc_read_prefs_t *ReadPrefs,
                                                 bson_error_t *Error);
mongoc_stream_t *mongoc_gridfs_bucket_open_upload_stream(mongoc_gridfs_bucket_t *Bucket,
                                                         const char *Filename,
                                                         const bson_t *Opts,
                                                         bson_value_t *FileId,
                                                         bson_error_t *Error);
mongoc_stream_t *mongoc_gridfs_bucket_open_upload_stream_with_id(
    mongoc_gridfs_bucket_t *Bucket, const bson_value_t *FileId, const char *Filename,
    const bson_t *Opts, bson_error_t *Error);
bool mongoc_gridfs_bucket_upload_from_stream(mongoc_gridfs_bucket_t *Bucket,
                                             const char *Filename,
                                             mongoc_stream_t *Source, const bson_t *Opts,
                                             bson_value_t *FileId, bson_error_t *Error);
bool mongoc_gridfs_bucket_upload_from_stream_with_id(
    mongoc_gridfs_bucket_t *Bucket, const bson_value_t *FileId, const char *Filename,
    mongoc_stream_t *Source, const bson_t *Opts, bson_error_t *Error);
mongoc_stream_t *mongoc_gridfs_bucket_open_download_stream(mongoc_gridfs_bucket_t *Bucket,
                                                           const bson_value_t *FileId,
                                                           bson_error_t *Error);
bool mongoc_gridfs_bucket_download_to_stream(mongoc_gridfs_bucket_t *Bucket,
                                             const bson_value_t *FileId,
                                             mongoc_stream_t *Destination,
                                             bson_error_t *Error);
bool mongoc_gridfs_bucket_delete_by_id(mongoc_gridfs_bucket_t *Bucket,
                                       const bson_value_t *FileId, bson_error_t *Error);
mongoc_cursor_t *mongoc_gridfs_bucket_find(mongoc_gridfs_bucket_t *Bucket,
                                           const bson_t *Filter, const bson_t *Opts);
bool mongoc_gridfs_bucket_stream_error(mongoc_stream_t *Stream, bson_error_t *Error);
void mongoc_gridfs_bucket_destroy(mongoc_gridfs_bucket_t *Bucket);
bool mongoc_gridfs_bucket_abort_upload(mongoc_stream_t *Stream);

//===--- Streams, sockets -----------------------------------------------------===//

mongoc_socket_t *mongoc_socket_accept(mongoc_socket_t *Sock, int64_t ExpireAt);
int mongoc_socket_bind(mongoc_socket_t *Sock, const struct sockaddr *Addr,
                       mongoc_socklen_t Addrlen);
int mongoc_socket_close(mongoc_socket_t *Socket);
int mongoc_socket_connect(mongoc_socket_t *Sock, const struct sockaddr *Addr,
                          mongoc_socklen_t Addrlen, int64_t ExpireAt);
char *mongoc_socket_getnameinfo(mongoc_socket_t *Sock);
void mongoc_socket_destroy(mongoc_socket_t *Sock);
int mongoc_socket_listen(mongoc_socket_t *Sock, unsigned int Backlog);
mongoc_socket_t *mongoc_socket_new(int Domain, int Type, int Protocol);
ssize_t mongoc_socket_recv(mongoc_socket_t *Sock, void *Buf, size_t Buflen, int Flags,
                           int64_t ExpireAt);
ssize_t mongoc_socket_send(mongoc_socket_t *Sock, const void *Buf, size_t Buflen,
                           int64_t ExpireAt);
ssize_t mongoc_socket_sendv(mongoc_socket_t *Sock, mongoc_iovec_t *Iov, size_t Iovcnt,
                            int64_t ExpireAt);
mongoc_stream_t *mongoc_stream_get_base_stream(mongoc_stream_t *Stream);
mongoc_stream_t *mongoc_stream_get_tls_stream(mongoc_stream_t *Stream);
int mongoc_stream_close(mongoc_stream_t *Stream);
void mongoc_stream_destroy(mongoc_stream_t *Stream);
void mongoc_stream_failed(mongoc_stream_t *Stream);
int mongoc_stream_flush(mongoc_stream_t *Stream);
ssize_t mongoc_stream_writev(mongoc_stream_t *Stream, mongoc_iovec_t *Iov, size_t Iovcnt,
                             int32_t TimeoutMsec);
ssize_t mongoc_stream_write(mongoc_stream_t *Stream, void *Buf, size_t Count,
                            int32_t TimeoutMsec);
ssize_t mongoc_stream_readv(mongoc_stream_t *Stream, mongoc_iovec_t *Iov, size_t Iovcnt,
                            size_t MinBytes, int32_t TimeoutMsec);
ssize_t mongoc_stream_read(mongoc_stream_t *Stream, void *Buf, size_t Count,
                           size_t MinBytes, int32_t TimeoutMsec);
mongoc_stream_t *mongoc_stream_buffered_new(mongoc_stream_t *BaseStream,
                                            size_t BufferSize);
mongoc_stream_t *mongoc_stream_file_new(int Fd);
mongoc_stream_t *mongoc_stream_file_new_for_path(const char *Path, int Flags, int Mode);
mongoc_stream_t *mongoc_stream_gridfs_new(mongoc_gridfs_file_t *File);
mongoc_stream_t *mongoc_stream_socket_new(mongoc_socket_t *Socket);
mongoc_socket_t *mongoc_stream_socket_get_socket(mongoc_stream_socket_t *Stream);
mongoc_stream_t *mongoc_stream_tls_new_with_hostname(mongoc_stream_t *BaseStream,
                                                     const char *Host,
                                                     mongoc_ssl_opt_t *Opt, int Client);
mongoc_stream_t *mongoc_stream_tls_new(mongoc_stream_t *BaseStream, mongoc_ssl_opt_t *Opt,
                                       int Client);

//===--- Encryption -----------------------------------------------------------===//

mongoc_auto_encryption_opts_t *mongoc_auto_encryption_opts_new(void);
void mongoc_auto_encryption_opts_destroy(mongoc_auto_encryption_opts_t *Opts);
mongoc_client_encryption_opts_t *mongoc_client_encryption_opts_new(void);
void mongoc_client_encryption_opts_destroy(mongoc_client_encryption_opts_t *Opts);
mongoc_client_encryption_rewrap_many_datakey_result_t *
mongoc_client_encryption_rewrap_many_datakey_result_new(void);
void mongoc_client_encryption_rewrap_many_datakey_result_destroy(
    mongoc_client_encryption_rewrap_many_datakey_result_t *Result);
const bson_t *mongoc_client_encryption_rewrap_many_datakey_result_get_bulk_write_result(
    mongoc_client_encryption_rewrap_many_datakey_result_t *Result);
mongoc_client_encryption_t *
mongoc_client_encryption_new(mongoc_client_encryption_opts_t *Opts, bson_error_t *Error);
void mongoc_client_encryption_destroy(mongoc_client_encryption_t *ClientEncryption);
bool mongoc_client_encryption_create_datakey(
    mongoc_client_encryption_t *ClientEncryption, const char *KmsProvider,
    mongoc_client_encryption_datakey_opts_t *Opts, bson_value_t *Keyid,
    bson_error_t *Error);
bool mongoc_client_encryption_rewrap_many_datakey(
    mongoc_client_encryption_t *ClientEncryption, const bson_t *Filter,
    const char *Provider, const bson_t *MasterKey,
    mongoc_client_encryption_rewrap_many_datakey_result_t *Result, bson_error_t *Error);
bool mongoc_client_encryption_delete_key(mongoc_client_encryption_t *ClientEncryption,
                                         const bson_value_t *Keyid, bson_t *Reply,
                                         bson_error_t *Error);
bool mongoc_client_encryption_get_key(mongoc_client_encryption_t *ClientEncryption,
                                      const bson_value_t *Keyid, bson_t *KeyDoc,
                                      bson_error_t *Error);
mongoc_cursor_t *
mongoc_client_encryption_get_keys(mongoc_client_encryption_t *ClientEncryption,
                                  bson_error_t *Error);
bool mongoc_client_encryption_add_key_alt_name(
    mongoc_client_encryption_t *ClientEncryption, const bson_value_t *Keyid,
    const char *Keyaltname, bson_t *KeyDoc, bson_error_t *Error);
bool mongoc_client_encryption_remove_key_alt_name(
    mongoc_client_encryption_t *ClientEncryption, const bson_value_t *Keyid,
    const char *Keyaltname, bson_t *KeyDoc, bson_error_t *Error);
bool mongoc_client_encryption_get_key_by_alt_name(
    mongoc_client_encryption_t *ClientEncryption, const char *Keyaltname, bson_t *KeyDoc,
    bson_error_t *Error);
bool mongoc_client_encryption_encrypt(mongoc_client_encryption_t *ClientEncryption,
                                      const bson_value_t *Value,
                                      mongoc_client_encryption_encrypt_opts_t *Opts,
                                      bson_value_t *Ciphertext, bson_error_t *Error);
bool mongoc_client_encryption_decrypt(mongoc_client_encryption_t *ClientEncryption,
                                      const bson_value_t *Ciphertext, bson_value_t *Value,
                                      bson_error_t *Error);
mongoc_client_encryption_encrypt_opts_t *mongoc_client_encryption_encrypt_opts_new(void);
void mongoc_client_encryption_encrypt_opts_destroy(
    mongoc_client_encryption_encrypt_opts_t *Opts);
mongoc_client_encryption_datakey_opts_t *mongoc_client_encryption_datakey_opts_new(void);
void mongoc_client_encryption_datakey_opts_destroy(
    mongoc_client_encryption_datakey_opts_t *Opts);

//===--- URIs -----------------------------------------------------------------===//

mongoc_uri_t *mongoc_uri_copy(const mongoc_uri_t *Uri);
void mongoc_uri_destroy(mongoc_uri_t *Uri);
mongoc_uri_t *mongoc_uri_new(const char *UriString);
mongoc_uri_t *mongoc_uri_new_with_error(const char *UriString, bson_error_t *Error);
mongoc_uri_t *mongoc_uri_new_for_host_port(const char *Hostname, uint16_t Port);
const mongoc_host_list_t *mongoc_uri_get_hosts(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_service(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_srv_hostname(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_srv_service_name(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_database(const mongoc_uri_t *Uri);
const bson_t *mongoc_uri_get_compressors(const mongoc_uri_t *Uri);
const bson_t *mongoc_uri_get_options(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_password(const mongoc_uri_t *Uri);
const bson_t *mongoc_uri_get_read_prefs(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_replica_set(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_string(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_username(const mongoc_uri_t *Uri);
const bson_t *mongoc_uri_get_credentials(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_auth_source(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_appname(const mongoc_uri_t *Uri);
const char *mongoc_uri_get_auth_mechanism(const mongoc_uri_t *Uri);
bool mongoc_uri_get_mechanism_properties(const mongoc_uri_t *Uri, bson_t *Properties);
char *mongoc_uri_unescape(const char *EscapedString);
const mongoc_read_prefs_t *mongoc_uri_get_read_prefs_t(const mongoc_uri_t *Uri);
const mongoc_write_concern_t *mongoc_uri_get_write_concern(const mongoc_uri_t *Uri);
const mongoc_read_concern_t *mongoc_uri_get_read_concern(const mongoc_uri_t *Uri);

//===--- Options, descriptions ------------------------------------------------===//

mongoc_read_prefs_t *mongoc_read_prefs_new(mongoc_read_mode_t ReadMode);
mongoc_read_prefs_t *mongoc_read_prefs_copy(const mongoc_read_prefs_t *ReadPrefs);
void mongoc_read_prefs_destroy(mongoc_read_prefs_t *ReadPrefs);
const bson_t *mongoc_read_prefs_get_tags(const mongoc_read_prefs_t *ReadPrefs);
const bson_t *mongoc_read_prefs_get_hedge(const mongoc_read_prefs_t *ReadPrefs);
void mongoc_server_description_destroy(mongoc_server_description_t *Description);
mongoc_server_description_t *
mongoc_server_description_new_copy(const mongoc_server_description_t *Description);
mongoc_host_list_t *
mongoc_server_description_host(const mongoc_server_description_t *Description);
const char *
mongoc_server_description_type(const mongoc_server_description_t *Description);
const bson_t *
mongoc_server_description_hello_response(const mongoc_server_description_t *Description);
const bson_t *
mongoc_server_description_ismaster(const mongoc_server_description_t *Description);
void mongoc_topology_description_destroy(mongoc_topology_description_t *Description);
mongoc_topology_description_t *
mongoc_topology_description_new_copy(const mongoc_topology_description_t *Description);
mongoc_server_description_t **
mongoc_topology_description_get_servers(const mongoc_topology_description_t *Td,
                                        size_t *N);
mongoc_apm_callbacks_t *mongoc_apm_callbacks_new(void);
void mongoc_apm_callbacks_destroy(mongoc_apm_callbacks_t *Callbacks);
mongoc_write_concern_t *mongoc_write_concern_new(void);
mongoc_write_concern_t *
mongoc_write_concern_copy(const mongoc_write_concern_t *WriteConcern);
void mongoc_write_concern_destroy(mongoc_write_concern_t *WriteConcern);
const char *mongoc_write_concern_get_wtag(const mongoc_write_concern_t *WriteConcern);
bool mongoc_write_concern_append(mongoc_write_concern_t *WriteConcern, bson_t *Doc);
mongoc_read_concern_t *mongoc_read_concern_new(void);
mongoc_read_concern_t *mongoc_read_concern_copy(const mongoc_read_concern_t *ReadConcern);
void mongoc_read_concern_destroy(mongoc_read_concern_t *ReadConcern);
const char *mongoc_read_concern_get_level(const mongoc_read_concern_t *ReadConcern);
bool mongoc_read_concern_append(mongoc_read_concern_t *ReadConcern, bson_t *Doc);
mongoc_find_and_modify_opts_t *mongoc_find_and_modify_opts_new(void);
void mongoc_find_and_modify_opts_get_sort(const mongoc_find_and_modify_opts_t *Opts,
                                          bson_t *Sort);
void mongoc_find_and_modify_opts_get_update(const mongoc_find_and_modify_opts_t *Opts,
                                            bson_t *Update);
void mongoc_find_and_modify_opts_get_fields(const mongoc_find_and_modify_opts_t *Opts,
                                            bson_t *Fields);
void mongoc_find_and_modify_opts_get_extra(const mongoc_find_and_modify_opts_t *Opts,
                                           bson_t *Extra);
void mongoc_find_and_modify_opts_destroy(mongoc_find_and_modify_opts_t *Opts);
mongoc_server_api_t *mongoc_server_api_new(mongoc_server_api_version_t Version);
mongoc_server_api_t *mongoc_server_api_copy(const mongoc_server_api_t *Api);
void mongoc_server_api_destroy(mongoc_server_api_t *Api);
void mongoc_server_descriptions_destroy_all(mongoc_server_description_t **Sds, size_t N);
mongoc_matcher_t *mongoc_matcher_new(const bson_t *Query, bson_error_t *Error);
bool mongoc_matcher_match(const mongoc_matcher_t *Matcher, const bson_t *Document);
void mongoc_matcher_destroy(mongoc_matcher_t *Matcher);

//===--- Since release 1.28 ---------------------------------------------------===//

mongoc_bulkwriteopts_t *mongoc_bulkwriteopts_new(void);
void mongoc_bulkwriteopts_destroy(mongoc_bulkwriteopts_t *Self);
int64_t mongoc_bulkwriteresult_insertedcount(const mongoc_bulkwriteresult_t *Self);
const bson_t *mongoc_bulkwriteresult_insertresults(const mongoc_bulkwriteresult_t *Self);
const bson_t *mongoc_bulkwriteresult_updateresults(const mongoc_bulkwriteresult_t *Self);
const bson_t *mongoc_bulkwriteresult_deleteresults(const mongoc_bulkwriteresult_t *Self);
void mongoc_bulkwriteresult_destroy(mongoc_bulkwriteresult_t *Self);
bool mongoc_bulkwriteexception_error(const mongoc_bulkwriteexception_t *Self,
                                     bson_error_t *Error);
const bson_t *
mongoc_bulkwriteexception_writeerrors(const mongoc_bulkwriteexception_t *Self);
const bson_t *
mongoc_bulkwriteexception_writeconcernerrors(const mongoc_bulkwriteexception_t *Self);
const bson_t *
mongoc_bulkwriteexception_errorreply(const mongoc_bulkwriteexception_t *Self);
void mongoc_bulkwriteexception_destroy(mongoc_bulkwriteexception_t *Self);
mongoc_bulkwrite_t *mongoc_client_bulkwrite_new(mongoc_client_t *Self);
bool mongoc_bulkwrite_append_insertone(mongoc_bulkwrite_t *Self, const char *Ns,
                                       const bson_t *Document,
                                       const mongoc_bulkwrite_insertoneopts_t *Opts,
                                       bson_error_t *Error);
bool mongoc_bulkwrite_append_updateone(mongoc_bulkwrite_t *Self, const char *Ns,
                                       const bson_t *Filter, const bson_t *Update,
                                       const mongoc_bulkwrite_updateoneopts_t *Opts,
                                       bson_error_t *Error);
mongoc_bulkwrite_insertoneopts_t *mongoc_bulkwrite_insertoneopts_new(void);
void mongoc_bulkwrite_insertoneopts_destroy(mongoc_bulkwrite_insertoneopts_t *Self);
mongoc_bulkwrite_updateoneopts_t *mongoc_bulkwrite_updateoneopts_new(void);
void mongoc_bulkwrite_updateoneopts_destroy(mongoc_bulkwrite_updateoneopts_t *Self);
mongoc_bulkwrite_updatemanyopts_t *mongoc_bulkwrite_updatemanyopts_new(void);
void mongoc_bulkwrite_updatemanyopts_destroy(mongoc_bulkwrite_updatemanyopts_t *Self);
mongoc_bulkwrite_replaceoneopts_t *mongoc_bulkwrite_replaceoneopts_new(void);
void mongoc_bulkwrite_replaceoneopts_destroy(mongoc_bulkwrite_replaceoneopts_t *Self);
mongoc_bulkwrite_deleteoneopts_t *mongoc_bulkwrite_deleteoneopts_new(void);
void mongoc_bulkwrite_deleteoneopts_destroy(mongoc_bulkwrite_deleteoneopts_t *Self);
mongoc_bulkwrite_deletemanyopts_t *mongoc_bulkwrite_deletemanyopts_new(void);
void mongoc_bulkwrite_deletemanyopts_destroy(mongoc_bulkwrite_deletemanyopts_t *Self);
mongoc_bulkwritereturn_t mongoc_bulkwrite_execute(mongoc_bulkwrite_t *Self,
                                                  const mongoc_bulkwriteopts_t *Opts);
void mongoc_bulkwrite_set_session(mongoc_bulkwrite_t *Self,
                                  mongoc_client_session_t *Session);
void mongoc_bulkwrite_destroy(mongoc_bulkwrite_t *Self);
bool mongoc_collection_create_indexes_with_opts(mongoc_collection_t *Collection,
                                                mongoc_index_model_t **Models,
                                                size_t NModels, const bson_t *Opts,
                                                bson_t *Reply, bson_error_t *Error);
mongoc_index_model_t *mongoc_index_model_new(const bson_t *Keys, const bson_t *Opts);
void mongoc_index_model_destroy(mongoc_index_model_t *Model);
#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_MONGOC_H
