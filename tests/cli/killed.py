"""kill -9 while LibreOffice works: what is left behind is cleaned by the next run, and by none before.

    killed.py PROTOKOLL SOFFICE.py MEETING.yaml
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

from stop import PATIENCE, processes_with, wait_until


class Desk:
    def __init__(self, program, fake, meeting, folder):
        self.program, self.fake, self.meeting, self.folder = program, fake, meeting, folder
        self.scratch = folder / "scratch"
        self.scratch.mkdir()

    def begin(self, mode):
        """A build of a folder of its own, with the LibreOffice that behaves so."""
        soffice, out = self.folder / mode, self.folder / ("out-" + mode)
        soffice.symlink_to(self.fake)
        out.mkdir()
        shutil.copy(self.meeting, out / "sn.yaml")
        return subprocess.Popen([self.program, "build", "-q", "-f", "pdf", "sn.yaml"], cwd=out,
                                env=dict(os.environ, PROTOKOLL_SOFFICE=str(soffice), TMPDIR=str(self.scratch)),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def began(self, mode):
        return wait_until((self.folder / (mode + ".calls")).exists)

    def left(self):
        return sorted(path.name for path in self.scratch.iterdir())


def end(word):
    """What the killed one has started lives on; this test started it."""
    for number in processes_with(word):
        os.kill(int(number), signal.SIGKILL)
    return wait_until(lambda: not processes_with(word))


def judge(desk):
    killed, living = desk.begin("hang"), desk.begin("stubborn")
    if not desk.began("hang") or not desk.began("stubborn"):
        return ["LibreOffice was never started"]
    killed.kill()
    killed.wait(PATIENCE)
    end(str(desk.folder / "hang"))
    before = desk.left()
    with desk.begin("good") as build:
        code = build.wait(PATIENCE)
    after = desk.left()
    used = living.poll() is None
    living.send_signal(signal.SIGINT)
    living.wait(PATIENCE)
    faults = []
    if len(before) != 2 or not used:
        faults.append(f"nothing was left, so nothing was seen: {before}")
    if code != 0 or not (desk.folder / "out-good" / "sn.pdf").exists():
        faults.append(f"the next build ended with {code}")
    if len(after) != 1 or after[0] not in before:
        faults.append(f"the next build was to leave what is in use, and no more: {before}, then {after}")
    if desk.left():
        faults.append(f"left behind: {desk.left()}")
    if [path.name for path in (desk.folder / "out-hang").iterdir()] != ["sn.yaml"]:
        faults.append("the killed build left something beside the meeting")
    return faults


def main(program, fake, meeting):
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(pathlib.Path(program).resolve(), pathlib.Path(fake).resolve(), meeting, pathlib.Path(name))
        faults = judge(desk)
        for mode in ("hang", "stubborn"):
            end(str(desk.folder / mode))
    print("\n".join(faults) if faults else "cleaned by the next run")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
