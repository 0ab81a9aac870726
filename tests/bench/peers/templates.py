"""Templates for the peers and for protokoll, Word's or OpenDocument's: the same document with the tags of each
engine.

    templates.py DIALECT OUTPUT

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
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = " ".join(f'xmlns:{prefix}="{OASIS}{name}:1.0"' for prefix, name in (
    ("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"),
    ("table", "table"), ("draw", "drawing"), ("meta", "meta")))
ODF += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
ODT = "application/vnd.oasis.opendocument.text"
MANIFEST = HEAD + f"""<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>"""

# Each engine's way to name a value, to open and to close a list, alone in its paragraph (empty: nothing), and
# what a paragraf, a decision, a paragraph of text and a person are called in their lists.
PLACEHOLDER = '<text:placeholder text:placeholder-type="text">&lt;%s&gt;</text:placeholder>'
DIALECTS = {
    "docxtpl": ("{{{{ {0} }}}}", "{{%p for {1} in {0} %}}", "{{%p endfor %}}",
                ("paragraf.", "beslut", "stycke", "person")),
    "docxtemplater": ("{{{0}}}", "{{#{0}}}", "{{/{0}}}", ("", ".", ".", ".")),
    "easy-template-x": ("{{{0}}}", "{{#{0}}}", "{{/{0}}}", ("", "text", "text", "text")),
    "carbone": ("{{d.{0}}}", "", "{{d.{0}[i+1].text}}",
                ("paragrafer[i].", "paragrafer[i].beslutspunkter[i].text", "paragrafer[i].stycken[i].text",
                 "personer[i].text")),
    "relatorio": (PLACEHOLDER % "{0}", PLACEHOLDER % 'for each="{1} in {0}"', PLACEHOLDER % "/for",
                  ("paragraf.", "beslut", "stycke", "person")),
}
# protokoll gives the names itself, and its texts are of many paragraphs.
OURS = (("Heading1", "{{organ}} {{datum}}"),
        *(("Normal", tag) for tag in ("{{#närvaro}}", "{{#personer}}", "{{text}}", "{{/personer}}", "{{/närvaro}}",
                                      "{{#paragrafer}}")),
        ("Heading2", "{{beteckning}} {{rubrik}}"),
        *(("Normal", tag) for tag in ("{{dnr}}", "Beslut", "{{#beslut}}", "{{text}}", "{{/beslut}}", "Ärendet",
                                      "{{ärendebeskrivning}}", "{{/paragrafer}}")))
# Those whose lists hold maps only: each text is the text of one.
OF_MAPS = ("carbone", "easy-template-x")
FORMATS = {name: "odt" if name == "relatorio" else "docx" for name in DIALECTS}


def lines(dialect):
    """The document's paragraphs, each with its style."""
    return OURS if dialect == "protokoll" else peers_lines(dialect)


def peers_lines(dialect):
    value, opened, closed, (of, decision, text, person) = DIALECTS[dialect]

    def tag(words):
        return [("Normal", words)] if words else []

    def repeated(name, item, what):
        yield from tag(opened.format(name, item))
        yield "Normal", value.format(what)
        yield from tag(closed.format(name))

    yield "Heading1", value.format("organ") + " " + value.format("datum")
    yield from repeated("personer", "person", person)
    yield from tag(opened.format("paragrafer", "paragraf"))
    yield "Heading2", "§ " + value.format(of + "nr") + " " + value.format(of + "rubrik")
    yield "Normal", value.format(of + "dnr")
    for title, name, item, what in (("Beslut", "beslutspunkter", "beslut", decision),
                                    ("Ärendet", "stycken", "stycke", text)):
        yield "Normal", title
        yield from repeated(of + name, item, what)
    yield from tag(closed.format("paragrafer"))


def word_parts(dialect):
    paragraphs = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">'
                         f"{text}</w:t></w:r></w:p>" for style, text in lines(dialect))
    yield "[Content_Types].xml", TYPES
    yield "_rels/.rels", RELATIONS % ("officeDocument", "word/document.xml")
    yield "word/document.xml", (f"{HEAD}<w:document {W}><w:body>{paragraphs}<w:sectPr/></w:body>"
                                "</w:document>")
    yield "word/styles.xml", STYLES
    yield "word/_rels/document.xml.rels", RELATIONS % ("styles", "styles.xml")


def open_parts(dialect):
    levels = {"Heading1": 1, "Heading2": 2}
    paragraphs = "".join(
        f'<text:h text:style-name="{style}" text:outline-level="{levels[style]}">{text}</text:h>'
        if style in levels else f"<text:p>{text}</text:p>" for style, text in lines(dialect))
    styles = "".join(f'<style:style style:name="{name}" style:family="paragraph"><style:text-properties '
                     f'fo:font-weight="bold" fo:font-size="{size}pt"/></style:style>'
                     for name, size in (("Heading1", 16), ("Heading2", 13)))
    yield "mimetype", ODT
    yield "META-INF/manifest.xml", MANIFEST
    yield "content.xml", (f'{HEAD}<office:document-content {ODF} office:version="1.3"><office:body>'
                          f"<office:text>{paragraphs}</office:text></office:body></office:document-content>")
    yield "meta.xml", (f'{HEAD}<office:document-meta {ODF} office:version="1.3"><office:meta/>'
                       "</office:document-meta>")
    yield "styles.xml", (f'{HEAD}<office:document-styles {ODF} office:version="1.3"><office:styles>{styles}'
                         "</office:styles></office:document-styles>")


def write(dialect, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (open_parts if str(path).endswith(".odt") else word_parts)(dialect):
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
