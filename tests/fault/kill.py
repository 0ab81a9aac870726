"""The power goes during a build: each document is the old one or the new, and the next build leaves no trace.

    kill.py PROTOKOLL LIBRARY [TIMES]

The program is killed before each of its calls on files, and at moments that fall as they do.
"""
import pathlib
import random
import subprocess
import sys
import time

from harness import Desk, contents

SEED = 20240521


def judge(desk, when):
    """After the end: whole files; after one more build: nothing but the new ones."""
    bad = []
    now = contents(desk.folder)
    for name, before in desk.old.items():
        if now.get(name) not in (before, desk.new[name]):
            bad.append(f"{name} is neither the old nor the new one")
    again = desk.plain_run(desk.arguments)
    if again.returncode != 0:
        bad.append(f"the next build ended with {again.returncode}: {again.stderr.decode()}")
    left = contents(desk.folder)
    bad += [f"left {name}" for name in sorted(left.keys() - desk.new.keys())]
    bad += [f"{name} is not the new one" for name in desk.new if left.get(name) != desk.new[name]]
    for fault in bad:
        print(f"killed {when}: {fault}", flush=True)
    desk.restore()
    return len(bad)


def at_each_call(desk, step):
    n = desk.run("call").count
    desk.restore()
    bad = debris = times = 0
    for at in range(n, 0, -step):
        done = desk.run("kill", at=at)
        assert done.code == -9, f"not killed at call {at} of {n}: {done.code}"
        times += 1
        debris += contents(desk.folder).keys() != desk.new.keys()
        bad += judge(desk, f"before call {at} of {n}")
    print(f"killed before {times} of {n} calls, {debris} times with a temporary file left")
    return bad


def at_any_time(desk, times):
    rng = random.Random(SEED)
    begun = time.monotonic()
    desk.plain_run(desk.arguments)
    whole = time.monotonic() - begun
    desk.restore()
    bad = killed = 0
    for _ in range(times):
        after = rng.uniform(0, whole)
        with subprocess.Popen([desk.program, *desk.arguments], cwd=desk.folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as build:
            try:
                build.wait(after)
            except subprocess.TimeoutExpired:
                build.kill()
            killed += build.wait() == -9
        bad += judge(desk, f"after {after * 1000:.1f} ms")
    print(f"killed {killed} of {times} times within {whole * 1000:.0f} ms")
    return bad


def main(program, library, times="200"):
    program = pathlib.Path(program).resolve()
    with Desk(program, pathlib.Path(library).resolve(), ".") as desk:
        bad = at_each_call(desk, 1 if int(times) >= 100 else 3) + at_any_time(desk, int(times))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
