"""What protokoll preview writes without a server, against files.

    preview.py PROTOKOLL FOLDER

Each meeting of the folder as text and as one page, in both languages, in the full and the public edition.
The document itself is a small template of the folder's own: designs have tests of their own. Of the page
the part that is not the document is compared. With PROTOKOLL_UPDATE=1 the files are written anew.
"""
import os
import pathlib
import re
import subprocess
import sys

CASES = [("utkast", "sv", "fullständig", "80"), ("utkast", "en", "fullständig", "80"),
         ("utkast", "sv", "offentlig", "40"), ("fel", "sv", "fullständig", "80"),
         ("fel", "en", "offentlig", "80")]


def run(program, folder, language, width, *arguments):
    done = subprocess.run([program, "preview", *arguments], cwd=folder, capture_output=True, check=False,
                          env={"PROTOKOLL_LANG": language, "SOURCE_DATE_EPOCH": "1717200000",
                               "COLUMNS": width})
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def beside_the_document(page):
    """Messages and panel, and the marks in the document."""
    panel = re.search(r'<div class="pv pv-once".*?\n</div>\n(?=<)', page, re.S)
    marks = re.findall(r'<div class="pv-marks".*?</div>\n', page, re.S)
    if panel is None:
        sys.exit("the page has no panel")
    return panel.group() + "".join(marks)


def compare(path, found, faults):
    if os.environ.get("PROTOKOLL_UPDATE") == "1":
        path.write_text(found, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != found:
        expected = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        lines = found.splitlines()
        at = next((i for i, (a, b) in enumerate(zip(expected, lines)) if a != b),
                  min(len(expected), len(lines)))
        faults.append(f"{path.name}:{at + 1}: expected {expected[at:at + 1]}, found {lines[at:at + 1]}")


def check_width(name, text, width, faults):
    faults += [f"{name}:{n}: wider than {width}: {line}"
               for n, line in enumerate(text.splitlines(), 1) if len(line) > int(width)]


def main(program, folder):
    faults = []
    for meeting, language, edition, width in CASES:
        name = f"{meeting}-{edition[0]}.{language}"
        text = run(program, folder, language, width, "--text", "--edition", edition, f"{meeting}.yaml")
        page = run(program, folder, language, width, "--once", "--edition", edition, f"{meeting}.yaml")
        check_width(name, text, width, faults)
        compare(folder / f"{name}.txt", text, faults)
        compare(folder / f"{name}.golden.html", beside_the_document(page), faults)
        if "<script" in page or 'src="' in page or 'href="http' in page:
            faults.append(f"{name}: the page needs something else")
    print("\n".join(faults) if faults else f"{len(CASES)} previews")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])))
