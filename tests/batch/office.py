"""Meetings that LibreOffice lays out share its runs, whoever asks for it, and are the same files.

    office.py PROTOKOLL SOFFICE.py [MEETINGS]
"""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pages"))
import random_meetings  # noqa: E402  (beside the other tests of many meetings)

# Notes how many documents it is given.
COUNTS = """#!{python}
import os, sys
given = sys.argv[sys.argv.index("--outdir") + 2:]
with open("{folder}/calls", "a") as calls:
    calls.write(str(len(given)) + "\\n")
os.execv("{folder}/good", ["{folder}/good", *sys.argv[1:]])
"""


class Desk:
    def __init__(self, program, fake, root):
        self.program, self.root = program, root
        self.calls = root / "calls"
        (root / "good").symlink_to(pathlib.Path(fake).resolve())
        soffice = root / "soffice"
        soffice.write_text(COUNTS.format(python=sys.executable, folder=root), encoding="utf-8")
        soffice.chmod(0o700)
        self.environment = dict(os.environ, PROTOKOLL_SOFFICE=str(soffice), PROTOKOLL_LANG="en")

    def build(self, name, *arguments):
        """How many documents each run of LibreOffice was given, and the hashes of what was built."""
        self.calls.write_text("", encoding="utf-8")
        out = self.root / name
        done = subprocess.run([self.program, "build", "-q", "--today", "2026-01-01", "-d", out, *arguments],
                              env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stderr[-2000:]}"
        hashes = {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
                  for path in sorted(out.rglob("*.*"))}
        return [int(n) for n in self.calls.read_text(encoding="utf-8").split()], hashes


def main(program, fake, n):
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(program, fake, pathlib.Path(name))
        archive = desk.root / "arkiv"
        (archive / "2020").mkdir(parents=True)
        random_meetings.write(archive / "2020", 1, n)
        asked, expected = desk.build("asked", "-f", "odt", "--exact-pages", "-j", "1", archive)
        assert len(expected) == n, expected
        assert desk.build("none", "-f", "odt", "-j", "1", archive)[0] == [], "LibreOffice was run for nothing"
        (archive / "protokoll.yaml").write_text("sidnummer: {exakt: ja}\n", encoding="utf-8")
        for workers in ("1", "2"):
            calls, hashes = desk.build("settings" + workers, "-f", "odt", "-j", workers, archive)
            assert hashes == expected, f"-j {workers}: other files"
            assert max(calls) > 1 and len(calls) <= len(asked) * 2, f"-j {workers}: {calls}"
        (archive / "2020" / "protokoll.yaml").write_text("bygger_på: ../protokoll.yaml\nsidnummer: {exakt: nej}\n",
                                                         encoding="utf-8")
        assert desk.build("no", "-f", "odt", archive)[0] == [], "the nearest settings say no"
    print(f"{n} meetings, LibreOffice run {len(calls)} times for {sum(calls)} documents")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 30)
