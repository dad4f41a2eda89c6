"""Runs a command and prints what it writes into a named pipe: read_pipe.py PIPE COMMAND..."""

import os
import subprocess
import sys
import time

# Non-blocking, so that a command that never opens the pipe does not block us.
pipe = os.open(sys.argv[1], os.O_RDONLY | os.O_NONBLOCK)
with subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL) as run:
    ended = False
    while not ended:
        ended = run.poll() is not None
        try:
            while part := os.read(pipe, 65536):
                sys.stdout.buffer.write(part)
        except BlockingIOError:
            pass
        time.sleep(0.01)
