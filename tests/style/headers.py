"""Each header compiles alone, so that nobody depends on the order of includes.

    headers.py SOURCE_ROOT COMPILER...
"""
import pathlib
import subprocess
import sys


def compiles(compiler, root, header):
    command = compiler + ["-std=c17", "-Wall", "-Wextra", "-Wstrict-prototypes", "-Werror",
                          "-D_XOPEN_SOURCE=700", '-DPK_VERSION="0"', "-fsyntax-only", "-I", str(root / "src"),
                          "-I", str(root / "include"), "-x", "c", "-"]
    # Twice: the guard works too.
    source = f'#include "{header}"\n#include "{header}"\n'
    done = subprocess.run(command, input=source, text=True, capture_output=True, check=False)
    print(done.stderr, end="")
    return done.returncode == 0


def main(root, compiler):
    headers = sorted((root / "src").rglob("*.h")) + sorted((root / "include").rglob("*.h"))
    bad = [h for h in headers if not compiles(compiler, root, h)]
    print(f"{len(headers)} headers, {len(bad)} do not compile alone")
    return 1 if bad or not headers else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
