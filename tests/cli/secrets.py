"""A public edition holds no secret word in any form, and the whole edition holds them all.

    secrets.py PROTOKOLL PICTURE.png
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

MEETING = """\
kommun: Sjöviks kommun
organ: Socialnämnden
datum: 2024-05-21
tid: 13.00–16.10
plats: Stadshuset
närvarande:
  beslutande:
    - Karin Holm (S), ordförande
    - Per Lindgren (C)
  övriga:
    - Vittnet Kvarnvik, granne, § 42
    - Jonas Åkesson, socialchef
sekreterare: Anna Sjöberg
justering:
  justerare: Per Lindgren (C)
  plats: Socialförvaltningen
  datum: 2024-05-28
anslag:
  förvaringsplats: Socialförvaltningen
paragrafer:
  - nr: 41
    rubrik: Val av justerare
    beslut: Per Lindgren (C) utses att justera protokollet.
  - rubrik: Placering av Smultronvik
    dnr: SN 2024/Blåsippa
    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende}
    beslut:
      - Nämnden placerar Granskog.
      - Kostnaden är Talltopp kronor.
    motivering: Det finns skäl, se Ekbacken.
    ärendebeskrivning: |
      ### Rubriken Lingonris

      | Namn | Behov |
      |---|---|
      | Hallonsnår | **Nypon**ros |

      ![Bilden visar Vintergatan](bild-av-hemligheten.png)
    yrkanden:
      - {av: Per Lindgren (C), typ: avslag, text: Nej till Björkhult.}
    beslutsunderlag: Utredning om Rönnbär
    mottagare: Vårdhemmet Videkulla
    överklagande: nej
  - rubrik: Ansökan av Havtorn
    sekretess: {lagrum: 25 kap. 1 § OSL}
    beslut: Ansökan av Havtorn avslås.
    överklagande: nej
  - rubrik: Händelsen på ((Ljungheden))
    dnr: SN 2024/9
    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}
    beslut: Informationen om ((Odon (S))) läggs till handlingarna.
    ärendebeskrivning: |
      Den 2 maj lämnade **((Kråkbär))** boendet.

      - En punkt om ((Mjölon & Slånbär))
    mottagare: ((Pilgrimsfalk))
"""

SECRETS = ["Smultronvik", "Blåsippa", "Granskog", "Talltopp", "Ekbacken", "Lingonris", "Hallonsnår",
           "Nypon", "Vintergatan", "bild-av-hemligheten", "Björkhult", "Rönnbär", "Videkulla", "Havtorn",
           "Ljungheden", "Odon", "Kråkbär", "Mjölon", "Slånbär", "Pilgrimsfalk", "Kvarnvik"]
# What is a file's name, or stands in the place of a heading, is in no edition's words.
NOT_PRINTED = {"bild-av-hemligheten"}
# The meeting goes on around them.
KEPT = ["Individärende", "26 kap. 1 § OSL", "25 kap. 1 § OSL", "[sekretess]", "Sekretessärende",
        "Val av justerare", "Karin Holm", "Jonas Åkesson"]


def forms(word):
    """The bytes that a word may be hidden as."""
    ascii_only = word.encode("ascii", "xmlcharrefreplace")
    return {word.encode("utf-8"), word.encode("utf-16-le"), word.encode("utf-16-be"),
            word.encode("latin-1"), ascii_only}


def words_of(data):
    text = re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(name, sign)
    return text.replace("\u00a0", " ")


def look(path, faults):
    """Every part of a public document; returns its words."""
    whole = ""
    raw = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
        comment = package.comment
    for word in SECRETS:
        if any(word in name for name in parts):
            faults.append(f"{path.name}: the name of a part has {word}")
        for where, data in [("the archive", raw), ("its comment", comment), *parts.items()]:
            if any(form in data for form in forms(word)):
                faults.append(f"{path.name}: {where} has {word}")
    for name, data in parts.items():
        if name.endswith((".png", ".jpg", ".jpeg")):
            faults.append(f"{path.name}: {name} is packed")
        if name.endswith(".xml"):
            whole += words_of(data)
    faults += [f"{path.name}: has {w} when tags are removed" for w in SECRETS if w in whole]
    return whole


def build(program, folder, *options):
    done = subprocess.run([program, "build", *options, "möte.yaml"], cwd=folder, text=True,
                          encoding="utf-8", capture_output=True, check=False,
                          env={"PROTOKOLL_LANG": "sv", "SOURCE_DATE_EPOCH": "1717200000"})
    if done.returncode != 0:
        sys.exit(f"exit code {done.returncode}\n{done.stderr}")
    return done.stderr


def check_previews(program, folder, faults):
    """What is shown while writing: also messages, dates and who signs, and also when something is wrong."""
    (folder / "fel.yaml").write_text(MEETING.replace("beslut: Ansökan", "beslutt: Ansökan"), encoding="utf-8")
    for meeting in ("möte.yaml", "fel.yaml"):
        for how in ("--once", "--text"):
            done = subprocess.run([program, "preview", how, "--edition", "offentlig", meeting], cwd=folder,
                                  capture_output=True, check=False,
                                  env={"PROTOKOLL_LANG": "sv", "SOURCE_DATE_EPOCH": "1717200000"})
            shown = done.stdout + done.stderr
            if done.returncode != (meeting == "fel.yaml"):
                faults.append(f"preview {how} {meeting}: exit code {done.returncode}")
            faults += [f"preview {how} {meeting}: has {word}" for word in SECRETS
                       if any(form in shown for form in forms(word))]
            if meeting == "möte.yaml" and "Val av justerare".encode() not in shown:
                faults.append(f"preview {how}: shows nothing")


def check_list(told, faults):
    for line in ("§ 42 är utelämnad (26 kap. 1 § OSL)", "§ 43 är utelämnad (25 kap. 1 § OSL)",
                 "§ 44: det markerade är utelämnat (26 kap. 1 § OSL)"):
        if line not in told:
            faults.append(f"not told: {line}")
    faults += [f"the list has {word}: {told}" for word in SECRETS if word in told]


def main(program, picture):
    program = os.path.abspath(program)
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "möte.yaml").write_text(MEETING, encoding="utf-8")
        shutil.copy(picture, folder / "bild-av-hemligheten.png")
        check_list(build(program, folder, "--edition", "offentlig"), faults)
        build(program, folder)
        check_previews(program, folder, faults)
        for extension in ("odt", "docx"):
            public = look(folder / f"möte-offentlig.{extension}", faults)
            with zipfile.ZipFile(folder / f"möte.{extension}") as package:
                full = "".join(words_of(package.read(n)) for n in package.namelist()
                               if n.endswith(".xml"))
                pictures = [n for n in package.namelist() if n.endswith(".png")]
            faults += [f"{extension}: the public edition lacks {w}" for w in KEPT if w not in public]
            # Alternative texts stand in attributes.
            faults += [f"{extension}: the whole edition lacks {w}" for w in SECRETS
                       if w not in full and w not in NOT_PRINTED | {"Vintergatan"}]
            if "((" in full or "))" in full:
                faults.append(f"{extension}: the whole edition shows the marks")
            if "Innehåller uppgifter som kan omfattas av sekretess" not in full:
                faults.append(f"{extension}: the whole edition does not say that it may hold secrets")
            if not pictures:
                faults.append(f"{extension}: the whole edition lacks its picture")
    print("\n".join(faults) if faults else f"{len(SECRETS)} secrets are kept")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve()))
