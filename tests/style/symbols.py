"""The shared library exports what its map says and the public header declares, and no more.

    symbols.py NM LIBRARY MAP HEADER
"""
import pathlib
import re
import subprocess
import sys


def exported(nm, library):
    text = subprocess.run([nm, "-D", "--defined-only", library], text=True, capture_output=True,
                          check=True).stdout
    return {line.split()[-1].split("@")[0] for line in text.splitlines() if " A " not in line}


def mapped(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    return set(re.findall(r"^\s*(\w+);", text, flags=re.M))


def declared(path):
    return set(re.findall(r"^PROTOKOLL_API [^;]*?\b(protokoll_\w+)\(",
                          path.read_text(encoding="utf-8"), flags=re.M))


def main(nm, library, map_file, header):
    wanted = mapped(pathlib.Path(map_file))
    faults = 0
    for what, names in (("the library exports", exported(nm, library)),
                        ("the header declares", declared(pathlib.Path(header)))):
        for name in sorted(names ^ wanted):
            print(f"{name}: {what if name in names else 'the map names'} it only")
            faults += 1
    print(f"{len(wanted)} symbols")
    return 1 if faults or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
