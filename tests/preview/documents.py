"""Documents that take their time: a PDF by LibreOffice, or by what stands in its place."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import unittest
import zipfile

import live
from live import meeting, save

# Says that it has begun, and does nothing more.
HANGS = """#!/bin/sh
echo $$ > "{pipe}"
exec sleep 1000
"""
# Does its work, or says that it has begun and does nothing more the first time; keeps what it was given.
WORKS = """#!{python}
import os, shutil, sys, time
shutil.copy(sys.argv[-1], "{folder}/given.odt")
if {hangs} and not os.path.exists("{folder}/begun"):
    os.mkdir("{folder}/begun")
    open("{pipe}", "w").write(str(os.getpid()))
    time.sleep(1000)
os.execv("{folder}/good", ["{folder}/good", *sys.argv[1:]])
"""
LIES = "#!/bin/sh\nexit 0\n"
FAKE = pathlib.Path(__file__).resolve().parent.parent / "fake" / "soffice.py"


class InItsPlace(live.Case):
    def start(self, script, hangs=False):
        self.pipe = self.folder / "rör"
        os.mkfifo(self.pipe)
        office = self.folder / "soffice"
        office.write_text(script.format(pipe=self.pipe, folder=self.folder, python=sys.executable, hangs=hangs),
                          encoding="utf-8")
        office.chmod(0o700)
        if not (self.folder / "good").exists():
            (self.folder / "good").symlink_to(FAKE)
        preview = live.Preview(self.file, env={"PATH": f"{self.folder}:{os.environ['PATH']}"})
        self.addCleanup(preview.__exit__, None, None, None)
        preview.wait_for_word("Ekonomi")
        return preview

    def ask(self, preview, page="download.pdf"):
        """Asks without waiting; the thread's answer is put into the list."""
        answers = []

        def wait():
            with contextlib.suppress(ConnectionError):
                answers.append(preview.get(page))

        thread = threading.Thread(target=wait)
        thread.start()
        self.addCleanup(thread.join)
        return thread, answers

    def test_the_page_follows_while_a_pdf_is_made(self):
        preview = self.start(HANGS)
        self.ask(preview)
        int(self.pipe.read_text(encoding="utf-8"))
        for n in range(3):
            save(self.file, meeting(f"Medan {n}"))
            preview.wait_for_word(f"Medan {n}")
        self.assertEqual(preview.get("report").status, 200)
        self.assertEqual(preview.end(), 0)

    def test_the_end_does_not_wait_for_a_pdf(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(how=how):
                preview = self.start(HANGS)
                thread, answers = self.ask(preview)
                office = int(self.pipe.read_text(encoding="utf-8"))
                self.assertEqual(preview.end(how), 0)
                thread.join(live.DEADLINE)
                self.assertEqual([answer.status for answer in answers], [503] * len(answers))
                with self.assertRaises(ProcessLookupError):
                    os.kill(office, 0)
                self.pipe.unlink()

    def test_the_newest_does_not_wait_for_an_older(self):
        preview = self.start(HANGS)
        self.ask(preview)
        older = int(self.pipe.read_text(encoding="utf-8"))
        save(self.file, meeting("Budget"))
        preview.wait_for_word("Budget")
        self.ask(preview)
        newer = int(self.pipe.read_text(encoding="utf-8"))
        with self.assertRaises(ProcessLookupError):
            os.kill(older, 0)
        os.kill(newer, 0)
        self.assertEqual(preview.end(), 0)

    def test_whoever_waits_for_an_older_gets_the_newest(self):
        preview = self.start(WORKS, hangs=True)
        waiting, answers = self.ask(preview)
        self.pipe.read_text(encoding="utf-8")
        save(self.file, meeting("Budget"))
        preview.wait_for_word("Budget")
        newest = preview.get("download.pdf")
        waiting.join(live.DEADLINE)
        self.assertEqual([newest.status, *(answer.status for answer in answers)], [200, 200])
        self.assertEqual(answers[0].body, newest.body)
        self.assertIn("Budget", self.given())

    def test_both_editions_of_the_newest_are_made(self):
        preview = self.start(WORKS, hangs=True)
        preview.wait_for_word("Ekonomi", page="document?edition=offentlig")
        waiting, answers = self.ask(preview)
        office = int(self.pipe.read_text(encoding="utf-8"))
        self.ask(preview, "download.pdf?edition=offentlig")
        self.assertEqual(preview.get("report").status, 200)
        os.kill(office, 0)
        self.assertEqual(preview.end(), 0)
        waiting.join(live.DEADLINE)
        self.assertEqual([answer.status for answer in answers], [503] * len(answers))

    def test_a_pdf_shows_the_numbers_that_libreoffice_gives_it(self):
        """Three paragrafer to a page, says the one in its place: that is no estimate."""
        save(self.file, meeting("Ekonomi") + "".join(f"  - rubrik: Ärende {i}\n    beslut: Ja.\n" for i in range(8)))
        preview = self.start(WORKS)
        self.assertEqual(preview.get("download.pdf").status, 200)
        shown = dict(re.findall(r'bookmark-ref [^>]*text:ref-name="_P(\d+)"[^>]*>(\d+)', self.given()))
        self.assertEqual(shown, {str(n): str(n // 3 + 1) for n in range(1, 11)})
        built = subprocess.run([live.PROGRAM, "build", "-q", "-f", "pdf", "-o", self.folder / "m.pdf", self.file],
                               env={**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}"}, check=False)
        self.assertEqual(built.returncode, 0)
        self.assertEqual((self.folder / "m.pdf").read_bytes(), preview.get("pages.pdf").body)

    def given(self):
        """The text of the document that LibreOffice was given last."""
        with zipfile.ZipFile(self.folder / "given.odt") as package:
            return package.read("content.xml").decode()

    def test_words_when_there_is_no_pdf(self):
        preview = self.start(LIES)
        for page in ("download.pdf", "pages.pdf"):
            answer = preview.get(page)
            self.assertEqual((answer.status, answer.headers["content-type"]), (503, "text/plain; charset=utf-8"))
            self.assertIn("LibreOffice", answer.text)
        self.assertEqual(preview.get("download.odt").status, 200)


@unittest.skipIf(shutil.which("soffice") is None, "no LibreOffice (Debian: libreoffice-writer-nogui)")
class Real(live.Case):
    def test_pdf(self):
        with live.Preview(self.file) as preview:
            answer = preview.get("pages.pdf")
            self.assertEqual((answer.status, answer.headers["content-type"]), (200, "application/pdf"))
            self.assertTrue(answer.body.startswith(b"%PDF-"))
            self.assertNotIn("content-disposition", answer.headers)
            self.assertIn("frame-ancestors 'self'", answer.headers["content-security-policy"])
            saved = preview.get("download.pdf")
            self.assertEqual(saved.body, answer.body)
            self.assertEqual(saved.headers["content-disposition"], "attachment; filename*=UTF-8''m%C3%B6te.pdf")


if __name__ == "__main__":
    unittest.main()
