"""Every code of the rules has a case with a bad and a nearly bad meeting, in a table of this folder.

    every_code.py src/base/messages/rules.def TEST.c ..."""
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    codes = set(re.findall(r'^M\(\w+, "(P\d+)"', file.read(), re.M))
cases = set()
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        cases |= set(re.findall(r'^\t\{ "(P\d+)", "', file.read(), re.M))
faults = [f"{code} has no case" for code in sorted(codes - cases)]
faults += [f"there is a case of {code}, which no rule has" for code in sorted(cases - codes)]
if not codes or faults:
    sys.exit("\n".join(faults or ["no codes found"]))
