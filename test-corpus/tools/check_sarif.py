#!/usr/bin/env python3
# Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks SARIF files that dbtidy wrote, beyond what the schema can say.

The schema and sarif-multitool accept logs that consumers then drop or show badly: a result
without fingerprint, a region without its end, a link to nowhere. This script rejects them.
Given the source tree (--root) it also compares every relative region, snippet and line hash
with the files.
"""
import argparse
import json
import pathlib
import re
import sys
import urllib.parse

LEVELS = {"none", "note", "warning", "error"}
PRECISIONS = {"very-high", "high", "medium", "low"}
SEVERITIES = {"error", "warning", "recommendation"}
IMPORTANCES = {"important", "essential", "unimportant"}
PASCAL_CASE = re.compile(r"([A-Z][A-Za-z0-9]*)+\Z")
LINE_HASH = re.compile(r"[0-9a-f]{1,16}:[1-9][0-9]*\Z")
URI = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=@:-]|%[0-9A-F]{2})+\Z")
LINK = re.compile(r"(?<!\\)\[(?:\\.|[^\[\]\\])*\]\((\d+)\)")
LINE_END = re.compile("\r\n|\n|\r")
REGION_KEYS = ("startLine", "startColumn", "endLine", "endColumn")
# What would make the bytes of a report depend on when, where and by whom it was made.
UNSTABLE = {"startTimeUtc", "endTimeUtc", "timeUtc", "workingDirectory", "machine",
            "account", "processId", "commandLine", "arguments", "environmentVariables",
            "executableLocation"}


class Checker:
    """Collects the faults of one log."""

    def __init__(self, root):
        self.root = root
        self.faults = []
        self.texts = {}

    def expect(self, condition, where, fault):
        if not condition:
            self.faults.append(f"{where}: {fault}")
        return bool(condition)

    # Rules.

    def rule(self, rule, where):
        self.expect(rule.get("id"), where, "no id")
        self.expect(PASCAL_CASE.match(rule.get("name", "")), where, "name is no PascalCase")
        for key in ("shortDescription", "fullDescription"):
            text = rule.get(key, {}).get("text", "")
            self.expect(0 < len(text) <= 1024, where, f"{key} is empty or too long")
        self.expect(rule.get("help", {}).get("text"), where, "no help.text")
        level = rule.get("defaultConfiguration", {}).get("level")
        self.expect(level in LEVELS, where, f"bad level {level!r}")
        self.rule_properties(rule.get("properties", {}), where)

    def rule_properties(self, properties, where):
        precision = properties.get("precision")
        self.expect(precision is None or precision in PRECISIONS, where,
                    f"bad precision {precision!r}")
        severity = properties.get("problem.severity")
        self.expect(severity in SEVERITIES, where, f"bad problem.severity {severity!r}")
        score = properties.get("security-severity")
        self.expect(score is None or isinstance(score, str), where,
                    "security-severity is no string")
        tags = properties.get("tags", [])
        self.expect(len(tags) <= 20, where, f"{len(tags)} tags")
        self.expect(len(tags) == len(set(tags)), where, "a tag occurs twice")
        for tag in tags:
            if "cwe" in tag.lower():
                self.expect(re.match(r"external/cwe/cwe-\d{3,}\Z", tag), where,
                            f"bad CWE tag {tag!r}")

    # Locations.

    def artifact(self, location, where, inside=False):
        """Returns the file's path when it is relative, else None."""
        uri = location.get("uri", "")
        self.expect(URI.match(uri), where, f"bad URI {uri!r}")
        if location.get("uriBaseId") != "SRCROOT":
            self.expect(not inside, where, f"{uri!r} is not relative to SRCROOT")
            self.expect(uri.startswith("file:///"), where, f"{uri!r} is no file URI")
            return None
        parts = uri.split("/")
        self.expect(parts[0] and ":" not in parts[0], where, f"{uri!r} is not relative")
        self.expect(".." not in parts and "." not in parts, where, f"{uri!r} has dots")
        return urllib.parse.unquote(uri)

    def region(self, region, where):
        values = [region.get(key) for key in REGION_KEYS]
        if not self.expect(all(isinstance(v, int) and v > 0 for v in values), where,
                           f"incomplete region {region}"):
            return False
        return self.expect(tuple(values[:2]) <= tuple(values[2:]), where,
                           f"the region ends before it starts: {region}")

    def physical(self, location, where, inside=False):
        path = self.artifact(location.get("artifactLocation", {}), where, inside)
        region = location.get("region", {})
        if self.region(region, where) and path is not None:
            self.compare(path, region, where)

    # Results.

    def result(self, result, rules, where):
        index = result.get("ruleIndex", -1)
        self.expect(0 <= index < len(rules) and
                    rules[index].get("id") == result.get("ruleId"), where,
                    f"ruleIndex {index} is not {result.get('ruleId')!r}")
        self.expect(result.get("level") in LEVELS, where, "bad level")
        self.expect(0 <= result.get("rank", -1) <= 100, where, "bad rank")
        self.expect(result.get("properties", {}).get("confidence") in ("certain", "likely"),
                    where, "bad confidence")
        locations = result.get("locations", [])
        if self.expect(len(locations) == 1, where, f"{len(locations)} locations"):
            self.physical(locations[0].get("physicalLocation", {}), where + " location",
                          inside=True)
        self.related(result, where)
        self.flows(result.get("codeFlows", []), where)
        self.fixes(result.get("fixes", []), where)
        self.fingerprints(result, where)

    def related(self, result, where):
        related = result.get("relatedLocations", [])
        self.expect(len(related) <= 1000, where, "too many related locations")
        for location in related:
            self.physical(location.get("physicalLocation", {}), where + " related")
        ids = [x.get("id") for x in related + result.get("locations", []) if "id" in x]
        self.expect(len(ids) == len(set(ids)), where, "a location id occurs twice")
        text = result.get("message", {}).get("text", "")
        self.expect(text, where, "no message text")
        for link in LINK.findall(text):
            self.expect(int(link) in ids, where, f"link to missing location {link}")

    def flows(self, flows, where):
        self.expect(len(flows) <= 1, where, "several code flows: viewers show the first")
        for flow in flows:
            threads = flow.get("threadFlows", [])
            if self.expect(len(threads) == 1, where, "not one thread flow"):
                self.steps(threads[0].get("locations", []), where + " flow")

    def steps(self, steps, where):
        self.expect(0 < len(steps) <= 10000, where, f"{len(steps)} steps")
        orders = [step.get("executionOrder", -1) for step in steps]
        self.expect(all(a < b for a, b in zip(orders, orders[1:])) and orders[0] > 0, where,
                    "execution order does not rise")
        levels = [step.get("nestingLevel") for step in steps]
        if self.expect(all(isinstance(x, int) and x >= 0 for x in levels), where,
                       "bad nesting level"):
            self.expect(0 in levels, where, "no step in the reporting function")
        for number, step in enumerate(steps, 1):
            self.step(step, f"{where} step {number}")

    def step(self, step, where):
        location = step.get("location", {})
        self.expect(step.get("importance") in IMPORTANCES, where, "bad importance")
        self.expect(step.get("kinds"), where, "no kinds")
        ends = {"acquire", "danger"} & set(step.get("kinds", []))
        self.expect(not ends or step.get("importance") == "essential", where,
                    "an end of the path is not essential")
        self.expect(location.get("message", {}).get("text"), where, "no text")
        if "physicalLocation" in location:
            self.physical(location["physicalLocation"], where)

    def fixes(self, fixes, where):
        for fix in fixes:
            self.expect(fix.get("artifactChanges"), where, "a fix changes nothing")
            for change in fix.get("artifactChanges", []):
                self.artifact(change.get("artifactLocation", {}), where + " fix")
                for replacement in change.get("replacements", []):
                    self.region(replacement.get("deletedRegion", {}), where + " fix")

    def fingerprints(self, result, where):
        prints = result.get("partialFingerprints", {})
        self.expect(prints.get("dbtidy/v1"), where, "no dbtidy/v1 fingerprint")
        line_hash = prints.get("primaryLocationLineHash", "")
        self.expect(LINE_HASH.match(line_hash), where, f"bad line hash {line_hash!r}")
        if self.root is None or len(result.get("locations", [])) != 1:
            return
        place = result["locations"][0].get("physicalLocation", {})
        text = self.text(urllib.parse.unquote(place["artifactLocation"].get("uri", "")))
        line = place.get("region", {}).get("startLine", 0)
        if text is not None and 0 < line <= len(LINE_END.split(text)):
            self.expect(line_hashes(text)[line - 1] == line_hash, where,
                        f"line {line} does not have the hash {line_hash}")

    # Comparison with the source tree.

    def text(self, path):
        if path not in self.texts:
            file = self.root / path
            self.texts[path] = (file.read_bytes().decode("utf-8", "replace")
                                if file.is_file() else None)
        return self.texts[path]

    def compare(self, path, region, where):
        text = self.text(path) if self.root is not None else None
        if text is None:
            return
        lines = LINE_END.split(text.removeprefix("\ufeff"))
        ends = ((region["startLine"], region["startColumn"]),
                (region["endLine"], region["endColumn"]))
        for line, column in ends:
            if self.expect(line <= len(lines), where, f"{path} has no line {line}"):
                self.expect(column <= units(lines[line - 1]) + 1, where,
                            f"{path}:{line} has no column {column}")
        snippet = region.get("snippet", {}).get("text")
        if snippet is not None and region["startLine"] == region["endLine"] <= len(lines):
            self.expect(cut(lines[region["startLine"] - 1], *(c for _, c in ends)) == snippet,
                        where, "the snippet is not what the region says")

    # The run.

    def run(self, run, where):
        driver = run.get("tool", {}).get("driver", {})
        self.expect(driver.get("name") == "dbtidy", where, "bad tool name")
        self.expect(run.get("columnKind") == "utf16CodeUnits", where, "bad columnKind")
        self.expect(run.get("automationDetails", {}).get("id"), where, "no automation id")
        for name, base in run.get("originalUriBaseIds", {}).items():
            self.expect(":" not in base.get("uri", "") and base.get("uri", "")[:1] != "/",
                        where, f"{name} is absolute")
        rules = driver.get("rules", [])
        ids = [rule.get("id") for rule in rules]
        self.expect(len(ids) == len(set(ids)), where, "a rule id occurs twice")
        for rule in rules:
            self.rule(rule, f"{where} rule {rule.get('id')}")
        self.invocations(run.get("invocations", []), where)
        for number, result in enumerate(run.get("results", [])):
            self.result(result, rules, f"{where} result {number}")
        prints = [result.get("partialFingerprints", {}).get("dbtidy/v1")
                  for result in run.get("results", [])]
        self.expect(len(prints) == len(set(prints)), where, "a fingerprint occurs twice")

    def invocations(self, invocations, where):
        if not self.expect(len(invocations) == 1, where, "not one invocation"):
            return
        invocation = invocations[0]
        self.expect(not UNSTABLE & invocation.keys(), where, "an unstable invocation")
        counts = invocation.get("properties", {})
        for key in ("filesAnalysed", "filesFailed", "functionsGaveUp"):
            self.expect(isinstance(counts.get(key), int), where, f"no {key}")
        notes = invocation.get("toolExecutionNotifications", [])
        failed = counts.get("filesFailed") or any(n.get("level") == "error" for n in notes)
        self.expect(invocation.get("executionSuccessful") is not bool(failed), where,
                    "executionSuccessful contradicts the failures")

    def log(self, log):
        self.expect(log.get("version") == "2.1.0", "log", "bad version")
        self.expect(log.get("$schema"), "log", "no $schema")
        runs = log.get("runs", [])
        self.expect(runs, "log", "no runs")
        for number, run in enumerate(runs):
            self.run(run, f"run {number}")


def units(text):
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(line, begin, end):
    """The text between two UTF-16 columns, from 1."""
    data = line.encode("utf-16-le", "surrogatepass")
    return data[2 * (begin - 1):2 * (end - 1)].decode("utf-16-le", "replace")


def line_hashes(text):
    """What GitHub's upload computes for each line, by definition rather than rolling."""
    values, starts, at_start, after_cr = [], [], True, False
    data = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(data) + 2, 2):
        unit = int.from_bytes(data[i:i + 2], "little") if i < len(data) else 0xFFFF
        skipped = unit in (32, 9) or (after_cr and unit == 10)
        after_cr = unit == 13
        if skipped:
            continue
        if at_start:
            starts.append(len(values))
        unit = 10 if after_cr else unit
        at_start = unit == 10
        values.append(unit)
    values += [0] * 100
    result, seen = [], {}
    for start in starts:
        value = 0
        for unit in values[start:start + 100]:
            value = (value * 37 + unit) % 2**64
        seen[value] = seen.get(value, 0) + 1
        result.append(f"{value:x}:{seen[value]}")
    return result


def schema_faults(log, schema_file):
    import jsonschema  # only needed here
    schema = json.loads(pathlib.Path(schema_file).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in validator.iter_errors(log):
        place = "/".join(str(part) for part in error.absolute_path)
        yield f"schema: {place or 'log'}: {error.message[:300]}"


def check(file, options):
    """Faults of one file."""
    try:
        log = json.loads(pathlib.Path(file).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        return [f"not readable: {error}"]
    faults = list(schema_faults(log, options.schema)) if options.schema else []
    if faults:
        return faults  # our own checks rely on the shape
    checker = Checker(pathlib.Path(options.root) if options.root else None)
    try:
        checker.log(log)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        checker.faults.append(f"not shaped like a SARIF log: {error}")
    return checker.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--schema", help="also validate against this JSON schema")
    parser.add_argument("--root", help="compare with the source tree below this folder")
    options = parser.parse_args()
    failed = False
    for file in options.files:
        for fault in check(file, options):
            failed = True
            print(f"{file}: {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
