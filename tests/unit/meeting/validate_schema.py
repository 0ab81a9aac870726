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
    "a reserved key": {**LEAST, "paragrafer": [{**PARAGRAF, "jäv": "A"}]},
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


def main():
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
