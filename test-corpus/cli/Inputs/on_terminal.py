"""Runs a command on a terminal, which has no colour settings but ours, and passes on what it prints."""

import os
import pty
import sys

os.environ.setdefault("TERM", "xterm")
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
output = b""
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:  # the child has closed it
        break
    if not part:
        break
    output += part
os.waitpid(child, 0)
sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
