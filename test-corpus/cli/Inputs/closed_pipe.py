"""Runs a command with a standard output that nobody reads any more.

It may end by SIGPIPE or with a status of its own, but not by another signal. --ignored: SIGPIPE is
ignored, as it is below many CI runners; then the status has to say that the output was lost.
"""

import os
import signal
import subprocess
import sys

ignored = sys.argv[1] == "--ignored"
command = sys.argv[2:] if ignored else sys.argv[1:]
reader, writer = os.pipe()
os.close(reader)
run = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, restore_signals=not ignored, check=False)
print(f"ends with {run.returncode}: {run.stderr.decode()}")
if ignored:
    sys.exit(run.returncode != 1)
sys.exit(run.returncode < 0 and -run.returncode != signal.SIGPIPE)
