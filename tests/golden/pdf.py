"""PDFs as LibreOffice really makes them: accessible and for the archive, made again only when they must,
and nothing that they change in the documents beside them; page numbers that it has counted.

    pdf.py PROTOKOLL MEETING.yaml
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pages"))
from page_numbers import destinations, stored  # noqa: E402

FAULTS = []


def check(good, what):
    if not good:
        FAULTS.append(what)


def build(program, folder, *arguments, expected=0):
    run = subprocess.run([program, "build", "-q", "--today", "2026-01-01", *arguments, "sn.yaml"],
                         cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                         env=dict(os.environ, PROTOKOLL_LANG="en"))
    check(run.returncode == expected, f"{arguments}: exit {run.returncode}: {run.stderr}")
    return run.stderr


def outline(pdf):
    """The titles of the bookmarks."""
    found = re.findall(rb"/Title<FEFF([0-9A-F]+)>\s*/Dest", pdf)
    return [bytes.fromhex(title.decode()).decode("utf-16-be") for title in found]


def check_kind(pdf, archive):
    for what, pattern, wanted in (
            ("tagged", rb"/MarkInfo<</Marked true>>", True),
            ("a tree of structure", rb"/StructTreeRoot \d+ 0 R", True),
            ("the language", rb"/Lang\(sv-SE\)", True),
            ("the title shown", rb"/DisplayDocTitle true", True),
            ("an outline", rb"/Outlines \d+ 0 R", True),
            ("PDF/UA-1", rb"<pdfuaid:part>1</pdfuaid:part>", archive),
            ("PDF/A-2", rb"<pdfaid:part>2</pdfaid:part>", archive),
            ("PDF/A-2b", rb"<pdfaid:conformance>B</pdfaid:conformance>", archive),
            ("colours told", rb"/OutputIntents", archive)):
        check((re.search(pattern, pdf) is not None) == wanted,
              f"{what}: {'missing' if wanted else 'not asked for'}")


def check_outline(pdf, meeting):
    titles = " ".join(outline(pdf))
    first = int(re.search(r"nr: (\d+)", meeting)[1])
    count = len(re.findall(r"^  - .*\n?.*rubrik:", meeting, re.M))
    check(count > 2, "the meeting has few paragrafer")
    for number in range(first, first + count):
        check(f"§\u00a0{number}" in titles or f"§ {number}" in titles, f"no bookmark for § {number}")


def check_numbers(document, pdf):
    """The numbers stored in a document against the places in a PDF of it."""
    numbers, laid = stored(document), destinations(pdf)
    check(len(numbers) > 2, f"{document.name}: few page numbers")
    for name, number in numbers.items():
        check(str(laid.get(name)) == number, f"{document.name}: {name} {number}, is {laid.get(name)}")


def main(program, meeting):
    if shutil.which("soffice") is None and shutil.which("libreoffice") is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    program = pathlib.Path(program).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source, pdf = folder / "sn.yaml", folder / "sn.pdf"
        shutil.copy(meeting, source)
        build(program, folder)
        before = {p.name: p.read_bytes() for p in folder.glob("sn.[do]*")}
        build(program, folder, "-f", "odt,docx,pdf")
        check(before == {p.name: p.read_bytes() for p in folder.glob("sn.[do]*")},
              "asking for a PDF has changed the documents")
        made = pdf.read_bytes()
        check_kind(made, True)
        check_outline(made, source.read_text(encoding="utf-8"))
        check_numbers(folder / "sn.odt", pdf)

        build(program, folder, "-f", "pdf")
        check(pdf.read_bytes() == made, "a PDF of the same meeting was made again")
        build(program, folder, "-f", "pdf", "--verify")
        pdf.write_bytes(made + b"\n")
        check("P210" in build(program, folder, "-f", "pdf", expected=4), "a changed PDF is not told")
        pdf.write_bytes(made)

        source.write_text(source.read_text(encoding="utf-8").replace("Stadshuset", "Kommunhuset"),
                          encoding="utf-8")
        build(program, folder, "-f", "pdf", "--verify", expected=1)
        build(program, folder, "-f", "odt,docx,pdf", "--exact-pages", "--pdf", "plain")
        check(pdf.read_bytes() != made, "the PDF of a changed meeting was not made again")
        check_kind(pdf.read_bytes(), False)
        for extension in (".odt", ".docx"):
            check_numbers(folder / ("sn" + extension), pdf)
    print("\n".join(FAULTS) if FAULTS else "PDFs as they should be")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
