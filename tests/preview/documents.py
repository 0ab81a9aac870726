"""Documents that take their time: a PDF by LibreOffice, or by what stands in its place."""
import contextlib
import os
import shutil
import signal
import threading
import unittest

import live
from live import meeting, save

# Says that it has begun, and does nothing more.
HANGS = """#!/bin/sh
echo $$ > "{pipe}"
exec sleep 1000
"""
LIES = "#!/bin/sh\nexit 0\n"


class InItsPlace(live.Case):
    def start(self, script):
        self.pipe = self.folder / "rör"
        os.mkfifo(self.pipe)
        office = self.folder / "soffice"
        office.write_text(script.format(pipe=self.pipe), encoding="utf-8")
        office.chmod(0o700)
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
