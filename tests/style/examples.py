"""The commands that README.md and the man page show can be run as they stand.

    examples.py PROTOKOLL SOURCE_ROOT

Commands are the lines of ```sh blocks (README) and of .EX blocks (man) that name build/protokoll
or protokoll; they run in a copy of the samples.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

PROGRAM = re.compile(r"^(\./|build/)?protokoll$")


def blocks(root):
    readme = root / "README.md"
    if readme.exists():
        yield from re.findall(r"^ *```sh\n(.*?)^ *```", readme.read_text(encoding="utf-8"),
                              flags=re.M | re.S)
    for page in sorted((root / "man").glob("*.1")):
        yield from re.findall(r"^\.EX\n(.*?)^\.EE", page.read_text(encoding="utf-8")
                              .replace("\\-", "-").replace("\\e", "\\"), flags=re.M | re.S)


def commands(block):
    """Argument lists; "./setup && build/protokoll ..." gives its last part."""
    for line in block.replace("\\\n", " ").splitlines():
        for part in line.removeprefix("$ ").split("&&"):
            words = shlex.split(part.split(" > ")[0], comments=True)
            if words and PROGRAM.match(words[0]):
                yield words[1:]


def main(program, root):
    found = [words for block in blocks(root) for words in commands(block)]
    if not found:
        print("skipped: no README.md or man page shows a command")
        return 77
    program = os.path.abspath(program)
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("samples", "templates"):
            shutil.copytree(root / name, pathlib.Path(folder) / name)
        # An example may stand in the folder of the samples or above it.
        for sample in (root / "samples").iterdir():
            shutil.copy(sample, folder)
        for words in found:
            done = subprocess.run([program, *words], cwd=folder, text=True, capture_output=True,
                                  check=False)
            print(f"{done.returncode}  protokoll {' '.join(words)}")
            if done.returncode != 0:
                print(done.stderr)
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
