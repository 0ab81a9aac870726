"""The built-in designs, opened in LibreOffice and saved again in their own format and in the other one,
still make the documents that they made before: the same words, lists that LibreOffice counts as they are
meant, and no fault that the saved template does not have.

    resaved.py PROTOKOLL RUN_GOLDEN MEETING.yaml...

The faults are looked for where a program check-document can be found. Page numbers may differ, as
LibreOffice changes the layout a little: pages/resaved.py asks whether they are right."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import office

DESIGNS = ("standard", "klassisk", "enkel")
FORMATS = ("odt", "docx")
# Fields and drawings that run_golden shows by what lies in them, or that the formats draw in other ways.
UNSURE = [
    (re.compile(r"Sida \d+ \(\d+\)"), "Sida"),
    (re.compile(r"^(\| §.*\|)[ 0-9–-]+$", re.M), r"\1"),
    (re.compile(r"\[(bild|vattenmärke): \]|\[ \]"), " "),
    (re.compile(r"^> ", re.M), ""),
    (re.compile(r"^( *[0-9a-z]{1,3})\) ", re.M), r"\1. "),
    (re.compile(r"\|="), "|"),
]


def run(*arguments, **more):
    return subprocess.run([str(a) for a in arguments], text=True, encoding="utf-8", capture_output=True,
                          check=False, **more)


def must(*arguments, **more):
    done = run(*arguments, **more)
    if done.returncode != 0:
        print(*arguments, done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


def save_again(protokoll, soffice, folder):
    """{(design, way): template}; a call of LibreOffice for each format that is written."""
    before = folder / "before"
    before.mkdir()
    for design in DESIGNS:
        for kind in FORMATS:
            must(protokoll, "template", "export", design, before / f"{design}-{kind}.{kind}")
    found = {}
    for kind in FORMATS:
        must(soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
             "--convert-to", kind, "--outdir", folder / kind, *sorted(before.iterdir()), timeout=240)
        for design in DESIGNS:
            for was in FORMATS:
                found[design, f"{was} to {kind}"] = folder / kind / f"{design}-{was}.{kind}"
    return found


def fits(design, meeting):
    """enkel is for meetings without paragrafer, the others are for those with."""
    return (design == "enkel") != bool(re.search(r"^paragrafer:", meeting.read_text(encoding="utf-8"), re.M))


def build(protokoll, template, meetings, kind, folder, name):
    """All meetings with one template; the documents, in the order of the meetings, are called by name."""
    to = folder / name
    must(protokoll, "build", "-q", "--today", "2026-01-01", "-t", template, "-f", kind, "-d", to, *meetings)
    # One folder for all: LibreOffice is asked once for many.
    return [(to / f"{meeting.stem}.{kind}").rename(folder / f"{meeting.stem} {name}.{kind}") for meeting in meetings]


def words_of(text):
    for pattern, instead in UNSURE:
        text = pattern.sub(instead, text)
    return text.split()


def first_difference(was, now):
    for i in range(max(len(was), len(now))):
        if was[i:i + 1] != now[i:i + 1]:
            return f"expected … {' '.join(was[i:i + 8])}, found … {' '.join(now[i:i + 8])}"
    return None


def faults(run_golden, template, pairs):
    for expected, document in pairs:
        text = must(run_golden, "--show", document)
        document.with_suffix(".text").write_text(text, encoding="utf-8")
        difference = first_difference(expected, words_of(text))
        if difference is not None:
            yield f"{document.name}: {difference}"
    judge = shutil.which("check-document")
    if judge is not None:
        judged = run(judge, "--base", template, *(document for _, document in pairs))
        if judged.returncode != 0:
            yield judged.stdout + judged.stderr


def miscounted(soffice, folder):
    """What LibreOffice numbers in another way than the documents say."""
    for kind in FORMATS:
        for name, lines in office.convert(soffice, folder, "." + kind).items():
            lost = office.missing(office.items(folder / f"{name}.text"), lines)
            if lost is not None:
                yield f"{name}.{kind}: not shown: {lost}"


def compare(protokoll, run_golden, soffice, folder, meetings):
    """How many documents there were, and what is wrong with them."""
    documents, expected, found = 0, {}, []
    made = folder / "made"
    for (design, way), template in save_again(protokoll, soffice, folder).items():
        some = [m for m in meetings if fits(design, m)]
        if design not in expected:
            before = build(protokoll, design, some, "odt", folder / "expected", design)
            expected[design] = [words_of(must(run_golden, "--show", document)) for document in before]
        must(protokoll, "template", "check", template)
        after = build(protokoll, template, some, template.suffix[1:], made, f"{design} {way}")
        documents += len(after)
        found += faults(run_golden, template, list(zip(expected[design], after)))
    return documents, found + list(miscounted(soffice, made))


def main(protokoll, run_golden, *meetings):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    with tempfile.TemporaryDirectory() as name:
        documents, found = compare(protokoll, run_golden, soffice, pathlib.Path(name),
                                   [pathlib.Path(meeting) for meeting in meetings])
    print(*found, sep="\n")
    print(f"{documents} documents, {len(found)} faults; check-document "
          f"{'judged them' if shutil.which('check-document') else 'is not here to judge them'}")
    return 1 if found or documents == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*(str(pathlib.Path(a).absolute()) for a in sys.argv[1:])))
