"""Templates with no more than a DOCX must have, and with paths written in all ways: what is missing is made.

    bare.py PROTOKOLL SOUND_FILES MEETING.yaml
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LINES = ("{{organ}}", "{{#paragrafer}}", "{{beteckning}} {{rubrik}}", "{{#delar}}", "{{{text}}}", "{{#punkter}}",
         "{{{text}}}", "{{/punkter}}", "{{/delar}}", "{{/paragrafer}}", "{{#anslag}}", "{{mening}}", "{{/anslag}}")
STYLES = f'<w:styles xmlns:w="{MAIN}"><w:style w:type="paragraph" w:default="1" w:styleId="N">' \
         '<w:name w:val="Normal"/></w:style></w:styles>'

# How the main part and the styles are named; None: there are no styles.
TEMPLATES = {
    "no styles": ("word/document.xml", None),
    "from the root": ("/word/document.xml", "/word/styles.xml"),
    "by way of the root": ("word/document.xml", "../word/styles.xml"),
    "from here": ("./word/document.xml", "./styles.xml"),
}


def links(kind, target):
    link = f'<Relationship Id="rId1" Type="{OFFICE}{kind}" Target="{target}"/>' if target else ""
    return f'<Relationships xmlns="{PACKAGE}relationships">{link}</Relationships>'


def types(parts):
    return f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ' \
           'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' + "".join(
               f'<Override PartName="/word/{part}.xml" ContentType="{WORD}{kind}+xml"/>'
               for part, kind in parts) + "</Types>"


def write(path, main, styles):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", types(
            [("document", "document.main"), *([("styles", "styles")] if styles else [])]))
        made.writestr("_rels/.rels", links("officeDocument", main))
        made.writestr("word/document.xml", f'<w:document xmlns:w="{MAIN}"><w:body>' + "".join(
            f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES) + "</w:body></w:document>")
        made.writestr("word/_rels/document.xml.rels", links("styles", styles))
        if styles:
            made.writestr("word/styles.xml", STYLES)


def words(path):
    with zipfile.ZipFile(path) as document:
        names = document.namelist()
        text = document.read("word/document.xml").decode()
    return names, re.sub(r"<[^>]*>", "", text.replace("</w:p>", "\n"))


def faults(protokoll, sound_files, meeting, folder):
    texts = {}
    for name, (main, styles) in TEMPLATES.items():
        write(folder / "t.docx", main, styles)
        done = subprocess.run([protokoll, "build", "-q", "--force", "--today", "2026-01-01", "-t", "t.docx", "-o",
                               "m.docx", meeting], cwd=folder, capture_output=True, text=True, check=False,
                              env={**os.environ, "PROTOKOLL_LANG": "en"})
        if done.returncode != 0:
            yield f"{name}: exit code {done.returncode}: {done.stderr}"
            continue
        sound = subprocess.run([sound_files, "m.docx"], cwd=folder, capture_output=True, text=True, check=False)
        parts, texts[name] = words(folder / "m.docx")
        if sound.returncode != 0:
            yield f"{name}: {sound.stdout}"
        for part in ("word/styles.xml", "word/numbering.xml"):
            if parts.count(part) != 1:
                yield f"{name}: {part} is there {parts.count(part)} times"
    if len(set(texts.values())) > 1:
        yield "not the same words by all of them"
    if not all("Bryggan" in text and "{{" not in text for text in texts.values()):
        yield "the words of the meeting are not there"


def main(protokoll, sound_files, meeting):
    with tempfile.TemporaryDirectory(prefix="bare-") as folder:
        found = list(faults(protokoll, sound_files, meeting, pathlib.Path(folder)))
    print(*found, sep="\n")
    print(f"{len(TEMPLATES)} bare templates, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*(str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:])))
