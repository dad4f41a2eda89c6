"""The tree of a generated program: what is rendered, mutated and minimised.

A node is a Line (one statement or declaration, on one source line) or a Node: heads with bodies, such as
`if (c) {` / `else {`, and a tail. '@' in a text stands for the program's own prefix, so that many programs
fit into one file. Every deletion that still compiles is a smaller program; what does not compile is found
out by the compiler.
"""

from dataclasses import dataclass, field


@dataclass(eq=False)
class Line:
    text: str
    tag: str = ""  # 'release', 'forget', 'acquire', 'exit', 'use': what mutations look for
    top: bool = False  # a declaration that nobody may delete (the includes)

    def copy(self):
        return Line(self.text, self.tag, self.top)


@dataclass(eq=False)
class Node:
    kind: str  # if, loop, switch, case, try, func, entry, class, block
    parts: list  # of [head, body]
    tail: str = "}"
    tag: str = ""

    def copy(self):
        return Node(self.kind, [[head, [node.copy() for node in body]] for head, body in self.parts], self.tail,
                    self.tag)


def if_(condition, then, otherwise=None):
    parts = [[f"if ({condition}) {{", then]]
    if otherwise:
        parts.append(["else {", otherwise])
    return Node("if", parts)


def loop(head, body, tail="}"):
    return Node("loop", [[head + " {", body]], tail)


def switch(subject, cases):
    """cases: of (labels, body); a body that does not leave falls through."""
    return Node("switch", [[f"switch ({subject}) {{",
                            [Node("case", [[" ".join(labels), body]], tail="") for labels, body in cases]]])


def try_(body, handlers):
    return Node("try", [["try {", body]] + [[f"catch ({what}) {{", handler] for what, handler in handlers])


def function(signature, body):
    return Node("func", [[signature + " {", body]])


def class_(head, body):
    return Node("class", [[head + " {", body]], "};")


def negate(condition):
    if " || " in condition or " && " in condition:
        return f"!({condition})"
    for one, other in ((" != ", " == "), (" == ", " != ")):
        if one in condition:
            return condition.replace(one, other)
    return condition[1:] if condition.startswith("!") else f"!{condition}"


@dataclass(eq=False)
class Program:
    language: str  # c or c++
    nodes: list
    borrows: str = ""  # '', 'PGconn', 'sqlite3': what entry is lent
    max_input: int = 1
    origin: str = ""
    notes: list = field(default_factory=list)

    def copy(self):
        return Program(self.language, [node.copy() for node in self.nodes], self.borrows, self.max_input, self.origin,
                       list(self.notes))

    def render(self, prefix):
        lines = []
        render_body(self.nodes, 0, lines)
        return [line.replace("@", prefix if prefix == "@" else prefix + "_") for line in lines]

    def functions(self):
        """(first, last) of each function's lines, counted from 0."""
        found = []
        measure(self.nodes, 0, found)
        return found


def measure(body, line, out):
    """The line behind a body that begins at a line; the functions in it go into out."""
    for node in body:
        start = line
        if isinstance(node, Line):
            line += 1
            continue
        for _, children in node.parts:
            line = measure(children, line + 1, out)
        line += bool(node.tail)
        if node.kind in ("func", "entry"):
            out.append((start, line - 1))
    return line


def render_body(body, depth, out):
    for node in body:
        indent = "  " * depth
        if isinstance(node, Line):
            # A label stands out, as people write it.
            out.append(indent[2:] + node.text if node.tag == "label" else indent + node.text)
            continue
        for number, (head, children) in enumerate(node.parts):
            out.append(indent + ("} " if number else "") + head)
            render_body(children, depth + 1, out)
        if node.tail:
            out.append(indent + node.tail)


def bodies(nodes):
    """Every list of siblings, outer ones first."""
    yield nodes
    for node in nodes:
        if isinstance(node, Node):
            for _, body in node.parts:
                yield from bodies(body)


def walk(nodes):
    """Every node with the list that it stands in and its place there."""
    for body in bodies(nodes):
        for place, node in enumerate(body):
            yield node, body, place


def size(nodes):
    return sum(1 for _ in walk(nodes))


def edits(program):
    """Every smaller program that is one step away: (how many nodes it saves, the node's path, what is done)."""
    paths = []
    collect(program.nodes, (), paths)
    for path, node in paths:
        if isinstance(node, Line):
            if not node.top:
                yield 1, path, "delete"
            continue
        if node.kind != "entry":
            yield size([node]), path, "delete"
        if node.kind in ("if", "loop", "try", "block", "switch"):
            for number in range(len(node.parts)):
                yield size([node]) - size(node.parts[number][1]), path, f"keep {number}"
        if node.kind in ("if", "try") and len(node.parts) > 1:
            for number in range(1, len(node.parts)):
                yield size(node.parts[number][1]) + 1, path, f"drop {number}"


def collect(nodes, path, out):
    for place, node in enumerate(nodes):
        out.append((path + (place,), node))
        if isinstance(node, Node):
            for number, (_, body) in enumerate(node.parts):
                collect(body, path + (place, number), out)


def apply(program, path, what):
    """A copy of the program with one edit."""
    copy = program.copy()
    nodes = copy.nodes
    for step in range(0, len(path) - 1, 2):
        nodes = nodes[path[step]].parts[path[step + 1]][1]
    place = path[-1]
    verb, _, number = what.partition(" ")
    if verb == "delete":
        del nodes[place]
    elif verb == "keep":
        nodes[place:place + 1] = nodes[place].parts[int(number)][1]
    else:
        del nodes[place].parts[int(number)]
    return copy
