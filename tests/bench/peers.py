"""The peers that are installed: their templates, their data, and whether all of the meeting is in what
they made. See peers/README.md."""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent / "peers"
sys.path.insert(0, str(HERE))
import templates  # noqa: E402  (beside the peers' own programs)

# The name, how to see that it is installed, its program.
PEERS = {
    "docxtemplater": (["node", "-e", "require('docxtemplater');require('pizzip')"],
                      ["node", str(HERE / "docxtemplater.js")]),
    "docxtpl": ([sys.executable, "-c", "import docxtpl"],
                [sys.executable, str(HERE / "docxtpl_peer.py")]),
    "carbone": (["node", "-e", "require('carbone')"], ["node", str(HERE / "carbone_peer.js")]),
    "easy-template-x": (["node", "-e", "require('easy-template-x')"],
                        ["node", str(HERE / "easy_template_x.js")]),
    "relatorio": ([sys.executable, "-c", "import relatorio.templates.opendocument"],
                  [sys.executable, str(HERE / "relatorio_peer.py")]),
}


def installed(extension):
    """The peers that make documents of that format."""
    def works(command):
        return (shutil.which(command[0]) is not None and
                subprocess.run(command, capture_output=True, env=os.environ).returncode == 0)
    return [name for name, (seen, _) in PEERS.items()
            if templates.FORMATS[name] == extension and works(seen)]


def data(meeting, of_maps=False):
    """What the templates ask for: the texts as paragraphs; of_maps: lists hold maps only."""
    first = meeting["paragrafer"][0]["nr"]
    present = meeting["närvarande"]

    def texts(items):
        return [{"text": item} for item in items] if of_maps else items
    return {
        "organ": meeting["organ"], "datum": meeting["datum"],
        "personer": texts(present["beslutande"] + present["övriga"]),
        "paragrafer": [
            {"nr": first + i, "rubrik": p["rubrik"], "dnr": p["dnr"], "beslutspunkter": texts(p["beslut"]),
             "stycken": texts(p["ärendebeskrivning"].split("\n\n"))}
            for i, p in enumerate(meeting["paragrafer"])]}


def prepare(name, meeting, folder):
    """The command that makes a peer's document, but for -n, and the document's path."""
    extension = templates.FORMATS[name]
    template, values = folder / f"{name}-mall.{extension}", folder / f"{name}.json"
    output = folder / f"{name}.{extension}"
    templates.write(name, template)
    values.write_text(json.dumps(data(meeting, name in templates.OF_MAPS), ensure_ascii=False),
                      encoding="utf-8")
    return PEERS[name][1], [str(template), str(values), str(output)], output


def markdown(meeting):
    """What pandoc makes its document of."""
    values = data(meeting)
    lines = [f"# {values['organ']} {values['datum']}", *values["personer"]]
    for p in values["paragrafer"]:
        lines += [f"## § {p['nr']} {p['rubrik']}", p["dnr"], "Beslut", *p["beslutspunkter"], "Ärendet",
                  *p["stycken"]]
    return "\n\n".join(lines) + "\n"


def letters(text):
    """Quotes and spaces may be set otherwise; words may not."""
    return re.sub(r"[^\w%§&]", "", html.unescape(text))


def coverage(meeting, document):
    """How many of the headings, decisions, paragraphs of text and names stand in the document, of how many."""
    with zipfile.ZipFile(document) as archive:
        body = archive.read("word/document.xml" if document.suffix == ".docx" else "content.xml")
    text = letters(re.sub(r"<[^>]*>", "", body.decode("utf-8")))
    wanted = [p["rubrik"] for p in meeting["paragrafer"]]
    wanted += [point for p in meeting["paragrafer"] for point in p["beslut"]]
    wanted += [t for p in meeting["paragrafer"] for t in p["ärendebeskrivning"].split("\n\n")]
    wanted += [line.split(" (")[0] for line in meeting["närvarande"]["beslutande"]]
    return sum(letters(w) in text for w in wanted), len(wanted)
