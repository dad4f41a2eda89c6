#!/usr/bin/env python3
#===- check_conformance.py - Nothing of a rule file is left unchecked ------===#
#
# Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: check_conformance.py RULE-FOLDER...
#
# Compiling a folder's conformance file shows that what stands in it agrees with the
# header. This shows that everything stands in it, and that api.json agrees with itself:
# every call and constant occurs in the conformance file, every handle type in the mock,
# and every name that api.json uses is one that it declares. Prints each problem, exits
# with 1 if there is any.
#
#===------------------------------------------------------------------------===#
import json
import pathlib
import re
import sys

NAME = re.compile(r"[A-Za-z_]\w*")
COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
CONDITION = re.compile(
    r"(?:(?P<via>[A-Za-z_][\w:]*)\()?\s*\**(?:return|this|[1-9]\d*)(?:\.[A-Za-z_]\w*)*\s*"
    r"(?(via)\))\s*(?:(?:==|!=|<=|>=|<|>)\s*(?P<one>\S+)|(?:not\s+)?in\s+(?P<many>.+))$")
INTEGER = re.compile(r"-?(?:0[xX][0-9A-Fa-f]+|\d+)")
QUALIFIERS = {"const", "volatile", "struct", "class", "union", "enum", "typename",
              "unsigned", "signed", "char", "short", "int", "long", "void", "bool"}


def identifiers(path):
    """The identifiers of a C or C++ file, without those in comments and string literals."""
    code = path.read_text(encoding="utf-8")
    # An #include names no identifier of the library, but its quotes must not be taken for text.
    code = re.sub(r"(?m)^\s*#\s*include\b.*$", "", code)
    return set(NAME.findall(COMMENT_OR_TEXT.sub(" ", code)))


def last(qualified):
    """The part of a qualified name that a use of it must spell out."""
    found = NAME.search(qualified.rsplit("::", 1)[-1])
    return found.group() if found else qualified


def no_duplicates(pairs):
    result = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f"the key '{key}' stands twice in one object")
        result[key] = value
    return result


class Check:
    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.rules = {}
        self.calls = {}    # name -> entry
        self.handles = {}  # name -> entry

    def problem(self, text):
        self.problems.append(f"{self.folder.name}: {text}")

    def run(self):
        try:
            self.rules = json.loads((self.folder / "api.json").read_text(encoding="utf-8"),
                                    object_pairs_hook=no_duplicates)
        except (OSError, ValueError) as error:
            self.problem(f"api.json: {error}")
            return self.problems
        if self.rules.get("library") != self.folder.name:
            self.problem(f"'library' is '{self.rules.get('library')}', not the folder's name")
        for handle in self.rules.get("handles", []):
            if handle["name"] in self.handles:
                self.problem(f"handle '{handle['name']}' is declared twice")
            self.handles[handle["name"]] = handle
        for entry in self.rules["calls"]:
            for name in entry.get("names", [entry.get("name")]):
                if name in self.calls:
                    self.problem(f"call '{name}' has two entries")
                self.calls[name] = entry
        self.check_handles()
        for name, entry in self.calls.items():
            self.check_call(name, entry)
        for record in self.rules.get("classes", []):
            self.known_handle(record["handle"], f"class '{record['name']}'")
        self.check_mock()
        self.check_conformance()
        return self.problems

    def known_handle(self, handle, where):
        library, colon, name = handle.rpartition(":")
        if colon:
            other = self.folder.parent / library / "api.json"
            declared = json.loads(other.read_text(encoding="utf-8")) if other.is_file() else {}
            known = any(one["name"] == name for one in declared.get("handles", []))
        else:
            known = handle in self.handles
        if not known:
            self.problem(f"{where}: no handle '{handle}' is declared")

    def check_handles(self):
        for name, handle in self.handles.items():
            if "parent" in handle:
                self.known_handle(handle["parent"], f"handle '{name}': parent")
            release = handle.get("release")
            if release is None:
                continue
            if release not in self.calls:
                self.problem(f"handle '{name}': its release '{release}' has no entry")
            elif all(done["handle"] != name for done in self.calls[release].get("releases", [])):
                self.problem(f"handle '{name}': '{release}' does not release it")

    def check_call(self, name, entry):
        where = f"call '{name}'"
        for key in ("acquires", "releases"):
            for effect in entry.get(key, []):
                self.known_handle(effect["handle"], f"{where}: {key}")
        for effect in entry.get("derives", []):
            for until in effect.get("until", []):
                if until not in self.calls:
                    self.problem(f"{where}: derives until '{until}', which has no entry")
        for key in ("acquires", "releases", "takes", "transactions", "sql"):
            for effect in entry.get(key, []):
                if "when" in effect:
                    self.check_condition(effect["when"], f"{where}: {key}")
        for implication in entry.get("implies", []):
            if "if" in implication:
                self.check_condition(implication["if"], f"{where}: implies")
            self.check_condition(implication["then"], f"{where}: implies")

    def check_condition(self, text, where):
        condition = CONDITION.match(text)
        if not condition:
            self.problem(f"{where}: '{text}' is not a condition")
            return
        via = condition["via"]
        if via and not self.calls.get(via, {}).get("pure"):
            self.problem(f"{where}: '{text}' asks '{via}', which has no entry with \"pure\"")
        for value in (condition["one"] or condition["many"]).split(","):
            value = value.strip()
            if not INTEGER.fullmatch(value) and value not in self.rules.get("constants", {}):
                self.problem(f"{where}: '{value}' in '{text}' is no declared constant")

    def check_mock(self):
        if not self.rules.get("headers"):
            return  # the language itself: there is no header to mock
        mock = self.folder / "mock"
        files = sorted(path for path in mock.rglob("*") if path.is_file())
        if not files:
            self.problem("there is no mock/")
            return
        declared = set().union(*map(identifiers, files))
        for name, handle in self.handles.items():
            for spelling in handle["types"]:
                for part in NAME.findall(spelling):
                    if part not in QUALIFIERS and part not in declared:
                        self.problem(f"handle '{name}': the mock has no '{part}' (of '{spelling}')")
        for name in self.calls:
            if last(name) not in declared:
                self.problem(f"call '{name}': the mock does not declare it")

    def check_conformance(self):
        files = [self.folder / f"conformance.{end}" for end in ("c", "cpp")]
        files = [path for path in files if path.is_file()]
        if not files:
            self.problem("there is no conformance.c or conformance.cpp")
            return
        used = set().union(*map(identifiers, files))
        names = " or ".join(path.name for path in files)
        for name in self.calls:
            if last(name) not in used:
                self.problem(f"call '{name}' does not occur in {names}")
        for name in self.rules.get("constants", {}):
            if last(name) not in used:
                self.problem(f"constant '{name}' does not occur in {names}")


def main(folders):
    if not folders:
        print("usage: check_conformance.py RULE-FOLDER...", file=sys.stderr)
        return 2
    problems = [problem for folder in folders
                for problem in Check(pathlib.Path(folder).resolve()).run()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
