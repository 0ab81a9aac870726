"""The page numbers that the documents of random meetings are born with, against where LibreOffice puts
each paragraf: right of all, per design and format; less than 99 % anywhere is a fault.

    page_numbers.py PROTOKOLL [FIRST [COUNT [TEMPLATE...]]]     meetings from seeds FIRST and on
    page_numbers.py --check FILE...                             documents that are there already

Every fifth meeting is measured in its public edition. enkel has no paragrafer of its own: it is given
those of standard, so that its looks are measured too.
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

DESIGNS = ("standard", "enkel", "klassisk")
FORMATS = ("odt", "docx")
BODIES = {"odt": "content.xml", "docx": "word/document.xml"}
LEAST = 0.99
BATCH = 40
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FILTER = ('pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
          '"IsSkipEmptyPages":{"type":"boolean","value":"false"},'
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


def section(text, name, after=0):
    """Where the paragraphs {{#name}} to {{/name}} stand, from the first tag's paragraph to the last's."""
    first = text.index("{{#" + name + "}}</", after)
    last = text.index("{{/" + name + "}}</", first)
    start = max(text.rindex(tag, 0, first) for tag in ("<w:p>", "<text:p ") if tag in text[:first])
    end = min(text.find(tag, last) + len(tag) for tag in ("</w:p>", "</text:p>") if tag in text[last:])
    return start, end


def exported(program, design, extension, folder):
    path = folder / f"{design}.{extension}"
    subprocess.run([program, "template", "export", "-q", "--force", design, path], check=True,
                   stdout=subprocess.DEVNULL)
    return path


def with_paragrafer(program, extension, folder):
    """enkel with the paragrafer of standard, and their pages in a line above."""
    part = BODIES[extension]
    path = exported(program, "enkel", extension, folder)
    with zipfile.ZipFile(exported(program, "standard", extension, folder)) as package:
        body = package.read(part).decode()
    start, end = section(body, "paragrafer", body.index("{{/paragrafer?}}</"))
    paragrafer = body[start:end].replace('"NySida"', '"Heading_20_1"')
    start, _ = section(paragrafer, "rubrik")
    line = paragrafer[start:paragrafer.index("</text:p>" if extension == "odt" else "</w:p>", start)]
    line = line.replace("{{#rubrik}}", "{{#paragrafer}}{{beteckning}} {{sidor}}, {{/paragrafer}}")
    line += "</text:p>" if extension == "odt" else "</w:p>"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts[part].decode()
    start, end = section(body, "avsnitt")
    parts[part] = (body[:start] + line + paragrafer + body[end:]).encode()
    path = folder / f"enkel-paragrafer.{extension}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return path


def build(program, template, extension, meetings, to, public):
    options = ["--edition", "offentlig"] if public else []
    if meetings:
        subprocess.run([program, "build", "-q", "--today", "2024-06-01", "-t", template, "-f",
                        extension, "-d", to, *options, *meetings], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make(program, name, template, extension, meetings, to):
    """The documents, with the design in their names: all lie in one folder, and soffice is asked
    once for many."""
    public = [m for m in meetings if int(m.stem[1:]) % 5 == 0]
    build(program, template, extension, [m for m in meetings if m not in public], to, False)
    build(program, template, extension, public, to, True)
    made = []
    for meeting in meetings:
        edition = "-offentlig" if meeting in public else ""
        moved = to / f"{meeting.stem}-{name}-{extension}.{extension}"
        (to / f"{meeting.stem}{edition}.{extension}").rename(moved)
        made.append(moved)
    return made


def templates(program, folder, given):
    """(name, template, format) of all that is measured."""
    if given:
        return [(path.stem, path, path.suffix[1:]) for path in given]
    return [(design, with_paragrafer(program, extension, folder) if design == "enkel" else design,
             extension) for design in DESIGNS for extension in FORMATS]


def measure(program, soffice, folder, first, count, given):
    meetings = write(folder / "meetings", first, count)
    everything = {}
    for name, template, extension in templates(program, folder, given):
        everything[name, extension] = make(program, name, template, extension, meetings,
                                           folder / "made")
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
        good = measure(arguments[0], soffice, pathlib.Path(keep or name), first, count,
                       [pathlib.Path(given) for given in arguments[3:]])
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
