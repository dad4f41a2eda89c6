#!/usr/bin/env python3
"""What the next run costs when one file of a project has changed: a comment is put on top of it, so that every position
in it moves, and the run with the cache is held against the analysis of that file alone.

    changed.py BUILD FILE            a folder with a compile_commands.json, one of its files
        --dbtidy FILE                the binary (default: build/bin/dbtidy of this tree)
        --rounds N                   the median of N changes counts (default 9)
        --max-warm R --max-changed R exit 1 where a ratio is above R

FILE is changed in place, and put back at the end. Times are wall-clock seconds: who waits for it is a person. The output
with the cache has to be that without it, else the exit status is 3.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(command):
    """Seconds and output of one run of dbtidy, which may find something."""
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - start
    if done.returncode not in (0, 2):
        sys.exit(f"changed.py: exit status {done.returncode}: {' '.join(command)}")
    return seconds, done.stdout


def measure(options, source, original):
    check = [options.dbtidy, "check", "-p", options.build, "--format=short", "-q"]
    with tempfile.TemporaryDirectory() as folder:
        cached = check + ["--cache-dir", folder]
        cold, _ = run(cached)
        warm = statistics.median(run(cached)[0] for _ in range(options.rounds))
        changed, alone = [], []
        for number in range(options.rounds):
            with open(source, "wb") as stream:
                stream.write(b"/* %d */\n" % number + original)
            seconds, said = run(cached)
            changed.append(seconds)
            alone.append(run(check + ["--no-cache", source])[0])
        if said != run(check + ["--no-cache"])[1]:
            sys.exit(3)
    return cold, warm, statistics.median(changed), statistics.median(alone)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("file")
    parser.add_argument("--dbtidy", default=os.path.join(ROOT, "build", "bin", "dbtidy"))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--max-warm", type=float)
    parser.add_argument("--max-changed", type=float)
    options = parser.parse_args()
    with open(options.file, "rb") as stream:
        original = stream.read()
    try:
        cold, warm, changed, alone = measure(options, options.file, original)
    finally:
        with open(options.file, "wb") as stream:
            stream.write(original)
    print(f"cold {cold:.2f} s, warm {warm:.3f} s ({warm / cold:.1%} of cold)")
    print(f"one file changed {changed:.2f} s, that file alone {alone:.2f} s ({changed / alone:.2f} times)")
    over = options.max_warm is not None and warm / cold > options.max_warm
    return 1 if over or (options.max_changed is not None and changed / alone > options.max_changed) else 0


if __name__ == "__main__":
    sys.exit(main())
