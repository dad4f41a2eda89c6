"""The program model (docs/program-model.md) as plain data, and the tokens of its text form.

Values are tuples: ("int", n) ("str", s) ("fun", usr) ("load", var, path) ("addr", var, path)
("bin", op, left, right) ("not", value) ("unk",). A path is a tuple of "*" (pointee), ".f" (field)
and numbers (element), or "?" for an element of unknown index.
Events: ("assign", place, value, line) ("call", Call) ("end", var, line) ("escape", value, line).
Ends: ("goto", b) ("if", value, b, b) ("switch", value, [(low, high, b)], default) ("return", value, line)
("throw", classes, unwind, line) ("rethrow", unwind, line) ("dispatch", [(class, b)], else) ("resume",)
("unreachable",). Blocks are numbers, None stands for nothing.
"""

import re

OPERATORS = {"==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"}
KINDS = {"param", "this", "local", "temp", "static", "global", "returned"}
NAME = r"[A-Za-z_$\x80-\U0010ffff][\w$]*"
TOKEN = re.compile(
    r"(?P<blank>[ \t\r\f\v]+|//[^\n]*|\#[^\n]*)|(?P<line>[\n;])|(?P<string>\"(?:[^\"\\\n]|\\.)*\")"
    r"|(?P<source>`(?:[^`\\\n]|\\.)*`)|(?P<number>0x[0-9a-fA-F]+|[0-9]+)"
    rf"|(?P<word>{NAME}(?:::~?{NAME})*)|(?P<mark>\.\.\.|\.\.|->|==|!=|<=|>=|<<|>>|[()\[\]{{}}:,=<>+\-*/%&|^!?@.])")
ESCAPE = re.compile(r"\\(x..|.)")


class BadModel(Exception):
    """The text is no program model."""


class Call:
    __slots__ = ("usr", "target", "name", "rule", "args", "result", "unwind", "throws", "type", "handle", "line",
                 "noreturn")

    def __init__(self):
        self.usr = self.target = self.result = self.unwind = None
        self.name = self.rule = self.type = self.handle = ""
        self.args, self.throws, self.noreturn, self.line = [], False, False, 0


class Var:
    __slots__ = ("kind", "label", "type", "handle", "usr")

    def __init__(self, kind, label):
        self.kind, self.label, self.type, self.handle, self.usr = kind, label, "", "", ""


class Function:
    def __init__(self):
        self.usr = self.name = self.type = self.handle = ""
        self.line, self.options, self.vars, self.blocks = 0, set(), [], []

    @property
    def params(self):
        return [var for var in self.vars if var.kind in ("param", "this")]


def unescape(text):
    def replace(match):
        it = match.group(1)
        return chr(int(it[1:], 16)) if it[0] == "x" and len(it) == 3 else {"n": "\n", "t": "\t"}.get(it, it)
    return ESCAPE.sub(replace, text[1:-1]) if "\\" in text else text[1:-1]


def tokens_of(text):
    out, place, depth = [], 0, 0
    for match in TOKEN.finditer(text):
        if match.start() != place:
            raise BadModel(f"unexpected text: {text[place:place + 20]!r}")
        place, kind = match.end(), match.lastgroup
        if kind == "blank":
            continue
        value = match.group()
        if kind == "line":
            if not depth and out and out[-1][0] != "line":
                out.append(("line", "\n"))
            continue
        if kind == "mark":
            depth += value in "([" and len(value) == 1
            depth -= value in ")]" and len(value) == 1
        out.append((kind, value))
    out += [("line", "\n"), ("end", "")]
    return out
