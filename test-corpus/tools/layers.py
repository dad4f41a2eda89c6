#!/usr/bin/env python3
"""Holds every #include of checks/ and driver/ against the layers of the design.

Prints "file:line: reason" for each that breaks them.
"""

import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()

# folder -> folders of checks/ that it may include besides itself; "*" is all of them
LAYERS = {
    "base": [],
    "program": ["base"],
    "api": ["base"],
    "sql": ["base"],
    "capture": ["base", "program", "api"],
    "lifecycle": ["base", "program", "api"],
    "registry": ["base", "program", "api", "lifecycle"],
    "tidy": ["*"],
    "driver": ["*"],
}
A_CHECK = ["base", "program", "api", "lifecycle"]  # a folder db-*; never another check

# Libraries that only some folders may see. LLVM's, fmt's and the standard one's are free.
LIBRARIES = {
    "clang": ["capture", "tidy"],
    "clang-tidy": ["tidy"],
    "nlohmann": ["api", "driver"],
    "pg_query.h": ["sql"],
    "sqlite3.h": ["sql"],
}
# file -> why it may see Clang all the same
CLANG_IN_DRIVER = {
    "driver/clangd/main.cpp": "is clangd with the checks linked in",
}

GENERATED = ["Checks.inc", "CheckMetadata.inc", "RulesEmbedded.inc"]
EXTERNAL = ["llvm", "llvm-c", "fmt", *LIBRARIES]


def folder_of(path):
    """checks/api/X.cpp -> api; driver/report/X.cpp -> driver; None outside of both."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "driver":
        return "driver"
    return parts[1] if parts[0] == "checks" and len(parts) > 2 else None


def resolve(file, include):
    """The file of ours that an include names, or None."""
    for base in (file.parent, ROOT / "checks", ROOT / "driver"):
        path = (base / include)
        if path.is_file():
            return path.resolve()
    return None


def allowed(folder):
    if folder.startswith("db-"):
        return A_CHECK
    return LAYERS.get(folder)


def fault(file, include):
    """Why the include is not allowed; None if it is."""
    folder = folder_of(file)
    first = include.split("/")[0]
    if ".." in include.split("/"):
        return "'..' in an include: name the folder from checks/ or driver/ down"
    if first in LIBRARIES and folder not in LIBRARIES[first]:
        if first == "clang" and file.relative_to(ROOT).as_posix() in CLANG_IN_DRIVER:
            return None
        return f"only {', '.join(LIBRARIES[first])} may include {first}"
    if allowed(folder) is None:
        return f"folder '{folder}' is not in the table of layers (test-corpus/tools/layers.py)"
    target = resolve(file, include)
    if target is None:
        return None if first in EXTERNAL or include in GENERATED else "there is no such file of ours"
    to = folder_of(target)
    if to == folder or to in allowed(folder):
        return None
    if "*" in allowed(folder) and to != "driver":
        return None
    return f"{folder} may not include {to}"


def main():
    faults = 0
    files = [path for top in ("checks", "driver") for path in sorted((ROOT / top).rglob("*"))
             if path.suffix in (".h", ".cpp", ".c", ".inc") and folder_of(path)]
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', line)
            if not match:
                continue
            include = match[1] or match[2]
            if match[2] and include.split("/")[0] not in LIBRARIES:
                continue
            reason = fault(file, include)
            if reason:
                print(f"{file.relative_to(ROOT)}:{number}: {include}: {reason}")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
