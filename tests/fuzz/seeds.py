"""Makes the seeds of the fuzzers from the project's own templates, samples and cases.

    seeds.py SOURCE_ROOT FOLDER

writes FOLDER/<target>/seed-*. What a fuzzer has found lies beside them under other names.
"""
import io
import pathlib
import re
import sys
import zipfile

PARTS = {
    "odt": ("content.xml", "styles.xml"),
    "docx": ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml",
             "word/footer1.xml", "word/footnotes.xml", "word/endnotes.xml"),
}


def archive(folder):
    """The folder as a package; the media type first, as it lies."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        paths = sorted((p for p in folder.rglob("*") if p.is_file()),
                       key=lambda p: (p.name != "mimetype", p))
        for path in paths:
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            stored = path.name == "mimetype"
            package.writestr(info, path.read_bytes(),
                             zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parts(folder, names):
    """The parts in the notation of fuzz_template.c."""
    return b"\0".join(name.encode() + b"\n" + (folder / name).read_bytes()
                      for name in names if (folder / name).exists())


def templates(root):
    for design in ("enkel", "standard"):
        for number, (kind, names) in enumerate(PARTS.items()):
            folder = root / "templates" / design / kind
            if design == "enkel":
                yield f"{design}-{kind}-zip", bytes([2 | number]) + archive(folder)
            yield f"{design}-{kind}-parts", bytes([number]) + parts(folder, names)


def cases(root):
    """Small ones: each awkward case that has parts of its own."""
    for path in sorted((root / "tests/golden/templates").glob("*.case")):
        text = path.read_text(encoding="utf-8")
        for number, kind in enumerate(PARTS):
            body = re.search(rf"^== {kind}\n(.*?)(?=^== |\Z)", text, re.M | re.S)
            if body:
                # Bit 3: every other one is looked at as for its author.
                yield (f"{path.stem}-{kind}", bytes([number | len(path.stem) % 2 << 3]) +
                       whole(kind, body[1]) + notes(kind, text))


def notes(kind, text):
    """The notes of a DOCX, which lie in parts of their own."""
    out = b""
    for part in ("footnotes", "endnotes"):
        found = re.search(rf"^== {kind} {part}\n(.*?)(?=^== |\Z)", text, re.M | re.S)
        if kind == "docx" and found:
            out += f"\0word/{part}.xml\n<w:{part} {W}>{short(kind, found[1])}</w:{part}>".encode()
    return out


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def short(kind, body):
    """The body with its short names written out."""
    opened, closed = ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>") if kind == "docx" else (
        "<text:p>", "</text:p>")
    body = body.replace("<P>", opened).replace("</P>", closed)
    body = body.replace("<R>", opened[5:] if kind == "docx" else "").replace(
        "</R>", closed[:-6] if kind == "docx" else "")
    around = opened[:5] if kind == "docx" else opened
    return body.replace("<p>", around).replace("</p>", f"</{around[1:]}")


def whole(kind, body):
    odt = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("style", "style")))
    body = short(kind, body)
    if kind == "docx":
        return f"word/document.xml\n<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    return (f"content.xml\n<office:document-content {odt}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>").encode()


def mustache(root):
    text = (root / "tests/golden/tags.cases").read_text(encoding="utf-8")
    for number, case in enumerate(text.split("\n== ")[1:]):
        yield f"{number:02}", bytes([number % 4]) + case.split("\n--\n")[0].split("\n", 1)[1].encode()


def meetings(root):
    for path in sorted((root / "samples").glob("*.yaml")) + sorted(
            (root / "tests/golden/meetings").rglob("*.yaml")):
        data = path.read_bytes()
        if len(data) < 12000:
            yield path.stem, data
    settings = (root / "tests/golden/meetings/settings/protokoll.yaml").read_bytes()
    meeting = (root / "tests/golden/meetings/settings/installningar.yaml").read_bytes()
    yield "with-settings", meeting + b"---8<---\n" + settings


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="3e1mm" height=".5in" viewBox="-1,0 2 3"><style>.a{fill:url(#b)}</style><defs><g id="b"/>'
    '</defs><use xlink:href="#b" class="a"/><image href="data:image/png;base64,AA=="/></svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="12pt" height="1pc"><s:title>å &amp; ö</s:title>'
    '<x xmlns="urn:x"><s:g/></x><s:metadata/><!-- a --><?b c?></s:svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/><g onload="1" style="a:url(b)"/>'
    '<set attributeName="href"/><foreignObject/></svg>',
)


def pictures(root):
    for path in sorted((root / "tests/golden/pictures").iterdir()):
        yield path.name, path.read_bytes()
    for number, text in enumerate(SVG):
        yield f"svg-{number}", text.encode()
    yield "svg-utf16", SVG[0].encode("utf-16")


WORDS = (
    (0, "Karin Holm (S), ordförande, § 41–43, kl. 13.00–14.30"), (0, "Bo Alm (M), ersätter Eva Lund (M)"),
    (0, "Vakant (-)"), (0, "Ann (Anna) Berg (oberoende, tidigare KD), 2:e vice ordförande"),
    (1, "2024-02-29"), (1, "9999-12-31"), (2, "kl. 10-12, 13:30–16"), (2, "8"), (3, "§ 12 a"), (3, "4294967295"),
    (4, "# Rubrik\n\n1. *ett*\n   - två\n\n| a | b |\n|---|--:|\n| c | d |\n"),
    (4, "> citat **fet** `kod` [länk](https://x.se/) ![bild](b.png)\n\n&auml; &#228;\n"),
)


TOKEN = "0123456789abcdef0123456789abcdef"
REQUESTS = (
    (0, "GET", f"/{TOKEN}/", "127.0.0.1:8080"), (0, "HEAD", f"/{TOKEN}/page.js", "localhost:8080"),
    (0, "GET", f"/{TOKEN}/events", "[::1]:8080"), (0, "GET", f"/{TOKEN}/download.odt", "LOCALHOST:8080"),
    (3, "GET", f"/{TOKEN}/report", "127.0.0.1:8080", "http://127.0.0.1:8080", "offentlig"),
    (2, "GET", f"/{TOKEN}/document", "127.0.0.1:8080", "", "fullst%C3%A4ndig"),
    (2, "GET", f"/{TOKEN}/document", "127.0.0.1:8080", "", "fullständig"),
    (1, "GET", f"/{TOKEN}/pages.pdf", "127.0.0.1:8080", "null"), (4, "GET", f"/{TOKEN}/", "127.0.0.1:8080"),
    (8, "POST", f"/{TOKEN}/", "127.0.0.1:8080"), (0, "GET", f"/{TOKEN}/../etc/passwd", "127.0.0.1:8080"),
    (0, "GET", f"/{TOKEN}/%2e%2e/", "127.0.0.1:8080"), (0, "GET", "/", "evil.example"), (0, "GET", f"/{TOKEN}"),
    (0, "GET", "/00112233445566778899aabbccddeeff", "127.0.0.1:8080"),
)


def main(root, folder):
    xml = ((f"{p.parent.name}-{p.name}", p.read_bytes()) for p in sorted(
        (root / "templates/enkel").rglob("*.xml")))
    targets = {
        "template": [*templates(root), *cases(root)],
        "xml": [*xml],
        "mustache": [*mustache(root)],
        "picture": [*pictures(root)],
        "yaml": [*meetings(root)],
        "request": [(f"{i:02}", bytes([flags]) + "\n".join(fields).encode())
                    for i, (flags, *fields) in enumerate(REQUESTS)],
        "words": [(str(i), bytes([kind]) + text.encode()) for i, (kind, text) in enumerate(WORDS)],
    }
    for target, seeds in targets.items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for name, data in seeds:
            (folder / target / f"seed-{name}").write_bytes(data)
        print(target, len(seeds), sum(len(data) for _, data in seeds), "bytes")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
