#!/usr/bin/env python3
"""Prints what lit -o wrote as "N passed, N failed"; fails unless all passed."""

import json
import sys


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as stream:
            tests = json.load(stream)["tests"]
    except (OSError, ValueError) as error:
        print(f"lit left no results: {error}\n0 passed, 1 failed")
        return 1
    skipped = sorted(test["name"] for test in tests if test["code"] in ("UNSUPPORTED", "SKIPPED", "EXCLUDED"))
    passed = sum(test["code"] in ("PASS", "FLAKYPASS") for test in tests)
    known = sum(test["code"] == "XFAIL" for test in tests)
    failed = len(tests) - passed - known - len(skipped)
    if known:
        print(f"{known} tests of wrong behaviour that is known (pending-*): neither passed nor failed")
    if skipped:
        print(f"Not run here, for want of something that they need: {', '.join(skipped)}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
