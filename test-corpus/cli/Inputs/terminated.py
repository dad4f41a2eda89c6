"""Starts a command, ends it by SIGTERM once it has children, and fails if one of them goes on."""

import os
import signal
import subprocess
import sys
import time


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as stream:
        return [int(child) for child in stream.read().split()]


def lives(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stream:
            return stream.read().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


with subprocess.Popen(sys.argv[1:]) as run:
    end = time.monotonic() + 20
    while not (started := children(run.pid)) and time.monotonic() < end:
        time.sleep(0.02)
    run.send_signal(signal.SIGTERM)
    run.wait()
for _ in range(100):
    left = [pid for pid in started if lives(pid)]
    if not left:
        break
    time.sleep(0.02)
for pid in left:
    os.kill(pid, signal.SIGKILL)
print(f"{len(started)} started, {len(left)} left")
sys.exit(bool(left) or not started)
