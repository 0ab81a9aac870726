"""The programs of the benchmark make what they are to measure.

    smoke.py PROTOKOLL WARM FLOOR MEASURE MEETING

warm writes the very bytes that protokoll build writes, floor an archive with the same parts, and the
last line of both is a number and nothing else.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile


def run(*command):
    done = subprocess.run(command, text=True, capture_output=True)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stderr}"
    return done.stdout.splitlines()


def seconds(lines):
    assert re.fullmatch(r"cpu \d+\.\d+", lines[-2]), lines
    assert re.fullmatch(r"\d+\.\d+", lines[-1]), lines


def parts(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None, path
        return {name: archive.read(name) for name in archive.namelist()}


def main(protokoll, warm, floor, measure, meeting):
    with tempfile.TemporaryDirectory() as root:
        folder = pathlib.Path(root)
        for design in ("standard", "klassisk"):
            for name in ("odt", "docx"):
                built, mine = folder / f"built.{name}", folder / f"warm.{name}"
                run(protokoll, "build", "-q", "--force", "-t", design, "-o", built, meeting)
                for more in ([], ["-r"]):
                    seconds(run(warm, "-f", name, "-t", design, "-o", mine, "-n", "2", *more, meeting))
                    assert mine.read_bytes() == built.read_bytes(), f"{design}.{name} {more}"
                seconds(run(floor, "-o", folder / "floor.zip", "-n", "2", built))
                assert parts(folder / "floor.zip") == parts(built), name
        wall, cpu, memory, status = run(measure, protokoll, "--version")[-1].split()
        assert status == "0" and float(wall) > 0 and int(memory) > 0, (wall, cpu, memory, status)
        assert run(measure, protokoll, "build", str(folder / "missing"))[-1].endswith(" 4")
    refused = subprocess.run([warm, "-f", "docx", "-o", os.devnull, "-n", "0", meeting],
                             capture_output=True)
    assert refused.returncode == 2, refused


if __name__ == "__main__":
    main(*sys.argv[1:])
