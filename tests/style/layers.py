"""Includes go one way only: checked against the table at the top of src/meson.build.

    layers.py SOURCE_ROOT

A room is a folder under src. The table's line "value  base markup" lets src/value include base and
markup, besides itself. A third-party library is named in two files at most, and only the command
prints or reads the clock, the locale and the environment.
"""
import pathlib
import re
import sys

# The words of the table that are no rooms.
ALL_ABOVE = "all above"
PUBLIC = "the public header"

LIBRARIES = {
    "libxml2": r"<libxml/",
    "libzip": r"<zip\.h>",
    "zlib": r"<zlib\.h>",
    "libyaml": r"<yaml\.h>",
    "md4c": r"<md4c[a-z0-9-]*\.h>",
    "utf8proc": r"<utf8proc\.h>",
    "libmicrohttpd": r"<microhttpd\.h>",
}
FILES_PER_LIBRARY = 2

# What a library must not do behind its caller's back.
FORBIDDEN = {
    "prints": r"\b(v?f?printf|v?dprintf|f?puts|f?putc|putchar|perror|stdout|stderr)\b",
    "reads the clock": r"\b(time|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|"
                       r"mktime|ctime(_r)?|strftime)\s*\(",
    "depends on the locale": r"\b(setlocale|newlocale|uselocale|localeconv|nl_langinfo|strcoll|"
                             r"strxfrm|is(alpha|alnum|upper|lower|space|punct|print)|"
                             r"to(upper|lower)|mbs?r?towcs?|wcs?r?tombs?)\s*\(",
    "reads the environment": r"\b(getenv|secure_getenv|environ)\b",
    "ends the process": r"\b(_?exit|_Exit|abort|quick_exit)\s*\(",
}

# The build tool that makes a table of the templates is a program of its own.
PROGRAMS = {"cli", "embed"}


def read_table(path):
    """{room: set of rooms that it may include} in the order of the table."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        row = re.match(r"#   (\w+)\s\s+(\S.*)$", line)
        if row is None:
            continue
        room, may = row.groups()
        if room in table:
            raise SystemExit(f"{path}: {room} stands twice in the table")
        if may == ALL_ABOVE:
            table[room] = set(table) | {"protokoll"}
        elif may.startswith(PUBLIC):
            table[room] = {"protokoll", *may[len(PUBLIC):].replace(",", " ").split()}
        else:
            table[room] = set(may.split()) - {"-"}
    return table


def without_comments(text):
    """The same lines without comments and without what stands in quotation marks."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def blank(found):
        return re.sub(r"[^\n]", " ", found.group())

    return re.sub(pattern, blank, text, flags=re.S)


def check_includes(room, name, text, table):
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if found is None:
            continue
        other = found.group(1).split("/")[0]
        if "/" not in found.group(1):
            yield f"{name}:{number}: includes are rooted at src: {found.group(1)}"
        elif other != room and other not in table[room]:
            yield f"{name}:{number}: {room} may not include {found.group(1)}"


def check_manners(name, text):
    for number, line in enumerate(without_comments(text).splitlines(), 1):
        for fault, pattern in FORBIDDEN.items():
            found = re.search(pattern, line)
            if found is not None:
                yield f"{name}:{number}: {fault}: {found.group().strip()}"


def check_libraries(texts):
    for library, pattern in LIBRARIES.items():
        users = [name for name, text in texts.items()
                 if re.search(r"#\s*include\s+" + pattern, text)]
        if len(users) > FILES_PER_LIBRARY:
            yield f"{library} is named in {len(users)} files: {', '.join(users)}"


def main(root):
    table = read_table(root / "src/meson.build")
    texts = {str(path.relative_to(root)): path.read_text(encoding="utf-8")
             for path in sorted((root / "src").rglob("*")) if path.suffix in (".c", ".h", ".def")}
    faults = list(check_libraries(texts))
    for name, text in texts.items():
        room = name.split("/")[1]
        if room == "embed":
            continue
        if room not in table:
            faults.append(f"{name}: the room {room} does not stand in the table of src/meson.build")
            continue
        faults += check_includes(room, name, text, table)
        if room not in PROGRAMS:
            faults += check_manners(name, text)
    print("\n".join(faults) if faults else f"{len(texts)} files in {len(table)} rooms")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
