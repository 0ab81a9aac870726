"""Word templates for the peers: the same document with the tags of each engine.

    templates.py DIALECT OUTPUT.docx

A heading for each paragraf, its decisions as list items, its text, and who was there.
"""
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = HEAD + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.styles+xml"/></Types>"""
RELATIONS = HEAD + """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" \
Target="%s"/></Relationships>"""
STYLES = HEAD + f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl \
w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl \
w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style></w:styles>"""

# Each engine's way to name a value, and to open and close a list, alone in its paragraph.
DIALECTS = {
    "docxtpl": ("{{{{ {0} }}}}", "{{%p for {1} in {0} %}}", "{{%p endfor %}}",
                ("paragraf.", "beslut", "stycke", "person")),
    "docxtemplater": ("{{{0}}}", "{{#{0}}}", "{{/{0}}}", ("", ".", ".", ".")),
}


def document(dialect):
    value, opened, closed, (of, decision, text, person) = DIALECTS[dialect]

    def repeated(name, item, what):
        yield "Normal", opened.format(name, item)
        yield "Normal", value.format(what)
        yield "Normal", closed.format(name)

    def lines():
        yield "Heading1", value.format("organ") + " " + value.format("datum")
        yield from repeated("personer", "person", person)
        yield "Normal", opened.format("paragrafer", "paragraf")
        yield "Heading2", "§ " + value.format(of + "nr") + " " + value.format(of + "rubrik")
        yield "Normal", value.format(of + "dnr")
        for title, name, item, what in (("Beslut", "beslutspunkter", "beslut", decision),
                                        ("Ärendet", "stycken", "stycke", text)):
            yield "Normal", title
            yield from repeated(of + name, item, what)
        yield "Normal", closed.format("paragrafer")

    paragraphs = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">'
                         f"{text}</w:t></w:r></w:p>" for style, text in lines())
    return f"{HEAD}<w:document {W}><w:body>{paragraphs}<w:sectPr/></w:body></w:document>"


def write(dialect, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS % ("officeDocument", "word/document.xml"))
        archive.writestr("word/document.xml", document(dialect))
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/_rels/document.xml.rels", RELATIONS % ("styles", "styles.xml"))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
