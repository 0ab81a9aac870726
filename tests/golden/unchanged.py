"""A template without tags comes out as it went in: the same parts, byte for byte as they lie compressed.

    unchanged.py PROTOKOLL FOLDER

FOLDER holds documents that other programs made. Only the parts named here may differ, and those in which
changes were tracked: a document carries none of these."""
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile

# What is always ours: properties, and what lists them; and what a document must not carry along.
OURS = {"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "[Content_Types].xml",
        "_rels/.rels", "meta.xml", "META-INF/manifest.xml"}
DROPPED = {"docProps/thumbnail.jpeg", "Thumbnails/thumbnail.png"}
MEETING = """organ: Socialnämnden
datum: 2024-05-21
anslag: nej
avsnitt: {rubrik: Läget, text: Gott.}
"""


def compressed(path):
    """The bytes of each part as they lie in the file."""
    parts = {}
    with zipfile.ZipFile(path) as archive, open(path, "rb") as raw:
        for info in archive.infolist():
            raw.seek(info.header_offset + 26)
            name, extra = struct.unpack("<HH", raw.read(4))
            raw.seek(name + extra, os.SEEK_CUR)
            parts[info.filename] = (info.compress_type, raw.read(info.compress_size))
    return {name: part for name, part in parts.items() if not name.endswith("/")}


TRACKED = {
    ".docx": ("word/document.xml", r"(<w:body>)", '<w:p><w:r><w:t>kvar</w:t></w:r><w:del w:id="9001" '
              'w:author="E"><w:r><w:delText>hemligt</w:delText></w:r></w:del></w:p>'),
    ".odt": ("content.xml", r"(<office:text[^>]*>)", '<text:tracked-changes><text:changed-region '
             'text:id="c1"><text:deletion><office:change-info/><text:p>hemligt</text:p></text:deletion>'
             '</text:changed-region></text:tracked-changes>'),
}


def with_changes(template, folder):
    """A copy of the template in which somebody has deleted a word, and the part where it stands."""
    copy = os.path.join(folder, "spårad" + os.path.splitext(template)[1])
    part, place, change = TRACKED[os.path.splitext(template)[1]]
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(copy, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename == part:
                text = re.sub(place, lambda m: m[1] + change, text.decode(), count=1).encode()
                assert b"hemligt" in text
            new.writestr(info, text)
    return copy, part


def build(protokoll, template, folder):
    """The document that the template makes, and how the building of it went."""
    output = os.path.join(folder, "ut-" + os.path.basename(template))
    meeting = os.path.join(folder, "m.yaml")
    with open(meeting, "w", encoding="utf-8") as file:
        file.write(MEETING)
    return output, subprocess.run([protokoll, "build", "-q", "-t", template, "-o", output, meeting],
                                  stdout=subprocess.DEVNULL, check=False).returncode


def differing(template, output):
    before, after = compressed(template), compressed(output)
    for name in sorted(before.keys() | after.keys()):
        if name in OURS or (name in DROPPED and name not in after):
            continue
        if before.get(name) != after.get(name):
            yield name


def faults(protokoll, template, folder):
    output, code = build(protokoll, template, folder)
    if code != 0:
        yield "the document"
        return
    yield from differing(template, output)
    # The fingerprint must see that this is ours: building again is allowed.
    if build(protokoll, template, folder)[1] != 0:
        yield "built again"


def faults_of_changes(protokoll, template, folder):
    copy, part = with_changes(template, folder)
    output, code = build(protokoll, copy, folder)
    if code != 0 or list(differing(copy, output)) != [part]:
        yield "with tracked changes, more than " + part
        return
    with zipfile.ZipFile(output) as archive:
        if b"hemligt" in archive.read(part):
            yield "with tracked changes, " + part


def main(protokoll, folder):
    found = 0
    for name in sorted(os.listdir(folder)):
        with tempfile.TemporaryDirectory() as work:
            template = os.path.join(folder, name)
            for part in [*faults(protokoll, template, work),
                         *faults_of_changes(protokoll, template, work)]:
                print(f"{name}: {part} differs")
                found += 1
    sys.exit(found > 0)


main(os.path.abspath(sys.argv[1]), sys.argv[2])
