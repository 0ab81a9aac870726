"""Inputs that nobody should give: each ends with a message, within a second of work and 64 MiB.

    inputs.py PROTOKOLL
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import zipfile

SECONDS, MIB = 1.0, 64
HEAD = "organ: Socialnämnden\ndatum: 2024-05-21\nplats: Stadshuset\n"


def deep_list(folder):
    return HEAD + "beslutande: " + "[" * 100_000


def laughs(folder):
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n" + HEAD


def many_keys(folder):
    return HEAD + "".join(f"nyckel{n}: x\n" for n in range(200_000))


def deep_markdown(folder):
    return HEAD + 'paragrafer:\n  - {nr: 1, rubrik: Val, beslut: "' + "> " * 50_000 + 'x"}\n'


def wide_table(folder):
    row = "|x" * 5_000 + "|\n"
    return (HEAD + "paragrafer:\n  - nr: 1\n    rubrik: Val\n    beslut: |\n      " + row + "      " +
            "|---" * 5_000 + "|\n" + ("      " + row) * 50)


def no_text(folder):
    return bytes(range(256)) * 1_000


def link_circle(folder):
    os.symlink("b.yaml", folder / "m.yaml")
    os.symlink("m.yaml", folder / "b.yaml")


def sparse(folder):
    with open(folder / "m.yaml", "wb") as file:
        file.truncate(1 << 30)


def large(folder):
    (folder / "m.yaml").write_text(HEAD + "# x\n" * 2_500_000, encoding="utf-8")


MEETINGS = {
    "a folder called so": lambda folder: (folder / "m.yaml").mkdir() or None,
    "a FIFO": lambda folder: os.mkfifo(folder / "m.yaml"),
    "/dev/zero": lambda folder: os.symlink("/dev/zero", folder / "m.yaml"),
    "/dev/tty": lambda folder: os.symlink("/dev/tty", folder / "m.yaml"),
    "links in a circle": link_circle,
    "a link to nothing": lambda folder: os.symlink("nothing", folder / "m.yaml"),
    "1 GB of nothing": sparse,
    "10 MB of comments": large,
    "no text": no_text,
    "a list in a list, 100,000 times": deep_list,
    "a billion laughs": laughs,
    "200,000 keys": many_keys,
    "50,000 quotations in one another": deep_markdown,
    "a table of 5,000 columns": wide_table,
}

SOUND = HEAD + "paragrafer:\n  - {nr: 1, rubrik: Val, beslut: nej}\n"
CONTENT = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
           'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
           "<text:p>{{{{organ}}}}{}</text:p></office:text></office:body></office:document-content>")
MANIFEST = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>')
STYLES = '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
LAUGHS = ('<!DOCTYPE x [<!ENTITY a0 "ha">' +
          "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>")
ODT = "application/vnd.oasis.opendocument.text"


def template(*parts, kind=ODT):
    """A template of the parts beside the first, which every ODT begins with."""
    def make(folder):
        with zipfile.ZipFile(folder / "t.odt", "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("mimetype", kind, zipfile.ZIP_STORED)
            made.writestr("META-INF/manifest.xml", MANIFEST)
            made.writestr("styles.xml", STYLES)
            for name, text in parts:
                made.writestr(name, text)
    return make


def lying(folder):
    """The size of the second part is ten times smaller than what it unpacks to."""
    template(("content.xml", CONTENT.format("x" * 10_000)))(folder)
    bytes_ = (folder / "t.odt").read_bytes()
    size = len(CONTENT.format("x" * 10_000))
    (folder / "t.odt").write_bytes(bytes_.replace(size.to_bytes(4, "little"),
                                                  (size // 10).to_bytes(4, "little")))


def bomb(folder):
    template()(folder)
    with zipfile.ZipFile(folder / "t.odt", "a", zipfile.ZIP_DEFLATED) as made, \
            made.open("content.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * (1 << 20))


def nested(folder):
    template(("content.xml", CONTENT.format("".join(f"<text:span text:style-name='T{n}'>" for n in range(50_000)) + "</text:span>" * 50_000)))(folder)


def null_name(folder):
    template(("content.xml", CONTENT.format("")), ("xaxx", "x"))(folder)
    bytes_ = (folder / "t.odt").read_bytes()
    (folder / "t.odt").write_bytes(bytes_.replace(b"xaxx", b"x\0xx"))


def macros(folder):
    with zipfile.ZipFile(folder / "t.docx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                      'content-types"><Default Extension="xml" ContentType="application/vnd.ms-word.document.'
                      'macroEnabled.main+xml"/></Types>')
        made.writestr("word/vbaProject.bin", b"x")
        made.writestr("word/document.xml", "<x/>")


GOOD = ("content.xml", CONTENT.format(""))
TEMPLATES = {
    "a zip bomb": bomb,
    "a lying size": lying,
    "../": template(GOOD, ("../x.xml", "x")),
    "an absolute name": template(GOOD, ("/etc/x", "x")),
    "a backslash": template(GOOD, ("a\\b", "x")),
    "NUL in a name": null_name,
    "a name twice": template(GOOD, GOOD),
    "names that differ in case": template(GOOD, ("Content.xml", "x")),
    "a billion laughs in XML": template(("content.xml", LAUGHS + CONTENT.format("&a9;"))),
    "DOCTYPE": template(("content.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + CONTENT.format(""))),
    "50,000 elements in one another": nested,
    "50,000 sections in one another": template(("content.xml", CONTENT.format("".join(f"{{{{#a{n}}}}}" for n in range(50_000))))),
    "20,000 parts": template(GOOD, *[(f"x{n}", "x") for n in range(20_000)]),
    "macros": macros,
    "1 GB of nothing as a template": lambda folder: os.truncate(os.open(folder / "t.odt", os.O_CREAT | os.O_RDWR), 1 << 30),
}


def run(program, folder, arguments):
    """What a run says, its exit code, and what it took."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([program, *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=said,
                                   env={**os.environ, "PROTOKOLL_LANG": "en"})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return said.read(), process.returncode, usage


def judge(name, folder, made, taken, measured):
    said, code, usage = taken
    seconds, mib = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    if os.environ.get("SHOW"):
        print(name, code, said[:150].decode(errors="replace"), f"{seconds:.2f} s, {mib:.0f} MiB")
    if code not in (1, 4):
        yield f"{name}: ended with {code}: {said[-300:]!r}"
    if not 0 < len(said) < 100_000:
        yield f"{name}: {len(said)} bytes of messages"
    if {path.name for path in folder.iterdir()} != made:
        yield f"{name}: left {sorted(path.name for path in folder.iterdir())}"
    if measured and (seconds > SECONDS or mib > MIB):
        yield f"{name}: {seconds:.2f} s and {mib:.0f} MiB"


def try_each(program, measured):
    bad = 0
    for name, make in [*MEETINGS.items(), *TEMPLATES.items()]:
        with tempfile.TemporaryDirectory(prefix="input-") as place:
            folder = pathlib.Path(place)
            text = make(folder)
            if name in TEMPLATES:
                text = SOUND
            if text is not None:
                (folder / "m.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
            found = [path.name for path in folder.glob("t.*")]
            arguments = ["build", "-q", "-f", found[0][2:] if found else "odt",
                         *(["-t", found[0]] if found else []), "m.yaml"]
            made = {path.name for path in folder.iterdir()}
            for fault in judge(name, folder, made, run(program, folder, arguments), measured):
                bad += 1
                print(fault)
    print(f"{len(MEETINGS) + len(TEMPLATES)} inputs that nobody should give")
    return bad


def main(program, measured="yes"):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return 1 if try_each(pathlib.Path(program).resolve(), measured == "yes") else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
