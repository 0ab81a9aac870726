"""Ctrl-C while LibreOffice works: it ends with all that it has started, and nothing is left behind.

    stop.py PROTOKOLL SOFFICE.py MEETING.yaml
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 60


def wait_until(what, seconds=PATIENCE):
    """Looks again and again; False when the time is over."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def processes_with(word):
    """Numbers of the living processes that have a word on their command line."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            pass
    return found


def main(program, fake, meeting):
    program = pathlib.Path(program).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        soffice, scratch, out = folder / "hang", folder / "scratch", folder / "out"
        soffice.symlink_to(pathlib.Path(fake).resolve())
        scratch.mkdir()
        out.mkdir()
        shutil.copy(meeting, out / "sn.yaml")
        environment = dict(os.environ, PROTOKOLL_SOFFICE=str(soffice), TMPDIR=str(scratch))
        with subprocess.Popen([program, "build", "-q", "-f", "odt,pdf", "sn.yaml"], cwd=out,
                              env=environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE) as build:
            if not wait_until((folder / "hang.calls").exists):
                build.kill()
                print("LibreOffice was never started")
                return 1
            build.send_signal(signal.SIGINT)
            told = build.stderr.read().decode()
            code = build.wait(PATIENCE)
        faults = []
        if code != -signal.SIGINT:
            faults.append(f"ended with {code}, not by SIGINT")
        if "P356" not in told:
            faults.append(f"does not tell of the PDF that is not there: {told!r}")
        if not wait_until(lambda: not processes_with(str(soffice)), 10):
            faults.append(f"left running: {processes_with(str(soffice))}")
        if list(scratch.iterdir()) or [p.name for p in out.iterdir()] != ["sn.yaml"]:
            faults.append(f"left behind: {[*scratch.iterdir(), *out.iterdir()]}")
    print("\n".join(faults) if faults else "stopped, and nothing left")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
