// RUN: %check_dbtidy %s
// Release helpers that test more than one thing before they release.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdlib.h>

struct rows {
  PGresult *Res;
  bool Own;
};

// The object or its field may be null.
static void rows_clear(struct rows *R) {
  if (!R || !R->Res)
    return;
  PQclear(R->Res);
  R->Res = NULL;
}
int null_object_or_fieldOk(PGconn *Conn) {
  struct rows R = {PQexec(Conn, "SELECT 1"), true};
  const int Rows = PQntuples(R.Res);
  rows_clear(&R);
  return Rows;
}

// The same for one on the heap, then freed.
int null_object_on_heapOk(PGconn *Conn) {
  struct rows *R = malloc(sizeof *R);
  if (!R)
    return -1;
  R->Res = PQexec(Conn, "SELECT 1");
  rows_clear(R);
  free(R);
  return 0;
}

// The pointer to the pointer and the pointer.
static void clear_pointer(PGresult **Res) {
  if (Res && *Res) {
    PQclear(*Res);
    *Res = NULL;
  }
}
int null_pointer_to_pointerOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  clear_pointer(&Res);
  return Rows;
}

// Owned and there.
static void clear_if_owned(struct rows *R) {
  if (R->Own && R->Res)
    PQclear(R->Res);
}
int owned_and_thereOk(PGconn *Conn) {
  struct rows R = {PQexec(Conn, "SELECT 1"), true};
  clear_if_owned(&R);
  return 0;
}
int not_ownedBad(PGconn *Conn) {
  struct rows R = {PQexec(Conn, "SELECT 1"), false}; // WARN: [db-result-leak]
  clear_if_owned(&R);
  return 0;
}

// A parameter and the handle, in two steps.
static void finalize_if(sqlite3_stmt *Stmt, bool Final) {
  if (!Final)
    return;
  if (!Stmt)
    return;
  sqlite3_finalize(Stmt);
}
int told_toOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  finalize_if(Stmt, true);
  return 0;
}
int told_not_toBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak]
    return -1;
  finalize_if(Stmt, false);
  return 0;
}

// Three tests.
static void clear_if_all(struct rows *R, bool Really) {
  if (Really && R->Own && R->Res)
    PQclear(R->Res);
}
int three_testsOk(PGconn *Conn) {
  struct rows R = {PQexec(Conn, "SELECT 1"), true};
  clear_if_all(&R, true);
  return 0;
}

// The usual pair of free functions, one inside the other, each with its null test.
struct node {
  PGresult *Res;
};
struct page {
  struct node *Head, *Body;
};
static void node_free(struct node *N) {
  if (!N)
    return;
  PQclear(N->Res);
  free(N);
}
static void page_free(struct page *P) {
  if (!P)
    return;
  node_free(P->Head);
  node_free(P->Body);
  free(P);
}
struct page *page_newOk(PGconn *Conn) {
  struct page *P = calloc(1, sizeof *P);
  if (!P)
    return NULL;
  P->Head = calloc(1, sizeof *P->Head);
  P->Body = calloc(1, sizeof *P->Body);
  if (!P->Head || !P->Body)
    goto fail;
  P->Head->Res = PQexec(Conn, "SELECT 1");
  P->Body->Res = PQexec(Conn, "SELECT 2");
  if (!P->Head->Res || !P->Body->Res)
    goto fail;
  return P;
fail:
  page_free(P);
  return NULL;
}
int pageOk(PGconn *Conn) {
  struct page *P = page_newOk(Conn);
  if (!P)
    return -1;
  const int Rows = PQntuples(P->Head->Res);
  page_free(P);
  return Rows;
}
int pageBad(PGconn *Conn) {
  struct page *P = page_newOk(Conn); // WARN: [db-result-leak]
  if (!P)
    return -1;
  node_free(P->Head);
  free(P);
  return 0;
}
