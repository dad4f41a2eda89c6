#!/usr/bin/env python3
"""Holds the findings in a file against the comments in it.

  RUN: %check_dbtidy %s [CHECKS] [--driver-only] [--with FILE]... [--extra=OPTION]... [-- FLAGS]

Analyses the file with the driver and with the clang-tidy plugin. CHECKS is a list of globs
(default db-*). --with adds a file that is analysed together with it and may hold
expectations too; it and --extra, an option for the driver, imply --driver-only.

Expectations stand on the line they speak of, any number of them:

  // WARN: [db-result-leak]                          a finding of that check on this line
  // WARN: [db-result-leak] "query result" likely    its message contains the text; its confidence
  // WARN@+1: [db-result-leak]                       the same, one line further down
  // NOTE: "assuming"                                a step of a path on this line that contains it

A finding that is not listed fails, a listed one that is missing fails. Findings are allowed
in functions (or classes) named ...Bad and FP_... only, and each of those must have one; what
is named ...Ok or FN_... must have none. Driver and plugin must find the same, line by line.
"""

import argparse
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "checks"))
import gen  # noqa: E402  (definitions(): where the functions of a test begin and end)

TIMEOUT = 120


class Failure(Exception):
    pass


class Expected:
    def __init__(self, file, line, check):
        self.file, self.line, self.check = file, line, check
        self.texts, self.confidence = [], None

    def accepts(self, finding):
        return ((self.file, self.line, self.check) == (finding.file, finding.line, finding.check)
                and all(text in finding.message for text in self.texts)
                and self.confidence in (None, finding.confidence))

    def __str__(self):
        words = [f"[{self.check}]"] + [f'"{text}"' for text in self.texts]
        return " ".join(words + ([self.confidence] if self.confidence else []))


class Found:
    def __init__(self, file, line, check, message, confidence="", function="", steps=()):
        self.file, self.line, self.check, self.message = file, line, check, message
        self.confidence, self.function, self.steps = confidence, function, steps

    def __str__(self):
        place = f" (in {self.function})" if self.function else ""
        return f"[{self.check}] \"{self.message}\" {self.confidence}{place}".rstrip()


# --- Expectations ---------------------------------------------------------------------

COMMENT = re.compile(r"//\s*(WARN|NOTE)(?:@([+-]\d+))?:((?:(?!//\s*(?:WARN|NOTE)\b).)*)")
TOKEN = re.compile(r'\s*(?:\[(?P<check>[\w-]+)\]|"(?P<text>[^"]*)"|(?P<confidence>certain|likely)\b|(?P<bad>\S+))')


def expectations(file):
    """The WARNs and the NOTEs (file, line, text) of one file."""
    warnings, notes = [], []
    with open(file, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    for number, line in enumerate(lines, 1):
        for kind, shift, rest in COMMENT.findall(line):
            at = number + int(shift or 0)
            current = None
            for token in TOKEN.finditer(rest):
                if kind == "WARN" and token["check"]:
                    current = Expected(file, at, token["check"])
                    warnings.append(current)
                elif current and token["text"]:
                    current.texts.append(token["text"])
                elif current and token["confidence"]:
                    current.confidence = token["confidence"]
                elif kind == "NOTE" and token["text"]:
                    notes.append((file, at, token["text"]))
                else:
                    raise Failure(f"{name_of(file)}:{number}: cannot read '{token[0].strip()}' in the {kind} comment")
    return warnings, notes


def local_files(file, seen):
    """file and what it includes from its own folder downwards."""
    file = os.path.realpath(file)
    if file in seen or not os.path.isfile(file):
        return seen
    seen.append(file)
    with open(file, encoding="utf-8") as stream:
        for include in re.findall(r'^\s*#\s*include\s*"([^"]+)"', stream.read(), re.MULTILINE):
            local_files(os.path.join(os.path.dirname(file), include), seen)
    return seen


# --- Running --------------------------------------------------------------------------

def name_of(file):
    return os.path.basename(file)


def run(command, allowed, tool, directory=None):
    try:
        result = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=TIMEOUT, check=False,
                                cwd=directory)
    except FileNotFoundError:
        raise Failure(f"{command[0]}: not there; build first")
    except subprocess.TimeoutExpired:
        raise Failure(f"{tool}: no end after {TIMEOUT} s")
    if result.returncode not in allowed:
        shown = "\n".join((result.stderr + result.stdout).strip().splitlines()[:20])
        raise Failure(f"{tool}: exit status {result.returncode}\n{shown}")
    return result


LANGUAGES = {".c": "gnu17", ".cpp": "c++20"}


def language_flags(file, arguments):
    suffixes = {os.path.splitext(name)[1] for name in (file, *arguments.others)}
    flags = [f"-std={LANGUAGES[suffix]}" for suffix in suffixes if len(suffixes) == 1 and suffix in LANGUAGES]
    for folder in sorted(glob.glob(os.path.join(arguments.rules, "*", "mock"))):
        flags.append("-I" + folder)
    return flags + arguments.flags


def path_of(location, near):
    """The real path of a SARIF physicalLocation. What its relative paths start from is not in
    the log, so that logs of different machines agree: it is a folder above `near`."""
    uri = urllib.parse.urlparse(location["physicalLocation"]["artifactLocation"]["uri"])
    path, base = urllib.parse.unquote(uri.path), os.path.realpath(near)
    while not os.path.exists(os.path.join(base, path)) and base != os.path.dirname(base):
        base = os.path.dirname(base)
    return os.path.realpath(os.path.join(base, path))


def position(location, near):
    return path_of(location, near), location["physicalLocation"].get("region", {}).get("startLine", 0)


def function_of(location):
    return location.get("logicalLocations", [{}])[0].get("fullyQualifiedName", "")


def finding_of(result, near):
    location = result["locations"][0]
    steps = [(*position(step["location"], near), step["location"].get("message", {}).get("text", ""))
             for flow in result.get("codeFlows", []) for thread in flow["threadFlows"] for step in thread["locations"]
             if "physicalLocation" in step["location"]]
    message = result["message"]["text"].split(" See: [")[0].removesuffix(".")
    return Found(*position(location, near), result["ruleId"], message, result["properties"]["confidence"],
                 function_of(location), steps)


def check_invocations(run_object):
    """A file that failed, or a function given up on, must not pass for one without findings."""
    for invocation in run_object.get("invocations", []):
        broken = invocation.get("properties", {}).get("filesWithErrors", 0)
        for note in invocation.get("toolExecutionNotifications", []):
            functions = [function_of(location) for location in note.get("locations", [])]
            gave_up = note.get("descriptor", {}).get("id") == "gave-up"
            if gave_up and any(part.startswith("FN_") for name in functions for part in components(name)):
                continue
            if gave_up or broken or note["level"] == "error":
                raise Failure(f"dbtidy: {note['message']['text']}")
        if broken:
            raise Failure("dbtidy: the compiler reported errors")


def findings_of(command, near, directory=None):
    """The findings of a driver command with --sarif=-; `near` is a file that it analyses."""
    output = run(command, (0, 2), "dbtidy", directory)
    try:
        log = json.loads(output.stdout)
    except ValueError as error:
        raise Failure(f"dbtidy: its output is not SARIF: {error}\n{output.stdout[:500]}")
    for run_object in log["runs"]:
        check_invocations(run_object)
    return [finding_of(result, near) for run_object in log["runs"] for result in run_object["results"]]


def driver_findings(arguments):
    return findings_of([arguments.dbtidy, "check", "--checks=" + arguments.checks, "--sarif=-", *arguments.extra,
                        arguments.file, *arguments.others, "--", *language_flags(arguments.file, arguments)],
                       arguments.file)


DIAGNOSTIC = re.compile(r"^(.+?):(\d+):\d+: (?:warning|error): (.*) \[([\w.,-]+)\]$", re.MULTILINE)


def plugin_findings(arguments):
    command = [arguments.clang_tidy, "-load=" + arguments.plugin, "-checks=-*," + arguments.checks, "--config={}",
               "--quiet", arguments.file, "--", *language_flags(arguments.file, arguments)]
    output = run(command, (0, 1), "clang-tidy")
    findings = []
    for file, line, message, checks in DIAGNOSTIC.findall(output.stdout):
        if "clang-diagnostic-error" in checks:
            raise Failure(f"clang-tidy: {name_of(file)}:{line}: {message}")
        for check in checks.split(","):
            if check.startswith("db-"):
                findings.append(Found(os.path.realpath(file), int(line), check, message))
    if output.returncode and not findings:
        raise Failure("clang-tidy: " + (output.stderr or output.stdout).strip()[:2000])
    return findings


# --- Comparing ------------------------------------------------------------------------

def by_place(item):
    return item.file, item.line, item.check


def difference(left, right, left_name, right_name):
    """A unified diff of two lists of (place, text); '' when equal."""
    def lines(items):
        return [f"{name_of(file)}:{line}: {text}" for (file, line, _), text in sorted(items)]
    return "\n".join(difflib.unified_diff(lines(left), lines(right), left_name, right_name, n=0, lineterm=""))


def compare(expected, found):
    """Pairs off expectations and findings; shows what is left over."""
    left, rest = [], sorted(found, key=by_place)
    # The more an expectation demands, the earlier it chooses.
    for wish in sorted(expected, key=lambda item: (by_place(item), -len(str(item)))):
        match = next((finding for finding in rest if wish.accepts(finding)), None)
        if match:
            rest.remove(match)
        else:
            left.append((by_place(wish), str(wish)))
    right = [(by_place(finding), str(finding)) for finding in rest]
    return difference(left, right, "expected", "found")


def components(function):
    """`ns::Roster<int>::loadBad(int)` -> innermost first: loadBad, Roster, ns."""
    text = re.sub(r"<[^<>]*>", "", function)
    text = re.sub(r"\((?!anonymous)[^()]*\)", "", text)
    return [part.strip() for part in reversed(text.split("::")) if part.strip()]


def allows(function):
    """Whether the name of a function allows a finding; None if it says nothing."""
    for part in components(function):
        if part.startswith("FP_"):
            return True
        if part.startswith("FN_"):
            return False
        if part.endswith("Bad"):
            return True
        if part.endswith("Ok"):
            return False
    return None


def name_faults(files, expected, found):
    for finding in found:
        verdict = allows(finding.function)
        where = f"{name_of(finding.file)}:{finding.line}"
        if verdict is None:
            yield f"{where}: a finding in '{finding.function}', whose name neither ends in 'Bad' nor starts with 'FP_'"
        elif not verdict:
            yield f"{where}: a finding in '{finding.function}', which should have none"
    named = {part for finding in found for part in components(finding.function)}
    for file in files:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
        for name, start, end in gen.definitions(text):
            first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
            inside = any(wish.file == file and first <= wish.line <= last for wish in expected)
            if allows(name) and name not in named and not inside:
                yield f"{name_of(file)}:{first}: '{name}' has no finding; call it 'FN_{name}' and say why, or '...Ok'"


def note_faults(notes, found):
    steps = [step for finding in found for step in finding.steps]
    for file, line, text in notes:
        here = [step for at, number, step in steps if (at, number) == (file, line)]
        if not any(text in step for step in here):
            yield f'{name_of(file)}:{line}: no step with "{text}"; steps here: {here or "none"}'


def problems(arguments):
    files = []
    for file in [arguments.file, *arguments.others]:
        local_files(file, files)
    expected, notes = [], []
    for file in files:
        wanted = expectations(file)
        expected += wanted[0]
        notes += wanted[1]

    found = driver_findings(arguments)
    shown = compare(expected, found)
    if shown:
        yield shown
    yield from name_faults(files, expected, found)
    yield from note_faults(notes, found)

    if not arguments.driver_only:
        main = os.path.realpath(arguments.file)  # clang-tidy keeps silent about headers
        sides = [[(by_place(item), f"[{item.check}]") for item in {by_place(item): item for item in side}.values()
                  if item.file == main] for side in (found, plugin_findings(arguments))]
        shown = difference(*sides, "driver", "plugin")
        if shown:
            yield shown


def parse(words):
    flags = []
    if "--" in words:
        split = words.index("--")
        words, flags = words[:split], words[split + 1:]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("checks", nargs="?", default="db-*")
    parser.add_argument("--driver-only", action="store_true")
    parser.add_argument("--with", dest="others", action="append", default=[], metavar="FILE")
    parser.add_argument("--extra", action="append", default=[], metavar="OPTION")
    parser.add_argument("--dbtidy", required=True, help="set by %%check_dbtidy, as are the next three")
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True, help="empty: as --driver-only")
    parser.add_argument("--rules", required=True)
    arguments = parser.parse_intermixed_args(words)
    arguments.flags = flags
    arguments.driver_only |= bool(arguments.others or arguments.extra or not arguments.plugin)
    return arguments


def main():
    try:
        shown = list(problems(parse(sys.argv[1:])))
    except Failure as failure:
        shown = [str(failure)]
    print("\n".join(shown), file=sys.stderr)
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
