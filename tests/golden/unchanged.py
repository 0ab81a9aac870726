"""A template without tags comes out as it went in: the same parts, byte for byte as they lie compressed.

    unchanged.py PROTOKOLL FOLDER

FOLDER holds documents that other programs made. Only the parts named here may differ."""
import os
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


def faults(protokoll, template, folder):
    output = os.path.join(folder, os.path.basename(template))
    meeting = os.path.join(folder, "m.yaml")
    with open(meeting, "w", encoding="utf-8") as file:
        file.write(MEETING)
    subprocess.run([protokoll, "build", "-q", "-t", template, "-o", output, meeting], check=True,
                   stdout=subprocess.DEVNULL)
    before, after = compressed(template), compressed(output)
    for name in sorted(before.keys() | after.keys()):
        if name in OURS or (name in DROPPED and name not in after):
            continue
        if before.get(name) != after.get(name):
            yield name
    # The fingerprint must see that this is ours: building again is allowed.
    if subprocess.run([protokoll, "build", "-q", "-t", template, "-o", output, meeting],
                      stdout=subprocess.DEVNULL, check=False).returncode != 0:
        yield "built again"


def main(protokoll, folder):
    found = 0
    for name in sorted(os.listdir(folder)):
        with tempfile.TemporaryDirectory() as work:
            for part in faults(protokoll, os.path.join(folder, name), work):
                print(f"{name}: {part} differs")
                found += 1
    sys.exit(found > 0)


main(os.path.abspath(sys.argv[1]), sys.argv[2])
