"""Edits a source around its findings."""

import sys

with open(sys.argv[1], encoding="utf-8") as stream:
    lines = stream.read().splitlines()
lines = ["// A new first line.", "", "int added();", *lines, "int atTheEnd() { return 0; }"]
text = "\n".join(lines) + "\n"
text = text.replace("PGresult *Res = ask(", "PGresult  *Res  =  ask(").replace('duty");', 'duty"); // counted')
text = text.replace("if (PQresultStatus(Res)", "Unit += 1;\n    if (PQresultStatus(Res)")
with open(sys.argv[1], "w", encoding="utf-8") as stream:
    stream.write(text)
