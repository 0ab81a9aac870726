"""Every system call of reading and writing fails in turn: the documents or a message, never anything else.

    calls.py PROTOKOLL LIBRARY [ERROR...]

Whatever fails, each document is the old one or the new, and no temporary file is left. Reads and writes
of one byte make the same documents.
"""
import errno
import pathlib
import sys

from harness import Desk

CONTENT, FILE, INTERNAL = 1, 4, 5
ERRORS = ("EIO", "ENOSPC", "EACCES", "EINTR")


def fail_each(desk, name):
    whole = desk.run("call")
    bad, met = 0, set()
    for at in range(1, whole.count + 1):
        desk.restore()
        done = desk.run("call", at=at, error=getattr(errno, name))
        met.add(done.struck)
        # A picture that nobody may look at is told at the line that names it.
        codes = {CONTENT, FILE, INTERNAL} if name == "EACCES" else {FILE, INTERNAL}
        for fault in desk.faults(done, codes):
            bad += 1
            print(f"{name} from {done.struck} (call {at}): {fault}", flush=True)
    desk.restore()
    print(f"{name}: {whole.count} calls failed: {', '.join(sorted(met))}")
    return bad


def short(desk):
    done = desk.run("short")
    bad = [*desk.faults(done, set())]
    desk.restore()
    for fault in bad:
        print(f"one byte at a time: {fault}")
    return len(bad)


def main(program, library, *errors):
    program = pathlib.Path(program).resolve()
    with Desk(program, pathlib.Path(library).resolve(), ".") as desk:
        bad = sum(fail_each(desk, name) for name in errors or ERRORS) + short(desk)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
