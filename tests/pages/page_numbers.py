"""The page numbers that the documents of random meetings are born with, against where LibreOffice puts
each paragraf: right of all, per design and format; less than 99 % anywhere is a fault.

    page_numbers.py PROTOKOLL [FIRST [COUNT]]       meetings from seeds FIRST and on
    page_numbers.py --check FILE...                 documents that are there already
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ET

from random_meetings import write

# The design enkel is for meetings without paragrafer.
DESIGNS = ("standard", "klassisk")
FORMATS = ("odt", "docx")
LEAST = 0.99
BATCH = 100
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FILTER = ('pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
          '"SelectPdfVersion":{"type":"long","value":"1"}}')


def stored_docx(package):
    """{bookmark: number} of the references to pages."""
    found, fields = {}, []
    for e in ET.fromstring(package.read("word/document.xml")).iter():
        kind = e.get(W + "fldCharType") if e.tag == W + "fldChar" else None
        if kind == "begin":
            fields.append(["", "", False])
        elif kind == "separate":
            fields[-1][2] = True
        elif kind == "end":
            words, result, _ = fields.pop()
            if words.split()[:1] == ["PAGEREF"]:
                found[words.split()[1]] = result
        elif e.tag == W + "instrText":
            fields[-1][0] += e.text or ""
        elif e.tag == W + "t" and fields and fields[-1][2]:
            fields[-1][1] += e.text or ""
    return found


def stored_odt(package):
    root = ET.fromstring(package.read("content.xml"))
    return {e.get(T + "ref-name"): "".join(e.itertext()) for e in root.iter(T + "bookmark-ref")
            if e.get(T + "reference-format") == "page"}


def stored(path):
    with zipfile.ZipFile(path) as package:
        return stored_docx(package) if path.suffix == ".docx" else stored_odt(package)


def lay_out(soffice, folder, documents):
    """PDFs beside the documents. A hanging soffice is ended with all that it has started."""
    for i in range(0, len(documents), BATCH):
        some = documents[i:i + BATCH]
        with subprocess.Popen([soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                               "--headless", "--norestore", "--convert-to", FILTER, "--outdir",
                               folder, *some], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True) as process:
            try:
                process.wait(120 + 20 * len(some))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def destinations(pdf):
    """{bookmark: physical page} of a PDF whose objects are not packed."""
    data = pdf.read_bytes()
    objects = {int(m[1]): m[2] for m in re.finditer(rb"\n(\d+) 0 obj\r?\n(.*?)endobj", data, re.S)}
    root = int(re.search(rb"/Root (\d+) 0 R", data)[1])
    pages = []

    def walk(number):
        kids = re.search(rb"/Kids\s*\[([^]]*)\]", objects[number])
        if kids is None:
            pages.append(number)
            return
        for kid in re.findall(rb"(\d+) 0 R", kids[1]):
            walk(int(kid))

    walk(int(re.search(rb"/Pages (\d+) 0 R", objects[root])[1]))
    found = {}
    for name, page in re.findall(rb"/5F(P\d+e?)\s*\[\s*(\d+) 0 R", data):
        found["_" + name.decode()] = pages.index(int(page)) + 1
    return found


def compare(numbers, laid):
    """(right, all, what is wrong) of a document: where each paragraf begins and ends."""
    right = total = 0
    wrong = []
    for name in [n for n in laid if not n.endswith("e")]:
        end = laid.get(name + "e", laid[name])
        first = numbers.get(name)
        last = numbers.get(name + "e", first)
        for was, should in ((first, laid[name]), (last, end)):
            right += was == str(should)
            total += 1
        if (first, last) != (str(laid[name]), str(end)):
            wrong.append(f"{name} {first}-{last}, is {laid[name]}-{end}")
    return right, total, wrong


def judge(documents):
    """(right, all) of documents with their PDFs beside them; tells what is wrong."""
    right = total = 0
    for document in documents:
        pdf = document.with_suffix(".pdf")
        if not pdf.exists():
            print(f"{document.name}: LibreOffice made no PDF")
            return 0, 1
        r, t, wrong = compare(stored(document), destinations(pdf))
        right, total = right + r, total + t
        for line in wrong:
            print(f"{document.name}: {line}")
    return right, total


def measure(program, soffice, folder, first, count):
    meetings = write(folder / "meetings", first, count)
    everything = {}
    for design in DESIGNS:
        for extension in FORMATS:
            to = folder / "made"
            subprocess.run([program, "build", "-q", "--today", "2024-06-01", "-t", design, "-f",
                            extension, "-d", to, *meetings], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            for meeting in meetings:
                # One folder for all: soffice is asked once for many.
                document = to / f"{meeting.stem}.{extension}"
                moved = to / f"{meeting.stem}-{design}-{extension}.{extension}"
                document.rename(moved)
                everything.setdefault((design, extension), []).append(moved)
    lay_out(soffice, folder / "made", [d for some in everything.values() for d in some])
    good = True
    lines = []
    for (design, extension), documents in everything.items():
        right, total = judge(documents)
        good = good and 0 < total and right >= LEAST * total
        lines.append(f"{design} {extension}: {right} of {total} right, {100 * right / total:.2f} %")
    print("\n".join(lines))
    return good


def main(arguments):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    if arguments[0] == "--check":
        right, total = judge([pathlib.Path(name) for name in arguments[1:]])
        print(f"{right} of {total}")
        return 0
    first, count = [int(n) for n in arguments[1:3]] if len(arguments) > 2 else (1, 25)
    with tempfile.TemporaryDirectory() as name:
        keep = os.environ.get("PROTOKOLL_KEEP")
        return 0 if measure(arguments[0], soffice, pathlib.Path(keep or name), first, count) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
