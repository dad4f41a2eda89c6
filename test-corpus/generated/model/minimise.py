"""Makes a program smaller while the same kind of disagreement stays."""

import re

LIMIT = 60  # candidates that are tried in one run of the tool


def targets(end):
    return re.findall(r"(?:then|else|goto|->|unwind) (\w+)", end)


def tidy(functions):
    """Drops functions that nobody calls, blocks that nothing leads to and variables that nobody names."""
    called, todo = set(), [functions[0]]
    by_name = {function.name: function for function in functions}
    while todo:
        function = todo.pop()
        if function.name in called:
            continue
        called.add(function.name)
        todo += [by_name[name] for name in re.findall(r"\$(\w+)", " ".join(function.text()[1:])) if name in by_name]
    out = [function.copy() for function in functions if function.name in called]
    for function in out:
        blocks, reached, todo = {block[0]: block for block in function.blocks}, set(), [function.blocks[0][0]]
        while todo:
            label = todo.pop()
            if label not in reached:
                reached.add(label)
                block = blocks[label]
                todo += targets(" ; ".join(block[1] + [block[2]]))
        function.blocks = [block for block in function.blocks if block[0] in reached]
        merge(function)
        words = set(re.findall(r"\w+", " ".join(line for _, events, end in function.blocks for line in events + [end])))
        function.decls = [line for line in function.decls if line.startswith("param ") or line.split()[1] in words]
    return out


def merge(function):
    """Joins a block with the only one that goes on to it."""
    while True:
        for block in function.blocks:
            match = re.fullmatch(r"goto (\w+)", block[2])
            every = [target for other in function.blocks for line in other[1] + [other[2]] for target in targets(line)]
            if match and match[1] != block[0] and every.count(match[1]) == 1 and match[1] != function.blocks[0][0]:
                other = next(each for each in function.blocks if each[0] == match[1])
                block[1], block[2] = block[1] + other[1], other[2]
                function.blocks.remove(other)
                break
        else:
            return


def candidates(functions):
    """All programs that are one step smaller."""
    def changed(place, number, change):
        new = [function.copy() for function in functions]
        change(new[place].blocks[number])
        return tidy(new)

    def drop(first, last):
        return lambda block: block[1].__delitem__(slice(first, last))

    def ending(text):
        return lambda block: block.__setitem__(2, text)

    for place, function in enumerate(functions):
        for number, block in enumerate(function.blocks):
            if len(block[1]) > 1:
                yield changed(place, number, drop(0, None))
                yield changed(place, number, drop(len(block[1]) // 2, None))
                yield changed(place, number, drop(0, len(block[1]) // 2))
            for target in dict.fromkeys(targets(block[2])):
                if block[2] != f"goto {target}":
                    yield changed(place, number, ending(f"goto {target}"))
            if block[2].startswith("goto"):
                other = next(each for each in function.blocks if each[0] == targets(block[2])[0])
                if not other[1] and other[2].startswith(("goto", "return", "resume")):
                    yield changed(place, number, ending(other[2]))
                yield changed(place, number, ending("return"))
            if block[2].startswith("return ") and not re.search(r"handle", function.header):
                yield changed(place, number, ending("return"))
            match = re.match(r"(\w+) !\((.*)\) then (\w+) else (\w+)$", block[2])
            if match:
                yield changed(place, number, ending(f"{match[1]} {match[2]} then {match[4]} else {match[3]}"))
            for index, event in enumerate(block[1]):
                yield changed(place, number, drop(index, index + 1))
                if " unwind " in event:
                    yield changed(place, number, lambda b, i=index, e=event: b[1].__setitem__(
                        i, re.sub(r" unwind \w+", "", e)))


def size(functions):
    return sum(len(function.text()) for function in functions)


def minimise(verdict, judge):
    """The smallest verdict found; judge gives the verdicts on [(seed, index, functions)]."""
    best, wanted, position = verdict, verdict.signature(), 0
    while True:
        tries = list(candidates(best.functions))
        if not tries:
            return best
        order = tries[position % len(tries):] + tries[:position % len(tries)]
        for start in range(0, len(order), LIMIT):
            part = order[start:start + LIMIT]
            fits = [each for each in judge([(best.seed, best.index, functions) for functions in part])
                    if each.disagrees() and each.signature() == wanted]
            if fits:
                best = min(fits, key=lambda each: size(each.functions))
                position += start
                break
        else:
            return best
