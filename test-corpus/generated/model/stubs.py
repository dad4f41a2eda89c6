"""What the calls of libpq, SQLite and the C library do, by their documentation.

A stub gets the world of the execution, the state, the call's arguments and the chain of lines that
leads to it, and returns the ways in which the call may end: functions that change a state and give
the call's result. What has not been decided about a handle (its status, its number of rows) is
decided when it is first asked for, and stays so. Nothing is assumed between different facts: a
connection that is bad may still give a result that is fine, as the rules do not say otherwise.
"""

import re

from flow import compare
from machine import Unsupported

RESULT_STATUS = (0, 1, 2, 7)


def handle_of(state, value):
    return state.handles.get(value[1]) if type(value) is tuple and value[0] == "h" else None


def always(value):
    return told(lambda state: value, value)


def failures(world):
    """Codes of a failed call: one, and those that the program asks for."""
    return [1] + [code for code in world.codes if code in world.numbers]


def told(way, result, effect=None):
    """Says of a way what it gives and does, so that those which make no difference can be left out."""
    way.result, way.effect = result, effect
    return way


def giving(kind, chain, parent=None):
    return lambda state: state.acquire(kind, chain, parent)


def into(place, make, result):
    """Fills an out-parameter, then returns result."""
    def end(state):
        if type(place) is tuple and place[0] == "&":
            state.store(place[1:], make(state))
        return result
    return told(end, result, make)


def killing(value, result=0):
    def end(state):
        state.change(value, live=False)
        return result
    return told(end, result, "released")


NULL = always(0)


def setting(value, result, **what):
    def end(state):
        state.change(value, **what)
        return result
    return end


def release(kinds):
    def stub(run, state, args, chain):
        handle = handle_of(state, args[0])
        if handle is None:
            if args[0] != 0:
                raise Unsupported("a release of what is no handle")
            return [always(0)]
        if handle[0] not in kinds:
            raise Unsupported("the wrong release")
        if not handle[1]:
            run.misuse(state, chain)
            return [always(0)]
        return [killing(args[0])]
    return stub


def uses(run, state, args, chain):
    """True if all handles among the arguments are fit for use; records the misuse if not."""
    fine = True
    for value in args:
        if type(value) is tuple and value[0] in ("h", "d") and not state.handles[value[1]][1]:
            run.misuse(state, chain)
            fine = False
    return fine


def connect(run, state, args, chain):
    return [always(0), giving("libpq:connection", chain)]


def pq_status(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is None:
        return [always(1)]
    if handle[4] is not None:
        return [always(handle[4])]
    return [setting(args[0], status, a=status) for status in (0, 1)]


def reset(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is not None:
        state.handles[args[0][1]] = handle[:4] + (None, handle[5])
    return [always(0)]


def execute(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is None or args[1] == 0:
        return [always(0)]
    if handle[4] == 0:  # it may be lost now
        state.handles[args[0][1]] = handle[:4] + (None, handle[5])
    return [always(0), giving("libpq:result", chain)]


def result_status(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is None:
        return [always(7)]
    if handle[4] is not None:
        return [always(handle[4])]
    return [setting(args[0], status, a=status) for status in RESULT_STATUS]


def ntuples(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is None:
        return [always(0)]
    if handle[5] is not None:
        return [always(handle[5])]
    return [setting(args[0], rows, b=rows) for rows in (0, 1, 2)]


def derived(run, state, args, chain):
    uses(run, state, args, chain)
    handle = handle_of(state, args[0])
    return [always(0)] if handle is None else [always(("d", args[0][1])), always(0)]


def sqlite_open(run, state, args, chain):
    make, place = giving("sqlite3:connection", chain), args[1]
    bad = failures(run.world)
    return [into(place, make, code) for code in [0] + bad] + [into(place, NULL, code) for code in bad]


def children(state, value):
    return state.handles[value[1]][5] == "busy" or any(
        handle[1] and handle[3] == value[1] for handle in state.handles.values())


def sqlite_close(run, state, args, chain):
    handle = handle_of(state, args[0])
    if handle is not None and handle[1] and (children(state, args[0]) or handle[2] is None):
        # Of a connection of somebody else's, nobody knows its statements.
        return [always(5)] + ([] if children(state, args[0]) else [killing(args[0])])
    return release(("sqlite3:connection",))(run, state, args, chain)


def prepare(run, state, args, chain):
    fine = uses(run, state, args[:1], chain)
    handle = handle_of(state, args[0])
    place, bad = args[3], [into(args[3], NULL, code) for code in failures(run.world)]
    if handle is None or not fine:
        return bad
    make = giving("sqlite3:statement", chain, args[0][1])
    return [into(place, make, 0), into(place, NULL, 0)] + bad


def step(run, state, args, chain):
    uses(run, state, args, chain)
    if handle_of(state, args[0]) is None:
        return [always(21)]
    return [always(code) for code in [100, 101] + failures(run.world)]


def coded(run, state, args, chain):
    """sqlite3_reset and the like: a code, nothing else."""
    uses(run, state, args, chain)
    return [always(0)] if args[0] == 0 else [always(code) for code in [0] + failures(run.world)]


def finalize(run, state, args, chain):
    ways = release(("sqlite3:statement",))(run, state, args, chain)
    handle = handle_of(state, args[0])
    if handle is None or not handle[1]:
        return ways
    return [killing(args[0], code) for code in [0] + failures(run.world)]


def sqlite_exec(run, state, args, chain):
    uses(run, state, args[:1], chain)
    place = args[4] if len(args) > 4 else 0
    if handle_of(state, args[0]) is None:
        return [into(place, NULL, 21)]
    out, make = [into(place, NULL, 0)], giving("sqlite3:buffer", chain)
    for code in failures(run.world):
        out.append(into(place, NULL, code))
        if place != 0:
            out.append(into(place, make, code))
    return out


def allocate(filled):
    def stub(run, state, args, chain):
        def fresh(inner):
            number = 0
            while ("m", number, "#") in inner.mem:
                number += 1
            inner.mem["m", number, "#"] = 0 if filled else 1
            return ("&", "m", number)
        return [always(0), fresh]
    return stub


def free(run, state, args, chain):
    value = args[0]
    if value == 0:
        return [always(0)]
    if type(value) is not tuple or value[:2] != ("&", "m") or ("m", value[2], "#") not in state.mem:
        return []  # undefined: no execution goes on

    def end(inner):
        inner.forget(("m", value[2]))
        return 0
    return [end]


def integer(run, state, args, chain):
    """An unknown function that only borrows: any number."""
    uses(run, state, args, chain)
    return [always(number) for number in run.world.numbers]


def nothing(run, state, args, chain):
    uses(run, state, args, chain)
    return [always(0)]


def ends_program(run, state, args, chain):
    return []


STUBS = {
    "PQconnectdb": connect, "PQstatus": pq_status, "PQfinish": release(("libpq:connection",)), "PQexec": execute,
    "PQgetResult": lambda run, state, args, chain: execute(run, state, [args[0], 1], chain),
    "PQresultStatus": result_status, "PQclear": release(("libpq:result",)), "PQntuples": ntuples,
    "PQgetvalue": derived, "PQreset": reset, "PQerrorMessage": nothing,
    "sqlite3_open": sqlite_open, "sqlite3_open_v2": sqlite_open, "sqlite3_close": sqlite_close,
    "sqlite3_close_v2": release(("sqlite3:connection",)), "sqlite3_prepare_v2": prepare, "sqlite3_step": step,
    "sqlite3_finalize": finalize, "sqlite3_reset": coded, "sqlite3_exec": sqlite_exec,
    "sqlite3_free": release(("sqlite3:buffer",)), "sqlite3_column_int": integer, "sqlite3_changes": integer,
    "malloc": allocate(False), "calloc": allocate(True), "free": free, "exit": ends_program,
    "abort": ends_program, "input": integer,
}


def different(ways, asked):
    """The ways that the caller can tell apart; asked are its questions to the result (None: not known)."""
    chosen = {}
    for way in ways:
        if asked is None or not hasattr(way, "result") or type(way.result) is not int:
            answers = id(way)
        else:
            answers = tuple(compare(op, way.result, constant) for op, constant in asked)
        chosen.setdefault((getattr(way, "effect", None), answers), way)
    return list(chosen.values())


def unknown(call):
    """The stub of a function that nobody shows, or Unsupported if it could keep or change something."""
    for value, words, handle in call.args:
        if "const" not in words and value[0] not in ("int", "str") and not re.match(r"\w*$", handle):
            raise Unsupported(f"{call.name} may keep its argument")
    for value, words, _ in call.args:
        if value[0] == "addr" and "const" not in words:
            raise Unsupported(f"{call.name} may change its argument")
    if "*" in call.type:
        raise Unsupported(f"{call.name} returns a pointer that nobody knows")
    return integer
