#!/usr/bin/env python3
"""How much of each room the tests run: lines and branches, as a table.

    meson setup build-cov -Db_coverage=true && meson test -C build-cov
    tests/coverage.py build-cov [ROOM]

With a room: its files too, the least covered first. Needs gcovr.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = ("line", "branch")


def measured(build):
    """(room, file, its counts) for each file of src."""
    with tempfile.TemporaryDirectory() as place:
        summary = pathlib.Path(place, "summary.json")
        subprocess.run(["gcovr", "-r", ROOT, "--filter", f"{ROOT}/src/", "--exclude", f"{ROOT}/src/embed/",
                        "--gcov-ignore-parse-errors", "--json-summary", summary, "."],
                       cwd=build, capture_output=True, check=True)
        found = json.loads(summary.read_text(encoding="utf-8"))
    for file in found["files"]:
        path = pathlib.Path(file["filename"])
        path = path.relative_to("src") if path.parts[0] == "src" else path
        yield "/".join(path.parts[:-1]), path.name, file


def row(name, counts):
    shares = []
    for kind in KINDS:
        total = counts[f"{kind}_total"]
        shares.append(f"{100 * counts[f'{kind}_covered'] / total:.1f} %" if total else "-")
    return f"| {name} | {counts['line_total']} | {shares[0]} | {counts['branch_total']} | {shares[1]} |"


def main(build, wanted=None):
    rooms, files = collections.defaultdict(collections.Counter), []
    for room, name, counts in measured(pathlib.Path(build).resolve()):
        numbers = {key: counts[key] for kind in KINDS for key in (f"{kind}_total", f"{kind}_covered")}
        rooms[room].update(numbers)
        rooms["all"].update(numbers)
        files += [(room, name, numbers)] * (room == wanted)
    print("| room | lines | covered | branches | covered |\n| --- | --: | --: | --: | --: |")
    for room in sorted(rooms, key=lambda room: (room == "all", room)):
        print(row(room, rooms[room]))
    for _, name, numbers in sorted(files, key=lambda f: f[2]["line_covered"] / max(1, f[2]["line_total"])):
        print(row(name, numbers))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
