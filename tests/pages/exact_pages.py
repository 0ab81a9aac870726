"""The page numbers that --exact-pages stores, against where LibreOffice puts each paragraf: all right, in
every design that has page numbers, in both formats.

    exact_pages.py PROTOKOLL MEETING.yaml...
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from page_numbers import compare, destinations, lay_out, stored

DESIGNS = ("standard", "klassisk")
FORMATS = ("odt", "docx")


def main(program, meetings):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    right = total = 0
    for design in DESIGNS:
        for extension in FORMATS:
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                subprocess.run([program, "build", "-q", "--exact-pages", "-f", extension, "-t",
                                design, "-d", folder, *meetings], check=True,
                               stdout=subprocess.DEVNULL)
                documents = sorted(folder.glob("*." + extension))
                lay_out(soffice, folder, documents)
                for document in documents:
                    found = compare(stored(document), destinations(document.with_suffix(".pdf")))
                    right, total = right + found[0], total + found[1]
                    if found[2]:
                        print(f"{design} {document.name}: {', '.join(found[2])}")
    print(f"{right} of {total} pages right")
    return 0 if right == total > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
