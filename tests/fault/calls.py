"""Every system call of reading and writing fails in turn: the documents or a message, never anything else.

    calls.py PROTOKOLL LIBRARY [ERROR...]

Whatever fails, each document is the old one or the new, all are the same of the two unless a rename failed, and
no temporary file is left. Reads and writes of one byte make the same documents. A meeting that is exchanged while it is read is never read as a mixture.
"""
import collections
import errno
import os
import pathlib
import sys

from harness import Desk, contents

CONTENT, FILE, INTERNAL = 1, 4, 5
ERRORS = ("EIO", "ENOSPC", "EACCES", "EINTR")


def fail_each(desk, name):
    whole = desk.run("call")
    desk.restore()
    bad, met = 0, set()
    for at in range(1, whole.count + 1):
        desk.restore()
        done = desk.run("call", at=at, error=getattr(errno, name))
        met.add(done.struck)
        # A picture that nobody may look at is told at the line that names it.
        codes = {CONTENT, FILE, INTERNAL} if name == "EACCES" else {FILE, INTERNAL}
        for fault in desk.faults(done, codes):
            bad += 1
            print(f"{name} from {done.struck} (call {at}): {fault}", flush=True)
    desk.restore()
    print(f"{name}: {whole.count} calls failed: {', '.join(sorted(met))}")
    return bad, met


def short(desk):
    done = desk.run("short")
    bad = [*desk.faults(done, set())]
    desk.restore()
    for fault in bad:
        print(f"one byte at a time: {fault}")
    return len(bad)


def swapped(desk, step):
    """The meeting is replaced, cut or written over between two of the calls, and read in small pieces: the
    documents are those of one of the meetings, or a message tells."""
    source = desk.folder / "m.yaml"
    today, bad, codes = source.read_text(encoding="utf-8"), 0, collections.Counter()
    (desk.folder / "m.yaml.swap").write_text(desk.yesterday, encoding="utf-8")
    desk.old = {**desk.old, "m.yaml.swap": desk.yesterday.encode()}
    desk.new = {**desk.new, "m.yaml.swap": desk.yesterday.encode()}
    for how in ("replace", "overwrite"):
        for at in range(1, desk.run("swap", swap=how).count + 1, step):
            desk.restore()
            source.write_text(today, encoding="utf-8")
            os.utime(source, (1, 1))
            done = desk.run("swap", at=at, swap=how)
            now = contents(desk.folder)
            codes[done.code] += 1
            faults = [f"ended with {done.code}: {done.err[-300:]}"] if done.code not in (0, FILE) else []
            documents = [{name: some[name] for name in desk.new if not name.startswith("m.yaml")}
                         for some in (now, desk.old, desk.new)]
            if documents[0] not in documents[1:]:
                faults.append("documents of both meetings, or of a mixture")
            faults += [f"left {name}" for name in now.keys() - desk.old.keys()]
            bad += len(faults)
            for fault in faults:
                print(f"{how} before call {at}: {fault}", flush=True)
            (desk.folder / "m.yaml.swap").write_text(desk.yesterday, encoding="utf-8")
    print(f"the meeting was exchanged {sum(codes.values())} times; {codes[FILE]} times that was told")
    return bad


def main(program, library, *errors):
    program, library = pathlib.Path(program).resolve(), pathlib.Path(library).resolve()
    bad, met = 0, set()
    for into, debris in ((None, False), ("made/for", False), (None, True)):
        with Desk(program, library, ".", into) as desk:
            print(f"{'documents in a new folder' if into else 'documents over those of yesterday'}"
                  f"{', where a killed build has left something' if debris else ''}")
            if debris:
                desk.leave_debris()
            for name in errors or ERRORS:
                some, calls = fail_each(desk, name)
                bad, met = bad + some, met | calls
            bad += short(desk)
    with Desk(program, library) as desk:
        bad += swapped(desk, 10 if errors else 1)
    missed = {"mkdir", "readlink", "unlinkat", "renameat", "fsync", "flock", "realpath"} - met
    if missed:
        print(f"never failed: {', '.join(sorted(missed))}")
    return 1 if bad or missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
