// RUN: %check_dbtidy %s
// The MongoDB C driver: clients, pools, databases, collections, cursors, replies.

#include <mongoc/mongoc.h>

#include <stdio.h>
#include <stdlib.h>

void logf_(const char *Format, ...);

//===--- Clients, pools -------------------------------------------------------------===//

// A failed ping leaves by another door.
int pingBad(const char *Uri) {
  bson_error_t Error;
  mongoc_client_t *Client = mongoc_client_new(Uri); // WARN: [db-connection-leak] "MongoDB client 'Client'"
  if (!Client)
    return -1;
  bson_t *Ping = BCON_NEW("ping", BCON_INT32(1));
  const bool Good = mongoc_client_command_simple(Client, "admin", Ping, NULL, NULL, &Error);
  bson_destroy(Ping);
  if (!Good) {
    logf_("%s", Error.message);
    return -1;
  }
  mongoc_client_destroy(Client);
  return 0;
}

// The documented form: everything at one end, null allowed.
int pingOk(const char *Text) {
  bson_error_t Error;
  int Rc = EXIT_FAILURE;
  mongoc_client_t *Client = NULL;
  mongoc_database_t *Database = NULL;
  bson_t *Ping = NULL, Reply = BSON_INITIALIZER;
  mongoc_uri_t *Uri = mongoc_uri_new_with_error(Text, &Error);
  if (!Uri)
    goto done;
  Client = mongoc_client_new_from_uri(Uri);
  if (!Client)
    goto done;
  Database = mongoc_client_get_database(Client, "admin");
  Ping = BCON_NEW("ping", BCON_INT32(1));
  bson_destroy(&Reply);
  if (!mongoc_database_command_simple(Database, Ping, NULL, &Reply, &Error))
    goto done;
  Rc = EXIT_SUCCESS;
done:
  bson_destroy(Ping);
  bson_destroy(&Reply);
  mongoc_database_destroy(Database);
  mongoc_client_destroy(Client);
  mongoc_uri_destroy(Uri);
  return Rc;
}

// The client copies the URI.
mongoc_client_t *connectBad(const char *Text) {
  bson_error_t Error;
  mongoc_uri_t *Uri = mongoc_uri_new_with_error(Text, &Error); // WARN: [db-result-leak] "connection URI"
  if (!Uri)
    return NULL;
  mongoc_client_t *Client = mongoc_client_new_from_uri(Uri);
  if (!Client)
    return NULL;
  mongoc_uri_destroy(Uri);
  return Client;
}

// What the URI says dies with it.
void database_nameBad(const char *Text) {
  mongoc_uri_t *Uri = mongoc_uri_new(Text);
  if (!Uri)
    return;
  const char *Name = mongoc_uri_get_database(Uri);
  mongoc_uri_destroy(Uri);
  logf_("%s", Name); // WARN: [db-use-after-close]
}

// A client that is not given back blocks the pool for ever.
int worker_countBad(mongoc_client_pool_t *Pool, const bson_t *Filter) {
  bson_error_t Error;
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool); // WARN: [db-connection-leak] "pooled MongoDB client"
  mongoc_collection_t *Users = mongoc_client_get_collection(Client, "app", "users");
  const int64_t Count = mongoc_collection_count_documents(Users, Filter, NULL, NULL, NULL, &Error);
  mongoc_collection_destroy(Users);
  if (Count < 0)
    return -1;
  mongoc_client_pool_push(Pool, Client);
  return (int)Count;
}

int worker_countOk(mongoc_client_pool_t *Pool, const bson_t *Filter) {
  bson_error_t Error;
  mongoc_client_t *Client = mongoc_client_pool_try_pop(Pool);
  if (!Client)
    return -1;
  mongoc_collection_t *Users = mongoc_client_get_collection(Client, "app", "users");
  const int64_t Count = mongoc_collection_count_documents(Users, Filter, NULL, NULL, NULL, &Error);
  mongoc_collection_destroy(Users);
  mongoc_client_pool_push(Pool, Client);
  return (int)Count;
}

// Of the pool or of its own: the flag knows.
int eitherOk(mongoc_client_pool_t *Pool, const char *Uri, const bson_t *Command) {
  bson_error_t Error;
  const bool Pooled = Pool != NULL;
  mongoc_client_t *Client = Pooled ? mongoc_client_pool_pop(Pool) : mongoc_client_new(Uri);
  if (!Client)
    return -1;
  const bool Good = mongoc_client_command_simple(Client, "app", Command, NULL, NULL, &Error);
  if (Pooled)
    mongoc_client_pool_push(Pool, Client);
  else
    mongoc_client_destroy(Client);
  return Good ? 0 : -1;
}

void pushed_clientBad(mongoc_client_pool_t *Pool) {
  bson_error_t Error;
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  mongoc_client_pool_push(Pool, Client);
  char **Names = mongoc_client_get_database_names_with_opts(Client, NULL, &Error); // WARN: [db-use-after-close]
  bson_strfreev(Names);
}

// A context for the thread: what it holds is destroyed by its end.
struct store {
  mongoc_client_pool_t *Pool;
  mongoc_client_t *Client;
  mongoc_collection_t *Users;
};

static void store_close(struct store *Store) {
  mongoc_collection_destroy(Store->Users);
  if (Store->Client)
    mongoc_client_pool_push(Store->Pool, Store->Client);
  free(Store);
}

struct store *store_openOk(mongoc_client_pool_t *Pool) {
  struct store *Store = calloc(1, sizeof *Store);
  if (!Store)
    return NULL;
  Store->Pool = Pool;
  Store->Client = mongoc_client_pool_pop(Pool);
  if (!Store->Client) {
    store_close(Store);
    return NULL;
  }
  Store->Users = mongoc_client_get_collection(Store->Client, "app", "users");
  return Store;
}

//===--- Cursors --------------------------------------------------------------------===//

int findOk(mongoc_collection_t *Users, const char *Name) {
  bson_error_t Error;
  const bson_t *Document;
  int Found = 0;
  bson_t *Filter = BCON_NEW("name", BCON_UTF8(Name));
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL);
  while (mongoc_cursor_next(Cursor, &Document))
    Found += (int)bson_count_keys(Document);
  if (mongoc_cursor_error(Cursor, &Error))
    Found = -1;
  mongoc_cursor_destroy(Cursor);
  bson_destroy(Filter);
  return Found;
}

// The error's return forgets cursor and filter.
int findBad(mongoc_collection_t *Users, const char *Name) {
  bson_error_t Error;
  const bson_t *Document;
  int Found = 0;
  bson_t *Filter = BCON_NEW("name", BCON_UTF8(Name));                                    // WARN: [db-result-leak]
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL); // WARN: [db-result-leak]
  while (mongoc_cursor_next(Cursor, &Document))
    ++Found;
  if (mongoc_cursor_error(Cursor, &Error))
    return -1;
  mongoc_cursor_destroy(Cursor);
  bson_destroy(Filter);
  return Found;
}

// The first match ends the loop, and the function.
bool existsBad(mongoc_collection_t *Users, const bson_t *Filter) {
  const bson_t *Document;
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL); // WARN: [db-result-leak]
  while (mongoc_cursor_next(Cursor, &Document))
    if (bson_has_field(Document, "name"))
      return true;
  mongoc_cursor_destroy(Cursor);
  return false;
}

bool existsOk(mongoc_collection_t *Users, const bson_t *Filter) {
  const bson_t *Document;
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL);
  const bool Found = mongoc_cursor_next(Cursor, &Document) && bson_has_field(Document, "name");
  mongoc_cursor_destroy(Cursor);
  return Found;
}

// The documents are the cursor's.
bson_t *firstOk(mongoc_collection_t *Users, const bson_t *Filter) {
  const bson_t *Document;
  bson_t *Copy = NULL;
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL);
  if (mongoc_cursor_next(Cursor, &Document))
    Copy = bson_copy(Document);
  mongoc_cursor_destroy(Cursor);
  return Copy;
}

const bson_t *firstBad(mongoc_collection_t *Users, const bson_t *Filter) {
  const bson_t *Document = NULL;
  mongoc_cursor_t *Cursor = mongoc_collection_find_with_opts(Users, Filter, NULL, NULL);
  if (!mongoc_cursor_next(Cursor, &Document))
    Document = NULL;
  mongoc_cursor_destroy(Cursor);
  return Document; // WARN: [db-use-after-close]
}

// The second document takes the first one's place.
int compareBad(mongoc_cursor_t *Cursor) {
  const bson_t *First, *Second;
  if (!mongoc_cursor_next(Cursor, &First) || !mongoc_cursor_next(Cursor, &Second))
    return -1;
  return bson_compare(First, Second); // WARN: [db-use-after-close]
}

// A page is asked for again with the rest of the work undone.
int tail_restartBad(mongoc_collection_t *Log, const bson_t *Filter, int Rounds) {
  const bson_t *Document;
  mongoc_cursor_t *Cursor = NULL;
  int Lines = 0;
  while (Rounds-- > 0) {
    Cursor = mongoc_collection_find_with_opts(Log, Filter, NULL, NULL); // WARN: [db-result-leak]
    while (mongoc_cursor_next(Cursor, &Document))
      ++Lines;
  }
  mongoc_cursor_destroy(Cursor);
  return Lines;
}

// The reply becomes the cursor's.
int command_cursorOk(mongoc_client_t *Client, const bson_t *Command) {
  bson_error_t Error;
  bson_t Reply;
  const bson_t *Document;
  int Count = 0;
  if (!mongoc_client_command_simple(Client, "app", Command, NULL, &Reply, &Error)) {
    bson_destroy(&Reply);
    return -1;
  }
  mongoc_cursor_t *Cursor = mongoc_cursor_new_from_command_reply_with_opts(Client, &Reply, NULL);
  while (mongoc_cursor_next(Cursor, &Document))
    ++Count;
  mongoc_cursor_destroy(Cursor);
  return Count;
}

//===--- Replies ----------------------------------------------------------------------===//

// A reply is there after a failure, too.
int replyBad(mongoc_client_t *Client, const bson_t *Command) {
  bson_error_t Error;
  bson_t Reply;
  if (!mongoc_client_command_simple(Client, "app", Command, NULL, &Reply, &Error)) { // WARN: [db-result-leak]
    logf_("%s", Error.message);
    return -1;
  }
  const int Keys = (int)bson_count_keys(&Reply);
  bson_destroy(&Reply);
  return Keys;
}

int replyOk(mongoc_client_t *Client, const bson_t *Command) {
  bson_error_t Error;
  bson_t Reply;
  int Keys = -1;
  if (mongoc_client_command_simple(Client, "app", Command, NULL, &Reply, &Error))
    Keys = (int)bson_count_keys(&Reply);
  else
    logf_("%s", Error.message);
  bson_destroy(&Reply);
  return Keys;
}

// Passed on to the caller, who may not want it.
bool run_insert(mongoc_collection_t *Users, const bson_t *Document, bson_t *Reply, bson_error_t *Error) {
  return mongoc_collection_insert_one(Users, Document, NULL, Reply, Error);
}

bool insertedOk(mongoc_collection_t *Users, const bson_t *Document) {
  bson_error_t Error;
  bson_t Reply;
  bool Good = run_insert(Users, Document, NULL, &Error);
  if (Good) {
    Good = run_insert(Users, Document, &Reply, &Error);
    bson_destroy(&Reply);
  }
  return Good;
}

bool insertedBad(mongoc_collection_t *Users, const bson_t *Document) {
  bson_error_t Error;
  bson_t Reply;
  if (!run_insert(Users, Document, &Reply, &Error)) // WARN: [db-result-leak]
    return false;
  bson_destroy(&Reply);
  return true;
}

// One reply for two commands.
int two_commandsBad(mongoc_collection_t *Users, const bson_t *Filter, const bson_t *Update) {
  bson_error_t Error;
  bson_t Reply;
  if (mongoc_collection_update_one(Users, Filter, Update, NULL, &Reply, &Error)) // WARN: [db-result-leak]
    mongoc_collection_delete_one(Users, Filter, NULL, &Reply, &Error);
  bson_destroy(&Reply);
  return 0;
}

// Names: an array of strings, or null.
int namesOk(mongoc_database_t *Database) {
  bson_error_t Error;
  int Count = 0;
  char **Names = mongoc_database_get_collection_names_with_opts(Database, NULL, &Error);
  if (!Names)
    return -1;
  for (; Names[Count]; ++Count)
    logf_("%s", Names[Count]);
  bson_strfreev(Names);
  return Count;
}

int namesBad(mongoc_database_t *Database) {
  bson_error_t Error;
  char **Names = mongoc_database_get_collection_names_with_opts(Database, NULL, &Error); // WARN: [db-result-leak]
  return Names && Names[0] ? 1 : 0;
}
