"""What programs do: compiles a batch against the stubbed libraries, runs every program over every outcome of
every call, and turns what was seen into facts with source lines.

A fact is a lost handle (L), a use after the release (U), a transaction left open (X) or committed (C), with the
chain of lines that led to the call in question. The source that is compiled is, to the byte, the one that the
analyser reads.
"""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = HERE.parents[1] / "rules"
INCLUDES = [f"-isystem{RULES / 'libpq' / 'mock'}", f"-isystem{RULES / 'sqlite3' / 'mock'}"]
SUFFIX = {"c": ".c", "c++": ".cpp"}
DIALECT = {"c": ["-xc", "-std=gnu17"], "c++": ["-xc++", "-std=c++20"]}
HEADERS = {
    "c": ["libpq-fe.h", "sqlite3.h", "stdbool.h", "stddef.h", "stdio.h", "stdlib.h", "string.h"],
    "c++": ["libpq-fe.h", "sqlite3.h", "cstddef", "cstdio", "cstdlib", "cstring", "memory", "optional", "stdexcept",
            "utility", "vector"],
}
OUTSIDE = {"c": ["int input(void);", "int more(void);"],
           "c++": ['extern "C" int input(void);', 'extern "C" int more(void);']}
# A read of something that was never set is no program to learn from.
STRICT = ["-Wno-everything", "-Werror=uninitialized", "-Werror=sometimes-uninitialized", "-Werror=return-type",
          "-Werror=conditional-uninitialized", "-Werror=implicit-function-declaration",
          "-Werror=incompatible-pointer-types", "-Werror=int-conversion"]
BORROWS = {"": 0, "PGconn": 1, "sqlite3": 2}


@dataclass(frozen=True)
class Fact:
    type: str
    kind: str
    lines: tuple  # innermost call first; lines of the batch's file only
    doubtful: bool
    since: tuple = ()  # of a late use: the chain of the release


@dataclass
class Outcome:
    status: str  # ok, or why the program is thrown away
    runs: int
    facts: list
    entered: set = field(default_factory=set)  # first lines of the blocks that were entered
    released: set = field(default_factory=set)  # lines of calls that were given a handle to release, not null
    blocks: list = field(default_factory=list)  # first lines of all blocks of the batch, sorted


@dataclass
class Batch:
    """Programs in one file, and the lines that each has."""
    language: str
    programs: list
    text: str
    ranges: list  # of (first, last)
    functions: list  # of each program: (first, last) of its functions

    def function(self, number, line):
        """The first line of the innermost function around a line."""
        around = [first for first, last in self.functions[number] if first <= line <= last]
        return max(around, default=None)

    def owner(self, line):
        for number, (first, last) in enumerate(self.ranges):
            if first <= line <= last:
                return number
        return None

    def alone(self, number):
        first, last = self.ranges[number]
        lines = self.text.splitlines()
        return "\n".join(prelude(self.language) + [""] + lines[first - 1:last]) + "\n"


def prelude(language):
    return [f"#include <{header}>" for header in HEADERS[language]] + OUTSIDE[language]


def render(programs, language):
    lines = prelude(language)
    ranges, functions = [], []
    for number, program in enumerate(programs):
        lines.append("")
        first = len(lines) + 1
        lines += program.render(f"p{number}")
        ranges.append((first, len(lines)))
        functions.append([(first + start, first + end) for start, end in program.functions()])
    return Batch(language, programs, "\n".join(lines) + "\n", ranges, functions)


class Oracle:
    def __init__(self, folder, clang="clang-22"):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clang = clang
        self.symbolizer = self.sibling("llvm-symbolizer")
        self.linker = ["-fuse-ld=lld"] if self.sibling("ld.lld") != "ld.lld" else []
        self.prepare()

    def sibling(self, name):
        path = subprocess.run([self.clang, f"-print-prog-name={name}"], capture_output=True, text=True, check=False)
        return path.stdout.strip() or name

    def prepare(self):
        """The stubs, and the C++ headers, once."""
        self.stubs = []
        for source in sorted(HERE.glob("*.cpp")):
            target = self.folder / (source.stem + ".o")
            self.must([self.clang, "-xc++", "-std=c++20", "-O1", "-fno-omit-frame-pointer", *INCLUDES, "-c", source,
                       "-o", target])
            self.stubs.append(target)
        (self.folder / "sections.h").write_text('#pragma clang section bss="genbss" data="gendata"\n', encoding="utf-8")
        header = self.folder / "headers.h"
        header.write_text("".join(f"#include <{name}>\n" for name in HEADERS["c++"]), encoding="utf-8")
        self.pch = self.folder / "headers.pch"
        self.must([self.clang, "-xc++-header", "-std=c++20", "-O0", "-gline-tables-only", "-fno-omit-frame-pointer",
                   *INCLUDES, header, "-o", self.pch])

    @staticmethod
    def must(command):
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if result.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))}\n{result.stderr}")

    def compile(self, batch, source, target):
        """Empty if it went well, else the errors as (line, text)."""
        command = [self.clang, *DIALECT[batch.language], "-O0", "-gline-tables-only", "-fno-omit-frame-pointer",
                   "-fsanitize-coverage=edge,no-prune,inline-bool-flag,pc-table", "-ferror-limit=0", *STRICT, *INCLUDES]
        if batch.language == "c++":
            command += ["-include-pch", str(self.pch)]
        command += ["-include", str(self.folder / "sections.h"), "-c", str(source), "-o", str(target)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode == 0:
            return []
        found = [(int(line), text) for line, text in
                 re.findall(re.escape(str(source)) + r":(\d+):\d+: (?:fatal )?error: (.*)", result.stderr)]
        # An error inside a header names the place that led there in a note.
        found += [(int(line), "in a header") for line in
                  re.findall(re.escape(str(source)) + r":(\d+):\d+: note: in instantiation", result.stderr)]
        # One at the end of the file names only a type, whose prefix is its program's.
        for text in re.findall(r"error: (.*)", result.stderr):
            for number in re.findall(r"\bp(\d+)_", text)[:1]:
                found.append((batch.ranges[int(number)][0], text))
        return found or [(0, result.stderr[-500:])]

    def execute(self, programs, language, name="batch"):
        """(the batch, an Outcome for each of its programs). Programs that do not compile are left out of the batch's
        file, so that batch.programs may have fewer; those come back as the third value."""
        rejected = []
        source = self.folder / (name + SUFFIX[language])
        target = self.folder / (name + ".o")
        while True:
            batch = render(programs, language)
            source.write_text(batch.text, encoding="utf-8")
            errors = self.compile(batch, source, target)
            if not errors:
                break
            bad = {batch.owner(line): text for line, text in reversed(errors)}
            bad.pop(None, None)
            if not bad:
                raise RuntimeError(f"{source}: {errors[:5]}")
            rejected += [(programs[number], text) for number, text in sorted(bad.items())]
            programs = [program for number, program in enumerate(programs) if number not in bad]
        return batch, self.run(batch, name, target), rejected

    def run(self, batch, name, target):
        table = self.folder / (name + ".s")
        entries = "".join(f".quad p{number}_entry, {BORROWS[program.borrows]}, {program.max_input}\n"
                          for number, program in enumerate(batch.programs))
        count = f"generated_count: .quad {len(batch.programs)}\n"
        table.write_text(".data\n.globl generated_table, generated_count\n" + count + "generated_table:\n" + entries,
                         encoding="utf-8")
        binary = self.folder / name
        self.must([self.clang, "--driver-mode=g++", "-no-pie", *self.linker, "-Wno-unused-command-line-argument",
                   "-Wl,--wrap=malloc,--wrap=free,--wrap=exit,--wrap=puts,-z,noexecstack,-z,nostart-stop-gc", target,
                   table, *self.stubs, "-o", binary])
        result = subprocess.run([str(binary)], capture_output=True, text=True, check=False)
        outcomes = [Outcome("driver-died", 0, []) for _ in batch.programs]
        raw, entered, released, blocks = [], [], [], []
        for words in map(str.split, result.stdout.splitlines()):
            if words[0] == "P":
                outcomes[int(words[1])] = Outcome(words[2], int(words[3]), [])
            elif words[0] == "B":
                blocks = words[1:]
            elif words[0] == "R":
                released.append((int(words[1]), words[2:]))
            elif words[0] == "E":
                entered.append((int(words[1]), words[2:]))
            else:
                raw.append((int(words[1]), words[2], words[3], words[4] == "1", words[5:]))
        places = self.symbolise(binary, sorted({address for fact in raw + entered + released for address in fact[-1]} | set(blocks)),
                                Path(name + SUFFIX[batch.language]).name)
        starts = sorted({places[address] for address in blocks if address in places})
        for outcome in outcomes:
            outcome.blocks = starts
        for number, addresses in entered:
            outcomes[number].entered = {places[address] for address in addresses if address in places}
        for number, addresses in released:
            outcomes[number].released = {places[address] for address in addresses if address in places}
        for number, kind, handle, doubtful, chain in raw:
            cut = chain.index("0") if "0" in chain else len(chain)
            lines, since = (tuple(places[address] for address in part if places.get(address))
                            for part in (chain[:cut], chain[cut:]))
            outcomes[number].facts.append(Fact(kind, handle, lines, doubtful, since))
        return outcomes

    def symbolise(self, binary, addresses, source):
        """address -> line, for those in the source."""
        if not addresses:
            return {}
        result = subprocess.run([self.symbolizer, f"--obj={binary}", "--output-style=GNU", "--functions=none",
                                 "--no-inlines"],
                                input="".join(f"0x{address}\n" for address in addresses), capture_output=True,
                                text=True, check=True)
        places = {}
        for address, line in zip(addresses, result.stdout.splitlines()):
            file, _, number = line.rpartition(":")
            number = number.split()[0] if number else "0"
            if file.rsplit("/", 1)[-1] == source and number.isdigit():
                places[address] = int(number)
        return places
