"""Ten mistakes planted in the protocol of the fullmäktige: each is found, and nothing else.

    planted.py PROTOKOLL samples/kf-2024-06-17.yaml"""
import json
import os
import re
import subprocess
import sys
import tempfile


def plant(text, pattern, replacement, count=1):
    """Replaces what the pattern finds, and insists that it was there."""
    changed, n = re.subn(pattern, replacement, text, count=count, flags=re.S)
    assert n == count, pattern
    return changed


def persons(text, group):
    block = re.search(rf"^  {group}:\n((?:    - .*\n)+)", text, re.M).group(1)
    return re.findall(r"    - ([^(]+) \((\w+)\)(.*)", block)


def mistakes(text):
    """Rows: what is wrong, the code that tells of it, how it is planted. They bear each other."""
    deciding = persons(text, "beslutande")
    absent = persons(text, "frånvarande")[0][0]
    disqualified = re.search(r"jäv: \{namn: ([^,]+),", text).group(1)
    replaced = re.search(r"ersättare för ([^(]+) \(S\)", text).group(1)
    refused = r"(nej_betyder: avslag\n        ja: övriga\n        nej: \[)"
    return [
        ("a sum off by one", "P289", [(r"summa: \{ja: 44,", "summa: {ja: 43,")]),
        ("a voter who was absent", "P291",
         [(refused + r"[^,]+,", rf"\g<1>{absent},"), (r"(nej_betyder: avslag.*?summa: \{ja: )75", r"\g<1>76")]),
        ("a voter with jäv", "P292",
         [(refused + r"([^,]+), [^,]+,", rf"\g<1>\g<2>, {disqualified},"),
          (r"(nej_betyder: avslag.*?summa: \{ja: )(\d+)", lambda m: m.group(1) + str(int(m.group(2)) + 1))]),
        ("a substitute for somebody present", "P270",
         [(rf"ersättare för {replaced} \(S\)", f"ersättare för {deciding[20][0]} (S)")]),
        ("a justerare who was absent", "P277",
         [(r"(justerare:\n    - )[^\n]+", rf"\g<1>{absent} (S)")]),
        ("a reservation by one who took no part", "P303",
         [(r"(reservationer:\n      - \{av: )[^,\[]+(, för: eget yrkande\})", rf"\g<1>{disqualified}\g<2>")]),
        ("a tie without avgörande", "P295",
         [(r"(nej_betyder: Sverigedemokraternas förslag blir motförslag\n).*?(?=      - slag: huvudvotering)",
           r"\g<1>        ja: 40\n        nej: 40\n        redovisning: summa\n")]),
        ("a number doubled", "P075", [(r"  - rubrik: Fyllnadsval", "  - nr: 66\n    rubrik: Fyllnadsval")]),
        ("a missing decision", "P306", [(r"    beslut: Motionen anses besvarad.\n", "")]),
        ("J before M", "P060", [(r"  datum: 2024-06-26\nanslag", "  datum: 2024-06-16\nanslag"),
                                (r"anslag:\n  datum: 2024-06-27", "anslag:\n  datum: 2024-06-17")]),
    ]


def findings(protokoll, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "kf.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        run = subprocess.run([protokoll, "check", "--format=json", "--today=2026-01-01", path],
                             capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def main(protokoll, sample):
    with open(sample, encoding="utf-8") as file:
        text = file.read()
    faults = 0
    rows = mistakes(text)
    alone = [(name, {code}, plants) for name, code, plants in rows]
    together = ("all together", {code for _, code, _ in rows}, [p for row in rows for p in row[2]])
    for name, codes, plants in [("none", set(), [])] + alone + [together]:
        changed = text
        for pattern, replacement in plants:
            changed = plant(changed, pattern, replacement)
        found = findings(protokoll, changed)
        if {f["code"] for f in found} != codes:
            faults += 1
            print(f"{name}: expected {sorted(codes)}, found")
            for f in found:
                print(f"    {f['level']} {f['code']} line {f['line']}: {f['text']}")
    sys.exit(faults > 0)


main(os.path.abspath(sys.argv[1]), sys.argv[2])
