#!/usr/bin/env python3
"""Executes a program model over every outcome of every call and prints what goes wrong.

  interpret.py FILE.dbtp [--entry NAME]...

Each function named (by default each one) is called with every kind of arguments. States that were
met before are not walked again, so that the set of executions is complete although loops turn as
often as they like; a program whose states are too many is given up, never called clean.

A fact is `leak` (a live handle that nothing can reach any more), `misuse` (a handle is released or
used after its release) or `returned` (a released handle is handed out), with the lines of the call
and of the calls above it. `also` marks facts that only exist behind a misuse on the same execution.
"""

import argparse
import gc
import sys

from flow import codes_of, constants, fields_of, liveness, samples_of, successors, values_of, walk
from machine import Compiler, Crash, Freed, Invalid, Need, State, Unsupported, World
from model import BadModel
from reader import parse
from stubs import STUBS, always, different, unknown

STEPS = 12000  # of one entry function; states are counted where ways meet
gc.disable()  # nothing here is cyclic, and looking for cycles in the states costs more than walking them


class TooMany(Exception):
    """The bound on steps or states is reached."""


class Code:
    """A function made ready to run."""

    def __init__(self, function, world):
        self.function, self.name = function, function.name
        make = Compiler(function, world)
        entries, self.blocks, self.liveness = {}, {}, None
        for label, block in function.blocks.items():
            self.blocks[label] = [self.item(make, item) for item in block]
            for item in block:
                for target in successors(item):
                    entries[target] = entries.get(target, 0) + 1
        entries[function.entry] = entries.get(function.entry, 0) + 1
        self.meets = {label for label, count in entries.items() if count > 1}
        self.returned = next((i for i, var in enumerate(function.vars) if var.kind == "returned"), None)
        self.samples = samples_of(function)
        self.has_unknown = any(value[0] == "unk" for block in function.blocks.values() for item in block
                               for top in values_of(item) for value in walk(top))

    def line(self, label, index):
        item = self.function.blocks[label][index]
        return item[1].line if item[0] == "call" else item[-1] if type(item[-1]) is int else 0

    @staticmethod
    def item(make, item):
        kind = item[0]
        if kind == "assign":
            return ("assign", make.place(*item[1]), make.value(item[2]))
        if kind == "call":
            call = item[1]
            args = [make.value(arg[0]) for arg in call.args]
            result, target = call.result and make.place(*call.result), call.target and make.value(call.target)
            return ("call", call, args, result, target)
        if kind in ("if", "switch", "return"):
            return (kind, item[1] and make.value(item[1])) + item[2:]
        return ("escape", make.value(item[1])) if kind == "escape" else item

    def live(self, label):
        """The variables that are read before they are written, from the start of a block on."""
        if self.liveness is None:
            self.liveness = liveness(self.function)
        return self.liveness[label]


class Run:
    """All executions of one entry function."""

    def __init__(self, program, entry):
        self.world, self.codes = program.world, program.codes
        self.facts, self.todo, self.seen, self.steps, self.bound = {}, [], set(), 0, program.bound
        code = program.by_name[entry]
        state = State()
        for number, var in enumerate(code.function.params):
            self.world.types[0, number] = (var.type, var.handle)
            if number in code.samples and not var.handle and "*" not in var.type:
                self.world.samples[0, number] = code.samples[number][0]
        state.where = (code, code.function.entry, 0)
        try:
            self.todo.append(state)
            while self.todo:
                self.walk(self.todo.pop())
        finally:
            self.world.samples = {}
            for number in range(len(code.function.params)):
                del self.world.types[0, number]

    def fact(self, state, kind, chain):
        self.facts[kind, chain] = self.facts.get((kind, chain), False) or not state.tainted

    def misuse(self, state, chain):
        self.fact(state, "misuse", chain)
        state.tainted = True

    def collect(self, state):
        for handle in state.collect():
            self.fact(state, "leak", handle[2])

    def fork(self, state, code, label, index, ways):
        """Goes on with the first of the ways; the others wait."""
        for way in ways[1:]:
            other = state.clone()
            way(other)
            other.where = (code, label, index)
            self.todo.append(other)
        ways[0](state)

    def walk(self, state):
        code, label, index = state.where
        while True:
            depth = len(state.frames)
            if index == 0 and label in code.meets and self.met(state, code, label, depth):
                return
            try:
                place = self.block(state, code, label, index, depth)
            except Need as need:
                code, label, index = state.where
                ways = [self.filling(need.key, option) for option in need.options]
                self.fork(state, code, label, index, ways)
                continue
            except Freed:
                code, label, index = state.where
                state.tainted = True
                self.fact(state, "misuse", state.lines + (code.line(label, index),))
                return
            except Crash:
                return
            if place is None:
                return
            code, label, index = place

    @staticmethod
    def filling(key, option):
        def way(state):
            new = type(option) is tuple and option[0] == "new"
            state.mem[key] = state.acquire(option[1], None) if new else option
        return way

    def met(self, state, code, label, depth):
        """True if this state was here before."""
        live, mem = code.live(label), state.mem
        for key in [k for k, v in mem.items() if k[0] == depth and len(k) == 2 and type(v) is int
                    and k[1] not in live and k[1] >= 0]:
            del mem[key]
        self.collect(state)
        key = (code.name, label, state.frames, frozenset(mem.items()), frozenset(state.handles.items()),
               state.tainted, state.exc)
        if key in self.seen:
            return True
        self.seen.add(key)
        if len(self.seen) > self.bound // 8:
            raise TooMany()
        return False

    def block(self, state, code, label, index, depth):
        """Runs to the block's end, or to where another function begins or goes on; returns the place behind."""
        items = code.blocks[label]
        while True:
            self.steps += 1
            if self.steps > self.bound:
                raise TooMany()
            state.where = (code, label, index)
            item = items[index]
            kind = item[0]
            if kind == "assign":
                value = item[2](state, depth)
                state.store(item[1](state, depth), value)
            elif kind == "call":
                place = self.call(state, code, label, index, depth, item)
                if place is not True:
                    return place
            elif kind == "end":
                state.forget((depth, item[1]))
            elif kind == "escape":
                raise Unsupported("escape")
            else:
                place = self.end(state, code, depth, item)
                if code.has_unknown:
                    self.forget_unknown(state)
                return place
            if code.has_unknown:
                self.forget_unknown(state)
            index += 1

    @staticmethod
    def forget_unknown(state):
        for key in [k for k in state.mem if k[0] == "u"]:
            del state.mem[key]

    def call(self, state, code, label, index, depth, item):
        _, call, args, result, target = item
        values = [arg(state, depth) for arg in args]
        usr = call.usr
        if target:
            pointer = target(state, depth)
            if type(pointer) is not tuple or pointer[0] != "f":
                raise Crash()
            usr = pointer[1]
        callee = self.codes.get(usr)
        chain = state.lines + (call.line,)
        if callee and not call.rule:
            if len(state.frames) > 20:
                raise TooMany()
            state.frames += ((code, label, index, state.lines, state.exc),)
            state.lines, state.exc = chain, None
            for number, value in enumerate(values[:len(callee.function.params)]):
                state.store((depth + 1, number), value)
            return callee, callee.function.entry, 0
        name = (call.rule or call.name).split(":")[-1]
        stub = STUBS.get(name) or unknown(call)
        local = call.result and not call.result[1] and call.result[0]
        if name == "input" and local in code.samples:
            ways = [always(number) for number in code.samples[local][0]]
        else:
            asked = [] if not call.result else code.samples[local][1] if local in code.samples else None
            ways = different(stub(self, state, values, chain), asked)
        if not ways or call.noreturn:
            return None
        if result:
            key = result(state, depth)
            ways = [lambda inner, way=way: inner.store(key, way(inner)) for way in ways]
        if len(ways) > 1 and code.has_unknown:
            self.forget_unknown(state)
        self.fork(state, code, label, index + 1, ways)
        return True

    def end(self, state, code, depth, item):
        kind = item[0]
        if kind == "goto":
            return code, item[1], 0
        if kind == "if":
            return code, item[2] if item[1](state, depth) != 0 else item[3], 0
        if kind == "switch":
            value = item[1](state, depth)
            for low, high, target in item[2]:
                if type(value) is int and low <= value <= high:
                    return code, target, 0
            return code, item[3], 0
        if (state.exc is None) == (kind in ("dispatch", "resume")) and kind != "unreachable":
            raise Invalid("an exception in flight, or none, where it cannot be")
        if kind == "return":
            return self.leave(state, code, depth, item)
        if kind == "throw":
            state.exc = tuple(item[1])
            return self.thrown(state, code, depth, item[2])
        if kind == "rethrow":
            if (depth, -1) not in state.mem:
                raise Invalid("nothing to throw on")
            state.exc = state.mem[depth, -1][1]
            return self.thrown(state, code, depth, item[1])
        if kind == "dispatch":
            for name, target in item[1]:
                if name == "..." or name in state.exc:
                    state.mem[depth, -1] = ("exc", state.exc)
                    state.exc = None
                    return code, target, 0
            return code, item[2], 0
        return self.thrown(state, code, depth, None) if kind == "resume" else None

    def thrown(self, state, code, depth, unwind):
        if unwind is not None:
            return code, unwind, 0
        if "noexcept" in code.function.options:
            return None  # the program ends
        self.drop(state, depth)
        if not state.frames:
            self.collect(state)
            return None
        caller, label, index, state.lines, _ = state.frames[-1]
        state.frames = state.frames[:-1]
        call = caller.blocks[label][index][1]
        if not call.throws:
            raise Invalid("an exception from a call that cannot throw")
        return self.thrown(state, caller, depth - 1, call.unwind)

    @staticmethod
    def drop(state, depth):
        mem = state.mem
        for key in [k for k in mem if k[0] == depth]:
            del mem[key]

    def leave(self, state, code, depth, item):
        value = item[1] and item[1](state, depth)
        if code.returned is not None:
            value = self.world.load(state, (depth, code.returned), depth)
        if type(value) is tuple and value[0] == "h" and not state.handles[value[1]][1]:
            self.fact(state, "returned", state.lines + (item[2],))
            state.tainted = True
        self.drop(state, depth)
        if not state.frames:
            state.mem["x", "returned"] = value if value is not None else 0
            self.collect(state)
            return None
        caller, label, index, state.lines, state.exc = state.frames[-1]
        state.frames = state.frames[:-1]
        result = caller.blocks[label][index][3]
        if result:
            key = result(state, depth - 1)
            if value is None:
                state.forget(key)
            else:
                state.store(key, value)
        return caller, label, index + 1


class Program:
    def __init__(self, functions, bound=STEPS):
        self.functions, self.bound = functions, bound
        self.world = World(constants(functions), fields_of(functions))
        self.world.codes = codes_of(functions)
        self.codes = {function.usr: Code(function, self.world) for function in functions}
        self.by_name = {code.name: code for code in self.codes.values()}

    def facts(self, entry):
        """{(kind, lines): True if no misuse came before}."""
        return Run(self, entry).facts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--entry", action="append")
    parser.add_argument("--bound", type=int, default=20 * STEPS, help="steps before a function is given up")
    options = parser.parse_args()
    try:
        with open(options.file, encoding="utf-8") as text:
            program = Program(parse(text.read()), options.bound)
    except BadModel as error:
        sys.exit(f"{options.file}: {error}")
    status = 0
    for name in options.entry or [function.name for function in program.functions]:
        try:
            facts = program.facts(name)
        except (TooMany, Unsupported, Invalid) as error:
            print(f"{name}: given up: {type(error).__name__} {error}")
            status = 3
            continue
        about = " (approximate: the model has unknown values)" if program.world.approximate else ""
        print(f"{name}: {'nothing' if not facts else ''}{about}")
        for (kind, chain), certain in sorted(facts.items()):
            print(f"  {kind} {' > '.join(map(str, chain))}{'' if certain else ' also'}")
            status = status or 2
    return status


if __name__ == "__main__":
    sys.exit(main())
