"""Help in both languages: on stdout when asked for, at most 80 columns, with every option.

    help.py PROTOKOLL SOURCE_ROOT
"""
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

COMMANDS = ("build", "check", "datum", "explain", "preview", "schema", "template")
COLUMNS = 80


class Faults:
    def __init__(self):
        self.n = 0

    def __call__(self, *words):
        print(*words)
        self.n += 1


def run(program, language, *arguments):
    done = subprocess.run([program, *arguments], env={**os.environ, "PROTOKOLL_LANG": language},
                          text=True, encoding="utf-8", capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def columns(line):
    return sum(0 if unicodedata.combining(c) else 1 for c in line)


def options(text):
    """The options that a help text lists."""
    return set(re.findall(r"^\s+(?:-\w, )?(--[a-z-]+)", text, flags=re.M))


def options_in_source(root, command):
    text = (root / "src/cli" / (command + ".c")).read_text(encoding="utf-8")
    return set(re.findall(r'\{ "(--[a-z-]+)"', text))


def check_elsewhere(fault, root, command):
    """The man pages and the completions know the command and its options."""
    pages = ("src/man/protokoll.1", "src/man/sv/protokoll.1")
    completions = [str(path.relative_to(root)) for path in sorted((root / "src/completions").iterdir())]
    for name in (*pages, *completions):
        text = (root / name).read_text(encoding="utf-8")
        if not re.search(rf"\b{command}\b", text):
            fault(f"{name}: does not name {command}")
        for option in options_in_source(root, command):
            bare = option.removeprefix("--")
            if not re.search(rf"(-|-l |, -){bare}\b", text):
                fault(f"{name}: {command}: does not name {option}")


def check_text(fault, what, text):
    if not text.endswith("\n") or text.endswith("\n\n"):
        fault(f"{what}: does not end with one line feed")
    for line in text.splitlines():
        if columns(line) > COLUMNS:
            fault(f"{what}: {columns(line)} columns: {line}")
        if "\t" in line or line != line.rstrip():
            fault(f"{what}: tabs or trailing spaces: {line!r}")


def check_help(fault, program, language, arguments):
    """Asked for: stdout, 0, nothing on stderr. Returns the text."""
    what = f"{language}: protokoll {' '.join(arguments)}"
    code, out, err = run(program, language, *arguments)
    if code != 0 or err != "":
        fault(f"{what}: exit code {code}, on stderr: {err!r}")
    check_text(fault, what, out)
    return out


def check_usage(fault, program, language, arguments):
    """Wrong usage: stderr, 2, nothing on stdout. Returns the text."""
    what = f"{language}: protokoll {' '.join(arguments)}"
    code, out, err = run(program, language, *arguments)
    if code != 2 or out != "":
        fault(f"{what}: exit code {code}, on stdout: {out!r}")
    check_text(fault, what, err)
    return err


def check_language(fault, program, root, language):
    whole = check_help(fault, program, language, ["--help"])
    if any(check_help(fault, program, language, [name]) != whole for name in ("-h", "help")):
        fault(f"{language}: -h, help and --help differ")
    if check_usage(fault, program, language, []) != whole:
        fault(f"{language}: protokoll alone does not print the help")
    for command in COMMANDS:
        text = check_help(fault, program, language, [command, "--help"])
        if check_help(fault, program, language, ["help", command]) != text:
            fault(f"{language}: help {command} and {command} --help differ")
        if f"protokoll {command}" not in whole:
            fault(f"{language}: the help does not name {command}")
        for option in sorted(options(text) ^ options_in_source(root, command)):
            fault(f"{language}: {command}: {option} is not both known and told")
        check_usage(fault, program, language, [command, "--no-such-option"])
    check_usage(fault, program, language, ["help", "no-such-command"])
    check_help(fault, program, language, ["--version"])
    return whole


def main(program, root):
    fault = Faults()
    for command in COMMANDS:
        check_elsewhere(fault, root, command)
    swedish = check_language(fault, program, root, "sv")
    if check_language(fault, program, root, "en") == swedish:
        fault("the help is the same in both languages")
    print(f"{fault.n} faults")
    return 1 if fault.n else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
