//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of FreeTDS 1.3:
// every call is held to its prototype, every constant is compared with the macro, and the
// calls that make or end a handle are made. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name and every constant of api.json to occur in this file.
//
//===----------------------------------------------------------------------===//
#include <sybdb.h>
#include <sybfront.h>

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...) static_assert(__is_same(decltype(Name), __VA_ARGS__), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...)                                                             \
  _Static_assert(__builtin_types_compatible_p(__typeof__(Name), __VA_ARGS__), #Name)
#endif

NUMBER(FAIL, 0);
NUMBER(SUCCEED, 1);
NUMBER(NO_MORE_RESULTS, 2);
NUMBER(REG_ROW, -1);
NUMBER(NO_MORE_ROWS, -2);
NUMBER(BUF_FULL, -3);

PROTOTYPE(dbinit, RETCODE(void));
PROTOTYPE(dbexit, void(void));
PROTOTYPE(dblogin, LOGINREC *(void));
PROTOTYPE(dbloginfree, void(LOGINREC *));
PROTOTYPE(dbsetlname, RETCODE(LOGINREC *, const char *, int));
PROTOTYPE(dbsetlbool, RETCODE(LOGINREC *, int, int));
PROTOTYPE(dbsetlshort, RETCODE(LOGINREC *, int, int));
PROTOTYPE(dbsetllong, RETCODE(LOGINREC *, long, int));
PROTOTYPE(dbsetlversion, RETCODE(LOGINREC *, BYTE));
PROTOTYPE(tdsdbopen, DBPROCESS *(LOGINREC *, const char *, int));
PROTOTYPE(dbopen, DBPROCESS *(LOGINREC *, const char *));
PROTOTYPE(dbclose, void(DBPROCESS *));
PROTOTYPE(dbcmd, RETCODE(DBPROCESS *, const char *));
PROTOTYPE(dbfcmd, RETCODE(DBPROCESS *, const char *, ...));
PROTOTYPE(dbsqlexec, RETCODE(DBPROCESS *));
PROTOTYPE(dbsqlsend, RETCODE(DBPROCESS *));
PROTOTYPE(dbsqlok, RETCODE(DBPROCESS *));
PROTOTYPE(dbuse, RETCODE(DBPROCESS *, const char *));
PROTOTYPE(dbresults, RETCODE(DBPROCESS *));
PROTOTYPE(dbresults_r, RETCODE(DBPROCESS *, int));
PROTOTYPE(dbrpcsend, RETCODE(DBPROCESS *));
PROTOTYPE(dbcancel, RETCODE(DBPROCESS *));
PROTOTYPE(dbcanquery, RETCODE(DBPROCESS *));
PROTOTYPE(bcp_exec, RETCODE(DBPROCESS *, DBINT *));
PROTOTYPE(dbnextrow, STATUS(DBPROCESS *));
PROTOTYPE(dbnextrow_pivoted, STATUS(DBPROCESS *, struct pivot_t *));
PROTOTYPE(dbreadtext, STATUS(DBPROCESS *, void *, DBINT));
PROTOTYPE(dbwritetext, RETCODE(DBPROCESS *, char *, DBBINARY *, DBTINYINT, DBBINARY *,
                               DBBOOL, DBINT, BYTE *));
PROTOTYPE(dbmoretext, RETCODE(DBPROCESS *, DBINT, const BYTE *));
PROTOTYPE(bcp_batch, DBINT(DBPROCESS *));
PROTOTYPE(bcp_done, DBINT(DBPROCESS *));
PROTOTYPE(bcp_sendrow, RETCODE(DBPROCESS *));
PROTOTYPE(dbdata, BYTE *(DBPROCESS *, int));
PROTOTYPE(dbadata, BYTE *(DBPROCESS *, int, int));
PROTOTYPE(dbtxptr, DBBINARY *(DBPROCESS *, int));
PROTOTYPE(dbtxtimestamp, DBBINARY *(DBPROCESS *, int));
PROTOTYPE(dbcolname, char *(DBPROCESS *, int));
PROTOTYPE(dbacolname, const char *(DBPROCESS *, int, int));
PROTOTYPE(dbcolsource, char *(DBPROCESS *, int));
PROTOTYPE(dbcoltypeinfo, DBTYPEINFO *(DBPROCESS *, int));
PROTOTYPE(dbbylist, BYTE *(DBPROCESS *, int, int *));
PROTOTYPE(dbretdata, BYTE *(DBPROCESS *, int));
PROTOTYPE(dbretname, char *(DBPROCESS *, int));
PROTOTYPE(dbname, char *(DBPROCESS *));
PROTOTYPE(dbservcharset, char *(DBPROCESS *));
PROTOTYPE(dbgetcharset, char *(DBPROCESS *));
PROTOTYPE(dbchange, char *(DBPROCESS *));
PROTOTYPE(dbdead, DBBOOL(DBPROCESS *));
PROTOTYPE(dbnumcols, int(DBPROCESS *));
PROTOTYPE(dbcoltype, int(DBPROCESS *, int));
PROTOTYPE(dbcollen, DBINT(DBPROCESS *, int));
PROTOTYPE(dbcolutype, DBINT(DBPROCESS *, int));
PROTOTYPE(dbdatlen, DBINT(DBPROCESS *, int));
PROTOTYPE(dbadlen, DBINT(DBPROCESS *, int, int));
PROTOTYPE(dbvarylen, DBINT(DBPROCESS *, int));
PROTOTYPE(dbcount, DBINT(DBPROCESS *));
PROTOTYPE(dbiscount, BOOL(DBPROCESS *));
PROTOTYPE(dbcurrow, DBINT(DBPROCESS *));
PROTOTYPE(dbcurcmd, int(DBPROCESS *));
PROTOTYPE(dbnumrets, int(DBPROCESS *));
PROTOTYPE(dbretlen, int(DBPROCESS *, int));
PROTOTYPE(dbrettype, int(DBPROCESS *, int));
PROTOTYPE(dbretstatus, DBINT(DBPROCESS *));
PROTOTYPE(dbhasretstat, DBBOOL(DBPROCESS *));
PROTOTYPE(dbspid, int(DBPROCESS *));
PROTOTYPE(dbtds, int(DBPROCESS *));
PROTOTYPE(dbstrlen, int(DBPROCESS *));
PROTOTYPE(dbfirstrow, DBINT(DBPROCESS *));
PROTOTYPE(dblastrow, DBINT(DBPROCESS *));
PROTOTYPE(dbrowtype, STATUS(DBPROCESS *));
PROTOTYPE(dbnumalts, int(DBPROCESS *, int));
PROTOTYPE(dbnumcompute, int(DBPROCESS *));
PROTOTYPE(dbaltcolid, int(DBPROCESS *, int, int));
PROTOTYPE(dbaltlen, DBINT(DBPROCESS *, int, int));
PROTOTYPE(dbaltop, int(DBPROCESS *, int, int));
PROTOTYPE(dbalttype, int(DBPROCESS *, int, int));
PROTOTYPE(dbaltutype, DBINT(DBPROCESS *, int, int));
PROTOTYPE(dbisavail, DBBOOL(DBPROCESS *));
PROTOTYPE(dbisopt, DBBOOL(DBPROCESS *, int, const char *));
PROTOTYPE(dbiordesc, int(DBPROCESS *));
PROTOTYPE(dbiowdesc, int(DBPROCESS *));
PROTOTYPE(dbgetpacket, int(DBPROCESS *));
PROTOTYPE(dbgetuserdata, BYTE *(DBPROCESS *));
PROTOTYPE(dbprcollen, DBINT(DBPROCESS *, int));
PROTOTYPE(dbspr1rowlen, DBINT(DBPROCESS *));
PROTOTYPE(bcp_getl, DBBOOL(LOGINREC *));
PROTOTYPE(bcp_getbatchsize, int(DBPROCESS *));
PROTOTYPE(dbwillconvert, DBBOOL(int, int));
PROTOTYPE(dbprtype, const char *(int));
PROTOTYPE(dbversion, const char *(void));
PROTOTYPE(dbgetmaxprocs, int(void));
PROTOTYPE(dbgettime, int(void));
PROTOTYPE(dbbind, RETCODE(DBPROCESS *, int, int, DBINT, BYTE *));
PROTOTYPE(dbbind_ps, RETCODE(DBPROCESS *, int, int, DBINT, BYTE *, DBTYPEINFO *));
PROTOTYPE(dbaltbind, RETCODE(DBPROCESS *, int, int, int, DBINT, BYTE *));
PROTOTYPE(dbaltbind_ps, RETCODE(DBPROCESS *, int, int, int, DBINT, BYTE *, DBTYPEINFO *));
PROTOTYPE(dbnullbind, RETCODE(DBPROCESS *, int, DBINT *));
PROTOTYPE(dbanullbind, RETCODE(DBPROCESS *, int, int, DBINT *));
PROTOTYPE(dbsetnull, RETCODE(DBPROCESS *, int, int, BYTE *));
PROTOTYPE(dbcolinfo, RETCODE(DBPROCESS *, CI_TYPE, DBINT, DBINT, DBCOL *));
PROTOTYPE(dbtablecolinfo, RETCODE(DBPROCESS *, DBINT, DBCOL *));
PROTOTYPE(dbclrbuf, void(DBPROCESS *, DBINT));
PROTOTYPE(dbfreebuf, void(DBPROCESS *));
PROTOTYPE(dbgetrow, RETCODE(DBPROCESS *, DBINT));
PROTOTYPE(dbsetrow, STATUS(DBPROCESS *, DBINT));
PROTOTYPE(dbgetchar, char *(DBPROCESS *, int));
PROTOTYPE(dbstrcpy, RETCODE(DBPROCESS *, int, int, char *));
PROTOTYPE(dbsafestr, RETCODE(DBPROCESS *, const char *, DBINT, char *, DBINT, int));
PROTOTYPE(dbsetopt, RETCODE(DBPROCESS *, int, const char *, int));
PROTOTYPE(dbclropt, RETCODE(DBPROCESS *, int, const char *));
PROTOTYPE(dbsetuserdata, void(DBPROCESS *, BYTE *));
PROTOTYPE(dbsetavail, void(DBPROCESS *));
PROTOTYPE(dbsetbusy, void(DBPROCESS *, DB_DBBUSY_FUNC));
PROTOTYPE(dbsetidle, void(DBPROCESS *, DB_DBIDLE_FUNC));
PROTOTYPE(dbsetinterrupt, void(DBPROCESS *, DB_DBCHKINTR_FUNC, DB_DBHNDLINTR_FUNC));
PROTOTYPE(dbrows, RETCODE(DBPROCESS *));
PROTOTYPE(dbcmdrow, RETCODE(DBPROCESS *));
PROTOTYPE(dbmorecmds, RETCODE(DBPROCESS *));
PROTOTYPE(dbrpcinit, RETCODE(DBPROCESS *, const char *, DBSMALLINT));
PROTOTYPE(dbrpcparam,
          RETCODE(DBPROCESS *, const char *, BYTE, int, DBINT, DBINT, BYTE *));
PROTOTYPE(dbprhead, void(DBPROCESS *));
PROTOTYPE(dbprrow, RETCODE(DBPROCESS *));
PROTOTYPE(dbsprhead, RETCODE(DBPROCESS *, char *, DBINT));
PROTOTYPE(dbsprline, RETCODE(DBPROCESS *, char *, DBINT, DBCHAR));
PROTOTYPE(dbspr1row, RETCODE(DBPROCESS *, char *, DBINT));
PROTOTYPE(dbconvert, DBINT(DBPROCESS *, int, const BYTE *, DBINT, int, BYTE *, DBINT));
PROTOTYPE(dbconvert_ps,
          DBINT(DBPROCESS *, int, const BYTE *, DBINT, int, BYTE *, DBINT, DBTYPEINFO *));
PROTOTYPE(dbdatecmp, int(DBPROCESS *, DBDATETIME *, DBDATETIME *));
PROTOTYPE(dbdatecrack, RETCODE(DBPROCESS *, DBDATEREC *, DBDATETIME *));
PROTOTYPE(dberrhandle, EHANDLEFUNC(EHANDLEFUNC));
PROTOTYPE(dbmsghandle, MHANDLEFUNC(MHANDLEFUNC));
PROTOTYPE(dbsetlogintime, RETCODE(int));
PROTOTYPE(dbsettime, RETCODE(int));
PROTOTYPE(dbsetmaxprocs, RETCODE(int));
PROTOTYPE(dbsetversion, RETCODE(DBINT));
PROTOTYPE(dbsetifile, void(char *));
PROTOTYPE(bcp_init, RETCODE(DBPROCESS *, const char *, const char *, const char *, int));
PROTOTYPE(bcp_bind, RETCODE(DBPROCESS *, BYTE *, int, DBINT, BYTE *, int, int, int));
PROTOTYPE(bcp_collen, RETCODE(DBPROCESS *, DBINT, int));
PROTOTYPE(bcp_colptr, RETCODE(DBPROCESS *, BYTE *, int));
PROTOTYPE(bcp_columns, RETCODE(DBPROCESS *, int));
PROTOTYPE(bcp_colfmt, RETCODE(DBPROCESS *, int, int, int, DBINT, const BYTE *, int, int));
PROTOTYPE(bcp_control, RETCODE(DBPROCESS *, int, DBINT));
PROTOTYPE(bcp_options, RETCODE(DBPROCESS *, int, BYTE *, int));
PROTOTYPE(bcp_readfmt, RETCODE(DBPROCESS *, const char *));

static int rows(DBPROCESS *Process) {
  if (dbcmd(Process, "SELECT 1") == FAIL || dbfcmd(Process, " WHERE %d = 1", 1) == FAIL)
    return 1;
  if (dbsqlexec(Process) == FAIL)
    return 1;
  RETCODE Ret;
  while ((Ret = dbresults(Process)) == SUCCEED)
    while (dbnextrow(Process) == REG_ROW)
      if (dbdatlen(Process, 1) == 0 || !dbdata(Process, 1))
        return dbcanquery(Process);
  return Ret == NO_MORE_RESULTS ? 0 : dbcancel(Process);
}

int main(void) {
  if (dbinit() == FAIL)
    return 1;
  LOGINREC *Login = dblogin();
  DBSETLUSER(Login, "user");
  DBPROCESS *Process = dbopen(Login, "server");
  dbloginfree(Login);
  if (!Process)
    return 1;
  int Ret = dbuse(Process, "database") == FAIL || rows(Process);
  dbclose(Process);
  dbexit();
  return Ret;
}
