#!/usr/bin/env python3
"""What linking a large program costs: makes a program of N C files that call each other, summarizes each, and links
growing parts of it.

    scale.py [--units 5000] [--dbtidy FILE] [--work DIR] [--jobs N]
        --max-memory MIB    exit 1 where a link needed more
        --max-bend R        exit 1 where the last part cost more than R times as much a unit as the first
        --plot FILE         time and memory over the number of units, as SVG
        --json FILE         the numbers

Each file has functions that open, pass on, use, keep and lose connections, results and transactions; they call
functions of earlier files, so that every part of the program is one, and the call graph is deep. DIR keeps what was
summarized for the next time. Exit: 0 within the limits, 1 above one.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]

UNIT = """#include <libpq-fe.h>
struct job{i} {{ PGconn *conn; PGresult *last; int state; }};
{declared}
int input(void);
void note(const char *text);
{common}
PGconn *open{i}(const char *dsn, int depth) {{
  PGconn *conn = depth > 0 ? open{a}(dsn, depth - 1) : PQconnectdb(dsn);
  if (PQstatus(conn) != CONNECTION_OK) {{
    note(PQerrorMessage(conn));
    PQfinish(conn);
    return NULL;
  }}
  return conn;
}}
void close{i}(PGconn *conn) {{
  if (conn)
    close{b}(conn);
}}
PGresult *ask{i}(PGconn *conn, const char *text) {{
  PGresult *res = {ask}(conn, text);
  switch (PQresultStatus(res)) {{
  case PGRES_TUPLES_OK:
  case PGRES_COMMAND_OK:
    return res;
  default:
    note(PQresultErrorMessage(res));
    PQclear(res);
    return NULL;
  }}
}}
int count{i}(PGconn *conn) {{
  PGresult *res = ask{i}(conn, "SELECT count(*) FROM t{i}");
  int rows = 0;
  if (!res)
    return -1;
  rows = PQntuples(res);
  {lost}
  PQclear(res);
  return rows;
}}
int begin{i}(struct job{i} *job, const char *dsn) {{
  job->last = NULL;
  job->conn = open{b}(dsn, input());
  if (!job->conn)
    return -1;
  for (int i = 0; i < 3; ++i) {{
    job->last = PQexec(job->conn, "SELECT {i}");
    if (PQresultStatus(job->last) == PGRES_TUPLES_OK)
      return 0;
    PQclear(job->last);
  }}
  job->last = NULL;
  close{a}(job->conn);
  job->conn = NULL;
  return -1;
}}
void end{i}(struct job{i} *job) {{
  PQclear(job->last);
  close{i}(job->conn);
}}
int move{i}(PGconn *conn, int from, int to) {{
  PQclear(PQexec(conn, "BEGIN"));
  if (count{a}(conn) < from || count{b}(conn) < to) {{
    PQclear(PQexec(conn, "ROLLBACK"));
    return -1;
  }}
  PQclear(PQexec(conn, "COMMIT"));
  return 0;
}}
int run{i}(const char *dsn) {{
  struct job{i} job;
  if (begin{i}(&job, dsn) < 0)
    return -1;
  int status = move{i}(job.conn, input(), input()) + run{c}(dsn);
  end{i}(&job);
  return status;
}}
"""
FIRST = """
static void note_once(const char *text) { note(text); }
"""
HEADS = ["PGconn *open{n}(const char *dsn, int depth);", "void close{n}(PGconn *conn);",
         "PGresult *ask{n}(PGconn *conn, const char *text);", "int count{n}(PGconn *conn);",
         "int run{n}(const char *dsn);"]
GROUND = """#include <libpq-fe.h>
PGconn *open0(const char *dsn, int depth) { return PQconnectdb(dsn); }
void close0(PGconn *conn) { PQfinish(conn); }
PGresult *ask0(PGconn *conn, const char *text) { return PQexec(conn, text); }
int count0(PGconn *conn) { return PQbackendPID(conn); }
int run0(const char *dsn) { return 0; }
"""


def unit(i):
    if i == 0:
        return GROUND
    rng = random.Random(i)
    a, b, c = (rng.randrange(max(0, i - 200), i) for _ in range(3))
    declared = "\n".join(head.format(n=n) for n in sorted({a, b, c}) for head in HEADS)
    # One in fifty loses its result on one way.
    lost = "if (rows > 7)\n    return -1;" if i % 50 == 0 else ""
    return UNIT.format(i=i, a=a, b=b, c=c, declared=declared, lost=lost, common=FIRST,
                       ask="PQexec" if i % 3 else f"ask{a}")


def summarize(tool, folder, count, jobs):
    flags = ["--", f"-I{ROOT / 'rules/libpq/mock'}"]

    def one(i):
        source, target = folder / f"u{i}.c", folder / f"u{i}.dbta"
        if not target.exists():
            source.write_text(unit(i), encoding="utf-8")
            subprocess.run([tool, "summarize", str(source), f"--output={target}", f"--root={folder}", *flags], check=True)
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, range(count)))


def link(tool, folder, count):
    """(seconds of processor time, MiB) of one link."""
    names = folder / "list"
    names.write_text("".join(f"{folder}/u{i}.dbta\n" for i in range(count)), encoding="utf-8")
    process = subprocess.Popen([tool, "link", f"@{names}", f"--output={folder}/all.dbti"])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the link of {count} units ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def findings(tool, folder):
    result = subprocess.run([tool, "report", f"{folder}/all.dbti", "-q", "--format=short", f"--root={folder}"],
                            capture_output=True, text=True, check=False)
    return len(result.stdout.splitlines())


def plot(rows, path):
    """Two lines from the origin: a straight one is a cost that grows with the program."""
    width, height, left, bottom = 640, 320, 70, 40
    most = max(row["units"] for row in rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
           f'font-size="12"><rect width="{width}" height="{height}" fill="#fff"/>']

    def x(units):
        return left + (width - left - 80) * units / most
    for key, colour, unit_name in (("seconds", "#2266aa", "s"), ("mebibytes", "#aa5522", "MiB")):
        top = max(row[key] for row in rows)

        def y(value, top=top):
            return height - bottom - (height - bottom - 30) * value / top
        points = " ".join(f"{x(row['units']):.1f},{y(row[key]):.1f}" for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for row in rows:
            out.append(f'<circle cx="{x(row["units"]):.1f}" cy="{y(row[key]):.1f}" r="3" fill="{colour}"/>')
            below = 16 if key == "mebibytes" else -8
            out.append(f'<text x="{x(row["units"]) + 4:.1f}" y="{y(row[key]) + below:.1f}" fill="{colour}">'
                       f'{row[key]:.3g} {unit_name}</text>')
    out.append(f'<path d="M{left} 20V{height - bottom}H{width - 60}" fill="none" stroke="#444"/>')
    for row in rows:
        out.append(f'<text x="{x(row["units"]):.1f}" y="{height - bottom + 16}" text-anchor="middle" fill="#444">'
                   f'{row["units"]}</text>')
    out.append(f'<text x="{width / 2}" y="{height - 6}" text-anchor="middle" fill="#444">translation units linked'
               '</text></svg>')
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=5000)
    parser.add_argument("--dbtidy", default=str(ROOT / "build/bin/dbtidy"))
    parser.add_argument("--work", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--max-memory", type=float)
    parser.add_argument("--max-bend", type=float)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = (options.work or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        begin = time.monotonic()
        summarize(options.dbtidy, folder, options.units, options.jobs)
        print(f"{options.units} units summarized in {time.monotonic() - begin:.0f} s, "
              f"{sum(f.stat().st_size for f in folder.glob('*.dbta')) / 2**20:.1f} MiB")
        rows = []
        for part in (8, 4, 2, 1):
            count = options.units // part
            seconds, mebibytes = link(options.dbtidy, folder, count)
            rows.append({"units": count, "seconds": round(seconds, 3), "mebibytes": round(mebibytes, 1),
                         "findings": findings(options.dbtidy, folder)})
            print("{units:6} units: {seconds:7.2f} s, {mebibytes:7.1f} MiB, {findings} findings".format(**rows[-1]))
    if options.plot:
        plot([{"units": 0, "seconds": 0, "mebibytes": 0}, *rows], options.plot)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    bend = rows[-1]["seconds"] / rows[-1]["units"] / (rows[0]["seconds"] / rows[0]["units"])
    print(f"a unit of the whole costs {bend:.2f} times what one of an eighth does")
    too_much = options.max_memory and max(row["mebibytes"] for row in rows) > options.max_memory
    return 1 if too_much or (options.max_bend and bend > options.max_bend) else 0


if __name__ == "__main__":
    sys.exit(main())
