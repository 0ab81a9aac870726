"""Nothing in the sources is marked as left for later.

    marks.py SOURCE_ROOT
"""
import pathlib
import re
import sys

FOLDERS = ("src", "include", "tests", "samples", "templates", "man")
MARK = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")


def main(root):
    faults = files = 0
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if not path.is_file():
                continue
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue
            files += 1
            for number, line in enumerate(lines, 1):
                if MARK.search(line):
                    print(f"{path.relative_to(root)}:{number}: {line.strip()}")
                    faults += 1
    print(f"{files} files")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
