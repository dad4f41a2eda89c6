#!/usr/bin/env python3
"""Writes random C and C++ programs that use libpq and SQLite.

  generate.py --seed S [--count N] [--only I] [--lang c|c++|both]

Program I of a seed is the same whatever else is generated. compare.py runs them.
"""

import argparse
import random

from c_grammar import CGenerator
from cpp_grammar import CppGenerator
from mutate import mutate
from oracle import render

FAULTY = 0.7  # about half of the programs come out faulty


def language_of(seed, index, languages):
    if languages != "both":
        return languages
    return random.Random(f"{seed}/{index}/language").choice(["c", "c++"])


def generate(seed, index, languages="both"):
    """Program number index of a seed."""
    language = language_of(seed, index, languages)
    rng = random.Random(f"{seed}/{index}/{language}")
    program = (CGenerator if language == "c" else CppGenerator)(rng).generate()
    if rng.random() < FAULTY:
        mutate(program, rng)
    program.origin = f"--seed {seed} --only {index} --lang {language}"
    return program


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--lang", choices=["c", "c++", "both"], default="both")
    arguments = parser.parse_args()
    indexes = [arguments.only] if arguments.only is not None else range(arguments.count)
    for index in indexes:
        program = generate(arguments.seed, index, arguments.lang)
        print(f"// {program.origin}; mutations: {', '.join(program.notes) or 'none'}")
        print(render([program], program.language).text)


if __name__ == "__main__":
    main()
