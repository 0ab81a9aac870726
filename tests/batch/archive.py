"""An archive is the same files whoever builds it, and whole whatever happens meanwhile.

    archive.py PROTOKOLL [MEETINGS]

One worker and several, folders and lists in any order, and GNU parallel (told when it is missing) give
the same bytes; messages and paths come in the order of the input. What lies there already is left alone
with its time. Ctrl-C in the middle leaves whole files and no others.
"""
import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pages"))
import random_meetings  # noqa: E402  (beside the other tests of many meetings)

BAD = 7             # every seventh meeting gets a warning, so that messages must be put in order


def make(archive, n):
    """n meetings in a folder a year, some of them with something to warn about."""
    for year in range(4):
        folder = archive / str(2020 + year)
        folder.mkdir(parents=True)
        (folder / "protokoll.yaml").write_text("paragraf: {prefix: SN}\n", encoding="utf-8")
        random_meetings.write(folder, 1 + year * n // 4, n // 4)
    for number, path in enumerate(sorted(archive.rglob("m*.yaml"))):
        if number % BAD == 0:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("sekreterare", "sekretrare", 1), encoding="utf-8")


def hashes(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.suffix in (".odt", ".docx")}


def run(program, arguments, *statuses, **more):
    done = subprocess.run([program, "build", "--today", "2026-01-01", *arguments], text=True,
                          capture_output=True, env={**os.environ, "PROTOKOLL_LANG": "en"}, **more)
    assert done.returncode in statuses, f"{arguments}: {done.returncode}\n{done.stderr[-2000:]}"
    return done


def same_for_all(program, root, archive):
    one = run(program, ["-j", "1", "-d", root / "one", archive], 1)
    expected = hashes(root / "one")
    assert expected, "nothing was built"
    for workers in ("2", "8"):
        other = run(program, ["-j", workers, "-d", root / workers, archive], 1)
        assert hashes(root / workers) == expected, f"-j {workers} differs"
        assert other.stderr == one.stderr, f"messages with -j {workers}"
        assert other.stdout.replace(f"/{workers}/", "/one/") == one.stdout, f"paths with -j {workers}"
    return expected


def from_a_list(program, root, archive, expected):
    """Each folder of the list has its place below the outputs, in any order of lines."""
    years = sorted(archive.iterdir())
    random.Random(1).shuffle(years)
    for year in years:
        run(program, ["-q", "-d", root / "list" / year.name, "-"], 0, 1, input=f"{year}\n")
    assert hashes(root / "list") == expected, "the list differs"


def with_parallel(program, root, archive, expected):
    if shutil.which("parallel") is None:
        print("GNU parallel is not installed: left out")
        return
    for year in archive.iterdir():
        files = "\n".join(map(str, sorted(year.glob("m*.yaml"))))
        subprocess.run(["parallel", "--no-notice", "-j2", "-N5", "--pipe", program, "build", "-q", "-j1",
                        "--today", "2026-01-01", "-d", root / "parallel" / year.name, "-"],
                       input=files, text=True, capture_output=True, check=False)
    assert hashes(root / "parallel") == expected, "GNU parallel differs"
    print("GNU parallel: the same bytes")


def left_alone(program, root, archive):
    times = {path: path.stat().st_mtime_ns for path in (root / "one").rglob("*.*")}
    done = run(program, ["-d", root / "one", archive], 1)
    assert "0 documents written" in done.stderr, done.stderr[-300:]
    assert {path: path.stat().st_mtime_ns for path in (root / "one").rglob("*.*")} == times
    run(program, ["--verify", "-q", "-d", root / "one", archive], 1)


def interrupted(program, root, archive, expected):
    """Ctrl-C once the first documents are there: the rest is whole or absent."""
    out = root / "stopped"
    process = subprocess.Popen([program, "build", "-q", "-j", "2", "--today", "2026-01-01", "-d", out,
                                *[str(archive)]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.stdout.read()
    status = process.wait()
    assert status in (-signal.SIGINT, 0, 1), status
    found = hashes(out)
    assert found.items() <= expected.items(), "a document is not as it should be"
    strange = [path for path in out.rglob("*") if path.is_file() and str(path.relative_to(out)) not in found]
    assert not strange, strange
    print(f"interrupted: {len(found)} of {len(expected)} documents, all whole")


def main(program, n):
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        archive = root / "arkiv"
        make(archive, n)
        expected = same_for_all(program, root, archive)
        for path in (root / "one").rglob("*.docx"):
            assert zipfile.ZipFile(path).testzip() is None, path
        from_a_list(program, root, archive, expected)
        with_parallel(program, root, archive, expected)
        left_alone(program, root, archive)
        interrupted(program, root, archive, expected)
    print(f"{n} meetings, {len(expected)} documents, the same for all")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40)
