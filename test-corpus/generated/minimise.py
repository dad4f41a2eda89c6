"""Shrinks a program on which the analyser and the execution disagree, and groups the small ones.

All programs that are one edit smaller are tried in one batch. The best that still disagrees in the same way is
taken, together with as many of the other edits as go with it.
"""

import re
from functools import partial
from pathlib import Path

import verdict as verdicts
from generate import generate
from oracle import SUFFIX, Oracle, prelude
from tree import apply, edits, size

MOST = {"c": 200, "c++": 60}  # candidates in a batch


class Minimiser:
    def __init__(self, arguments, folder):
        self.arguments = arguments
        self.oracle = Oracle(folder, arguments.clang)

    def signatures(self, programs):
        """What is wrong with each program; nothing for one that does not compile or has no verdict."""
        if not programs:
            return []
        language = programs[0].language
        batch, outcomes, _ = self.oracle.execute(programs, language, "small")
        if not batch.programs:
            return [set() for _ in programs]
        findings, _ = verdicts.analyse(self.arguments.tool, batch, self.oracle.folder, "small")
        found = {}
        for number, (program, outcome) in enumerate(zip(batch.programs, outcomes)):
            verdict = verdicts.judge(outcome, findings[number], function_of=partial(batch.function, number))
            found[id(program)] = verdict.signatures() if outcome.status == "ok" else set()
        return [found.get(id(program), set()) for program in programs]

    def shrink(self, program, wanted):
        """The smallest program found that disagrees as wanted."""
        while True:
            steps = sorted(edits(program), key=lambda step: -step[0])
            taken = None
            most = MOST[program.language]
            for start in range(0, len(steps), most):
                some = steps[start:start + most]
                candidates = [apply(program, path, what) for _, path, what in some]
                good = [number for number, found in enumerate(self.signatures(candidates)) if wanted in found]
                if good:
                    taken = self.together(program, [some[number] for number in good], wanted) or candidates[good[0]]
                    break
            if taken is None:
                return program
            program = taken

    def together(self, program, steps, wanted):
        """Several edits at once: the first 2, 4, 8 ... that lie in different places."""
        chosen = []
        for _, path, what in steps:
            if not any(path[:len(other)] == other or other[:len(path)] == path for other, _ in chosen):
                chosen.append((path, what))
        candidates = []
        count = len(chosen)
        while count > 1:
            smaller = program
            # From the back, so that the paths of the others stay right.
            for path, what in sorted(chosen[:count], key=lambda one: one[0], reverse=True):
                smaller = apply(smaller, path, what)
            candidates.append(smaller)
            count = count * 2 // 3
        for candidate, found in zip(candidates, self.signatures(candidates)):
            if wanted in found:
                return candidate
        return None


FEATURES = {
    "own variable": r"^static \w+ \*@\w+ =", "returns a handle": r"^static \w+ \*@\w+\(", "array": r"\[\d\]",
    "struct": r"\bstruct\b", "class": r"\bclass\b", "malloc": r"malloc", "loop": r"\b(while|for|do)\b",
    "switch": r"\bswitch\b", "goto": r"\bgoto\b", "throw": r"\bthrow\b", "catch": r"\bcatch\b", "lambda": r"\[&",
    "out-parameter": r"\*\*(out|h)\b", "unique_ptr": r"unique_ptr", "shared_ptr": r"shared_ptr",
    "optional": r"optional", "vector": r"vector", "move": r"std::move", "template": r"template", "destructor": r"~@"}


def shape(program):
    """What a small program consists of: the library calls, and the features of the language."""
    text = "\n".join(line.strip() for line in program.render("@"))
    found = set(re.findall(r"\b(?:PQ|sqlite3_)\w+(?=\()", text))
    return ", ".join(sorted(found) + sorted(name for name, pattern in FEATURES.items()
                                            if re.search(pattern, text, re.MULTILINE)))


def shrink(arguments, disagreements, folder):
    """Writes small/ and groups.txt into the output folder."""
    minimiser = Minimiser(arguments, folder)
    small = Path(arguments.out) / "small"
    small.mkdir(exist_ok=True)
    groups = {}
    for index, language, signatures, _, _ in disagreements[:arguments.minimise]:
        for wanted in sorted(signatures):
            if wanted[0] == "does-not-compile":
                continue
            program = minimiser.shrink(generate(arguments.seed, index, language), wanted)
            text = "\n".join(prelude(language) + [""] + program.render("p0")) + "\n"
            name = f"{index}-{wanted[0]}-{wanted[1]}{SUFFIX[language]}"
            (small / name).write_text(f"// {program.origin}: {wanted[0]} {wanted[1]}\n{text}", encoding="utf-8")
            groups.setdefault((wanted, shape(program)), []).append((name, size(program.nodes)))
    lines = []
    for (wanted, what), members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        lines.append(f"{len(members)} x {wanted[0]} {wanted[1]}: {what}: "
                     + " ".join(name for name, _ in sorted(members, key=lambda one: one[1])[:8]))
    (Path(arguments.out) / "groups.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
