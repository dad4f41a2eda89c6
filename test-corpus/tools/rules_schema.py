#!/usr/bin/env python3
"""Prints what in RULES/*/api.json does not agree with RULES/schema.json."""

import json
import sys
from pathlib import Path

import jsonschema


def main():
    rules = Path(sys.argv[1])
    validator = jsonschema.Draft202012Validator(json.loads((rules / "schema.json").read_text(encoding="utf-8")))
    faults = 0
    for path in sorted(rules.glob("*/api.json")):
        name = f"{path.parent.name}/api.json"
        try:
            text = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            print(f"{name}: {error}")
            faults += 1
            continue
        for error in sorted(validator.iter_errors(text), key=lambda error: list(map(str, error.absolute_path))):
            pointer = "".join(f"/{part}" for part in error.absolute_path)
            print(f"{name}: {pointer or '/'}: {error.message}")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
