"""Reads the text form of the program model into the data that model.py describes."""

import re

from model import KINDS, OPERATORS, BadModel, Call, Function, Var, tokens_of, unescape


class Parser:
    def __init__(self, text):
        self.tokens, self.at = tokens_of(text), 0

    # Tokens.
    def peek(self):
        return self.tokens[self.at][1]

    def kind(self):
        return self.tokens[self.at][0]

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1][1]

    def accept(self, value):
        token = self.tokens[self.at]
        if token[1] == value and token[0] in ("word", "mark"):
            self.at += 1
            return True
        return False

    def expect(self, value):
        if not self.accept(value):
            around = " ".join(token[1] for token in self.tokens[max(0, self.at - 8):self.at + 3])
            raise BadModel(f"expected {value!r} in: {around}")

    def skip_lines(self):
        while self.kind() == "line":
            self.at += 1

    def name(self):
        return unescape(self.next()) if self.kind() == "string" else self.next()

    def number(self):
        sign = -1 if self.accept("-") else 1
        return sign * int(self.next(), 0)

    def identifier(self):
        name = self.name()
        if self.accept(":"):
            name += ":" + self.name()
        return name

    def span(self):
        """The line of a position."""
        if self.kind() == "string":
            self.next()
            self.expect(":")
        line = self.number()
        self.expect(":")
        self.number()
        if self.accept("@"):
            self.number()
        if self.accept("-"):
            self.number()
            if self.accept(":"):
                self.number()
            if self.accept("@"):
                self.number()
        return line

    def tail(self):
        """The line behind an event or end."""
        line = 0
        while self.kind() == "word" and self.peek() in ("stmt", "at"):
            if self.next() == "stmt":
                self.number()
            else:
                line = self.span()
        return line

    # Values.
    def variable(self):
        word = self.next()
        if word in self.labels:
            return self.labels[word]
        if re.fullmatch(r"v\d+", word) and int(word[1:]) < len(self.function.vars):
            return int(word[1:])
        raise BadModel(f"no variable is called {word!r}")

    def postfix(self, value):
        while True:
            if self.accept("->"):
                value = (value[0], value[1], value[2] + ("*", "." + self.name()))
            elif self.accept("."):
                value = (value[0], value[1], value[2] + ("." + self.name(),))
            elif self.accept("["):
                value = (value[0], value[1], value[2] + ("?" if self.accept("?") else self.number(),))
                self.expect("]")
            else:
                return value

    def unary(self):
        kind, word = self.tokens[self.at]
        if kind == "word":
            return self.postfix(("load", self.variable(), ()))
        if kind == "number" or word == "-":
            return ("int", self.number())
        if kind == "string":
            return ("str", unescape(self.next()))
        self.at += 1
        if word == "*":
            inner = self.unary()
            return ("load", inner[1], inner[2] + ("*",))
        if word == "&":
            inner = self.unary()
            return ("addr", inner[1], inner[2])
        if word == "!":
            return ("not", self.unary())
        if word == "@":
            return ("fun", unescape(self.next()) if self.kind() == "string" else "c:@F@" + self.next())
        if word == "?":
            return ("unk",)
        if word == "(":
            inner = self.value()
            self.expect(")")
            return self.postfix(inner) if inner[0] == "load" else inner
        raise BadModel(f"expected a value, not {word!r}")

    def value(self):
        left = self.unary()
        token = self.tokens[self.at]
        if token[0] == "mark" and token[1] in OPERATORS:
            self.at += 1
            left = ("bin", token[1], left, self.unary())
        if self.kind() == "source":
            self.at += 1
        return left

    # Events.
    def call(self, result):
        call = Call()
        call.result = result
        self.expect("call")
        if self.accept("indirect"):
            call.target = self.unary()
            if self.accept("as"):
                call.name = self.name()
        elif self.kind() == "string":
            call.usr, call.name = self.name(), self.name()
        else:
            call.name = self.next()
            call.usr = "c:@F@" + call.name
        if self.accept("rule"):
            call.rule = self.identifier()
        self.expect("(")
        while not self.accept(")"):
            value, words, handle = self.value(), set(), ""
            while self.kind() == "word":
                words.add(self.peek())
                if self.next() == "handle":
                    handle = self.identifier()
            call.args.append((value, words, handle))
            self.accept(",")
        never = False
        while self.kind() != "line" and self.peek() != "}":
            word = self.next()
            if word == "at":
                call.line = self.span()
            elif word == "stmt":
                self.number()
            elif word == "library":
                self.name()
            elif word == "type":
                call.type = self.name()
            elif word == "result":
                call.handle = self.identifier()
            elif word == "unwind":
                call.unwind, call.throws = self.block(), not never
            elif word == "throws":
                call.throws = True
            elif word == "noreturn":
                call.noreturn = True
            elif word == "nothrow":
                never = True
            elif word not in ("method", "virtual", "constructor", "destructor", "variadic", "system"):
                raise BadModel(f"unknown option of a call: {word!r}")
        return ("call", call)

    def block(self):
        return self.names.setdefault(self.next(), len(self.names))

    def event(self):
        word = self.peek()
        if self.kind() == "word" and word in ("call", "end", "escape", "point"):
            if word == "call":
                return self.call(None)
            self.next()
            if word == "point":
                self.name()
                return None
            if word == "end":
                return ("end", self.variable(), self.tail())
            return ("escape", self.value(), self.tail())
        target = self.unary()
        self.expect("=")
        if self.peek() == "call" and self.kind() == "word":
            return self.call(target[1:])
        return ("assign", target[1:], self.value(), self.tail())

    def terminator(self):
        """The end of a block, or None if the line is none."""
        if self.kind() != "word":
            return None
        word = self.peek()
        if word in ("if", "loop", "logical", "conditional", "implicit"):
            self.next()
            value = self.value()
            self.expect("then")
            yes = self.block()
            self.expect("else")
            return ("if", value, yes, self.block())
        if word not in ("goto", "switch", "return", "throw", "rethrow", "dispatch", "resume", "unreachable"):
            return None
        if self.tokens[self.at + 1][1] in ("=", ".", "->", "[") and self.tokens[self.at + 1][0] == "mark":
            return None
        self.next()
        if word == "goto":
            return ("goto", self.block())
        if word == "return":
            ends = self.kind() == "line" or self.peek() in ("}", "at", "stmt")
            value = None if ends else self.value()
            return ("return", value, self.tail())
        if word == "switch":
            return self.switch()
        if word == "dispatch":
            return self.dispatch()
        if word in ("throw", "rethrow"):
            classes = []
            if word == "throw":
                classes.append(self.name())
                while self.accept(","):
                    classes.append(self.name())
            unwind = self.block() if self.accept("unwind") else None
            return ("throw", classes, unwind, self.tail()) if classes else ("rethrow", unwind, self.tail())
        return (word,)

    def switch(self):
        value, cases, default = self.value(), [], None
        self.expect("{")
        self.skip_lines()
        while not self.accept("}"):
            low = None
            if not self.accept("default"):
                low = high = self.number()
                if self.accept(".."):
                    high = self.number()
            if self.kind() == "string":
                self.next()
            self.expect("->")
            if low is None:
                default = self.block()
            else:
                cases.append((low, high, self.block()))
            self.skip_lines()
        return ("switch", value, cases, default)

    def dispatch(self):
        catches, otherwise = [], None
        self.expect("{")
        self.skip_lines()
        while not self.accept("}"):
            name = "..." if self.accept("...") else self.name()
            self.expect("->")
            if name == "else":
                otherwise = self.block()
            else:
                catches.append((name, self.block()))
            self.skip_lines()
        return ("dispatch", catches, otherwise)

    # Functions.
    def declaration(self):
        f, kind = self.function, self.next()
        if kind == "stmt":
            self.number()
            self.accept("block")
            if self.accept("at"):
                self.span()
            return
        given = self.kind() == "word" and (kind != "this" or self.peek() not in ("name", "handle", "usr", "at"))
        var = Var(kind, self.next() if given else "this")
        while self.kind() != "line":
            if self.kind() == "string":
                var.type = unescape(self.next())
                continue
            word = self.next()
            if word == "handle":
                var.handle = self.identifier()
            elif word == "at":
                self.span()
            elif word == "usr":
                var.usr = self.name()
            else:
                self.name()
        if kind in ("global", "static") and not var.usr:
            var.usr = "c:@" + var.label if kind == "global" else f"{f.usr}@{var.label}"
        self.labels[var.label] = len(f.vars)
        f.vars.append(var)

    def function_(self):
        f = self.function = Function()
        self.labels, self.names = {}, {}
        f.usr = self.name() if self.kind() == "string" else ""
        f.name = self.name()
        f.usr = f.usr or "c:@F@" + f.name
        while not self.accept("{"):
            word = self.next()
            if word in ("at", "body"):
                f.line = self.span() if word == "at" else self.span() and f.line
            elif word in ("returns", "library"):
                value = self.name()
                f.type = value if word == "returns" else f.type
            elif word == "handle":
                f.handle = self.identifier()
            else:
                f.options.add(word)
        blocks, current = {}, None
        self.skip_lines()
        while not self.accept("}"):
            word = self.peek()
            if self.kind() == "word" and self.tokens[self.at + 1] == ("mark", ":"):
                label = self.block()
                self.next()
                if current is not None:
                    current.append(("goto", label))
                current = blocks[label] = []
            elif self.kind() == "word" and (word in KINDS or word == "stmt") and current is None and not blocks:
                self.declaration()
            else:
                if current is None:
                    current = blocks[self.names.setdefault("", len(self.names))] = []
                end = self.terminator()
                item = end or self.event()
                if end:
                    self.tail()
                if item:
                    current.append(item)
                current = None if end else current
            self.skip_lines()
        if current is not None:
            current.append(("return", None, 0))
        if not blocks:
            blocks[0] = [("return", None, 0)]
        order = list(blocks)  # the first written is the entry, wherever it was first named
        f.entry, f.blocks = order[0], blocks
        return f


def parse(text):
    """The functions of a text, in order."""
    parser, out = Parser(text), []
    parser.skip_lines()
    while parser.kind() != "end":
        word = parser.next()
        if word == "function":
            out.append(parser.function_())
        elif word == "program":
            parser.number()
        elif word in ("source", "file"):
            parser.name()
            parser.accept("unlisted")
        else:
            raise BadModel(f"unexpected {word!r}")
        parser.skip_lines()
    return out
