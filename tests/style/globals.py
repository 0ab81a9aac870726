"""No room has variables that outlive a call: several jobs may run at once.

    globals.py NM STATIC_LIBRARY...
"""
import subprocess
import sys


def writable(nm, library):
    """Names of the symbols in sections that can be written to after loading."""
    text = subprocess.run([nm, "--format=sysv", library], text=True, capture_output=True,
                          check=True).stdout
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 7 or cells[0] == "Name":
            continue
        name, kind, section = cells[0], cells[2], cells[6]
        # Tables of pointers are constant once the loader has put the addresses in.
        if kind in "BbCDdGgSs" and not section.startswith(".data.rel.ro"):
            yield f"{name} in {section}"


def main(nm, libraries):
    faults = [f"{library}: {name}" for library in libraries for name in writable(nm, library)]
    print("\n".join(faults) if faults else f"{len(libraries)} libraries without variables")
    return 1 if faults or not libraries else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
