#!/usr/bin/env python3
"""Holds the findings in test-corpus/example/ against the table in its README.

Also wants example/finding.txt, when there is one, to stand in the text output as it is.
"""

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import check_dbtidy  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dbtidy", required=True)
    parser.add_argument("root", type=Path)
    arguments = parser.parse_args()
    example = arguments.root / "test-corpus" / "example"
    rows = re.findall(r"^\| ([\w.]+\.cp*) \| (\w+) \| (db-[\w-]+) \|", (example / "README.md").read_text("utf-8"),
                      re.MULTILINE)
    files = sorted(str(path.relative_to(arguments.root)) for path in example.glob("*.c*"))
    flags = ["-Irules/libpq/mock", "-Irules/sqlite3/mock"]

    found = check_dbtidy.findings_of([arguments.dbtidy, "check", "--sarif=-", *files, "--", *flags], example,
                                     arguments.root)
    actual = sorted((check_dbtidy.name_of(item.file), check_dbtidy.components(item.function)[0], item.check)
                    for item in found)
    faults = [f"not found: {' '.join(row)}" for row in sorted(rows) if row not in actual]
    faults += [f"not in the table: {' '.join(row)}" for row in actual if row not in rows or actual.count(row) > 1]

    quoted = example / "finding.txt"
    if quoted.is_file():
        text = check_dbtidy.run([arguments.dbtidy, "check", *files, "--", *flags], (2,), "dbtidy", arguments.root)
        if quoted.read_text("utf-8").strip() not in text.stdout:
            faults.append("example/finding.txt is not part of the output; replace it by what scripts/demo prints "
                          "and run checks/gen.py")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except check_dbtidy.Failure as failure:
        print(failure)
        sys.exit(1)
