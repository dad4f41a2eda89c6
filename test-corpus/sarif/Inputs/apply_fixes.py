"""Applies the first fix of every finding: apply_fixes.py LOG FOLDER."""

import collections
import json
import pathlib
import sys

with open(sys.argv[1], encoding="utf-8") as stream:
    results = json.load(stream)["runs"][0]["results"]
edits, mended = collections.defaultdict(set), 0
for result in results:
    for fix in result.get("fixes", [])[:1]:
        mended += 1
        for change in fix["artifactChanges"]:
            for new in change["replacements"]:
                place = new["deletedRegion"]
                ends = [(place[end + "Line"], place[end + "Column"]) for end in ("start", "end")]
                edits[change["artifactLocation"]["uri"]].add((*ends, new["insertedContent"]["text"]))
print(f"{mended} of {len(results)} findings had an edit")


def offset(lines, line, column):
    """The byte behind so many lines and so many UTF-16 units."""
    before = lines[line - 1].decode().encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le")
    return sum(map(len, lines[: line - 1])) + len(before.encode())


for name, changes in edits.items():
    path = pathlib.Path(sys.argv[2], name)
    data = path.read_bytes()
    lines = data.splitlines(keepends=True)
    for begin, end, text in sorted(changes, reverse=True):
        data = data[: offset(lines, *begin)] + text.encode() + data[offset(lines, *end) :]
    path.write_bytes(data)
