#!/usr/bin/env python3
"""Creates a check: checks/NAME/ and a test that fails until the check finds something.

  checks/new_check.py db-statement-reuse [--like db-result-leak]

NAME is the fault, in words joined by '-', after 'db-'. The code starts as a copy of another
check's, under the new name, so that it is written against what the engine offers today. The
build finds the folder by itself; afterwards run checks/gen.py for the pages.
"""

import argparse
import json
import re
import sys

sys.dont_write_bytecode = True
import gen  # noqa: E402

METADATA = {"summary": "TODO: one sentence that says what is wrong.", "severity": "warning", "precision": "high",
            "status": "preview", "since": "", "cwe": [], "tags": []}

PAGE = """## What it reports

TODO

## Why it matters

TODO: what happens in production, and how long it takes until someone sees it.

## Example

{{ test.cpp: faultBad }}

## How to fix

TODO
"""

TEST = """// RUN: %check_dbtidy %s
#include "libpq-fe.h"

// TODO: the smallest function that has the fault.
void faultBad(PGconn *Conn) {
  PQreset(Conn); // WARN: [{name}]
}

// TODO: what looks like it and is right.
void noFaultOk(PGconn *Conn) {
  PQreset(Conn);
}
"""


def version():
    return re.search(r"project\(dbtidy VERSION (\d+\.\d+)", gen.read(gen.ROOT / "CMakeLists.txt"))[1]


def model(name):
    """The folder to copy from: the one asked for, or the one with the least code."""
    folders = [path.parent for path in (gen.ROOT / "checks").glob("db-*/check.json")]
    if name:
        folders = [folder for folder in folders if folder.name == name]
    if not folders:
        raise gen.Fault(f"there is no check '{name}' to copy from" if name else "there is no check to copy from")
    return min(folders, key=lambda folder: (sum(path.stat().st_size for path in folder.glob("*.cpp")), folder.name))


def renamed(text, old, new):
    for before, after in ((old, new), (gen.class_name(old), gen.class_name(new)),
                          (gen.class_name(old).upper(), gen.class_name(new).upper()),
                          (old.upper().replace("-", "_"), new.upper().replace("-", "_"))):
        text = text.replace(before, after)
    return text


def files(name, source):
    """{path: text} of everything to create."""
    folder = gen.ROOT / "checks" / name
    result = {folder / "check.json": json.dumps(dict(METADATA, since=version()), indent=2) + "\n",
              folder / "doc.md": PAGE,
              gen.ROOT / "test-corpus" / name / "test.cpp": TEST.replace("{name}", name)}
    for path in sorted(source.iterdir()):
        if path.suffix in (".cpp", ".h"):
            result[folder / renamed(path.name, source.name, name)] = renamed(gen.read(path), source.name, name)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--like", metavar="CHECK", help="copy this check's code (default: the smallest)")
    arguments = parser.parse_args()
    if not re.fullmatch(r"db(-[a-z][a-z0-9]*)+", arguments.name):
        raise gen.Fault(f"'{arguments.name}' is not a name like db-statement-reuse")
    if (gen.ROOT / "checks" / arguments.name).exists():
        raise gen.Fault(f"checks/{arguments.name} exists already")
    for path, text in files(arguments.name, model(arguments.like)).items():
        gen.write(path, text)
        print(f"wrote {gen.relative(path)}")
    print(f"Next: the code and the test, then scripts/test and checks/gen.py (lit-22 -v test-corpus/{arguments.name})")


if __name__ == "__main__":
    try:
        main()
    except gen.Fault as fault:
        print(f"new_check.py: {fault}", file=sys.stderr)
        sys.exit(1)
