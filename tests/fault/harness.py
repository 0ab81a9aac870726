"""Runs the program with one failure in it (faults.c), and judges what it left behind."""
import collections
import os
import pathlib
import shutil
import subprocess
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
TODAY = ["--today", "2026-01-01"]
OUTPUTS = ("m.odt", "m.docx", "m.html")
LINKED = "m.html"

Run = collections.namedtuple("Run", "code out err count struck lost")


def run(program, library, arguments, folder, kind, at=0, error=0, every=False, swap=""):
    """One run with failure number at (0: none); kind as in faults.c."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FAULT_")}
    environment |= {"LD_PRELOAD": str(library), "FAULT_KIND": kind, "FAULT_AT": str(at),
                    "FAULT_ERROR": str(error), "FAULT_SWAP": swap, "PROTOKOLL_LANG": "en", "SOURCE_DATE_EPOCH": "1767225600"}
    if every:
        environment["FAULT_ALL"] = "1"
    with tempfile.TemporaryFile() as report:
        environment["FAULT_REPORT"] = str(report.fileno())
        done = subprocess.run([program, *arguments], cwd=folder, env=environment, check=False,
                              capture_output=True, pass_fds=[report.fileno()], timeout=120)
        report.seek(0)
        count, struck, lost = 0, "-", collections.Counter()
        for line in report.read().decode().splitlines():
            word, number, where = line.split(" ", 2)
            if word == "count":
                count, struck = int(number), where
            else:
                lost[f"{number} bytes from {where}"] += 1
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode(), count, struck, lost)


def contents(folder):
    """Every file below the folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Desk:
    """A folder with a meeting, the documents of yesterday and what a build makes of it today. One document
    is there by a link. into: a folder to be made for the documents, of which there are none of yesterday."""

    def __init__(self, program, library, source="m.yaml", into=None, place=None):
        self.program, self.library, self.into = program, library, into
        self.place = tempfile.TemporaryDirectory(prefix="fault-", dir=place)
        self.folder = pathlib.Path(self.place.name)
        self.arguments = ["build", "-q", "-f", "odt,docx,html", *TODAY, *(["-d", into] if into else []), source]
        for name in ("sn-2020-09-21.yaml", "timanstallda.png"):
            shutil.copy(SAMPLES / name, self.folder / name.replace("sn-2020-09-21", "m"))
        (self.folder / "protokoll.yaml").write_text(
            "paragraf: {prefix: SN}\nutseende: {logotyp: timanstallda.png, alt: Sjöviks vapen}\n",
            encoding="utf-8")

    def __enter__(self):
        today = (self.folder / "m.yaml").read_text(encoding="utf-8")
        self.yesterday = today.replace("\nplats: ", "\nplats: Gamla ", 1)
        if self.into is None:
            (self.folder / "m.yaml").write_text(self.yesterday, encoding="utf-8")
            self.must_run("the documents of yesterday")
            (self.folder / "elsewhere").mkdir()
            (self.folder / LINKED).rename(self.folder / "elsewhere" / LINKED)
            (self.folder / LINKED).symlink_to(f"elsewhere/{LINKED}")
            (self.folder / "m.yaml").write_text(today, encoding="utf-8")
        self.old = contents(self.folder)
        first = self.must_run("the meeting")
        self.out, self.err = first.stdout.decode(), first.stderr.decode()
        self.new = contents(self.folder)
        assert sum(self.old.get(name) != self.new[name] for name in self.new) >= len(OUTPUTS), "nothing to replace"
        self.restore()
        return self

    def must_run(self, what):
        done = self.plain_run(self.arguments)
        if done.returncode != 0:
            raise SystemExit(f"{what} cannot be built:\n{done.stderr.decode()}")
        return done

    def leave_debris(self):
        """Kills builds until one leaves a temporary file; from now on that one is there before each run."""
        for at in range(self.run("call").count, 0, -1):
            self.restore()
            self.run("kill", at=at)
            left = contents(self.folder).keys() - self.new.keys()
            self.restore(left)
            if left:
                self.old = contents(self.folder)
                return
        raise SystemExit("no killed build has left anything")

    def __exit__(self, *_):
        self.place.cleanup()

    def plain_run(self, arguments):
        return subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, check=False,
                              env={**os.environ, "PROTOKOLL_LANG": "en"}, timeout=120)

    def restore(self, but=()):
        """The documents of yesterday, and nothing else."""
        now = contents(self.folder)
        for name in now.keys() - self.old.keys() - set(but):
            (self.folder / name).unlink()
        if self.into:
            shutil.rmtree(self.folder / self.into.split("/", maxsplit=1)[0], ignore_errors=True)
        for name, before in self.old.items():
            if now.get(name) != before:
                (self.folder / name).write_bytes(before)

    def run(self, kind, **more):
        return run(self.program, self.library, self.arguments, self.folder, kind, **more)

    def is_mixed(self, now):
        """Whether some documents are those of today and others of yesterday, or not there."""
        changed = [name for name in self.new if self.new[name] != self.old.get(name)]
        return len({now.get(name) == self.new[name] for name in changed}) > 1

    def faults(self, done, codes):
        """What is wrong with what a run left: codes are those that a failure may end with."""
        now = contents(self.folder)
        for name in sorted(now.keys() - self.new.keys() - self.old.keys()):
            yield f"left {name}"
        for name in sorted(self.old.keys() | self.new.keys()):
            if now.get(name) not in (self.old.get(name), self.new.get(name)):
                yield f"{name} is neither the old nor the new one"
        # A rename that fails after others were done is the one failure that can part the documents.
        if done.struck != "renameat" and self.is_mixed(now):
            yield "some documents are new, others are not"
        if self.into is None and not (self.folder / LINKED).is_symlink():
            yield f"{LINKED} is no link any more"
        if done.code == 0:
            if {name: now.get(name) for name in self.new} != self.new:
                yield "said to be done, but the new documents are not there"
            if done.out != self.out:
                yield f"told {done.out!r} on stdout"
            if done.err != self.err:
                yield f"told {done.err!r} on stderr"
        elif done.code not in codes:
            yield f"ended with {done.code}: {done.err[-300:]}"
        elif not done.err.strip():
            yield f"ended with {done.code} without a word"
