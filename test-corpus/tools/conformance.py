#!/usr/bin/env python3
"""Compiles the conformance files of rule folders: with the mock, then with real headers.

  conformance.py --clang CLANG RULE-FOLDER...

conformance.c is compiled as C and as C++. The real headers are looked for with pkg-config,
under the library's name or under the one that a line "// Real headers: pkg-config NAME" of
the file gives; where they are not installed, that half is skipped.
"""

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

DIALECTS = {".c": [["-xc", "-std=gnu17"], ["-xc++", "-std=c++20"]], ".cpp": [["-xc++", "-std=c++20"]]}


def output(command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout, result.stderr


def pkg_config_names(library, text):
    named = re.search(r"Real headers: pkg-config ([^\n]*)", text)
    if named:
        return [named[1].split()]
    _, listed, _ = output(["pkg-config", "--list-all"])
    names = [line.split()[0] for line in listed.splitlines() if line.strip()]
    return [[name] for name in names if name == library or re.fullmatch(re.escape(library) + r"-[\d.]+", name)]


def real_flags(library, text):
    """The -I flags of the real headers; none where pkg-config knows nothing of them."""
    if shutil.which("pkg-config"):
        for names in pkg_config_names(library, text):
            status, flags, _ = output(["pkg-config", "--cflags", *names])
            if status == 0:
                # As system headers: their warnings are not ours.
                return [word.replace("-I", "-isystem", 1) for word in flags.split()]
    return []


def has_headers(clang, dialect, flags, text):
    headers = re.findall(r'^#include ([<"][^>"]+[>"])', text, re.MULTILINE)
    source = "".join(f"#if !__has_include({header})\n#error\n#endif\n" for header in headers)
    command = [clang, *dialect, *flags, "-fsyntax-only", "-"]
    return subprocess.run(command, input=source, text=True, capture_output=True, check=False).returncode == 0


def compile_with(clang, dialect, flags, path, what):
    status, _, errors = output([clang, *dialect, *flags, "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations",
                                "-fsyntax-only", str(path)])
    if status:
        print(f"{path.parent.name}/{path.name} with the {what} ({' '.join(dialect)}):\n{errors}")
    return status != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clang", default="clang-22")
    parser.add_argument("folders", nargs="+", type=Path)
    arguments = parser.parse_args()
    faults = 0
    for folder in arguments.folders:
        for path in sorted(folder.glob("conformance.*")):
            text = path.read_text(encoding="utf-8")
            flags = real_flags(folder.name, text)
            for dialect in DIALECTS.get(path.suffix, []):
                faults += compile_with(arguments.clang, dialect, [f"-I{folder / 'mock'}"], path, "mock")
                if has_headers(arguments.clang, dialect, flags, text):
                    faults += compile_with(arguments.clang, dialect, flags, path, "real headers")
                else:
                    print(f"{folder.name}: the real headers are not installed: skipped")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
