#!/usr/bin/env python3
"""Prints the entries of a compilation database whose source includes libpq or SQLite, itself or by a header of its
project, each file once, with the flags that only GCC knows left out."""

import json
import os
import re
import shlex
import sys

USES = re.compile(r'^\s*#\s*include\s*[<"](?:postgresql/)?(?:libpq-fe\.h|sqlite3\.h|libpq/libpq-fs\.h)[>"]', re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
GCC_ONLY = ("-Wno-", "-W", "-fanalyzer", "-ffat-lto-objects", "-flto", "-fno-aggressive", "-fexcess-precision",
            "-specs=", "-fstack-clash", "-fcf-protection")


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            return stream.read()
    except OSError:
        return ""


def uses_database(path, folders, seen):
    path = os.path.normpath(path)
    if path in seen:
        return False
    seen.add(path)
    text = read(path)
    if USES.search(text):
        return True
    return any(uses_database(os.path.join(folder, name), folders, seen)
               for name in INCLUDE.findall(text) for folder in [os.path.dirname(path), *folders]
               if os.path.exists(os.path.join(folder, name)))


def main():
    with open(sys.argv[1], encoding="utf-8") as stream:
        entries = json.load(stream)
    kept = {}
    for entry in entries:
        words = entry.get("arguments") or shlex.split(entry["command"])
        path = os.path.join(entry["directory"], entry["file"])
        folders = [os.path.join(entry["directory"], w[2:]) for w in words if w.startswith("-I") and len(w) > 2]
        if path not in kept and os.path.exists(path) and uses_database(path, folders, set()):
            kept[path] = {"directory": entry["directory"], "file": path,
                          "arguments": [w for w in words if not w.startswith(GCC_ONLY)]}
    json.dump(list(kept.values()), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
