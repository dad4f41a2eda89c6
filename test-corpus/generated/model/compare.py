#!/usr/bin/env python3
"""Compares dbtidy's findings with what the execution of generated program models shows.

  compare.py --tool DBTIDY [--seed S] [--count N] [--only I] [--out DIR] [--minimise K]
  compare.py --selftest

Program I of a seed is the same in every run. With --out, each disagreement is written to DIR as
S-I.dbtp with the facts and findings as comments; the first K are also minimised (S-I.min.dbtp).
The last lines are a summary; the exit status is 0 if there was no disagreement, 1 if there was one.
See README.md for what counts as one.
"""

import argparse
import collections
import gc
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import selftest
from generate import generate, render
from interpret import Program, TooMany
from machine import Invalid, Unsupported
from minimise import minimise
from reader import parse

BATCH = 100
FINDING = re.compile(r"^[^:]+:(\d+):\d+: warning: (.*) \[([a-z-]+)\]$", re.MULTILINE)
GAVE_UP = re.compile(r"gave up: [^:]+:(\d+): (\S+): (.*)")


class Failure(Exception):
    """The tool did something that it never should."""


class Verdict:
    """One program with its facts and findings; lines count from the program's first."""

    def __init__(self, seed, index, functions):
        self.seed, self.index, self.functions = seed, index, functions
        self.thrown, self.facts, self.inside = None, {}, {}  # of the entry; of every function
        self.findings, self.gave_up = [], False

    @property
    def leaking(self):
        return any(self.facts.values())

    def false_alarms(self):
        """Findings that speak of nothing which any execution of any function shows."""
        return [finding for finding in self.findings if not self.allowed(finding)]

    def allowed(self, finding):
        line, _, check = finding
        kinds = ("misuse", "returned") if check == "db-use-after-close" else ("leak",)
        return check != "db-transaction-leak" and any(kind in kinds and line in chain for kind, chain in self.inside)

    def missed(self):
        """Sites of the entry's certain facts which no finding speaks of."""
        out = set()
        for (kind, chain), certain in self.facts.items():
            if certain and kind != "returned" and not self.found(kind, chain):
                out.add((kind, chain[-1]))
        return sorted(out)

    def found(self, kind, chain):
        lines = {line for (other, c), _ in self.inside.items() if other == kind and c[-1] == chain[-1] for line in c}
        return any(line in lines and (check == "db-use-after-close") == (kind == "misuse")
                   for line, _, check in self.findings)

    def program_missed(self):
        return self.leaking and not any(self.allowed(finding) for finding in self.findings)

    def disagrees(self):
        return not self.thrown and bool(self.false_alarms() or (self.missed() and not self.gave_up))

    def signature(self):
        """What has to stay the same while the program is made smaller."""
        alarms = {check for _, _, check in self.false_alarms()}
        return (frozenset(alarms), frozenset(kind for kind, _ in self.missed()))

    def text(self):
        out = ["program 1", 'source "m.c"'] + [f"// finding at {line}: {text} [{check}]"
                                               for line, text, check in self.findings]
        out += [f"// fact: {kind} {' > '.join(map(str, chain))}{'' if certain else ' also'}"
                for (kind, chain), certain in sorted(self.facts.items())]
        out += [f"// false alarm at {line}" for line, _, _ in self.false_alarms()]
        out += [f"// missed: {kind} {line}" for kind, line in self.missed()]
        first = 1 + len(out)
        shift = [line if not line.startswith("//") else self.shifted(line, first - 1) for line in out]
        return "\n".join(shift + render(self.functions, self.index, first)) + "\n"

    @staticmethod
    def shifted(line, by):
        return re.sub(r"(?<=at )\d+|(?<= )\d+(?= >|$| also)|(?<=> )\d+",
                      lambda match: str(int(match.group()) + by), line, count=0) if "finding" not in line else \
            re.sub(r"(?<=(?:at|ne) )\d+", lambda match: str(int(match.group()) + by), line)


def run_tool(tool, path):
    result = subprocess.run([tool, "check", "-j", "1", "-q", "--no-cache", "--stats", "--format=short", path], capture_output=True,
                            text=True, timeout=600, check=False)
    if result.returncode not in (0, 2):
        raise Failure(f"{tool} ended with {result.returncode}: {path}\n{result.stderr[:2000]}")
    return result.stdout, result.stderr


def judge(tool, programs, folder):
    """The verdicts on [(seed, index, functions)]: all in one file, so that the tool starts once."""
    verdicts = [Verdict(*program) for program in programs]
    lines, starts = ["program 1", 'source "m.c"'], []
    for position, verdict in enumerate(verdicts):
        starts.append(len(lines))
        lines += render(verdict.functions, position, len(lines) + 1)
    path = os.path.join(folder, "batch.dbtp")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    owner = []
    for position, start in enumerate(starts):
        owner += [position] * ((starts[position + 1] if position + 1 < len(starts) else len(lines)) - start)
    with ThreadPoolExecutor(1) as pool:
        output = pool.submit(run_tool, tool, path)
        execute(verdicts, starts, lines)
        found, said = output.result()

    def place(line):
        position = owner[line - 1 - starts[0]]
        return verdicts[position], line - starts[position]
    for line, text, check in FINDING.findall(found):
        verdict, inside = place(int(line))
        near = re.sub(r"line (\d+)", lambda match: f"line {int(match[1]) - int(line) + inside}", text)
        verdict.findings.append((inside, near, check))
    for line, _, _ in GAVE_UP.findall(said):
        place(int(line))[0].gave_up = True
    return verdicts


def execute(verdicts, starts, lines):
    for position, verdict in enumerate(verdicts):
        end = starts[position + 1] if position + 1 < len(starts) else len(lines)
        try:
            program = Program(parse("\n".join(lines[starts[position]:end])))
            for function in program.functions:
                facts = {(kind, tuple(line - starts[position] for line in chain)): certain
                         for (kind, chain), certain in program.facts(function.name).items()}
                for fact, certain in facts.items():
                    verdict.inside[fact] = verdict.inside.get(fact, False) or certain
                if function.name.endswith("_main"):
                    verdict.facts = facts
        except (TooMany, Invalid, Unsupported) as error:
            verdict.thrown = f"{type(error).__name__}: {re.sub(r'[0-9]+', 'N', str(error))[:60]}"


class Summary:
    def __init__(self):
        self.counts, self.thrown, self.start = collections.Counter(), collections.Counter(), time.time()

    def add(self, verdict):
        counts = self.counts
        counts["programs"] += 1
        if verdict.thrown:
            counts["thrown away"] += 1
            self.thrown[verdict.thrown] += 1
            return
        counts["gave up"] += verdict.gave_up
        counts["leaking"] += verdict.leaking
        counts["clean"] += not verdict.leaking
        counts["leaking found"] += verdict.leaking and not verdict.program_missed()
        counts["leaking missed"] += verdict.program_missed()
        alarms, missed = verdict.false_alarms(), verdict.missed()
        counts["clean with false alarm"] += not verdict.leaking and bool(alarms)
        counts["findings"] += len(verdict.findings)
        counts["false alarms"] += len(alarms)
        sites = {(kind, chain[-1]) for (kind, chain), certain in verdict.facts.items()
                 if certain and kind != "returned"}
        counts["fault sites"] += len(sites)
        counts["fault sites missed"] += len(missed)

    def show(self):
        counts, seconds = self.counts, time.time() - self.start
        for why, count in self.thrown.most_common():
            print(f"thrown away {count}: {why}")
        print(f"programs: {counts['programs']} run, {counts['leaking']} leaking, {counts['clean']} clean, "
              f"{counts['thrown away']} thrown away, {counts['gave up']} given up by the tool")
        rate = 100.0 * counts["leaking found"] / max(1, counts["leaking"])
        print(f"program level: {counts['leaking found']} found, {counts['leaking missed']} missed "
              f"({rate:.2f} % found), {counts['clean with false alarm']} clean ones with a false alarm")
        rate = 100.0 * (1 - counts["fault sites missed"] / max(1, counts["fault sites"]))
        print(f"finding level: {counts['findings']} findings, {counts['false alarms']} false alarms, "
              f"{counts['fault sites']} fault sites, {counts['fault sites missed']} missed ({rate:.2f} % found)")
        print(f"time: {seconds:.1f} s, {counts['programs'] / max(seconds, 0.001):.0f} programs a second")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--only", type=int)
    parser.add_argument("--out")
    parser.add_argument("--minimise", type=int, default=0)
    parser.add_argument("--selftest", action="store_true")
    options = parser.parse_args()
    if options.selftest:
        return selftest.run()
    if not options.tool:
        parser.error("--tool is missing")
    if options.out:
        os.makedirs(options.out, exist_ok=True)
    indices = [options.only] if options.only is not None else list(range(options.count))
    summary, different, left = Summary(), [], options.minimise
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, len(indices), BATCH):
            programs = [(options.seed, i, generate(f"{options.seed}-{i}")) for i in indices[first:first + BATCH]]
            for verdict in judge(options.tool, programs, folder):
                summary.add(verdict)
                if verdict.disagrees():
                    different.append(verdict)
            gc.collect()
        seconds = time.time()
        for verdict in different:
            name = f"{verdict.seed}-{verdict.index}"
            print(f"{name}: {'; '.join(describe(verdict))}")
            if options.out:
                write(options.out, name + ".dbtp", verdict.text())
            if left > 0:
                left -= 1
                small = minimise(verdict, lambda programs: judge(options.tool, programs, folder))
                if options.out:
                    write(options.out, name + ".min.dbtp", small.text())
                else:
                    print(small.text())
        summary.start += time.time() - seconds
    if options.only is not None and not different:
        print(verdict.text())
    summary.show()
    return 1 if different else 0


def describe(verdict):
    return ([f"false alarm at {line} [{check}]" for line, _, check in verdict.false_alarms()]
            + [f"missed {kind} at {line}" for kind, line in verdict.missed()])


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        sys.exit(str(failure))
