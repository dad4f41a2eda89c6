"""Puts plausible faults into correct programs: what people forget, do twice, or put on the wrong line.

A mutation only changes the program; whether it made a fault is for the execution to say.
"""

from tree import Line, Node, if_, walk


def lines(program, *tags):
    return [(node, body, place) for node, body, place in walk(program.nodes)
            if isinstance(node, Line) and node.tag in tags]


def functions(nodes):
    """Every function with its early exit, also those of classes."""
    for node, _, _ in walk(nodes):
        if isinstance(node, Node) and node.kind in ("func", "entry"):
            yield node


def drop(program, rng, *tags):
    found = lines(program, *tags)
    if found:
        _, body, place = rng.choice(found)
        del body[place]
    return bool(found)


def drop_release(program, rng):
    return drop(program, rng, "release")


def drop_forget(program, rng):
    return drop(program, rng, "forget")


def drop_break(program, rng):
    return drop(program, rng, "break")


def drop_exit(program, rng):
    """Falls through behind an error branch; a function's last return stays."""
    found = [(node, body, place) for node, body, place in lines(program, "exit")
             if not any(body is function.parts[0][1] for function in functions(program.nodes))
             and node.text.split()[0] in ("return", "return;", "break;", "goto", "continue;")]
    if found:
        _, body, place = rng.choice(found)
        del body[place]
    return bool(found)


def repeat_release(program, rng):
    found = lines(program, "release")
    if found:
        node, body, place = rng.choice(found)
        body.insert(rng.randint(place + 1, min(len(body), place + 3)) if not leaves(body, place) else place + 1,
                    node.copy())
    return bool(found)


def leaves(body, place):
    """Whether what stands behind the place could not be reached."""
    return any(isinstance(node, Line) and node.tag in ("exit", "label") for node in body[place + 1:])


def guard_release(program, rng):
    """The release happens only under a condition."""
    found = lines(program, "release")
    if found:
        node, body, place = rng.choice(found)
        body[place] = if_(f"input() {rng.choice(['==', '!='])} {rng.randint(0, program.max_input)}", [node])
    return bool(found)


def early_exit(program, rng):
    """A new way out of a function, somewhere in its middle."""
    places = []
    for function in functions(program.nodes):
        text = "return;" if function.tag == "destructor" else function.tag
        if text:
            for body in own_bodies(function.parts[0][1]):
                places += [(body, place, text) for place in range(1, len(body) + 1)
                           if not is_case_list(body) and not leaves(body[:place], -1)]
    if not places:
        return False
    body, place, text = rng.choice(places)
    if program.language == "c++" and rng.random() < 0.4:
        text = rng.choice(['throw std::runtime_error("new");', "throw 1;"])
    body.insert(place, if_(f"input() == {rng.randint(0, program.max_input)}", [Line(text, "exit")]))
    return True


def own_bodies(nodes):
    """Without those of lambdas, which leave in their own way."""
    yield nodes
    for node in nodes:
        if isinstance(node, Node) and node.kind != "func":
            for _, body in node.parts:
                yield from own_bodies(body)


def is_case_list(body):
    return any(isinstance(node, Node) and node.kind == "case" for node in body)


def swap(program, rng):
    """A release comes one statement too early or too late."""
    found = [(body, place) for node, body, place in lines(program, "release")
             if place > 0 and isinstance(body[place - 1], Line) and body[place - 1].tag in ("use", "release", "forget")]
    if found:
        body, place = rng.choice(found)
        body[place - 1], body[place] = body[place], body[place - 1]
    return bool(found)


def drop_else(program, rng):
    found = [node for node, _, _ in walk(program.nodes) if isinstance(node, Node) and node.kind == "if"
             and len(node.parts) > 1]
    if found:
        del rng.choice(found).parts[1]
    return bool(found)


def drop_member(program, rng):
    """A class forgets its destructor, or that it must not be copied."""
    found = []
    for node, _, _ in walk(program.nodes):
        if isinstance(node, Node) and node.kind == "class":
            body = node.parts[0][1]
            found += [(body, place) for place, member in enumerate(body) if member.tag in ("destructor", "nocopy")]
    if found:
        body, place = rng.choice(found)
        del body[place]
    return bool(found)


MUTATIONS = [(drop_release, 4), (early_exit, 4), (drop_exit, 1.5), (guard_release, 1.5), (repeat_release, 1),
             (drop_forget, 0.7), (drop_break, 0.6), (swap, 0.7), (drop_else, 0.4), (drop_member, 1)]


def mutate(program, rng):
    """One or two faults; the program says which were tried."""
    for _ in range(rng.choice([1, 1, 1, 2])):
        for _ in range(5):
            mutation = rng.choices([one for one, _ in MUTATIONS], [weight for _, weight in MUTATIONS])[0]
            if mutation(program, rng):
                program.notes.append(mutation.__name__)
                break
    return program
