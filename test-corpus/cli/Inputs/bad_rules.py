"""Holds what `dbtidy list rules` says of each rule file in this folder against FILE.expected."""

import glob
import subprocess
import sys

faults = 0
files = sorted(glob.glob("*.json"))
for file in files:
    run = subprocess.run([sys.argv[1], "list", "rules", "--rules=" + file], capture_output=True, text=True, check=False)
    with open(file.removesuffix("json") + "expected", encoding="utf-8") as stream:
        wanted = "dbtidy: error: " + stream.read().rstrip("\n") + "\n"
    if (run.returncode, run.stdout, run.stderr) != (1, "", wanted):
        faults += 1
        print(f"{file}: exit status {run.returncode}\n  expected: {wanted}  found:    {run.stderr}{run.stdout}")
print(f"{len(files)} files, {faults} faults")
sys.exit(1 if faults or len(files) < 40 else 0)
