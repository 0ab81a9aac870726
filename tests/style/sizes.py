"""A file has at most 600 lines and a function at most 100.

    sizes.py SOURCE_ROOT
"""
import pathlib
import sys

FILE_LINES, FUNCTION_LINES = 600, 100
FOLDERS = ("src", "include", "tests")
# Tables that a program has written are not counted: widths.inc.
SUFFIXES = (".c", ".h", ".def", ".py", ".sh")


def functions(lines):
    """(line number, lines) of each function: its brace stands alone in the first column."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start is not None:
            yield start, number - start + 1
            start = None


def main(root):
    paths = [p for folder in FOLDERS for p in sorted((root / folder).rglob("*"))
             if p.suffix in SUFFIXES]
    faults = longest = 0
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        name = path.relative_to(root)
        if len(lines) > FILE_LINES:
            print(f"{name}: {len(lines)} lines")
            faults += 1
        for at, length in functions(lines) if path.suffix in (".c", ".h") else ():
            longest = max(longest, length)
            if length > FUNCTION_LINES:
                print(f"{name}:{at}: a function of {length} lines")
                faults += 1
    print(f"{len(paths)} files; the longest function has {longest} lines")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
