"""Random changes to a program, most of which make it wrong."""

import re


def mutate(rng, functions):
    function = functions[0] if rng.random() < 0.75 else rng.choice(functions)
    block = rng.choice(function.blocks)
    events, what = block[1], rng.random()
    if what < 0.35:
        if events:
            del events[rng.randrange(len(events))]
    elif what < 0.55:
        labels = [other[0] for other in function.blocks]
        found = re.findall(r"(?:then|else|goto|->) (\w+)", block[2])
        if found:
            block[2] = re.sub(rf"\b{rng.choice(found)}\b", rng.choice(labels), block[2], count=1)
    elif what < 0.65:
        match = re.match(r"(\w+) (.*) then (\w+) else (\w+)$", block[2])
        if match:
            block[2] = f"{match[1]} {match[2]} then {match[4]} else {match[3]}"
    elif what < 0.8:
        if events:
            target = rng.choice(function.blocks)
            target[1].insert(rng.randint(0, len(target[1])), rng.choice(events))
    elif what < 0.9:
        stems = re.findall(r"\b([a-z]+)\d+\b", " ".join(events))
        if stems:
            stem = rng.choice(stems)
            names = sorted({name for line in function.decls for name in re.findall(rf"^local ({stem}\d+)", line)})
            if len(names) > 1:
                index = rng.randrange(len(events))
                events[index] = re.sub(rf"\b{stem}\d+\b", rng.choice(names), events[index], count=1)
    else:
        block[2] = re.sub(r"(==|!=|<|>) (\d)", lambda m: f"{rng.choice(['==', '!='])} {m[2]}", block[2])
