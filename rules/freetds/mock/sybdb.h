//===- sybdb.h - What rules/freetds needs of FreeTDS's header -----*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares the calls of FreeTDS 1.3's DB-Library that api.json names, so that tests need
// no FreeTDS installed. conformance.c beside this folder holds it to the real header.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_SYBDB_H
#define DBTIDY_RULES_SYBDB_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FALSE 0
#define TRUE 1

// What calls return.
#define FAIL 0
#define SUCCEED 1
#define NO_MORE_RESULTS 2
#define REG_ROW -1
#define MORE_ROWS -1
#define NO_MORE_ROWS -2
#define BUF_FULL -3

// What an error handler returns.
#define INT_EXIT 0
#define INT_CONTINUE 1
#define INT_CANCEL 2
#define INT_TIMEOUT 3

// Some of the types and the bindings of columns.
#define SYBCHAR 47
#define SYBVARCHAR 39
#define SYBINT4 56
#define SYBFLT8 62
#define CHARBIND 0
#define STRINGBIND 1
#define NTBSTRINGBIND 2
#define INTBIND 8
#define FLT8BIND 9
#define DB_IN 1
#define DB_OUT 2
#define DBSINGLE 0
#define DBBUFFER 14

typedef int RETCODE;
typedef int STATUS;
typedef int BOOL;
typedef unsigned char BYTE;
typedef short SHORT;
typedef unsigned char DBBOOL;
typedef char DBCHAR;
typedef unsigned char DBTINYINT;
typedef unsigned char DBBINARY;
typedef int16_t DBSMALLINT;
typedef int32_t DBINT;
typedef double DBFLT8;
typedef struct tds_dblib_loginrec LOGINREC;
typedef struct tds_dblib_dbprocess DBPROCESS;
typedef struct dbtypeinfo {
  DBINT precision;
  DBINT scale;
} DBTYPEINFO;
typedef struct {
  DBINT dtdays;
  DBINT dttime;
} DBDATETIME;
typedef struct tds_sybase_dbdaterec DBDATEREC;
struct pivot_t;
typedef enum { CI_REGULAR = 1, CI_ALTERNATE = 2, CI_CURSOR = 3 } CI_TYPE;
enum { MAXCOLNAMELEN = 512 };
typedef struct {
  DBINT SizeOfStruct;
  DBCHAR Name[MAXCOLNAMELEN + 2];
} DBCOL;

typedef int (*DBWAITFUNC)(void);
typedef DBWAITFUNC (*DB_DBBUSY_FUNC)(void *);
typedef void (*DB_DBIDLE_FUNC)(DBWAITFUNC, void *);
typedef int (*DB_DBCHKINTR_FUNC)(void *);
typedef int (*DB_DBHNDLINTR_FUNC)(void *);
typedef int (*EHANDLEFUNC)(DBPROCESS *, int, int, int, char *, char *);
typedef int (*MHANDLEFUNC)(DBPROCESS *, DBINT, int, int, char *, char *, char *, int);

RETCODE dbinit(void);
void dbexit(void);
LOGINREC *dblogin(void);
void dbloginfree(LOGINREC *);
RETCODE dbsetlname(LOGINREC *, const char *, int);
RETCODE dbsetlbool(LOGINREC *, int, int);
RETCODE dbsetlshort(LOGINREC *, int, int);
RETCODE dbsetllong(LOGINREC *, long, int);
RETCODE dbsetlversion(LOGINREC *, BYTE);
DBPROCESS *tdsdbopen(LOGINREC *, const char *, int);
DBPROCESS *dbopen(LOGINREC *, const char *);
void dbclose(DBPROCESS *);
RETCODE dbcmd(DBPROCESS *, const char *);
RETCODE dbfcmd(DBPROCESS *, const char *, ...);
RETCODE dbsqlexec(DBPROCESS *);
RETCODE dbsqlsend(DBPROCESS *);
RETCODE dbsqlok(DBPROCESS *);
RETCODE dbuse(DBPROCESS *, const char *);
RETCODE dbresults(DBPROCESS *);
RETCODE dbresults_r(DBPROCESS *, int);
RETCODE dbrpcsend(DBPROCESS *);
RETCODE dbcancel(DBPROCESS *);
RETCODE dbcanquery(DBPROCESS *);
RETCODE bcp_exec(DBPROCESS *, DBINT *);
STATUS dbnextrow(DBPROCESS *);
STATUS dbnextrow_pivoted(DBPROCESS *, struct pivot_t *);
STATUS dbreadtext(DBPROCESS *, void *, DBINT);
RETCODE dbwritetext(DBPROCESS *, char *, DBBINARY *, DBTINYINT, DBBINARY *, DBBOOL, DBINT,
                    BYTE *);
RETCODE dbmoretext(DBPROCESS *, DBINT, const BYTE *);
DBINT bcp_batch(DBPROCESS *);
DBINT bcp_done(DBPROCESS *);
RETCODE bcp_sendrow(DBPROCESS *);
BYTE *dbdata(DBPROCESS *, int);
BYTE *dbadata(DBPROCESS *, int, int);
DBBINARY *dbtxptr(DBPROCESS *, int);
DBBINARY *dbtxtimestamp(DBPROCESS *, int);
char *dbcolname(DBPROCESS *, int);
const char *dbacolname(DBPROCESS *, int, int);
char *dbcolsource(DBPROCESS *, int);
DBTYPEINFO *dbcoltypeinfo(DBPROCESS *, int);
BYTE *dbbylist(DBPROCESS *, int, int *);
BYTE *dbretdata(DBPROCESS *, int);
char *dbretname(DBPROCESS *, int);
char *dbname(DBPROCESS *);
char *dbservcharset(DBPROCESS *);
char *dbgetcharset(DBPROCESS *);
char *dbchange(DBPROCESS *);
DBBOOL dbdead(DBPROCESS *);
int dbnumcols(DBPROCESS *);
int dbcoltype(DBPROCESS *, int);
DBINT dbcollen(DBPROCESS *, int);
DBINT dbcolutype(DBPROCESS *, int);
DBINT dbdatlen(DBPROCESS *, int);
DBINT dbadlen(DBPROCESS *, int, int);
DBINT dbvarylen(DBPROCESS *, int);
DBINT dbcount(DBPROCESS *);
BOOL dbiscount(DBPROCESS *);
DBINT dbcurrow(DBPROCESS *);
int dbcurcmd(DBPROCESS *);
int dbnumrets(DBPROCESS *);
int dbretlen(DBPROCESS *, int);
int dbrettype(DBPROCESS *, int);
DBINT dbretstatus(DBPROCESS *);
DBBOOL dbhasretstat(DBPROCESS *);
int dbspid(DBPROCESS *);
int dbtds(DBPROCESS *);
int dbstrlen(DBPROCESS *);
DBINT dbfirstrow(DBPROCESS *);
DBINT dblastrow(DBPROCESS *);
STATUS dbrowtype(DBPROCESS *);
int dbnumalts(DBPROCESS *, int);
int dbnumcompute(DBPROCESS *);
int dbaltcolid(DBPROCESS *, int, int);
DBINT dbaltlen(DBPROCESS *, int, int);
int dbaltop(DBPROCESS *, int, int);
int dbalttype(DBPROCESS *, int, int);
DBINT dbaltutype(DBPROCESS *, int, int);
DBBOOL dbisavail(DBPROCESS *);
DBBOOL dbisopt(DBPROCESS *, int, const char *);
int dbiordesc(DBPROCESS *);
int dbiowdesc(DBPROCESS *);
int dbgetpacket(DBPROCESS *);
BYTE *dbgetuserdata(DBPROCESS *);
DBINT dbprcollen(DBPROCESS *, int);
DBINT dbspr1rowlen(DBPROCESS *);
DBBOOL bcp_getl(LOGINREC *);
int bcp_getbatchsize(DBPROCESS *);
DBBOOL dbwillconvert(int, int);
const char *dbprtype(int);
const char *dbversion(void);
int dbgetmaxprocs(void);
int dbgettime(void);
RETCODE dbbind(DBPROCESS *, int, int, DBINT, BYTE *);
RETCODE dbbind_ps(DBPROCESS *, int, int, DBINT, BYTE *, DBTYPEINFO *);
RETCODE dbaltbind(DBPROCESS *, int, int, int, DBINT, BYTE *);
RETCODE dbaltbind_ps(DBPROCESS *, int, int, int, DBINT, BYTE *, DBTYPEINFO *);
RETCODE dbnullbind(DBPROCESS *, int, DBINT *);
RETCODE dbanullbind(DBPROCESS *, int, int, DBINT *);
RETCODE dbsetnull(DBPROCESS *, int, int, BYTE *);
RETCODE dbcolinfo(DBPROCESS *, CI_TYPE, DBINT, DBINT, DBCOL *);
RETCODE dbtablecolinfo(DBPROCESS *, DBINT, DBCOL *);
void dbclrbuf(DBPROCESS *, DBINT);
void dbfreebuf(DBPROCESS *);
RETCODE dbgetrow(DBPROCESS *, DBINT);
STATUS dbsetrow(DBPROCESS *, DBINT);
char *dbgetchar(DBPROCESS *, int);
RETCODE dbstrcpy(DBPROCESS *, int, int, char *);
RETCODE dbsafestr(DBPROCESS *, const char *, DBINT, char *, DBINT, int);
RETCODE dbsetopt(DBPROCESS *, int, const char *, int);
RETCODE dbclropt(DBPROCESS *, int, const char *);
void dbsetuserdata(DBPROCESS *, BYTE *);
void dbsetavail(DBPROCESS *);
void dbsetbusy(DBPROCESS *, DB_DBBUSY_FUNC);
void dbsetidle(DBPROCESS *, DB_DBIDLE_FUNC);
void dbsetinterrupt(DBPROCESS *, DB_DBCHKINTR_FUNC, DB_DBHNDLINTR_FUNC);
RETCODE dbrows(DBPROCESS *);
RETCODE dbcmdrow(DBPROCESS *);
RETCODE dbmorecmds(DBPROCESS *);
RETCODE dbrpcinit(DBPROCESS *, const char *, DBSMALLINT);
RETCODE dbrpcparam(DBPROCESS *, const char *, BYTE, int, DBINT, DBINT, BYTE *);
void dbprhead(DBPROCESS *);
RETCODE dbprrow(DBPROCESS *);
RETCODE dbsprhead(DBPROCESS *, char *, DBINT);
RETCODE dbsprline(DBPROCESS *, char *, DBINT, DBCHAR);
RETCODE dbspr1row(DBPROCESS *, char *, DBINT);
DBINT dbconvert(DBPROCESS *, int, const BYTE *, DBINT, int, BYTE *, DBINT);
DBINT dbconvert_ps(DBPROCESS *, int, const BYTE *, DBINT, int, BYTE *, DBINT,
                   DBTYPEINFO *);
int dbdatecmp(DBPROCESS *, DBDATETIME *, DBDATETIME *);
RETCODE dbdatecrack(DBPROCESS *, DBDATEREC *, DBDATETIME *);
EHANDLEFUNC dberrhandle(EHANDLEFUNC);
MHANDLEFUNC dbmsghandle(MHANDLEFUNC);
RETCODE dbsetlogintime(int);
RETCODE dbsettime(int);
RETCODE dbsetmaxprocs(int);
RETCODE dbsetversion(DBINT);
void dbsetifile(char *);
RETCODE bcp_init(DBPROCESS *, const char *, const char *, const char *, int);
RETCODE bcp_bind(DBPROCESS *, BYTE *, int, DBINT, BYTE *, int, int, int);
RETCODE bcp_collen(DBPROCESS *, DBINT, int);
RETCODE bcp_colptr(DBPROCESS *, BYTE *, int);
RETCODE bcp_columns(DBPROCESS *, int);
RETCODE bcp_colfmt(DBPROCESS *, int, int, int, DBINT, const BYTE *, int, int);
RETCODE bcp_control(DBPROCESS *, int, DBINT);
RETCODE bcp_options(DBPROCESS *, int, BYTE *, int);
RETCODE bcp_readfmt(DBPROCESS *, const char *);

// As in the real header, the function dbopen is reached by tdsdbopen.
#define dbopen(Login, Server) tdsdbopen((Login), (Server), 0)
#define DBDEAD(Process) dbdead((Process))
#define DBROWS(Process) dbrows((Process))
#define DBCOUNT(Process) dbcount((Process))

#define DBSETHOST 1
#define DBSETUSER 2
#define DBSETPWD 3
#define DBSETAPP 5
#define DBSETDBNAME 14
#define DBSETLHOST(Login, Value) dbsetlname((Login), (Value), DBSETHOST)
#define DBSETLUSER(Login, Value) dbsetlname((Login), (Value), DBSETUSER)
#define DBSETLPWD(Login, Value) dbsetlname((Login), (Value), DBSETPWD)
#define DBSETLAPP(Login, Value) dbsetlname((Login), (Value), DBSETAPP)
#define DBSETLDBNAME(Login, Value) dbsetlname((Login), (Value), DBSETDBNAME)

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_SYBDB_H
