"""A disk that gets full: the documents are the old ones or the new, never some of each, and what is wrong is told.

    full.py PROTOKOLL LIBRARY

On a tmpfs of its own, with less and less room. Mounting one takes a name space of one's own: where the
system grants none, this says so and tests nothing.
"""
import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile

from harness import Desk

FILE = 4
KIB, STEP = 1 << 10, 4
SKIPPED = 77


def build(desk, room):
    """What is wrong after a build with room KiB left."""
    desk.restore()
    filler = desk.folder / "filler"
    free = os.statvfs(desk.folder)
    filler.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - room * KIB)))
    done = desk.run("call")
    filler.unlink()
    yield from desk.faults(done, {FILE})
    if done.code == FILE and "P182" not in done.err:
        yield f"said {done.err[:300]!r}"
    desk.codes[done.code] = desk.codes.get(done.code, 0) + 1


def inside(program, library, place):
    """With the tmpfs mounted."""
    bad = 0
    with Desk(program, library, place=place) as desk:
        desk.codes = {}
        needed = sum(len(bytes_) for name, bytes_ in desk.new.items() if name != "m.yaml") // KIB
        rooms = range(0, needed + 8 * STEP, STEP)
        for room in rooms:
            for fault in build(desk, room):
                bad += 1
                print(f"{room} KiB left: {fault}")
    print(f"{len(rooms)} builds on a disk with 0 to {rooms[-1]} KiB left: {desk.codes.get(0, 0)} done, "
          f"{desk.codes.get(FILE, 0)} told that the disk is full")
    return 1 if bad or len(desk.codes) < 2 else 0


def main(program, library, place=None):
    program, library = pathlib.Path(program).resolve(), pathlib.Path(library).resolve()
    if place:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.mount(b"tmpfs", place.encode(), b"tmpfs", 0, b"size=4m") != 0:
            print(f"SKIPPED: no tmpfs can be mounted here: {os.strerror(ctypes.get_errno())}")
            return SKIPPED
        return inside(program, library, place)
    with tempfile.TemporaryDirectory(prefix="full-") as made:
        names = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
        if subprocess.run([*names, "true"], check=False, capture_output=True).returncode != 0:
            print("SKIPPED: the system grants no name space for a disk of one's own")
            return SKIPPED
        return subprocess.run([*names, sys.executable, __file__, program, library, made], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
