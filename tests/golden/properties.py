"""Tags in a template's own properties are filled: those of ODF, and the custom ones of OOXML.

    properties.py PROTOKOLL MEETING
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

CUSTOM = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property \
fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Nämnd"><vt:lpwstr>vid {{organ}}</vt:lpwstr></property>\
</Properties>"""
TYPE = ('<Override PartName="/docProps/custom.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>')
LINK = ('<Relationship Id="rIdEgen" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'custom-properties" Target="docProps/custom.xml"/></Relationships>')
USER = '<meta:user-defined meta:name="Nämnd">vid {{organ}}</meta:user-defined></office:meta>'
CHANGES = {
    "docx": {"[Content_Types].xml": ("</Types>", TYPE), "_rels/.rels": ("</Relationships>", LINK)},
    "odt": {"meta.xml": ("</office:meta>", USER)},
}
FOUND = {"docx": ("docProps/custom.xml", r'name="Nämnd"><vt:lpwstr>([^<]*)<'),
         "odt": ("meta.xml", r'meta:name="Nämnd">([^<]*)<')}


def with_property(source, target, changes, custom):
    """The package with a property of its own that holds a tag."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename in changes:
                before, after = changes[entry.filename]
                assert before.encode() in text, f"{entry.filename} has no {before}"
                text = text.replace(before.encode(), after.encode(), 1)
            if custom and entry.filename == "docProps/custom.xml":
                continue
            new.writestr(entry, text)
        if custom:
            new.writestr("docProps/custom.xml", CUSTOM)


def main(program, meeting):
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        for kind, changes in CHANGES.items():
            design, own, made = (root / f"{name}.{kind}" for name in ("standard", "egen", "ut"))
            subprocess.run([program, "template", "export", "standard", design], check=True,
                           stdout=subprocess.DEVNULL)
            with_property(design, own, changes, kind == "docx")
            subprocess.run([program, "build", "-q", "-t", own, "-o", made, meeting], check=True,
                           stdout=subprocess.DEVNULL)
            part, pattern = FOUND[kind]
            text = zipfile.ZipFile(made).read(part).decode()
            assert re.findall(pattern, text) == ["vid Socialnämnden"], f"{kind}: {text}"
    print("properties: filled in ODT and DOCX")


if __name__ == "__main__":
    main(*sys.argv[1:])
