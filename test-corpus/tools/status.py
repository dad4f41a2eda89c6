#!/usr/bin/env python3
"""Runs a command and fails unless it ends with the given status: status.py 2 COMMAND..."""

import subprocess
import sys


def main():
    wanted, command = int(sys.argv[1]), sys.argv[2:]
    got = subprocess.run(command, check=False).returncode
    if got != wanted:
        print(f"exit status {got}, expected {wanted}: {' '.join(command)}", file=sys.stderr)
    return got != wanted


if __name__ == "__main__":
    sys.exit(main())
