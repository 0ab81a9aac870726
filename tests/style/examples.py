"""The commands that README.md, docs/ and the man pages show can be run as they stand.

    examples.py PROTOKOLL SOURCE_ROOT

Commands are the lines of ```sh blocks (README, docs) and of .EX blocks (man) that name build/protokoll
or protokoll; those of a page run one after the other in a copy of the samples.
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


def blocks(page):
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".md":
        return re.findall(r"^ *```sh\n(.*?)^ *```", text, flags=re.M | re.S)
    return re.findall(r"^\.EX\n(.*?)^\.EE", text.replace("\\-", "-").replace("\\e", "\\"),
                      flags=re.M | re.S)


def commands(block):
    """Argument lists; "./setup && build/protokoll ..." gives its last part."""
    for line in block.replace("\\\n", " ").splitlines():
        for part in line.removeprefix("$ ").split("&&"):
            words = shlex.split(part.split(" > ")[0], comments=True)
            # The page is shown until somebody ends it.
            if words and PROGRAM.match(words[0]) and "preview" not in words[1:2]:
                yield words[1:]


def run_page(program, root, found):
    """How many commands fail."""
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
    return faults


def main(program, root):
    pages = [root / "README.md", *sorted((root / "docs").glob("*.md")),
             *sorted((root / "src/man").rglob("*.1"))]
    faults = ran = 0
    for page in pages:
        found = [words for block in blocks(page) for words in commands(block)]
        ran += len(found)
        print(page.relative_to(root))
        faults += run_page(os.path.abspath(program), root, found)
    return 1 if faults or ran < 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
