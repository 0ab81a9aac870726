"""A large archive takes no more memory than a small one, but for a list of its meetings.

    memory.py PROTOKOLL MEASURE MEETING

MEASURE starts a program and tells the most memory that it had: started from here it would seem to have ours.
"""
import pathlib
import subprocess
import sys
import tempfile

FEW, MANY = 60, 560
# What is kept of each: its path, its document, its place in the year, half a KiB. What making it takes: hundreds. And
# with two workers more results may happen to wait for their turn.
KIB_EACH = 8


def peak(measured, archive, workers):
    """The most memory in KiB that building the archive took."""
    with tempfile.TemporaryDirectory() as documents:
        done = subprocess.run([*measured, "build", "-q", "-j", str(workers), "-f", "docx", "-d", documents,
                               str(archive)], text=True, capture_output=True, check=True)
        made, meetings = (len(list(pathlib.Path(folder).iterdir())) for folder in (documents, archive))
    assert made == meetings, f"{made} documents of {meetings} meetings: {done.stderr[-2000:]}"
    return int(done.stdout.split()[-2])


def main(measured, meeting):
    with tempfile.TemporaryDirectory() as root:
        archives = []
        for n in (FEW, MANY):
            archives.append(pathlib.Path(root) / str(n))
            archives[-1].mkdir()
            for i in range(n):
                (archives[-1] / f"m{i}.yaml").write_bytes(meeting.read_bytes())
        for workers in (1, 2):
            few, many = (peak(measured, archive, workers) for archive in archives)
            each = (many - few) / (MANY - FEW)
            print(f"{workers} workers: {few} KiB for {FEW} meetings, {many} for {MANY}: {each:.2f} each")
            assert each < KIB_EACH, f"{each:.2f} KiB for each meeting more"


if __name__ == "__main__":
    main([sys.argv[2], sys.argv[1]], pathlib.Path(sys.argv[3]))
