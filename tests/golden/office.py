"""LibreOffice shows the numbers of list items that the expected texts have, in both formats.

    office.py PROTOKOLL MEETING.yaml EXPECTED.txt [MEETING.yaml EXPECTED.txt]...
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ITEM = re.compile(r"^ *((?:\d+|[a-z]{1,3})[.)]) (.*)$")


def build(program, meetings, folder):
    subprocess.run([program, "build", "-q", "--today", "2026-01-01", "-d", folder, *meetings],
                   check=True, stdout=subprocess.DEVNULL)


def convert(soffice, folder, extension):
    """All documents of one format in one call; {name: lines}."""
    documents = sorted(folder.glob("*" + extension))
    out = folder / extension[1:]
    subprocess.run([soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                    "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", out,
                    *documents], check=True, stdout=subprocess.DEVNULL, timeout=240)
    return {d.stem: (out / (d.stem + ".txt")).read_text(encoding="utf-8-sig").splitlines()
            for d in documents}


def items(path):
    """The numbered items of an expected text: their marks and words, in order."""
    found = (ITEM.match(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [match.groups() for match in found if match]


def missing(wanted, lines):
    """The first item that does not stand in the lines after those before it, or None."""
    at = 0
    for mark, words in wanted:
        pattern = re.compile(r"\s*" + re.escape(mark) + r"\s+" + re.escape(words) + r"\s*$")
        while at < len(lines) and not pattern.match(lines[at]):
            at += 1
        if at == len(lines):
            return f"{mark} {words}"
        at += 1
    return None


def main(program, meetings, texts):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    faults = count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        build(program, meetings, folder)
        for extension in (".odt", ".docx"):
            shown = convert(soffice, folder, extension)
            for meeting, text in zip(meetings, texts):
                wanted = items(pathlib.Path(text))
                count += len(wanted)
                lost = missing(wanted, shown[pathlib.Path(meeting).stem])
                if lost is not None:
                    print(f"{pathlib.Path(meeting).stem}{extension}: not shown: {lost}")
                    faults += 1
    print(f"{count} numbered items, {faults} faults")
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2::2], sys.argv[3::2]))
