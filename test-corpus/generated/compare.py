#!/usr/bin/env python3
"""Runs generated programs, asks the analyser about them, and tells where the two disagree.

  compare.py --tool DBTIDY [--seed S] [--count N] [--lang c|c++|both] [--jobs N] [--out DIR] [--minimise [K]]
  compare.py --tool DBTIDY --seed S --only I --lang c     one program
  compare.py --selftest                                   the oracle against programs known by hand

Exit status: 0 if program and analyser agree throughout, else 1. DIR gets a file for each disagreement, with the
reason; with --minimise also the smallest program that was found for it, and groups.txt, which sorts them.
"""

import argparse
import collections
import re
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import minimise
import verdict as verdicts
from generate import generate, language_of
from oracle import SUFFIX, Oracle
from selftest import selftest


class Tally(collections.Counter):
    """What the summary's lines say."""

    def add(self, verdict):
        if verdict.outcome.status != "ok":
            self["thrown away: " + verdict.outcome.status] += 1
            return
        self["run"] += 1
        self["executions"] += verdict.outcome.runs
        self["gave up"] += verdict.gave_up
        self["leaking"] += verdict.leaking
        self["leaking found"] += verdict.leaking and verdict.leak_found
        self["late use"] += bool(verdict.uses)
        self["late use found"] += any(fact not in verdict.missed for fact in verdict.uses)
        self["clean"] += verdict.clean
        self["clean with finding"] += verdict.clean and bool(verdict.findings)
        self["findings"] += len(verdict.findings)
        self["undecided"] += len(verdict.undecided)
        self["findings without fact"] += len(verdict.false_alarms)
        for word, facts in (("sites", verdict.owed), ("sites missed", verdict.missed)):
            for check in {(verdicts.check_of(fact), fact.lines[:1]) for fact in facts}:
                self[word] += 1
                self[f"{word} {check[0]}"] += 1
        for finding in verdict.false_alarms:
            self["findings without fact " + finding.check] += 1


def describe(program, verdict):
    """The comment on top of a stored program."""
    lines = [f"{program.origin}; mutations: {', '.join(program.notes) or 'none'}"]
    lines += [f"false alarm: {finding.check} at line {finding.line}: {finding.text}"
              for finding in verdict.false_alarms]
    for fact in verdict.missed:
        where = " <- ".join(map(str, fact.lines)) or "the caller's"
        lines.append(f"missed: {verdicts.check_of(fact)}: the {fact.kind} of line {where}")
    lines += [f"signature: {side} {check}" for side, check in sorted(verdict.signatures())]
    return lines


def run_batch(arguments, indexes, language, folder):
    """(tally, disagreements as (index, language, signatures, comment, source)) of some programs."""
    oracle = Oracle(folder, arguments.clang)
    tally = Tally()
    disagreements = []
    for start in range(0, len(indexes), arguments.batch):
        programs = [generate(arguments.seed, index, language) for index in indexes[start:start + arguments.batch]]
        index_of = dict(zip(map(id, programs), indexes[start:start + arguments.batch]))
        begin = time.time()
        batch, outcomes, rejected = oracle.execute(programs, language)
        between = time.time()
        findings, gave_up = verdicts.analyse(arguments.tool, batch, oracle.folder)
        tally["milliseconds oracle"] += round(1000 * (between - begin))
        tally["milliseconds analyser"] += round(1000 * (time.time() - between))
        for program, text in rejected:
            tally["thrown away: does not compile"] += 1
            disagreements.append((index_of[id(program)], language, {("does-not-compile", text)}, [text],
                                  "\n".join(program.render("p0")) + "\n"))
        for number, (program, outcome) in enumerate(zip(batch.programs, outcomes)):
            verdict = verdicts.judge(outcome, findings[number], number in gave_up,
                                     partial(batch.function, number))
            tally.add(verdict)
            if outcome.status == "ok" and verdict.signatures():
                shift = batch.ranges[number][0] - 1
                lines = [shifted(line, shift) for line in describe(program, verdict)]
                disagreements.append((index_of[id(program)], language, verdict.signatures(), lines,
                                      "\n".join(program.render(f"p{number}")) + "\n"))
    return tally, disagreements


def shifted(text, shift):
    """Lines of the batch become lines of the program."""
    return re.sub(r"(?<=line )\d+(?: <- \d+)*",
                  lambda found: re.sub(r"\d+", lambda one: str(int(one[0]) - shift), found[0]), text)


def store(folder, disagreements):
    folder.mkdir(parents=True, exist_ok=True)
    for index, language, signatures, lines, source in disagreements:
        side = sorted(signatures)[0][0]
        text = "".join(f"// {line}\n" for line in lines)
        (folder / f"{index}-{side}{SUFFIX[language]}").write_text(text + source, encoding="utf-8")


def percent(part, whole):
    return f"{part} of {whole}" + (f" ({100 * part / whole:.2f} %)" if whole else "")


def summary(tally, seconds):
    thrown = {name: count for name, count in tally.items() if name.startswith("thrown away: ")}
    total = tally["run"] + sum(thrown.values())
    print(f"programs: {total} generated, {tally['run']} run ({tally['executions']} executions), "
          f"{sum(thrown.values())} thrown away"
          + "".join(f", {name[13:]} {count}" for name, count in sorted(thrown.items())))
    print(f"leaking programs: found {percent(tally['leaking found'], tally['leaking'])}")
    print(f"programs with a late use: found {percent(tally['late use found'], tally['late use'])}")
    print(f"clean programs: false alarm in {percent(tally['clean with finding'], tally['clean'])}")
    print(f"findings: {tally['findings']}, without a fact {tally['findings without fact']}"
          + "".join(f", {name[22:]} {count}" for name, count in sorted(tally.items())
                    if name.startswith("findings without fact ")))
    print(f"faulty sites: missed {percent(tally['sites missed'], tally['sites'])}"
          + "".join(f", {name[13:]} {count}" for name, count in sorted(tally.items())
                    if name.startswith("sites missed ")))
    print(f"findings on lines that no run comes to: {tally['undecided']}")
    print(f"programs with a function given up: {tally['gave up']}")
    print(f"seconds: {seconds:.1f} (oracle {tally['milliseconds oracle'] / 1000:.1f}, analyser "
          f"{tally['milliseconds analyser'] / 1000:.1f}), {total / max(seconds, 0.001):.0f} programs a second")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path)
    parser.add_argument("--clang", default="clang-22")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="index of the first program")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--only", type=int)
    parser.add_argument("--lang", choices=["c", "c++", "both"], default="both")
    parser.add_argument("--batch", type=int, default=200, help="programs in a file")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--minimise", type=int, nargs="?", const=10**6, default=0, metavar="K",
                        help="shrink the first K disagreements, or all")
    parser.add_argument("--at-least", type=float, metavar="PERCENT",
                        help="exit status 0 if so many leaking programs are found, with no finding without a fact")
    parser.add_argument("--selftest", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="generated-") as scratch:
        if arguments.selftest:
            return 1 if selftest(Path(scratch), arguments.clang) else 0
        if not arguments.tool:
            parser.error("--tool is missing")
        return compare(arguments, Path(scratch))


def compare(arguments, scratch):
    begin = time.time()
    indexes = [arguments.only] if arguments.only is not None else range(arguments.first,
                                                                        arguments.first + arguments.count)
    tasks = []
    for language in ("c", "c++"):
        mine = [index for index in indexes if language_of(arguments.seed, index, arguments.lang) == language]
        # Several batches a task: each prepares the stubs for itself.
        step = max(arguments.batch, -(-len(mine) // (arguments.jobs * arguments.batch)) * arguments.batch)
        tasks += [(mine[start:start + step], language, scratch / f"{len(tasks)}-{start}")
                  for start in range(0, len(mine), step)]
    tally, disagreements = Tally(), []
    if arguments.jobs == 1:
        results = [run_batch(arguments, *task) for task in tasks]
    else:
        with ProcessPoolExecutor(arguments.jobs) as pool:
            results = [future.result() for future in [pool.submit(run_batch, arguments, *task) for task in tasks]]
    for one, more in results:
        tally.update(one)
        disagreements += more
    disagreements.sort(key=lambda one: (one[0], one[1]))
    seconds = time.time() - begin
    if arguments.out:
        store(arguments.out, disagreements)
        if arguments.minimise:
            minimise.shrink(arguments, disagreements, scratch / "minimise")
    for index, language, signatures, _, _ in disagreements[:50]:
        print(f"{index} {language}: " + ", ".join(f"{side} {check}" for side, check in sorted(signatures)))
    if len(disagreements) > 50:
        print(f"and {len(disagreements) - 50} more")
    summary(tally, seconds)
    if arguments.at_least is None:
        return 1 if disagreements else 0
    enough = 100 * tally["leaking found"] >= arguments.at_least * tally["leaking"] > 0
    return 0 if enough and not tally["findings without fact"] and not tally["clean with finding"] else 1


if __name__ == "__main__":
    sys.exit(main())
