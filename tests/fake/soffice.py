#!/usr/bin/env python3
"""A LibreOffice that does what its own file name says: tests link to it by names.

good      a PDF for each document
empty     files without a byte          nothing   exit 0 and no file
text      text files named .pdf         cut       PDFs without their end
hang      never ends, and has a child that never ends   stubborn  the same, deaf to SIGTERM
die       a signal                      fail      exit 1
half      a PDF for every other one, exit 0
killed    a PDF for the first, then kill -9 of itself
crowd     nothing for several documents, a PDF for one alone
restless  other pages each time
packed    PDFs whose objects are packed, but PDF/A-1 when asked for it
lost      PDFs without the places
wide      places in a tree of names, as other programs write them

The PDFs have the places of the bookmarks of the documents, three paragrafer to a page.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import zipfile


def bookmarks(path):
    """Names like _P1 and _P1e, in order; none for what is no document."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            part = "content.xml" if "content.xml" in names else "word/document.xml"
            text = package.read(part).decode()
    except zipfile.BadZipFile:
        return []
    return re.findall(r'bookmark(?:Start)?\b[^>]*?:name="(_P\d+e?)"', text)


def places(names, shift):
    """{name: sheet from 0}"""
    return {name: int(re.search(r"\d+", name)[0]) // 3 + shift for name in names}


def tree_of_names(found, page_at):
    pairs = " ".join(f"({name}) [{page_at(sheet)} 0 R /Fit]" for name, sheet in sorted(found.items()))
    return f"/Names << /Dests << /Kids [4 0 R] >> >>", f"<< /Names [{pairs}] >>"


def dictionary(found, page_at):
    pairs = "".join(f"/{name.replace('_', '5F')}[{page_at(sheet)} 0 R/XYZ 71 755 0]\n"
                    for name, sheet in found.items())
    return "/Dests 4 0 R", f"<<{pairs}>>"


def pdf(found, wide=False):
    sheets = max(found.values(), default=0) + 1
    first = 5
    entry, names = (tree_of_names if wide else dictionary)(found, lambda sheet: first + sheet)
    kids = " ".join(f"{first + i} 0 R" for i in range(sheets))
    objects = [f"<</Type/Catalog/Pages 2 0 R\n{entry}>>",
               f"<</Type/Pages/Kids[{kids}]/Count {sheets}>>", "<</Producer(fake)>>", names]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * sheets
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    mark = "0" * 32
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R\n/ID [ <{mark}>\n<{mark}> ]\n>>\n".encode()
    return out + f"startxref\n{at}\n%%EOF\n".encode()


def packed():
    head = b"%PDF-1.7\n"
    return head + (b"1 0 obj\n<</Type/XRef/Size 1/W[1 2 1]/Root 2 0 R/ID[<" + b"0" * 32 + b"><" + b"0" * 32 +
                   b">]/Length 4>>\nstream\n\0\0\0\0\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head))


def hang(deaf):
    if deaf:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)", sys.argv[0]])
    while True:
        time.sleep(3600)


def count_calls():
    """How many times this link has been called before: a file beside it is a byte longer each time."""
    with open(sys.argv[0] + ".calls", "ab") as calls:
        calls.write(b".")
        return calls.tell() - 1


def main():
    mode = pathlib.Path(sys.argv[0]).name
    at = sys.argv.index("--outdir")
    folder, documents = pathlib.Path(sys.argv[at + 1]), sys.argv[at + 2:]
    measuring = '"SelectPdfVersion":{"type":"long","value":"1"}' in " ".join(sys.argv)
    shift = count_calls() if mode == "restless" else 0
    if mode in ("hang", "stubborn"):
        count_calls()
        hang(mode == "stubborn")
    if mode == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if mode in ("nothing", "fail") or (mode == "crowd" and len(documents) > 1):
        return mode == "fail"
    for number, document in enumerate(documents):
        names = [] if mode == "lost" else bookmarks(document)
        whole = pdf(places(names, shift), mode == "wide")
        if mode == "packed" and not measuring:
            whole = packed()
        made = {"empty": b"", "text": b"Dear reader,\n" * 100, "cut": whole[:-30]}.get(mode, whole)
        if mode == "half" and number % 2:
            continue
        (folder / (pathlib.Path(document).stem + ".pdf")).write_bytes(made)
        if mode == "killed" and len(documents) > 1:
            os.kill(os.getpid(), signal.SIGKILL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
