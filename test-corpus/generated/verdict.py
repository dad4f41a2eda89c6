"""Compares what programs do (oracle.py) with what the analyser says of them.

A finding is right if a fact of its kind has the finding's line in its chain. A fact is found if such a finding
exists. What happened only behind something undefined, and a transaction of which nothing shows whose duty its end
is, excuses a finding and is not missed. Of a line that no run has come to execution knows nothing: findings in
it are counted apart.
"""

import json
import re
import subprocess
from dataclasses import dataclass, field

from oracle import INCLUDES, SUFFIX

STANDARD = {"c": "-std=gnu17", "c++": "-std=c++20"}
CHECK = {"connection": "db-connection-leak", "result": "db-result-leak", "statement": "db-result-leak",
         "buffer": "db-result-leak"}


@dataclass(frozen=True)
class Finding:
    check: str
    line: int
    text: str


@dataclass
class Verdict:
    """Of one program."""
    outcome: object
    owed: list = field(default_factory=list)  # facts that must be found
    excused: list = field(default_factory=list)  # facts that may be found
    findings: list = field(default_factory=list)
    false_alarms: list = field(default_factory=list)
    missed: list = field(default_factory=list)
    gave_up: bool = False
    undecided: list = field(default_factory=list)  # findings on lines that no run has come to

    @property
    def leaks(self):
        return [fact for fact in self.owed if fact.type != "U"]

    @property
    def leaking(self):
        return bool(self.leaks)

    @property
    def clean(self):
        return not self.owed and not self.excused

    @property
    def leak_found(self):
        return any(fact not in self.missed for fact in self.leaks)

    @property
    def uses(self):
        return [fact for fact in self.owed if fact.type == "U"]

    def signatures(self):
        """What is wrong between the two, as a set that a smaller program can be held against."""
        found = {("false-alarm-on-clean" if self.clean else "false-alarm", finding.check)
                 for finding in self.false_alarms}
        if self.leaking and not self.leak_found:
            found |= {("missed-program", check_of(fact)) for fact in self.leaks}
        else:
            found |= {("missed-site", check_of(fact)) for fact in self.missed if fact.type != "U"}
        found |= {("missed-use", check_of(fact)) for fact in self.missed if fact.type == "U"}
        return found


def check_of(fact):
    if fact.type == "U":
        return "db-use-after-close"
    return "db-transaction-leak" if fact.type == "X" else CHECK[fact.kind]


def judge(outcome, findings, gave_up=False, function_of=None):
    """function_of: line -> first line of the function around it."""
    verdict = Verdict(outcome, gave_up=gave_up)
    for finding in findings:
        where = function_of(finding.line) if function_of else None
        unseen = (where is not None and not (entered(outcome, where, finding.line) and released(outcome, finding))
                  and not any(matches(finding, fact) for fact in outcome.facts if fact.type != "C"))
        (verdict.undecided if unseen else verdict.findings).append(finding)
    findings = verdict.findings
    committed = {fact.lines for fact in outcome.facts if fact.type == "C"}
    for fact in outcome.facts:
        if fact.type == "C":
            continue
        # Who only begins, or only rolls back, may be working for a caller.
        unclear = fact.doubtful or (fact.type == "X" and fact.lines not in committed)
        (verdict.excused if unclear else verdict.owed).append(fact)
    for fact in verdict.owed:
        if not any(matches(finding, fact) for finding in findings):
            verdict.missed.append(fact)
    for finding in findings:
        if not any(matches(finding, fact) for fact in verdict.owed + verdict.excused):
            verdict.false_alarms.append(finding)
    return verdict


def entered(outcome, function, line):
    """Whether a run has come to a line of the function that begins at another."""
    starts = [start for start in outcome.blocks if function <= start <= line]
    return bool(starts) and starts[-1] in outcome.entered


def released(outcome, finding):
    """Whether a call that is said to release again has ever been given a handle that is not null."""
    name = re.match(r"'(\w+)' releases", finding.text)
    direct = name and re.match(r"PQ|sqlite3_", name[1])
    return not direct or finding.line in outcome.released


def matches(finding, fact):
    if finding.check != check_of(fact):
        return False
    if finding.line in fact.lines:
        return True
    # A function that hands a dead handle on is told of where it does so, not where the caller uses it.
    released = re.search(r"already released \(released at line (\d+)\)", finding.text)
    return bool(released) and int(released[1]) in fact.since


def analyse(tool, batch, folder, name="batch"):
    """(findings of each program of the batch, the programs with a function that was given up)."""
    source = folder / (name + SUFFIX[batch.language])
    sarif = folder / (name + ".sarif")
    sarif.unlink(missing_ok=True)
    result = subprocess.run([str(tool), "check", "-q", "-j", "1", "--no-cache", f"--sarif={sarif}", str(source), "--",
                             STANDARD[batch.language], *INCLUDES], capture_output=True, text=True, check=False)
    if result.returncode not in (0, 2):
        raise RuntimeError(f"{source}: the analyser ended with {result.returncode}: {result.stderr[-800:]}")
    findings = [[] for _ in batch.programs]
    gave_up = set()
    run = json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]
    for one in run.get("results", []):
        line = one["locations"][0]["physicalLocation"]["region"]["startLine"]
        owner = batch.owner(line)
        if owner is None:
            raise RuntimeError(f"{source}: a finding outside of the programs, at line {line}")
        findings[owner].append(Finding(one["ruleId"], line, one["message"]["text"]))
    for invocation in run.get("invocations", []):
        for note in invocation.get("toolExecutionNotifications", []):
            for place in note.get("locations", []):
                owner = batch.owner(place["physicalLocation"].get("region", {}).get("startLine", 0))
                if owner is not None:
                    gave_up.add(owner)
    return findings, gave_up
