"""Every allocation of a whole build fails in turn: a message and exit code 5, or the documents; no memory
lost, nothing left behind, the old documents whole.

    memory.py PROTOKOLL LIBRARY [STEP]
"""
import pathlib
import sys

from harness import Desk

INTERNAL = 5
# libxml2 2.9 and libzip 1.7 lose pieces of what they were making themselves: of one element, of one source.
# A document or an archive that we did not free would be many more.
CARELESS = ("libxml2.so", "libzip.so")
FEW = 6


def judge(desk, at, every, known):
    done = desk.run("alloc", at=at, every=every)
    for fault in desk.faults(done, {INTERNAL}):
        yield fault
    lost = done.lost - known
    theirs = [place for place in lost.elements() if any(name in place for name in CARELESS)]
    for place in lost:
        if place not in theirs or len(theirs) > FEW:
            yield f"lost {place}"


def fail_each(desk, step, every):
    whole = desk.run("alloc")
    desk.restore()
    n, bad, codes = 0, 0, {}
    for at in range(1 + step // 2, whole.count + 1, step):
        n += 1
        for fault in judge(desk, at, every, whole.lost):
            bad += 1
            print(f"allocation {at}{' and all after it' if every else ''}: {fault}", flush=True)
        desk.restore()
    print(f"{n} of {whole.count} allocations failed{' with all after them' if every else ''}")
    return bad


def main(program, library, step="1"):
    program = pathlib.Path(program).resolve()
    with Desk(program, pathlib.Path(library).resolve()) as desk:
        bad = sum(fail_each(desk, int(step), every) for every in (False, True))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
