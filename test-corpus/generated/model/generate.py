#!/usr/bin/env python3
"""Random programs as text of the program model: generate.py SEED prints one.

A program starts as one that releases everything on every way, in one of three styles: at each exit,
at one exit with null for what is not there, at one exit with flags. Then, mostly, something is changed
at random. What it does in the end, only its execution tells (interpret.py).
"""

import random
import sys

from handles import CONN, DB, RES, STMT, TYPES, WORDS, Handles, Owned
from helpers import LIBRARY, Function
from mutate import mutate

class Maker(Handles):
    def __init__(self, rng):
        self.rng, self.helpers, self.count = rng, set(), 0
        self.cxx = rng.random() < 0.35
        self.style = rng.choice(["inline", "inline", "null", "null", "flags"])
        self.decls, self.blocks, self.owned, self.loops, self.cleanup = [], [], [], [], []
        self.budget = rng.randint(3, 11)

    # Text.
    def name(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def local(self, stem, kind=None):
        name = self.name(stem)
        handle = f" handle {kind}" if kind in TYPES else ""
        self.decls.append(f'local {name} "{TYPES.get(kind, kind or "int")}"{handle}')
        return name

    def begin(self, label):
        self.blocks.append([label, [], None])

    def emit(self, line):
        self.blocks[-1][1].append(line)

    def end(self, line):
        if self.blocks[-1][2] is None:
            self.blocks[-1][2] = line

    def branch(self, condition):
        """Ends the block with a branch, goes on in its first arm, returns the label of the second."""
        yes, no = self.name("yes"), self.name("no")
        word = self.rng.choice(["if", "if", "if", "logical"])
        if self.rng.random() < 0.3:
            self.end(f"{word} !({condition}) then {no} else {yes}")
        else:
            self.end(f"{word} {condition} then {yes} else {no}")
        self.begin(yes)
        return no

    def help(self, name):
        self.helpers.add(name)
        return "$" + name

    # Statements.
    def cond(self, fresh=True):
        rng = self.rng
        v = rng.choice(self.inputs) if self.inputs and not (fresh and rng.random() < 0.5) else self.input()
        return rng.choice([v, f"{v} == {rng.randint(0, 2)}", f"{v} != 1", f"{v} > 1", f"!{v}", f"{v} <= 0"])

    def input(self):
        v = self.local("i")
        self.emit(f'{v} = call input () type "int"')
        self.inputs.append(v)
        return v

    def new(self, kind, stem):
        """A place for a handle and what is owed for it. In the styles with one exit it starts empty."""
        place = self.local(stem, kind)
        flag = None
        if self.style == "flags" and kind in TYPES:
            flag = self.local("have")
            self.starts.append(f"{flag} = 0")
        elif self.style != "inline" and kind in TYPES:
            self.starts.append(f"{place} = 0")
        it = Owned(place, kind, flag=flag)
        return it

    def own(self, it):
        if it.flag:
            self.emit(f"{it.flag} = 1")
        self.owned.append(it)
        self.pending.append(it)

    def drop(self, it):
        """Releases now."""
        self.release(it)
        self.owned.remove(it)
        if self.style != "inline" and (it.kind == "job" or self.style == "null" and it.kind in TYPES):
            self.emit(f"{it.place} = 0")

    def use(self):
        handles = [it for it in self.owned if it.kind in (RES, STMT, CONN) and not it.when and not it.flag]
        if not handles:
            return self.call_input()
        it, v = self.rng.choice(handles), self.local("s")
        if it.kind == RES:
            self.emit(f"{v} = {WORDS[self.rng.choice(['rows', 'status'])].format(it.place)}")
            asked = [1, 2]
        elif it.kind == STMT:
            self.emit(f"{v} = call sqlite3_step rule sqlite3:sqlite3_step ({it.place} handle {STMT})")
            asked = [100, 101]
        else:
            self.emit(f"{v} = call {self.help('run')} ({it.place} handle {CONN})")
            asked = [1, 7]
        if self.rng.random() < 0.3:
            no = self.branch(f"{v} == {self.rng.choice(asked)}")
            self.leave()
            self.begin(no)

    def call_input(self):
        self.input()

    def arms(self):
        """if / else, with what is acquired inside kept (as null or not) or released."""
        no, join = self.branch(self.cond()), self.name("join")
        base = list(self.owned)
        keep = self.rng.random() < 0.5
        self.body(2)
        self.close(base, keep and self.style != "inline")
        self.end(f"goto {join}")
        self.owned = list(base)
        self.begin(no)
        if self.rng.random() < 0.5:
            self.body(2)
            self.close(base, keep and self.style != "inline")
        self.end(f"goto {join}")
        self.owned = base
        self.begin(join)

    def close(self, base, keep):
        for it in [it for it in reversed(self.owned) if it not in base]:
            if keep and it.kind in TYPES and not it.when:
                self.owned.remove(it)
            else:
                self.drop(it)

    def correlated(self):
        """Acquired and later released under the same condition."""
        flag = self.local("want")
        self.emit(f"{flag} = {self.rng.choice(['0', '1'])}" if self.rng.random() < 0.2
                  else f'{flag} = call input () type "int"')
        when = self.rng.choice([flag, f"{flag} == 1", f"{flag} > 0"])
        it = Owned(self.local("r", RES), RES, when=when)
        self.starts.append(f"{it.place} = 0")
        no = self.branch(when)
        self.emit(f'{it.place} = call PQexec rule libpq:PQexec (conn handle {CONN}, "SELECT 1" const)')
        self.end(f"goto {no}")
        self.begin(no)
        self.owned.append(it)
        self.pending.append(it)
        if self.style != "inline":
            self.starts.append(f"{flag} = 0")

    def loop(self):
        rng, i, base = self.rng, self.local("k"), list(self.owned)
        head, after = self.name("head"), self.name("after")
        self.emit(f"{i} = 0")
        self.end(f"goto {head}")
        self.begin(head)
        bound = rng.choice(["1", "2", "3", "n"])
        body = self.name("body")
        self.end(f"loop {i} < {bound} then {body} else {after}")
        self.begin(body)
        self.emit(f"{i} = {i} + 1")
        self.loops.append((head, after, base))
        self.body(3)
        self.loops.pop()
        self.close(base, False)
        self.end(f"goto {head}")
        self.owned = base
        self.begin(after)

    def jump(self):
        """break or continue on a condition."""
        if not self.loops:
            return self.bail()
        head, after, base = self.loops[-1]
        no, saved = self.branch(self.cond()), list(self.owned)
        self.close(base, False)
        self.end(f"goto {self.rng.choice([head, after])}")
        self.owned = saved
        self.begin(no)

    def bail(self):
        no = self.branch(self.cond())
        self.leave()
        self.begin(no)

    def switch(self):
        rng, v, join = self.rng, self.input(), self.name("join")
        labels = [self.name("case") for _ in range(rng.randint(1, 2))]
        cases = "; ".join(f"{n}{'..' + str(n + 1) if rng.random() < 0.2 else ''} -> {label}"
                          for n, label in zip((0, 2), labels))
        self.end(f"switch {v} {{ {cases}; default -> {join} }}")
        base = list(self.owned)
        for index, label in enumerate(labels):
            self.begin(label)
            self.body(1)
            if rng.random() < 0.3:
                self.leave()
            self.close(base, False)
            self.end(f"goto {labels[index + 1] if index + 1 < len(labels) and rng.random() < 0.3 else join}")
            self.owned = list(base)
        self.begin(join)

    def move(self):
        plain = [it for it in self.owned if it.kind == RES and not it.when and not it.flag]
        if not plain:
            return self.acquire()
        it, rng = self.rng.choice(plain), self.rng
        how = rng.random()
        if how < 0.25:
            self.emit(f"{it.place} = call {self.help('same')} ({it.place} handle {RES}) result {RES}")
        elif how < 0.4 and len(plain) > 1:
            other = rng.choice([o for o in plain if o is not it])
            self.emit(f"call {self.help('swap')} (&{it.place}, &{other.place})")
        elif how < 0.5 and len(plain) > 1 and self.style == "inline" and not self.loops:
            other = rng.choice([o for o in plain if o is not it])
            self.owned = [o for o in self.owned if o not in (it, other)]
            self.owned.append(Owned(f"{it.place} {other.place}", "two"))
        else:
            new = self.new(RES, "m")
            if how < 0.7:
                self.emit(f"{new.place} = call {self.help('take')} (&{it.place}) result {RES}")
            elif how < 0.85:
                p = self.local("p", "PGresult **")
                self.emit(f"{p} = &{it.place}")
                self.emit(f"{new.place} = *{p}")
                self.emit(f"*{p} = 0")
            else:
                self.emit(f"{new.place} = {it.place}")
                self.emit(f"{it.place} = 0")
            self.owned[self.owned.index(it)] = new
            self.pending.append(new)
            if self.loops and it in self.loops[-1][2]:
                self.owned[self.owned.index(new)] = it  # the loop's next turn wants it back
                self.emit(f"{it.place} = {new.place}")
                self.emit(f"{new.place} = 0")

    def early(self):
        plain = [it for it in self.owned if not (self.loops and it in self.loops[-1][2])]
        if plain and not self.depth:
            self.drop(self.rng.choice(plain))
        else:
            self.use()

    def throwing(self):
        if not self.cxx:
            return self.use()
        name = self.rng.choice(["check", "check_both"])
        if name == "check_both":
            self.help("run")
            self.help("check")
        self.emit(f"call {self.help(name)} (conn handle {CONN}) unwind {self.pad()}")

    def body(self, size):
        self.depth += 1
        for _ in range(self.rng.randint(1, size)):
            self.statement()
        self.depth -= 1

    def statement(self):
        self.budget -= 1
        nested = self.budget > 0 and self.depth < 3
        choices = [(self.acquire, 6), (self.use, 2), (self.bail, 2), (self.move, 2), (self.early, 2),
                   (self.throwing, 2), (self.jump, 2 if self.loops else 0)]
        if nested:
            choices += [(self.arms, 3), (self.loop, 2), (self.switch, 1), (self.correlated, 1)]
        self.rng.choices([c[0] for c in choices], [c[1] for c in choices])[0]()

    def main(self):
        self.inputs, self.starts, self.pending, self.depth = [], [], [], 0
        self.begin("start")
        first = self.blocks[-1]
        if self.rng.random() < 0.5:
            self.inputs.append("n")
        while self.budget > 0:
            self.statement()
        self.leave(0)
        if self.style != "inline":
            self.decls.append('local ret "int"')
            self.begin("out")
            self.release_all(self.everything())
            self.end("return ret")
        first[1][:0] = self.starts
        header = f"function $main{' cxx' if self.cxx else ''} returns \"int\" {{"
        params = [f'param conn "PGconn *" handle {CONN}', f'param db "sqlite3 *" handle {DB}', 'param n "int"']
        return Function("main", header, params + self.decls, self.blocks + self.cleanup)


def generate(seed):
    """The functions of a program, the entry first."""
    rng = random.Random(seed)
    maker = Maker(rng)
    functions = [maker.main()] + [LIBRARY[name].copy() for name in sorted(maker.helpers)]
    for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
        mutate(rng, functions)
    return functions


def render(functions, number, line):
    """Lines of text for the program, the first of which will have the given number in the file."""
    out = []
    for function in functions:
        for text in function.text():
            text = text.replace("$", f"p{number}_")
            place = f" at {line + len(out)}:3"
            if text.startswith("function"):
                text = text[:-1] + place[1:] + " {"
            elif text.startswith("  ") and not text.strip().startswith(("param ", "local ")):
                text += place
            out.append(text)
    return out


if __name__ == "__main__":
    print("\n".join(["program 1", 'source "m.c"'] + render(generate(sys.argv[1] if len(sys.argv) > 1 else "1"), 0, 3)))
