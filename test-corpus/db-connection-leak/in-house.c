// RUN: %check_dbtidy %s
// Connections out of a pool of the program's own, which no rule describes: what must be
// given back is known by what the other places do.

#include <stddef.h>

struct context;
struct dbconn;
typedef struct dbhandle dbhandle_t;

int context_failed(struct context *Ctx);
void log_error(const char *Text);

// Nobody has shown these. By an address, as some pools want it.
dbhandle_t *cache_get_db_handle(const char *Dsn);
void cache_release_db_handle(dbhandle_t **Handle);
int cache_execute(dbhandle_t *Handle, const char *Sql);
int cache_affected_rows(dbhandle_t *Handle);

static dbhandle_t *module_get_db_handle(void) {
  dbhandle_t *Handle = cache_get_db_handle("pgsql://module");
  if (!Handle)
    log_error("no database");
  return Handle;
}

int executeOk(const char *Sql) {
  int Status = -1;
  dbhandle_t *Handle = NULL;
  if (!(Handle = module_get_db_handle()))
    goto end;
  Status = cache_execute(Handle, Sql);
end:
  cache_release_db_handle(&Handle);
  return Status;
}

void twiceOk(const char *Sql) {
  dbhandle_t *Handle = module_get_db_handle();
  if (!Handle)
    return;
  cache_execute(Handle, Sql);
  cache_execute(Handle, Sql);
  cache_release_db_handle(&Handle);
}

int pingOk(void) {
  dbhandle_t *Handle = module_get_db_handle();
  const int Status = Handle ? cache_execute(Handle, "SELECT 1") : -1;
  cache_release_db_handle(&Handle);
  return Status;
}

// A question about it does not give it back.
int affectedBad(const char *Sql) {
  dbhandle_t *Handle = NULL;
  if (!(Handle = module_get_db_handle())) // WARN: [db-connection-leak] "module_get_db_handle" likely
    return -1;
  cache_execute(Handle, Sql);
  return cache_affected_rows(Handle);
}

// It was taken to see whether it can be.
int availableBad(void) {
  dbhandle_t *Handle = NULL;
  if (!(Handle = module_get_db_handle())) // WARN: [db-connection-leak]
    return 0;
  return 1;
}

// The way of a failure.
int executeBad(const char *Sql) {
  dbhandle_t *Handle = module_get_db_handle(); // WARN: [db-connection-leak]
  if (!Handle)
    return -1;
  if (cache_execute(Handle, Sql) != 0)
    return -1;
  cache_release_db_handle(&Handle);
  return 0;
}

// A pool that tells its failure by the context.
struct dbconn *db_pool_get_conn(struct context *Ctx, int Flags);
void db_pool_release_conn(struct context *Ctx, struct dbconn *Conn);
void conn_write(struct context *Ctx, struct dbconn *Conn, const char *Text);
void decode(struct context *Ctx, const char *Text);

#define RETURN_IF_FAILED(Ctx) \
  do {                        \
    if (context_failed(Ctx))  \
      return;                 \
  } while (0)

void writeOk(struct context *Ctx, const char *Text) {
  struct dbconn *Conn = db_pool_get_conn(Ctx, 0);
  RETURN_IF_FAILED(Ctx);
  conn_write(Ctx, Conn, Text);
  db_pool_release_conn(Ctx, Conn);
}

void writeAllOk(struct context *Ctx, const char *const *Texts) {
  struct dbconn *Conn = db_pool_get_conn(Ctx, 0);
  RETURN_IF_FAILED(Ctx);
  for (; *Texts; ++Texts)
    conn_write(Ctx, Conn, *Texts);
  db_pool_release_conn(Ctx, Conn);
}

// The second question is another one.
void decodedBad(struct context *Ctx, const char *Text) {
  struct dbconn *Conn = db_pool_get_conn(Ctx, 0); // WARN: [db-connection-leak] "db_pool_get_conn" likely
  RETURN_IF_FAILED(Ctx);
  decode(Ctx, Text);
  RETURN_IF_FAILED(Ctx);
  conn_write(Ctx, Conn, Text);
  db_pool_release_conn(Ctx, Conn);
}

void decodedOk(struct context *Ctx, const char *Text) {
  decode(Ctx, Text);
  RETURN_IF_FAILED(Ctx);
  struct dbconn *Conn = db_pool_get_conn(Ctx, 0);
  RETURN_IF_FAILED(Ctx);
  conn_write(Ctx, Conn, Text);
  db_pool_release_conn(Ctx, Conn);
}

// A registry that keeps what it hands out: nobody gives anything back.
struct dbtable;
struct dbtable *db_find_table(const char *Name);
int table_rows(struct dbtable *Table);

int rowsOk(void) { return table_rows(db_find_table("a")); }
int rowsOfOk(const char *Name) {
  struct dbtable *Table = db_find_table(Name);
  return Table ? table_rows(Table) : 0;
}
int rowsOrOk(const char *Name) {
  struct dbtable *Table = db_find_table(Name);
  if (!Table)
    return -1;
  return table_rows(Table);
}

// One place that gives back, and one that does not: who is right?
struct dbcursor;
struct dbcursor *db_first(const char *Name);
int cursor_value(struct dbcursor *Cursor);
void db_put_away(struct dbcursor *Cursor);

int valueOk(const char *Name) {
  struct dbcursor *Cursor = db_first(Name);
  const int Value = cursor_value(Cursor);
  db_put_away(Cursor);
  return Value;
}
// Two places that use a layer of the program's own are no proof of what it wants.
int FN_valueOfTooFew(const char *Name) {
  struct dbcursor *Cursor = db_first(Name);
  return cursor_value(Cursor);
}
