// RUN: %check_dbtidy %s
// Ten optional statements in one function: as many ways through it as there are subsets, and
// all of them owe the same at the end.

#include "sqlite3.h"
#include <stddef.h>

// All are finalized.
int many_optionalOk(sqlite3 *Db, const char *const *Sql) {
  int Rc = -1;
  sqlite3_stmt *S0 = NULL, *S1 = NULL, *S2 = NULL, *S3 = NULL, *S4 = NULL, *S5 = NULL, *S6 = NULL, *S7 = NULL, *S8 = NULL, *S9 = NULL;
  if (Sql[0] && sqlite3_prepare_v2(Db, Sql[0], -1, &S0, NULL) != SQLITE_OK)
    goto done;
  if (Sql[1] && sqlite3_prepare_v2(Db, Sql[1], -1, &S1, NULL) != SQLITE_OK)
    goto done;
  if (Sql[2] && sqlite3_prepare_v2(Db, Sql[2], -1, &S2, NULL) != SQLITE_OK)
    goto done;
  if (Sql[3] && sqlite3_prepare_v2(Db, Sql[3], -1, &S3, NULL) != SQLITE_OK)
    goto done;
  if (Sql[4] && sqlite3_prepare_v2(Db, Sql[4], -1, &S4, NULL) != SQLITE_OK)
    goto done;
  if (Sql[5] && sqlite3_prepare_v2(Db, Sql[5], -1, &S5, NULL) != SQLITE_OK)
    goto done;
  if (Sql[6] && sqlite3_prepare_v2(Db, Sql[6], -1, &S6, NULL) != SQLITE_OK)
    goto done;
  if (Sql[7] && sqlite3_prepare_v2(Db, Sql[7], -1, &S7, NULL) != SQLITE_OK)
    goto done;
  if (Sql[8] && sqlite3_prepare_v2(Db, Sql[8], -1, &S8, NULL) != SQLITE_OK)
    goto done;
  if (Sql[9] && sqlite3_prepare_v2(Db, Sql[9], -1, &S9, NULL) != SQLITE_OK)
    goto done;
  Rc = 0;
done:
  sqlite3_finalize(S0);
  sqlite3_finalize(S1);
  sqlite3_finalize(S2);
  sqlite3_finalize(S3);
  sqlite3_finalize(S4);
  sqlite3_finalize(S5);
  sqlite3_finalize(S6);
  sqlite3_finalize(S7);
  sqlite3_finalize(S8);
  sqlite3_finalize(S9);
  return Rc;
}

// All but the first.
int many_optionalBad(sqlite3 *Db, const char *const *Sql) {
  int Rc = -1;
  sqlite3_stmt *S0 = NULL, *S1 = NULL, *S2 = NULL, *S3 = NULL, *S4 = NULL, *S5 = NULL, *S6 = NULL, *S7 = NULL, *S8 = NULL, *S9 = NULL;
  if (Sql[0] && sqlite3_prepare_v2(Db, Sql[0], -1, &S0, NULL) != SQLITE_OK) // WARN: [db-result-leak]
    goto done;
  if (Sql[1] && sqlite3_prepare_v2(Db, Sql[1], -1, &S1, NULL) != SQLITE_OK)
    goto done;
  if (Sql[2] && sqlite3_prepare_v2(Db, Sql[2], -1, &S2, NULL) != SQLITE_OK)
    goto done;
  if (Sql[3] && sqlite3_prepare_v2(Db, Sql[3], -1, &S3, NULL) != SQLITE_OK)
    goto done;
  if (Sql[4] && sqlite3_prepare_v2(Db, Sql[4], -1, &S4, NULL) != SQLITE_OK)
    goto done;
  if (Sql[5] && sqlite3_prepare_v2(Db, Sql[5], -1, &S5, NULL) != SQLITE_OK)
    goto done;
  if (Sql[6] && sqlite3_prepare_v2(Db, Sql[6], -1, &S6, NULL) != SQLITE_OK)
    goto done;
  if (Sql[7] && sqlite3_prepare_v2(Db, Sql[7], -1, &S7, NULL) != SQLITE_OK)
    goto done;
  if (Sql[8] && sqlite3_prepare_v2(Db, Sql[8], -1, &S8, NULL) != SQLITE_OK)
    goto done;
  if (Sql[9] && sqlite3_prepare_v2(Db, Sql[9], -1, &S9, NULL) != SQLITE_OK)
    goto done;
  Rc = 0;
done:
  sqlite3_finalize(S1);
  sqlite3_finalize(S2);
  sqlite3_finalize(S3);
  sqlite3_finalize(S4);
  sqlite3_finalize(S5);
  sqlite3_finalize(S6);
  sqlite3_finalize(S7);
  sqlite3_finalize(S8);
  sqlite3_finalize(S9);
  return Rc;
}
