"""Writes sources in encodings of their own."""

FILES = {
    "latin.c": b'#include "libpq-fe.h"\nvoid latin(PGconn *C) { /* gr\xf6\xdfer */ PQexec(C, "\xe9"); }\n',
    "mark.c": b'\xef\xbb\xbf/* gr\xc3\xb6\xc3\x9fer */ struct pg_conn *ours_open(); void f() { ours_open(); }',
    "dos.c": b'#include "libpq-fe.h"\r\nvoid dos(PGconn *C) { PQexec(C, "x"); }\r\n',
}
for name, text in FILES.items():
    with open(name, "wb") as stream:
        stream.write(text)
