"""Pictures in whole documents: every design, every format, every kind of file.

    pictures.py PROTOKOLL FOLDER

FOLDER holds the pictures. Each is stored once and as it lies (an SVG as it was read), described,
known to the package, in its own shape, and within the frame."""
import base64
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

HEAD = """kommun: Sjöviks kommun
organ: Socialnämnden
datum: 2024-05-21
tid: 13.00–16.10
plats: Stadshuset
närvarande:
  beslutande:
    - Karin Holm (S), ordförande
    - Per Lindgren (C)
sekreterare: Anna Sjöberg
utseende: {logotyp: LOGO, alt: Kommunens vapen}
"""
TEXT = """: |
      ![En bred linje](bred.png)

      ![Ett foto](foto-pa-sidan.jpg)

      ![Fyra färger](fyra-farger.jpg)

      | Vad | Bild |
      | --- | --- |
      | Linje | ![Linjen igen](bred.png) |
"""
PARAGRAFER = """justering: {justerare: Per Lindgren (C), plats: Stadshuset, datum: 2024-05-28}
anslag: {datum: 2024-05-28, förvaringsplats: Stadshuset}
paragrafer:
  - nr: 41
    rubrik: Bilder
    beslut: Socialnämnden godkänner bilderna.
    ärendebeskrivning""" + TEXT
# The design for meetings that decide nothing.
PLAIN = {"enkel": """anslag: nej
avsnitt:
  - rubrik: Bilder
    text""" + TEXT}
LOGOS = {"vapen.png": "image/png", "vapen.jpg": "image/jpeg", "vapen.svg": "image/svg+xml"}
# Millimetres: the text of an A4 page, the height of a logotype; what rounding may take.
WIDTH, LOGO_HEIGHT, SLACK = 180, 15.1, 0.1
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


class Shown:
    """A picture in a document: its words, size in millimetres, and files, the first one preferred."""

    def __init__(self, words, width, height, files):
        self.words, self.width, self.height, self.files = words, width, height, files


def docx(data):
    package = zipfile.ZipFile(io.BytesIO(data))
    types = {e.get("Extension"): e.get("ContentType")
             for e in ET.fromstring(package.read("[Content_Types].xml"))}
    relations = {e.get("Id"): "word/" + e.get("Target")
                 for e in ET.fromstring(package.read("word/_rels/document.xml.rels"))}

    def stored(number):
        name = relations[number]
        return types[name.rpartition(".")[2]], package.read(name)

    for drawing in ET.fromstring(package.read("word/document.xml")).iter(WP + "inline"):
        extent, blip = drawing.find(WP + "extent"), next(drawing.iter(A + "blip"))
        inner = next(drawing.iter(A + "xfrm")).find(A + "ext")
        assert dict(extent.attrib) == dict(inner.attrib), "two sizes of one picture"
        newer = [svg.get(R + "embed") for svg in drawing.iter(ASVG + "svgBlip")]
        yield Shown(drawing.find(WP + "docPr").get("descr"), int(extent.get("cx")) / 36000,
                    int(extent.get("cy")) / 36000,
                    [stored(number) for number in newer + [blip.get(R + "embed")]])


def odt(data):
    package = zipfile.ZipFile(io.BytesIO(data))
    types = {e.get(MANIFEST + "full-path"): e.get(MANIFEST + "media-type")
             for e in ET.fromstring(package.read("META-INF/manifest.xml"))}

    def millimetres(text):
        assert text.endswith("pt"), text
        return float(text[:-2]) * 25.4 / 72

    for frame in ET.fromstring(package.read("content.xml")).iter(DRAW + "frame"):
        if frame.find(DRAW + "image") is None:
            continue
        names = [image.get(XLINK + "href") for image in frame.iter(DRAW + "image")]
        yield Shown(frame.findtext(SVG + "desc"), millimetres(frame.get(SVG + "width")),
                    millimetres(frame.get(SVG + "height")),
                    [(types[name], package.read(name)) for name in names])


def html(data):
    for image in re.findall(r"<img [^>]*>", data.decode("utf-8")):
        attrs = dict(re.findall(r'([a-z]+)="([^"]*)"', image))
        kind, packed = re.fullmatch(r"data:([a-z+/]+);base64,(.*)", attrs["src"]).groups()
        yield Shown(attrs["alt"], int(attrs["width"]) * 25.4 / 96, int(attrs["height"]) * 25.4 / 96,
                    [(kind, base64.b64decode(packed, validate=True))])


READERS = {"docx": docx, "odt": odt, "html": html}


class Tests:
    def __init__(self, program, pictures, folder):
        self.program, self.pictures, self.folder, self.faults = program, pictures, folder, 0

    def file(self, name):
        return (self.pictures / name).read_bytes()

    def run(self, *args):
        return subprocess.run([self.program, *args], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8", check=False,
                              env={**os.environ, "PROTOKOLL_LANG": "en"})

    def expect(self, what, good):
        if not good:
            print("not so:", what)
            self.faults += 1

    def write(self, design, logo):
        text = HEAD.replace("LOGO", logo) + PLAIN.get(design, PARAGRAFER)
        (self.folder / "m.yaml").write_text(text, encoding="utf-8")

    def build(self, design, form, logo):
        self.write(design, logo)
        done = self.run("build", "--force", "-t", design, "-f", form, "m.yaml")
        if done.returncode != 0:
            raise SystemExit(f"{design} {form} {logo}: {done.stderr}")
        self.expect("a photograph on its side is told", "P403" in done.stderr)
        return {shown.words: shown for shown in READERS[form](
            (self.folder / f"m.{form}").read_bytes())}

    def shape(self, what, shown, ratio):
        """Compared as lengths: a narrow strip has no precise ratio."""
        self.expect(f"{what} has its shape: {shown.width:.2f} x {shown.height:.2f} mm",
                    abs(shown.height - shown.width / ratio) < (0.5 if "html" in what else SLACK))

    def logotype(self, what, form, logo, shown):
        kinds = [kind for kind, _ in shown.files]
        both = logo == "vapen.svg" and form != "html"
        self.expect(f"{what}: kinds {kinds}", kinds == [LOGOS[logo]] + ["image/png"] * both)
        self.shape(what, shown, 3 / 4)
        if form != "html":
            self.expect(f"{what} is {shown.height:.2f} mm high", shown.height < LOGO_HEIGHT)
        if logo == "vapen.svg":
            drawn = shown.files[0][1]
            self.expect(f"{what} is drawn", b"<path" in drawn and b"Drawn for" not in drawn)
            ET.fromstring(drawn)
        if both:
            self.expect(f"{what} has its PNG", shown.files[1][1] == self.file("vapen.png"))
        if logo != "vapen.svg":
            self.expect(f"{what} is as it lay", shown.files[0][1] == self.file(logo))

    def texts(self, what, form, shown):
        wide, cell = shown["En bred linje"], shown["Linjen igen"]
        turned = shown["Ett foto"]
        for name, picture in (("bred.png", wide), ("bred.png", cell),
                              ("foto-pa-sidan.jpg", turned), ("fyra-farger.jpg", shown["Fyra färger"])):
            self.expect(f"{what}: {name} is as it lay", picture.files[0][1] == self.file(name))
        self.shape(f"{what}, wide", wide, 40)
        # Browsers turn it; Word and LibreOffice show what lies there.
        self.shape(f"{what}, turned", turned, 1 / 2 if form == "html" else 2)
        self.shape(f"{what}, four colours", shown["Fyra färger"], 2)
        if form != "html":
            self.expect(f"{what}: {wide.width:.1f} mm is within the page", 100 < wide.width < WIDTH)
            self.expect(f"{what}: {cell.width:.1f} mm is within the cell",
                        cell.width < wide.width * 0.95)

    def too_large(self):
        (self.folder / "stor.png").write_bytes(b"")
        os.truncate(self.folder / "stor.png", (16 << 20) + 1)
        self.write("standard", "stor.png")
        done = self.run("build", "m.yaml")
        self.expect("a file that is too large is told at its place: " + done.stderr,
                    done.returncode == 1 and "m.yaml:11:21: error[P410]" in done.stderr)

    def all(self):
        for name in os.listdir(self.pictures):
            (self.folder / name).write_bytes(self.file(name))
        designs = [line.split()[0] for line in self.run("template", "list").stdout.splitlines()]
        for design in designs:
            for form in READERS:
                for logo in LOGOS:
                    what = f"{design} {form} {logo}"
                    shown = self.build(design, form, logo)
                    self.logotype(what, form, logo, shown["Kommunens vapen"])
                    self.texts(what, form, shown)
        self.too_large()
        print(f"{len(designs)} designs, {len(READERS)} formats, {len(LOGOS)} kinds of logotype")
        return 1 if self.faults or len(designs) < 3 else 0


def main(program, pictures):
    with tempfile.TemporaryDirectory() as folder:
        return Tests(os.path.abspath(program), pathlib.Path(pictures), pathlib.Path(folder)).all()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
