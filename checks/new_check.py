#!/usr/bin/env python3
"""Creates a check: checks/NAME/ and a test that fails until the check finds something.

  checks/new_check.py db-statement-reuse

NAME is the fault, in words joined by '-', after 'db-'. The build finds the folder by itself;
run checks/gen.py for the pages.
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


CODE = """{title}
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy {{

using namespace lifecycle;

namespace {{

class {stem}Check final : public Check {{
public:
  std::optional<Finding> visit(const Fault & /*F*/) const override {{
    // TODO: return findingAtAcquisition(F, Name, subjectOf(F) + "...") for its faults.
    return std::nullopt;
  }}

private:
  [[maybe_unused]] static constexpr const char *Name = "{name}";
}};

}} // namespace

std::unique_ptr<Check> create{stem}() {{ return std::make_unique<{stem}Check>(); }}

}} // namespace dbtidy
"""


def title(file):
    """The 80 columns that open a source file."""
    text = f"//===- {file} - TODO: what it reports "
    return text + "-" * max(3, 75 - len(text)) + "===//"


def version():
    return re.search(r"project\(dbtidy VERSION (\d+\.\d+)", gen.read(gen.ROOT / "CMakeLists.txt"))[1]


def files(name):
    """{path: text} of everything to create."""
    folder, stem = gen.ROOT / "checks" / name, gen.class_name(name)
    code = folder / f"{stem}Check.cpp"
    return {folder / "check.json": json.dumps(dict(METADATA, since=version()), indent=2) + "\n",
            folder / "doc.md": PAGE,
            code: CODE.format(name=name, stem=stem, title=title(code.name)),
            gen.ROOT / "test-corpus" / name / "test.cpp": TEST.replace("{name}", name)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    arguments = parser.parse_args()
    if not re.fullmatch(r"db(-[a-z][a-z0-9]*)+", arguments.name):
        raise gen.Fault(f"'{arguments.name}' is not a name like db-statement-reuse")
    if (gen.ROOT / "checks" / arguments.name).exists():
        raise gen.Fault(f"checks/{arguments.name} exists already")
    for path, text in files(arguments.name).items():
        gen.write(path, text)
        print(f"wrote {gen.relative(path)}")
    print(f"Next: the code and the test, then scripts/test and checks/gen.py (lit-22 -v test-corpus/{arguments.name})")


if __name__ == "__main__":
    try:
        main()
    except gen.Fault as fault:
        print(f"new_check.py: {fault}", file=sys.stderr)
        sys.exit(1)
