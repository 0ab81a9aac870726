"""Random meetings in every design, as ODT and DOCX: each document is sound.

    random_documents.py PROTOKOLL SOUND_FILES FIRST COUNT [JUDGE]

Seeds FIRST and on. sound_files judges each document, and so does the program check-document where it can
be found on the PATH. With JUDGE the test is there for that one's sake, and is skipped without it.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pages"))
import random_meetings  # noqa: E402  (beside the other tests of random meetings)

DESIGNS = ("standard", "enkel", "klassisk")
AT_ONCE = 50        # meetings
SKIPPED = 77


def judged(program, documents):
    done = subprocess.run([program, *documents], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"{done.stdout[-4000:]}{done.stderr[-1000:]}"]


def without_paragrafer(path):
    """The meeting as notes under free headings, which is what enkel is for."""
    meeting = json.loads(path.read_text(encoding="utf-8"))
    meeting["avsnitt"] = [{"rubrik": p["rubrik"], "text": p.get("ärendebeskrivning", "\n\n".join(p["beslut"]))}
                          for p in meeting.pop("paragrafer")]
    meeting["anslag"] = "nej"
    path.write_text(json.dumps(meeting, ensure_ascii=False), encoding="utf-8")


def build(protokoll, place, design, first, count):
    """The documents, and what the program said if it could not make them."""
    meetings, made = place / design, place / (design + "-made")
    for path in random_meetings.write(meetings, first, count):
        if design == "enkel":
            without_paragrafer(path)
    made.mkdir()
    done = subprocess.run([protokoll, "build", "-q", "--today", "2026-01-01", "-f", "odt,docx", "-t", design,
                           "-d", made, meetings], capture_output=True, text=True, check=False,
                          env={**os.environ, "PROTOKOLL_LANG": "en"})
    documents = sorted(made.iterdir())
    good = done.returncode == 0 and len(documents) == 2 * count
    return documents, [] if good else [f"{design}: exit code {done.returncode}, {len(documents)} documents of "
                                       f"{count} meetings\n{done.stderr[-2000:]}"]


def faults(protokoll, judges, first, count):
    """What is wrong with the documents of some seeds, and how many there are."""
    found, total = [], 0
    with tempfile.TemporaryDirectory(prefix="documents-") as place:
        for design in DESIGNS:
            documents, said = build(protokoll, pathlib.Path(place), design, first, count)
            found += said + [fault for judge in judges for fault in judged(judge, documents)]
            total += len(documents)
    return found, total


def main(protokoll, sound_files, first, count, judge=None):
    stranger = shutil.which("check-document")
    if judge and stranger is None:
        print("SKIPPED: there is no check-document on the PATH to judge the documents")
        return SKIPPED
    judges = [sound_files] + [stranger] * (stranger is not None)
    first, end = int(first), int(first) + int(count)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [*pool.map(lambda at: faults(protokoll, judges, at, min(AT_ONCE, end - at)),
                             range(first, end, AT_ONCE))]
    found = [fault for some, _ in results for fault in some]
    print(*found, sep="\n")
    print(f"{sum(total for _, total in results)} documents of {count} meetings in {len(DESIGNS)} designs, "
          f"{len(found)} with faults, judged by {' and '.join(pathlib.Path(j).name for j in judges)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
