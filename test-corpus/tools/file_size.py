#!/usr/bin/env python3
"""Prints every file of checks/ and driver/ that has more lines than its kind may have."""

import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
CHECK = {".cpp": 200, ".h": 60}
OTHER = {".cpp": 600, ".h": 600}

# file -> (its limit, why it may be longer)
EXCEPTIONS = {}


def limit(path):
    parts = path.relative_to(ROOT).parts
    name = "/".join(parts)
    if name in EXCEPTIONS:
        return EXCEPTIONS[name][0]
    return (CHECK if parts[0] == "checks" and parts[1].startswith("db-") else OTHER)[path.suffix]


def main():
    faults = 0
    for top in ("checks", "driver"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in OTHER:
                continue
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > limit(path):
                print(f"{path.relative_to(ROOT)}: {lines} lines; at most {limit(path)}")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
