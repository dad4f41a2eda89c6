#!/usr/bin/env python3
"""What dbtidy costs beside the compiler: processor time and peak memory of `dbtidy check -j1` over the files of a
compilation database, as multiples of `clang -fsyntax-only` over the same files, one after the other in the same run.

    ratio.py BUILD...                one or more folders with a compile_commands.json
        --dbtidy FILE                the binary (default: build/bin/dbtidy of this tree)
        --rounds N                   compiler and dbtidy in turn, N times; the median counts (default 5)
        --max-cpu R --max-memory R   exit 1 where a median is above R
        --max-function S             exit 1 where one function took longer than S seconds
        --json FILE                  the numbers of every round

Peak memory is dbtidy's largest process against the largest of the compiler's. Exit: 0 within the limits, 1 above one,
3 if a file could not be compiled or analysed.
"""

import argparse
import json
import os
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(command, folder, stderr):
    """Processor seconds, peak memory in MiB, and exit status of one command."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=stderr) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode


def compilations(build):
    """(folder, clang command) of every entry, without output and dependency files."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as stream:
        entries = json.load(stream)
    for entry in entries:
        words = entry.get("arguments") or shlex.split(entry["command"])
        cxx = not entry["file"].endswith(".c")
        kept, skip = [], False
        for word in words[1:]:
            if skip or word in ("-c", "-MD", "-MMD", "-MP", "-fsyntax-only"):
                skip = False
            elif word in ("-o", "-MF", "-MT", "-MQ"):
                skip = True
            else:
                kept.append(word)
        yield entry["directory"], ["clang++-22" if cxx else "clang-22", "-w", "-fsyntax-only", *kept]


def measure(build, dbtidy):
    floor, peak, failed = 0.0, 0.0, 0
    for folder, command in compilations(build):
        seconds, memory, status = run(command, folder, subprocess.DEVNULL)
        floor, peak, failed = floor + seconds, max(peak, memory), failed + (status != 0)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        command = [dbtidy, "check", "-p", os.path.abspath(build), "-j1", "--no-cache", "--stats"]
        seconds, memory, status = run(command, build, errors)
        # Findings are no failure; neither is a file that the compiler refuses as well.
        errors.seek(0)
        slowest = re.search(r"^slowest function: (.*), ([0-9.]+) s$", errors.read(), re.MULTILINE)
    return {
        "compiler seconds": floor, "compiler MiB": peak, "dbtidy seconds": seconds, "dbtidy MiB": memory,
        "cpu": seconds / floor, "memory": memory / peak, "not compiled": failed, "status": status,
        "slowest": slowest.group(1) if slowest else "", "slowest seconds": float(slowest.group(2)) if slowest else 0.0,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="+")
    parser.add_argument("--dbtidy", default=os.path.join(ROOT, "build", "bin", "dbtidy"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--max-cpu", type=float)
    parser.add_argument("--max-memory", type=float)
    parser.add_argument("--max-function", type=float)
    parser.add_argument("--json")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    above, broken, everything = False, False, {}
    for build in options.build:
        rounds = [measure(build, os.path.abspath(options.dbtidy)) for _ in range(options.rounds)]
        everything[build] = rounds
        median = {key: statistics.median(r[key] for r in rounds) for key in ("cpu", "memory", "slowest seconds")}
        last = rounds[-1]
        print(f"{os.path.basename(os.path.abspath(build))}: {median['cpu']:.2f} x processor time "
              f"({min(r['cpu'] for r in rounds):.2f} to {max(r['cpu'] for r in rounds):.2f}), "
              f"{median['memory']:.2f} x memory, slowest function {last['slowest'] or 'none'} "
              f"{median['slowest seconds']:.2f} s, {last['not compiled']} not compiled, exit {last['status']}")
        for key, limit in (("cpu", options.max_cpu), ("memory", options.max_memory),
                           ("slowest seconds", options.max_function)):
            above |= limit is not None and median[key] > limit
        broken |= last["not compiled"] != 0 or last["status"] not in (0, 2)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as stream:
            json.dump(everything, stream, indent=1)
    return 3 if broken else 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
