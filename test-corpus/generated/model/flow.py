"""What can be told about a function of the program model without executing it."""

from machine import ARITHMETIC

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


def walk(value):
    yield value
    for part in value[1:]:
        if type(part) is tuple and part and part[0] in ("bin", "not", "load", "addr", "unk", "int"):
            yield from walk(part)


def values_of(item):
    """The values in an event or end."""
    if item[0] == "call":
        return [arg[0] for arg in item[1].args] + ([item[1].target] if item[1].target else [])
    return [part for part in item[1:] if type(part) is tuple and part and part[0] in
            ("int", "load", "addr", "bin", "not", "unk", "str", "fun")]


def constants(functions):
    found = {0}
    for function in functions:
        for block in function.blocks.values():
            for item in block:
                for value in values_of(item):
                    for each in walk(value):
                        if each[0] == "bin" and each[1] in COMPARISONS:
                            found |= {side[1] for side in each[2:] if side[0] == "int"}
                if item[0] == "switch":
                    for low, high, _ in item[2]:
                        found |= {low, high}
    return samples(found)


def samples(found):
    """Integers that stand for all, where they are compared with these constants only."""
    ordered = sorted(found)
    gaps = [low + 1 for low, high in zip(ordered, ordered[1:]) if high - low > 1]
    return sorted(found | set(gaps) | {ordered[0] - 1, ordered[-1] + 1})


def fields_of(functions):
    """What the fields hold, as far as the functions tell: ".f" -> (type, handle)."""
    out = {}
    for function in functions:
        for block in function.blocks.values():
            for item in block:
                if item[0] == "call":
                    for value, _, handle in item[1].args:
                        if handle and value[0] == "load" and value[2] and value[2][-1] != "*":
                            out[value[2][-1]] = ("", handle)
                    if item[1].handle and item[1].result and item[1].result[1]:
                        out[item[1].result[1][-1]] = ("", item[1].handle)
                elif item[0] == "assign" and item[1][1] and item[2][0] == "load" and not item[2][2]:
                    var = function.vars[item[2][1]]
                    if var.handle or var.type.endswith("*"):
                        out[item[1][1][-1]] = (var.type, var.handle)
    return out


def successors(item):
    kind = item[0]
    if kind == "goto":
        return [item[1]]
    if kind == "if":
        return [item[2], item[3]]
    if kind == "switch":
        return [case[2] for case in item[2]] + [item[3]]
    if kind == "dispatch":
        return [case[1] for case in item[1]] + ([item[2]] if item[2] is not None else [])
    if kind in ("throw", "rethrow"):
        return [item[-2]] if item[-2] is not None else []
    return [item[1].unwind] if kind == "call" and item[1].unwind is not None else []


def liveness(function):
    fixed = {each[1] for block in function.blocks.values() for item in block for value in values_of(item)
             for each in walk(value) if each[0] == "addr" and "*" not in each[2]}
    out = {label: set(fixed) for label in function.blocks}
    changed = True
    while changed:
        changed = False
        for label in reversed(list(function.blocks)):
            live = set(fixed)
            for item in reversed(function.blocks[label]):
                for target in successors(item):
                    live |= out[target]
                place = item[1] if item[0] == "assign" else item[1].result if item[0] == "call" else None
                if place:
                    if not place[1]:
                        live.discard(place[0])
                    else:
                        live.add(place[0])
                for value in values_of(item):
                    live |= {each[1] for each in walk(value) if each[0] in ("load", "addr")}
            if live - out[label]:
                out[label] |= live
                changed = True
    return out


def samples_of(function):
    """Variable -> (integers that stand for all that it may hold, the comparisons it is in), for variables that
    are only compared with constants."""
    tests, elsewhere = {}, set()

    def look(value, tested):
        if value[0] == "load":
            if value[2] or not tested:
                elsewhere.add(value[1])
            else:
                tests.setdefault(value[1], set()).add(("!=", 0))
        elif value[0] == "addr":
            elsewhere.add(value[1])
        elif value[0] == "not":
            look(value[1], True)
        elif value[0] == "bin":
            left, right = value[2:]
            if value[1] in COMPARISONS and left[0] == "load" and not left[2] and right[0] == "int":
                tests.setdefault(left[1], set()).add((value[1], right[1]))
            else:
                look(left, False)
                look(right, False)
    for block in function.blocks.values():
        for item in block:
            for value in values_of(item):
                look(value, item[0] in ("if", "switch"))
            if item[0] == "switch" and item[1][0] == "load":
                for low, high, _ in item[2]:
                    tests.setdefault(item[1][1], set()).update(((">=", low), ("<=", high)))
    out = {}
    for var, asked in tests.items():
        if var not in elsewhere:
            chosen = {}
            for number in samples({constant for _, constant in asked}):
                answers = tuple(compare(op, number, constant) for op, constant in sorted(asked))
                chosen.setdefault(answers, number)
            out[var] = (list(chosen.values()), sorted(asked))
    return out


def compare(op, left, right):
    return left == right if op == "==" else left != right if op == "!=" else ARITHMETIC[op](left, right)


def codes_of(functions):
    """The codes that a failed call of SQLite may return besides 1; those of libpq mean something else."""
    rules = {item[1].rule.split(":")[0] for function in functions for block in function.blocks.values()
             for item in block if item[0] == "call"}
    return (5, 14, 19, 21) if "libpq" in rules else (5, 7, 14, 19, 21)
