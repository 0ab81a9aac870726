"""The guide's example with pictures, built with the kommun's mark and a picture of the meeting's.

    guide_pictures.py PROTOKOLL RUN_GOLDEN GUIDE.md PICTURES

The paragraphs of the block "mall bild" become the body of an exported design; the files that the guide names
are made from the pictures of the folder."""
import html
import pathlib
import re
import subprocess
import sys
import tempfile

BODY = {
    "odt": ("content.xml", r"(?s)(<office:text[^>]*>).*(</office:text>)",
            '<text:p text:style-name="Text_20_body">%s</text:p>'),
    "docx": ("word/document.xml", r"(?s)(<w:body>).*(<w:sectPr)",
             '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>'),
}


def block(guide, info):
    found = re.findall(rf"(?ms)^```{info}\n(.*?)^```", guide)
    assert len(found) == 1, f"{len(found)} blocks {info}"
    return found[0]


def run(*arguments):
    done = subprocess.run([str(a) for a in arguments], text=True, encoding="utf-8", capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{arguments}\n{done.stdout}{done.stderr}")
    return done.stdout


def make_template(protokoll, folder, kind, lines):
    part, around, paragraph = BODY[kind]
    template, parts = folder / f"mall.{kind}", folder / f"delar-{kind}"
    run(protokoll, "template", "export", "enkel", template)
    run(protokoll, "template", "unpack", template, parts)
    text = (parts / part).read_text(encoding="utf-8")
    body = "".join(paragraph % html.escape(line, quote=False) for line in lines)
    text, n = re.subn(around, lambda m: m.group(1) + body + m.group(2), text)
    assert n == 1
    (parts / part).write_text(text, encoding="utf-8")
    run(protokoll, "template", "pack", "--force", parts, template)
    return template


def body_of(shown):
    text = shown.replace("\u00a0", " ").split("[text]\n")[1].split("[sidfot]")[0]
    return [line for line in text.split("\n") if line]


def main(protokoll, run_golden, guide, pictures):
    guide = pathlib.Path(guide).read_text(encoding="utf-8")
    settings, matter = block(guide, "yaml bild inställningar"), block(guide, "yaml bild ärende")
    lines, wanted = block(guide, "mall bild").splitlines(), block(guide, "blir bild").splitlines()
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "protokoll.yaml").write_text(settings, encoding="utf-8")
        (folder / "möte.yaml").write_text(block(guide, "yaml möte") + re.sub("(?m)^(?=.)", "    ", matter),
                                          encoding="utf-8")
        for kind, source in (("logotyp: (.*)", "vapen.png"), (r"!\[.*\]\((.*)\)", "resor.png")):
            file = re.search(kind, settings + matter).group(1)
            (folder / file).write_bytes((pathlib.Path(pictures) / source).read_bytes())
        for kind in BODY:
            template = make_template(protokoll, folder, kind, lines)
            run(protokoll, "build", "-q", "-t", template, "-o", folder / f"ut.{kind}", folder / "möte.yaml")
            found = body_of(run(run_golden, "--show", folder / f"ut.{kind}"))
            if found != wanted:
                print(kind, "found:", *found, "wanted:", *wanted, sep="\n")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(str(pathlib.Path(a).absolute()) for a in sys.argv[1:])))
