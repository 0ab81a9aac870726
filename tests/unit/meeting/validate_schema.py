#!/usr/bin/env python3
"""The printed JSON Schema before a validator: it is a schema, it takes what the program takes, and it
refuses what the program refuses. Exit 77: no validator here."""
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

PARAGRAF = {"nr": 41, "rubrik": "Val av justerare"}
LEAST = {"organ": "Socialnämnden", "datum": "2024-05-21", "paragrafer": [PARAGRAF]}

# Meetings as an editor sees them: numbers, booleans and nothing where the file has such words.
GOOD = {
    "the least": LEAST,
    "one of everything": {
        "kommun": "Sjöviks kommun", "organ": "SN", "datum": "2024-05-21", "tid": "13.00–16.10",
        "plats": None, "nummer": 5,
        "närvarande": {
            "beslutande": ["Karin Holm (S), ordförande",
                           {"namn": "Per Lindgren", "parti": "C", "paragrafer": 41, "distans": "ja"}],
            "övriga": "Maria Nordin, ekonom, § 41",
            "grupper": {"rubrik": "Personalföreträdare", "personer": "Pia Sand, Vision"},
        },
        "ordförande": [{"namn": "Karin Holm", "paragrafer": "41"}],
        "sekreterare": "Anna Sjöberg",
        "justering": {"justerare": "Per Lindgren (C)", "planerad": "2024-05-31 kl. 15.00",
                      "datum": "2024-05-31", "signering": "digital",
                      "signaturer": [{"namn": "Per Lindgren", "datum": "2024-05-31"}]},
        "anslag": {"förvaringsplats": "Socialförvaltningen"},
        "bilagor": [{"rubrik": "Karta", "fil": "karta.pdf"}],
        "paragrafer": [{
            "nr": "12 a", "rubrik": 2025, "dnr": "2020/67", "beslut": ["A", "B"], "motivering": "C",
            "ärendebeskrivning": "D", "avsnitt": {"rubrik": "E", "text": "F"},
            "beslutsunderlag": "G", "mottagare": ["H"]}, {"rubrik": "I", "beslut": False}],
        "utseende": {"accentfärg": "#1b5e8a"}, "etiketter": {"dnr": "Diarienummer"},
        "avsnittsordning": ["ärendebeskrivning", "beslut", "yrkanden"],
        "paragraf": {"prefix": "SN", "årtal": True}, "nedtagande": {"dagar": 23},
        "sidfot": {"signaturrutor": "nej"}, "standard": {"signering": "penna"},
    },
    "what happened at a meeting": {
        **LEAST, "datum": ["2024-05-21", "2024-05-22"], "öppet": False,
        "ajournering": ["12–13, lunch", {"tid": "14.10–14.25", "skäl": "kaffe", "paragraf": 41}],
        "tysta": {"kod": "P071", "skäl": "Bara en anmälan.", "paragraf": 41},
        "föredragningslista": {"dnr": "ja", "sida": False}, "numrering": "sammanträde",
        "bevis": {"sida": "sista", "sista_dag": "nej", "fylls_i_för_hand": True},
        "standard": {"röstredovisning": "matris", "beslutsform": "att"},
        "etiketter": {"propositionsordning": "Beslutsgång", "jäv": "Jäv"},
        "avsnittsordning": ["jäv", "omröstningar", "omrostningar"],
        "paragrafer": [{
            "rubrik": "A", "dag": "2024-05-21", "tidigare": {"organ": "Au", "paragraf": 31},
            "jäv": [{"namn": "B", "ersättare": "C", "lämnar": "ja", "skäl": "D"}],
            "ordförande": "E", "beslutsform": "löptext",
            "förslag": {"till": "KF", "beslut": ["F", "G"]},
            "yrkanden": [{"av": ["H", "I"], "typ": "bifall", "på": "J"},
                         {"av": "K", "text": "L", "instämmer": "M"}],
            "propositionsordning": "N",
            "omröstningar": [{"slag": "huvudvotering", "ja": 3, "nej": ["O", "P"], "avstår": "Q",
                              "frånvarande": 0, "summa": {"ja": 3, "avstår": 0}, "sluten": False,
                              "avgörande": "lottning", "utfall": False, "redovisning": "rader"}],
            "reservationer": {"av": "R", "grupp": "S", "för": "T", "bilaga": 1},
            "deltar_inte": ["U"], "särskilda_yttranden": {"av": "V", "text": "W"},
            "anteckningar": [{"av": "X", "bilaga": 2}],
            "delegationsbeslut": [{"nr": 14, "datum": "2024-04-18", "beslut": "Y", "delegat": "Z"}],
            "anmälningar": {"ärende": "Å", "från": "Ä"},
            "omedelbar_justering": {"datum": "2024-05-21", "justerare": ["Ö"], "plats": "A"},
            "rättelser": {"datum": "2024-06-03", "rättat": "B"},
            "sekretess": {"lagrum": "26 kap. 1 § OSL", "omfattar": "markerat"},
            "mottagare": {"åtgärd": "C", "kännedom": ["D", "E"]}, "överklagande": False,
        }, {"rubrik": "F", "omedelbar_justering": True, "anmalningar": {"arende": "G"},
            "omrostningar": {"ja": 1, "nej": 0, "avgorande": "utslagsrost"}}],
    },
    "without å ä ö, without §§": {
        "organ": "Kommunstyrelsens arbetsutskott", "datum": "2021-05-31", "anslag": "nej",
        "narvarande": {"beslutande": "Michael Ek (FR)", "ersattare": [], "ovriga": "Bo Ek"},
        "ordforande": "Michael Ek (FR)", "nedtagande": "ingen",
        "avsnitt": [{"rubrik": "Bakgrund", "text": "Kort."}],
    },
}

BAD = {
    "an unknown key": {**LEAST, "orgn": "SN"},
    "an unknown key inside": {**LEAST, "justering": {"justerar": "A"}},
    "a reserved key": {**LEAST, "paragrafer": [{**PARAGRAF, "lottning": "A"}]},
    "jäv as a line": {**LEAST, "paragrafer": [{**PARAGRAF, "jäv": "A"}]},
    "a letter about nothing": {**LEAST, "paragrafer": [{**PARAGRAF, "anmälningar": {"dnr": 1}}]},
    "half a vote": {**LEAST, "paragrafer": [{**PARAGRAF, "omröstningar": {"ja": 1.5}}]},
    "a layout of later": {**LEAST, "paragrafer": [
        {**PARAGRAF, "omröstningar": {"ja": 1, "redovisning": "tabell"}}]},
    "a key of the settings": {**LEAST, "bygger_på": "a.yaml"},
    "no title": {**LEAST, "paragrafer": [{"nr": 41}]},
    "an empty title": {**LEAST, "paragrafer": [{"rubrik": None}]},
    "no date": {"organ": "A", "paragrafer": [PARAGRAF]},
    "no content": {"organ": "A", "datum": "2024-05-21"},
    "a date in words": {**LEAST, "datum": "21 maj 2024"},
    "a list for a line": {**LEAST, "plats": ["A"]},
    "another word": {**LEAST, "justering": {"signering": "bläck"}},
    "neither yes nor no": {**LEAST, "utkast": "kanske"},
    "an unknown part": {**LEAST, "avsnittsordning": ["slut"]},
}


def from_yaml(path):
    """The file as an editor sees it, days as text; None without a reader of YAML."""
    try:
        import yaml
    except ImportError:
        return None

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
            for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}

    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def main():
    whole = from_yaml(sys.argv.pop())
    if whole is not None:
        GOOD["a whole meeting"] = whole
    text = subprocess.run(sys.argv[1:], check=True, capture_output=True).stdout.decode("utf-8")
    schema = json.loads(text)
    validator = getattr(jsonschema, "Draft202012Validator", None)
    if validator is None:
        print("skipped: this python3-jsonschema does not know draft 2020-12")
        return 77
    validator.check_schema(schema)
    check = validator(schema)
    wrong = ["refused: %s: %s" % (name, error.message)
             for name, meeting in GOOD.items() for error in check.iter_errors(meeting)]
    wrong += ["accepted: " + name for name, meeting in BAD.items() if check.is_valid(meeting)]
    print("\n".join(wrong) or "%d accepted, %d refused" % (len(GOOD), len(BAD)))
    return 1 if wrong else 0


sys.exit(main())
