"""Random meetings, the same ones for the same seed, with all that makes pages hard to count: texts of
all lengths, lists in lists, sub-headings, quotes, tables wide and long, pictures of many sizes, votes,
long names and many people, drafts, several who sign, appendices, secrets.

    random_meetings.py FOLDER FIRST COUNT       writes FOLDER/mFIRST.yaml and so on
"""
import json
import pathlib
import random
import struct
import sys
import zlib

# Hyphens, dates, amounts, long compounds, accents: what lines break at, and what they do not.
WORDS = """och att i det som en på är av för med den till inte om ett har de men var sig så vi från kan när
    ska under efter år nu bli där mellan alla mot över nämnden förvaltningen kommunen ärendet beslutet
    verksamheten budgeten prognosen underskottet åtgärder redovisning uppföljning socialtjänsten
    hemtjänsten boendet barnen äldre personer tjänsteskrivelse kommunfullmäktige kommunstyrelsen
    individ- och familjeomsorgen stads- och byggnadsnämnden e-tjänst 2024-05-21 18,4 miljoner 42 600
    kronor 3–5 procent § 27 § LSS SoL IVO (KS 2023/118) t.ex. bl.a. verksamhetsutvecklingsavdelningen
    arbetsmarknadsintroduktionsprogrammet café idé Linnéa Åsögatan ärligt öppet måste väg ljus natt
    "lika villkor" hållbarhet – mål/medel dessutom därför samråd yttrande remiss bostad skola""".split()

NAMES = """Karin Per Ingrid Nils Eva Ali Sara Tomas Omar Birgit Jonas Maria Pia Anna Lena Greta Åsa Björn Ärla
    Östen Wilhelm Camilla Mona Vera Yusuf Sven Ylva Ulf Dan Görel""".split()
SURNAMES = """Holm Lindgren Wallin Berg Ström Demir Nyqvist Falk Haddad Lund Åkesson Nordin Sjöberg Backe
    Thorell Åsberg Ängsås Ahlgren Vikström Ståhlnacke Öberg Idestam""".split()
PARTIES = ["S", "M", "C", "V", "L", "SD", "KD", "MP"]
HEADINGS = ["Bakgrund", "Ekonomi", "Bedömning av förvaltningens förslag till fortsatt arbete",
            "Mål och resultat", "Jämställdhet", "Nästa steg", "Personal"]
LONG = ["Anna-Karin Wachtmeister Lilliehöök af Ekströmmer", "Maximilian von Schwerin-Bielkenstjerna",
        "Mohammed Abdirahman Hassan al-Khalidi", "Ingeborg Christina Östergren-Hallström"]
SIZES = [(120, 60), (400, 300), (1600, 700), (300, 900), (640, 1280), (30, 30), (950, 120), (2480, 3508)]
TITLES = ["socialchef", "ekonom", "enhetschef i hemtjänsten", "utredare", "kommunens revisor",
          "verksamhetschef för individ- och familjeomsorgen", "Vision"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def words(self, low, high):
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(low, high)))

    def sentence(self, low=4, high=28):
        text = self.words(low, high)
        return text[0].upper() + text[1:] + "."

    def prose(self, most=7):
        return " ".join(self.sentence() for _ in range(self.random.randint(1, most)))

    def listing(self, depth=0):
        number = self.chance(40)
        lines = []
        for i in range(self.random.randint(2, 7)):
            mark = f"{i + 1}." if number else "-"
            lines.append("   " * depth + f"{mark} {self.sentence(2, 22)}")
            if depth < 2 and self.chance(15):
                lines += self.listing(depth + 1)
        return lines

    def table(self):
        columns = self.random.randint(2, 9 if self.chance(20) else 6)
        rows = [[self.words(1, 3) for _ in range(columns)]]
        long, wordy = self.chance(5), self.chance(25)
        for _ in range(self.random.randint(30, 90) if long else self.random.randint(2, 14)):
            rows.append([self.words(1, 25 if wordy else 6)] + [
                str(self.random.randint(-99, 9999)) if self.chance(70) else
                self.words(1, 16 if wordy else 4) for _ in range(columns - 1)])
        rows = [[cell.replace("|", "") for cell in row] for row in rows]
        marks = [self.random.choice([":---", "---:", ":---:"]) for _ in range(columns)]
        return ["| " + " | ".join(row) + " |" for row in [rows[0], marks] + rows[1:]]

    def quote(self):
        lines = ["> " + self.prose(3)]
        return lines + [">", "> " + self.prose(3)] if self.chance(30) else lines

    def text(self, most, picture=None):
        """Markdown of several blocks."""
        blocks = []
        for _ in range(self.random.randint(1, most)):
            dice = self.random.randrange(100)
            if dice < 52:
                blocks.append(self.prose())
            elif dice < 55:
                blocks.append("```\n" + "\n".join(self.words(1, 14) for _ in range(
                    self.random.randint(1, 9))) + "\n```")
            elif dice < 70:
                blocks.append("\n".join(self.listing()))
            elif dice < 80:
                blocks.append("### " + self.random.choice(HEADINGS))
                blocks.append(self.prose())
            elif dice < 88:
                blocks.append("\n".join(self.table()))
            elif dice < 94:
                blocks.append("\n".join(self.quote()))
            elif picture is not None:
                blocks.append(f"![{self.sentence(3, 12)}]({self.random.choice(picture)})")
            else:
                blocks.append(f"{self.words(2, 6)} **{self.words(1, 4)}** *{self.words(1, 9)}*.")
        return "\n\n".join(blocks)

    def people(self):
        names = [f"{a} {b}" for a in NAMES for b in SURNAMES] + LONG * 12
        count = self.random.choice([5, 7, 9, 11, 13, 15, 21, 31, 45])
        chosen = list(dict.fromkeys(self.random.sample(names, count)))
        return [(name, self.random.choice(PARTIES)) for name in chosen]


def vote(w, people):
    names = [name for name, _ in people]
    w.random.shuffle(names)
    cut = w.random.randint(1, len(names) - 1)
    abstains = w.random.randint(0, min(3, len(names) - cut - 1)) if w.chance(40) else 0
    yes, no, none = names[:cut], names[cut:len(names) - abstains], names[len(names) - abstains:]
    if len(yes) == len(no):
        return None
    ballot = {"ja_betyder": w.words(1, 12), "nej_betyder": "avslag", "ja": yes, "nej": no,
              "redovisning": w.random.choice(["summa", "löptext", "rader", "matris"])}
    if none:
        ballot["avstår"] = none
    if w.chance(20):
        ballot.update(ja=len(yes), nej=len(no), sluten="ja", redovisning="summa")
        ballot.pop("avstår", None)
    return ballot


def proposals(w, people):
    lines = [{"av": people[0][0], "typ": "bifall", "på": "förvaltningens förslag"}]
    if w.chance(60):
        lines.append({"av": people[1][0], "typ": w.random.choice(["avslag", "återremiss"]),
                      "text": w.sentence(6, 40)})
    return lines


def paragraph(w, people, picture):
    p = {"rubrik": w.words(1, 14).capitalize()}
    if w.chance(70):
        p["dnr"] = f"SN 2024/{w.random.randint(1, 400)}"
    points = [w.sentence(4, 36) for _ in range(w.random.choice([1, 1, 1, 2, 3, 6]))]
    p["beslut"] = points
    if w.chance(20):
        p["motivering"] = w.text(2)
    if w.chance(75):
        p["ärendebeskrivning"] = w.text(w.random.choice([1, 2, 4, 9]), picture)
    if w.chance(25):
        p["avsnitt"] = [{"rubrik": w.random.choice(HEADINGS), "text": w.text(3)}
                        for _ in range(w.random.randint(1, 3))]
    if w.chance(25):
        p["yrkanden"] = proposals(w, people)
        ballot = vote(w, people) if w.chance(60) else None
        if ballot is not None:
            p["propositionsordning"] = w.prose(3)
            p["omröstningar"] = [ballot]
    if w.chance(15):
        p["reservationer"] = [{"av": [name for name, _ in w.random.sample(people, w.random.randint(1, 3))],
                               "text": w.text(2)} for _ in range(w.random.randint(1, 2))]
    if w.chance(6):
        p["särskilda_yttranden"] = [{"av": people[1][0], "text": w.prose(5)}]
    if w.chance(6):
        p["anteckningar"] = [{"av": people[1][0], "text": w.prose(2)}]
    if w.chance(35):
        p["beslutsunderlag"] = [w.words(2, 40 if w.chance(20) else 9)
                                for _ in range(w.random.choice([1, 2, 3, 5, 18]))]
    if w.chance(45):
        p["mottagare"] = [w.words(1, 4) for _ in range(w.random.randint(1, 5))]
    elif w.chance(10):
        p["mottagare"] = {"åtgärd": [w.words(1, 4)], "kännedom": [w.words(1, 4), w.words(2, 9)]}
    if w.chance(5):
        p["anmälningar"] = [{"datum": f"2024-04-{d:02}", "dnr": f"SN 2024/{d}",
                             "ärende": w.words(2, 12), "från": w.words(1, 3)}
                            for d in range(1, w.random.randint(2, 28))]
    if w.chance(5):
        p["delegationsbeslut"] = [{"nr": f"D {d}", "datum": f"2024-04-{d:02}", "beslut": w.words(1, 20),
                                   "delegat": w.words(2, 4)} for d in range(1, w.random.randint(2, 28))]
    if w.chance(4):
        p["överklagande"] = "besvär"
    if w.chance(3):
        p["sekretess"] = {"lagrum": "26 kap. 1 § OSL", "rubrik": "Individärende"}
    if w.chance(5):
        p["tidigare"] = {"organ": "Socialnämndens arbetsutskott", "paragraf": w.random.randint(1, 99),
                         "datum": "2024-05-07"}
    if w.chance(5):
        p["förslag"] = {"till": "kommunfullmäktige", "beslut": points}
    return p


def presence(w, people):
    lines = [f"{name} ({party})" for name, party in people]
    lines[0] += ", ordförande"
    present = {"beslutande": lines,
               "övriga": [f"{a} Utomstående, {w.random.choice(TITLES)}"
                          for a in w.random.sample(NAMES, w.random.randint(1, 12))]}
    if w.chance(40):
        present["ersättare"] = [f"{a} Ersättarsson ({w.random.choice(PARTIES)})"
                                for a in w.random.sample(NAMES, w.random.randint(1, 9))]
    if w.chance(30):
        present["frånvarande"] = [f"{a} Bortasson ({w.random.choice(PARTIES)})"
                                  for a in w.random.sample(NAMES, w.random.randint(1, 4))]
    if w.chance(15):
        present["grupper"] = [{"rubrik": w.words(1, 3).capitalize(), "personer": "Pia Sand, Vision"}]
    return present


def state(w, people):
    """Who signs, when, and the notice: justerat, planned, or a draft without dates."""
    signers = [f"{name} ({party})" for name, party in people[-w.random.choice([1, 1, 2, 4]):]]
    justering = {"justerare": signers, "plats": "Socialförvaltningen"}
    anslag = {"förvaringsplats": "Socialförvaltningen"}
    dice = w.random.randrange(100)
    if dice < 75:
        justering["datum"] = "2024-05-31"
        justering["signering"] = w.random.choice(["penna", "penna", "digital"])
    elif dice < 90:
        justering["planerad"] = "2024-05-31 kl. 15.00"
    if w.chance(5):
        justering["datum"], anslag = "2024-05-31", "nej"
    return {"justering": justering, "anslag": anslag}


def meeting(seed):
    w = Writer(seed)
    people = w.people()
    pictures = [f"bild{w.random.randrange(len(SIZES))}.png" for _ in range(2)]
    m = {"kommun": "Sjöviks kommun", "organ": "Socialnämnden", "nummer": "nr 5",
         "datum": "2024-05-21", "tid": "13.00–16.10", "plats": "Sammanträdesrum Sjön, Stadshuset",
         "paragraf": {"ny_sida": "ja" if w.chance(50) else "nej"},
         "bevis": {"sida": w.random.choice(["första", "första", "andra", "sista"])},
         "närvarande": presence(w, people), "sekreterare": "Anna Sekreterare", **state(w, people)}
    if w.chance(15):
        m["ajournering"] = ["14.10–14.25, kaffe", "15.10–15.25, överläggning inom grupperna"]
    m["paragrafer"] = [paragraph(w, people, pictures)
                       for _ in range(40 if w.chance(4) else w.random.randint(2, 16))]
    m["paragrafer"][0]["nr"] = w.random.randint(1, 190)
    if w.chance(10):
        m["paragrafer"][-1]["omedelbar_justering"] = {"datum": "2024-05-21", "anslag": "2024-05-22"}
    if w.chance(20):
        m["bilagor"] = [{"rubrik": w.words(2, 7).capitalize(), "text": w.text(3)}
                        for _ in range(w.random.randint(1, 3))]
    if w.chance(10):
        m["sidfot"] = {"signaturrutor": "nej", "utdragsbestyrkande": w.random.choice(["ja", "nej"])}
    if w.chance(10):
        m["föredragningslista"] = {"dnr": "nej"}
    return m


def png(width, height):
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))
    rows = (b"\0" + b"\x40\x80\xC0" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write(folder, first, count):
    """The files of the meetings."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for i, size in enumerate(SIZES):
        (folder / f"bild{i}.png").write_bytes(png(*size))
    paths = []
    for seed in range(first, first + count):
        path = folder / f"m{seed}.yaml"
        # JSON is YAML too; ja and nej are words that need no quotes.
        path.write_text(json.dumps(meeting(seed), ensure_ascii=False, indent=1), encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
