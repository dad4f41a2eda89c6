"""Runs a command whose standard output is lost: lost_output.py KIND COMMAND...

  closed   a pipe that nobody reads: the command may end by SIGPIPE or with any status
  ignored  the same with SIGPIPE ignored, as below many CI runners: it has to end with status 1
  full     a full disk: it has to end with status 1
  errors   standard error on a full disk: it has to end with status 2, as a finding is all there is
"""

import os
import signal
import subprocess
import sys

kind, command = sys.argv[1], sys.argv[2:]
if kind in ("closed", "ignored"):
    reader, writer = os.pipe()
    os.close(reader)
else:
    writer = os.open("/dev/full", os.O_WRONLY)
output, errors = (subprocess.DEVNULL, writer) if kind == "errors" else (writer, subprocess.PIPE)
status = subprocess.run(command, stdout=output, stderr=errors, restore_signals=kind != "ignored", check=False).returncode
print(f"{kind}: ends with {status}")
if kind == "closed":
    sys.exit(status < 0 and -status != signal.SIGPIPE)
sys.exit(status != (2 if kind == "errors" else 1))
