// RUN: %check_dbtidy %s
// A file that never names the field that the rule speaks of.

#include "libpq-fe.h"
#include "pqexpbuffer.h"

void show(const PQExpBufferData *Text);

// Initialised, shown, and its memory lost.
void shownBad(PGconn *Conn) {
  PQExpBufferData Text;
  initPQExpBuffer(&Text); // WARN: [db-result-leak] "string buffer's memory"
  appendPQExpBufferStr(&Text, PQerrorMessage(Conn));
  show(&Text);
}

// Terminated.
void shownOk(PGconn *Conn) {
  PQExpBufferData Text;
  initPQExpBuffer(&Text);
  appendPQExpBufferStr(&Text, PQerrorMessage(Conn));
  show(&Text);
  termPQExpBuffer(&Text);
}
