"""A municipality's own look, made from the exported design by the changes that docs/mallar.md suggests.

    own_template.py PROTOKOLL RUN_GOLDEN MEETING.yaml

The template is changed paragraph by paragraph, as somebody with a word processor would change it; both
formats must then pass the check, and show what the changes are for."""
import pathlib
import re
import subprocess
import sys
import tempfile

SETTINGS = """etiketter:
  övriga: Övriga deltagare
  dnr: Ärendenr
  justeringsperson: Justeringsperson
  anslag: Anslag av protokollet
"""
BODY = {"odt": "content.xml", "docx": "word/document.xml"}
BREAK = r"(<text:line-break/>|</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space=\"preserve\">)"

# What the documents must say, as run_golden shows it, and what must be gone.
WANTED = ["Karin Holm (S), ordförande, Per Lindgren (C)", "Övriga deltagare", "Justeringsperson",
          "Anslag av protokollet", "Ärendenr SN 2020/138"]
UNWANTED = ["Övriga närvarande", "Dnr SN"]


def changed(lines):
    """The paragraphs of the template, changed as the guide says."""
    text = "\n".join(lines)
    text, names = re.subn(r"(\{\{\^sista\?\}\})" + BREAK + r"(\{\{/sista\?\}\}\{\{/personer\}\})", r"\1, \3", text)
    text, marks = re.subn(r"\{\{paragrafer\}\}", "{{#första?}}{{paragrafer}}{{/första?}}", text)
    assert (names, marks) == (1, 2), (names, marks)
    return only_one_list(text.split("\n"))


def only_one_list(lines):
    """Keeps the first of the four tables, without the tags around it."""
    first = [i for i, line in enumerate(lines) if "{{^föredragningslista.sida}}" in line][0]
    last = [i for i, line in enumerate(lines) if "{{/föredragningslista.dnr}}" in line][-1]
    kept = lines[:first] + lines[last + 1:]
    around = re.compile(r"\{\{[#/]föredragningslista\.(dnr|sida)\}\}")
    gone = [line for line in kept if around.search(line)]
    assert len(gone) == 3, gone
    return [line for line in kept if line not in gone]


def run(*arguments, **more):
    done = subprocess.run([str(a) for a in arguments], text=True, encoding="utf-8", capture_output=True,
                          check=False, **more)
    if done.returncode != 0:
        print(*arguments, done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


def make(protokoll, folder, kind):
    template, parts = folder / f"vår-mall.{kind}", folder / f"delar-{kind}"
    run(protokoll, "template", "export", "standard", template)
    run(protokoll, "template", "unpack", template, parts)
    body = parts / BODY[kind]
    lines = body.read_text(encoding="utf-8").split("\n")
    body.write_text("\n".join(changed(lines)), encoding="utf-8")
    run(protokoll, "template", "pack", "--force", parts, template)
    run(protokoll, "template", "check", "--strict", template)
    return template


def faults_in(text):
    missing = [words for words in WANTED if words not in text]
    left = [words for words in UNWANTED if words in text]
    rows = [line for line in text.splitlines() if line.startswith("| § 3")]
    signed = text.count("Paragrafer 330–341")
    for words in missing:
        print("missing:", words)
    for words in left:
        print("still there:", words)
    if len(rows) != 12 or signed != 1:
        print(f"{len(rows)} rows in the list, {signed} times the paragrafer of a signature")
    return bool(missing or left or len(rows) != 12 or signed != 1)


def main(protokoll, run_golden, meeting):
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "protokoll.yaml").write_text(SETTINGS, encoding="utf-8")
        (folder / "möte.yaml").write_bytes(pathlib.Path(meeting).read_bytes())
        for kind in BODY:
            template = make(protokoll, folder, kind)
            run(protokoll, "build", "-q", "-t", template, folder / "möte.yaml")
            text = run(run_golden, "--show", folder / f"möte.{kind}").replace("\u00a0", " ")
            print(kind)
            if faults_in(text):
                print(text)
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(str(pathlib.Path(a).absolute()) for a in sys.argv[1:])))
