"""The live page as somebody meets it: in a real browser, through the real server.

    page.py    with PROTOKOLL, and AXE_CORE=.../axe.min.js for the rules of accessibility
"""
import contextlib
import json
import os
import pathlib
import shutil
import sys
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "preview"))
import chromium  # noqa: E402
import live  # noqa: E402
from live import meeting, save, save_in_place  # noqa: E402

SKIPPED = 77
FRAME = "document.getElementById('pv-frame').contentDocument"
WORDS = FRAME + ".body.innerText"


def long_meeting(first="Ekonomi", n=40):
    """Enough to scroll in."""
    names = ("abcdefghij"[i % 10] * (i // 10 + 1) for i in range(n))
    more = "".join(f"  - rubrik: Ärende {i}\n    beslut: Nämnden beslutar om ärende {i}.\n" for i in names)
    return meeting(first) + more


def axe():
    """The source of axe-core, or None."""
    path = os.environ.get("AXE_CORE")
    return pathlib.Path(path).read_text(encoding="utf-8") if path and os.path.exists(path) else None


class Page(live.Case):
    maxDiff = None
    browser = None

    @classmethod
    def setUpClass(cls):
        # A name that somebody else has made to point at this machine.
        cls.browser = chromium.Chromium("--host-resolver-rules=MAP evil.example 127.0.0.1")
        cls.addClassCleanup(cls.browser.close)

    def start(self, text=None, width=1200, height=900, **env):
        if text is not None:
            save(self.file, text)
        self.preview = live.Preview(self.file, env=env)
        self.addCleanup(self.preview.__exit__, None, None, None)
        self.tab = self.browser.open(width, height)
        self.addCleanup(self.tab.close)
        self.assertEqual(self.tab.go(self.preview.url), 200)
        self.sees("Ekonomi")
        return self.tab

    def sees(self, word):
        self.tab.wait(f"{WORDS}.includes({json.dumps(word)})")

    def report(self):
        return self.tab.run("document.body.innerText")


class Follows(Page):
    def test_in_place(self):
        tab = self.start()
        tab.run("window.mine = 'the same page'")
        tab.run(FRAME + ".defaultView.mine = 'the same document'")
        for n, how in enumerate((save, save_in_place) * 3):
            how(self.file, meeting(f"Sparad {n}"))
            self.sees(f"Sparad {n}")
        self.assertEqual(tab.run("window.mine"), "the same page")
        self.assertEqual(tab.run(FRAME + ".defaultView.mine"), "the same document")

    def test_fifty_saves(self):
        self.start()
        for n in range(50):
            (save if n % 3 else save_in_place)(self.file, meeting(f"Nummer {n} av 49"))
        self.sees("Nummer 49 av 49")
        save(self.file, meeting("Efteråt"))
        self.sees("Efteråt")

    def test_the_reading_place_is_kept(self):
        tab = self.start(long_meeting())
        place = """(() => { const page = %s; for (const one of page.querySelectorAll('h2, h3, h4'))
            if (one.innerText.includes('Ärende aaaa')) return one.getBoundingClientRect().top;
            return null; })()""" % FRAME
        tab.run(f"{FRAME}.defaultView.scrollBy({{top: {place} - 100, behavior: 'instant'}})")
        before = tab.run(place)
        self.assertAlmostEqual(before, 100, delta=60)
        # Much more above what is read; then new matters, that push its number on.
        longer = long_meeting().replace("beslut: Nämnden beslutar om ärende a.",
                                        "beslut: " + "Mycket mer att läsa. " * 200)
        save(self.file, longer)
        self.sees("Mycket mer")
        self.assertAlmostEqual(tab.run(place), before, delta=5)
        save(self.file, longer.replace("  - rubrik: Ärende a\n", "".join(
            f"  - rubrik: Nytt {i}\n    beslut: Ja.\n" for i in range(12)) + "  - rubrik: Ärende a\n"))
        self.sees("Nytt 11")
        self.assertAlmostEqual(tab.run(place), before, delta=5)

    def test_on_paper(self):
        tab = self.start(long_meeting())
        height = "document.getElementById('pv-frame').getBoundingClientRect().height"
        tab.send("Emulation.setEmulatedMedia", media="print")
        tab.run("dispatchEvent(new Event('beforeprint'))")
        self.assertGreaterEqual(tab.run(height) + 1, tab.run(FRAME + ".documentElement.scrollHeight"))
        self.assertGreater(tab.run(height), 2000)
        tab.run("dispatchEvent(new Event('afterprint'))")
        tab.send("Emulation.setEmulatedMedia", media="")
        self.assertLess(tab.run(height), 900)

    def test_what_is_the_same_stays(self):
        """Focus, what was pointed out, what is open, and the very elements, above and below what is new."""
        unclear = long_meeting().replace("beslut: Nämnden beslutar om ärende ffff.", "beslut: ")
        tab = self.start(unclear)
        jump = "document.querySelector('#pv-panel [data-jump]')"
        tab.wait(f"{FRAME}.getElementById({jump}.dataset.jump) !== null")
        tab.run(jump + ".click()")
        tab.wait(FRAME + ".activeElement.dataset.shown === ''")
        tab.run(jump + ".focus()")
        tab.run("document.getElementById('pv-card-messages').open = false")
        tab.run("document.querySelector('.pv-why').open = true")
        tab.run(f"""window.mine = {{focus: document.activeElement, shown: {FRAME}.querySelector('[data-shown]'),
            paragraf: {FRAME}.getElementById('P3'), why: document.querySelector('.pv-why')}}""")
        save(self.file, unclear.replace("Placering\n", "Budget\n    beslut: Ja.\n  - rubrik: Placering\n"))
        self.sees("Budget")
        for kept in ("document.activeElement === mine.focus", f"{FRAME}.querySelector('[data-shown]') === mine.shown",
                     "mine.why.open && mine.why.isConnected", "!document.getElementById('pv-card-messages').open",
                     f"{FRAME}.getElementById('P4') === mine.paragraf",
                     "mine.paragraf.querySelector('.nummer').textContent.includes('44')"):
            self.assertTrue(tab.run(kept), kept)

    def test_a_page_opened_while_there_is_a_mistake(self):
        """It shows what is wrong, and the last readable version with its marks, at once."""
        self.start()
        save(self.file, meeting("Ekonomi").replace("beslut: Nämnden g", "beslutt: Nämnden g"))
        self.preview.wait_for_word("beslutt", page="report")
        tab = self.browser.open()
        self.addCleanup(tab.close)
        tab.go(self.preview.url)
        self.assertIn("beslutt", tab.run("document.getElementById('pv-messages').innerText"))
        tab.wait(f"{FRAME}.querySelector('.pv-marks').innerText.includes('beslutt')")
        tab.wait("document.getElementById('pv-panel').innerText.includes('Karin Holm')")
        self.assertIn("Socialnämnden", tab.run("document.getElementById('pv-title').innerText"))
        self.assertTrue(tab.run("document.querySelector('#pv-panel .pv-old').checkVisibility()"))

    def test_a_mistake_leaves_the_last_good_page(self):
        tab = self.start()
        save(self.file, meeting("Ekonomi").replace("beslut: Nämnden g", "beslutt: Nämnden g"))
        tab.wait("document.body.classList.contains('pv-broken')")
        words = self.report()
        self.assertIn("beslutt", words)
        self.assertIn("P030", words)
        self.assertIn("Ekonomi", tab.run(WORDS))
        self.assertTrue(tab.run("document.querySelector('.pv-ribbon').checkVisibility()"))
        disabled = "document.querySelectorAll('[aria-disabled=true]').length"
        self.assertGreaterEqual(tab.run(disabled), 3)
        tab.click("[data-view=pages]")
        tab.click("[data-download=odt]")
        self.assertTrue(tab.run("document.getElementById('pv-frame').checkVisibility()"))
        self.assertIn("Rätta felet", tab.run("document.querySelector('[role=status]').innerText"))
        save(self.file, meeting("Rättat"))
        self.sees("Rättat")
        self.assertEqual(tab.run(disabled), 0)
        tab.wait("!document.body.classList.contains('pv-broken')")
        self.assertFalse(tab.run("document.querySelector('.pv-ribbon').checkVisibility()"))
        self.assertNotIn("beslutt", self.report())

    def test_a_mistake_from_the_start(self):
        """What is wrong and where; once it is mended, everything, without a reload."""
        for wrong, code, line in (("kommun: [\n", "P025", 2),
                                  (meeting("Ekonomi").replace("beslut: Nämnden g", "beslutt: Nämnden g"), "P030", 15)):
            save(self.file, wrong)
            with live.Preview(self.file) as preview:
                tab = self.tab = self.browser.open()
                self.addCleanup(tab.close)
                self.assertEqual(tab.go(preview.url), 200)
                tab.run("window.mine = 'the same page'")
                words = tab.run("document.getElementById('pv-messages').innerText")
                self.assertIn(code, words)
                self.assertIn(f"rad {line}", words)
                self.assertTrue(tab.run("document.querySelector('.pv-nothing').checkVisibility()"))
                self.assertFalse(tab.run("document.querySelector('.pv-ribbon').checkVisibility()"))
                save(self.file, meeting("Ekonomi"))
                self.sees("Ekonomi")
                tab.wait("!document.body.classList.contains('pv-broken')")
                self.assertFalse(tab.run("document.querySelector('.pv-nothing').checkVisibility()"))
                self.assertIn("Karin Holm", tab.run("document.getElementById('pv-panel').innerText"))
                self.assertIn("Socialnämnden", tab.run("document.getElementById('pv-title').innerText"))
                self.assertEqual(tab.run("window.mine"), "the same page")

    def test_the_file_goes_away_and_comes_back(self):
        tab = self.start()
        self.file.unlink()
        tab.wait("document.body.classList.contains('pv-broken')")
        self.assertIn("Ekonomi", tab.run(WORDS))
        save(self.file, meeting("Tillbaka"))
        self.sees("Tillbaka")

    def test_what_is_told_to_screen_readers(self):
        tab = self.start()
        save(self.file, meeting("Budget"))
        self.sees("Budget")
        tab.wait("document.querySelector('[role=status]').innerText !== ''")
        self.assertEqual(tab.run("document.querySelector('[role=status]').getAttribute('aria-live')"), "polite")

    def test_the_end(self):
        tab = self.start()
        self.assertEqual(self.preview.end(), 0)
        tab.wait("document.getElementById('pv-gone').checkVisibility()")
        self.assertIn("Ekonomi", tab.run(WORDS))


class Chooses(Page):
    def test_editions(self):
        tab = self.start()
        self.assertIn("Blåsippa", tab.run(WORDS))
        tab.click("[data-edition=offentlig]")
        tab.wait(f"!{WORDS}.includes('Blåsippa')")
        self.assertIn("Ekonomi", tab.run(WORDS))
        self.assertNotIn("Blåsippa", tab.run("document.documentElement.outerHTML"))
        save(self.file, meeting("Budget"))
        self.sees("Budget")
        self.assertNotIn("Blåsippa", tab.run(WORDS))
        tab.click("[data-edition=fullstandig]")
        self.sees("Blåsippa")

    def test_the_edition_is_in_the_address(self):
        tab = self.start()
        tab.click("[data-edition=offentlig]")
        tab.wait(f"!{WORDS}.includes('Blåsippa')")
        self.assertEqual(tab.go(tab.run("location.href")), 200)
        self.sees("Ekonomi")
        self.assertNotIn("Blåsippa", tab.run(WORDS))

    def test_downloads(self):
        tab = self.start()
        folder = self.folder / "hämtat"
        folder.mkdir()
        tab.downloads_to(folder)
        for edition, name in (("fullstandig", "möte"), ("offentlig", "möte-offentlig")):
            tab.click(f"[data-edition={edition}]")
            tab.wait(f"document.querySelector('[data-edition={edition}]').hasAttribute('aria-current')")
            for kind, part in (("odt", "content.xml"), ("docx", "word/document.xml")):
                tab.click(f"[data-download={kind}]")
                self.assertEqual(tab.downloaded(), f"{name}.{kind}")
                with zipfile.ZipFile(folder / f"{name}.{kind}") as package:
                    words = package.read(part).decode()
                self.assertIn("Ekonomi", words)
                self.assertEqual("Blåsippa" in words, edition == "fullstandig")

    @unittest.skipIf(shutil.which("soffice") is None, "no LibreOffice (Debian: libreoffice-writer-nogui)")
    def test_pages(self):
        """The pages of the PDF, and the running text again."""
        tab = self.start()
        tab.click("[data-view=pages]")
        while True:
            answer = tab.event("Network.responseReceived")["response"]
            if "pages.pdf" in answer["url"]:
                break
        self.assertEqual((answer["status"], answer["mimeType"]), (200, "application/pdf"))
        self.assertFalse(tab.run("document.getElementById('pv-frame').checkVisibility()"))
        tab.click("[data-view=document]")
        self.assertTrue(tab.run("document.getElementById('pv-frame').checkVisibility()"))

    def test_without_a_mouse(self):
        tab = self.start()
        tab.key("Tab")
        self.assertEqual(tab.run("document.activeElement.className"), "pv-skip")
        tab.wait("document.activeElement.getBoundingClientRect().top >= 0")
        reached = []
        for _ in range(30):
            tab.key("Tab")
            reached.append(tab.run("document.activeElement.dataset.edition || document.activeElement.dataset.download"
                                   " || document.activeElement.dataset.view || document.activeElement.tagName"))
            if reached[-1] == "offentlig":
                break
        self.assertEqual(reached[-1], "offentlig", reached)
        self.assertNotEqual(tab.run("getComputedStyle(document.activeElement).outlineStyle"), "none")
        tab.key("Enter")
        tab.wait(f"!{WORDS}.includes('Blåsippa')")

    def test_a_message_leads_to_its_place(self):
        tab = self.start(long_meeting().replace("beslut: Nämnden beslutar om ärende ffff.", "beslut: "))
        last = "[...document.querySelectorAll('#pv-messages [data-jump], #pv-panel [data-jump]')].at(-1)"
        tab.wait(f"{FRAME}.getElementById({last}.dataset.jump) !== null")
        tab.run(last + ".scrollIntoView({block: 'center', behavior: 'instant'})")
        tab.run(last + ".focus()")
        tab.key("Enter")
        tab.wait(FRAME + ".querySelector('[data-shown]') !== null")

    def test_narrow(self):
        tab = self.start(width=360, height=640)
        self.assertLessEqual(tab.run("document.documentElement.scrollWidth"), 360)
        self.assertLessEqual(tab.run(FRAME + ".documentElement.scrollWidth"), 360)
        save(self.file, meeting("Ekonomi").replace("beslut: Nämnden g", "beslutt: Nämnden g"))
        tab.wait("document.body.classList.contains('pv-broken')")
        self.assertLessEqual(tab.run("document.documentElement.scrollWidth"), 360)
        self.assertIn("beslutt", self.report())


class Guards(Page):
    def test_other_names(self):
        self.start()
        self.assertEqual(self.tab.go(self.preview.url.replace("127.0.0.1", "evil.example")), 421)
        self.assertNotIn("Ekonomi", self.tab.run("document.documentElement.outerHTML"))

    def test_no_token_and_tricks(self):
        self.start()
        base = f"http://{self.preview.host}"
        for path in ("/", "/report", "/" + "0" * 32 + "/", self.preview.path + "..%2f..%2fetc%2fpasswd",
                     self.preview.path + "m%C3%B6te.yaml", self.preview.path + "%2e%2e%5cx"):
            self.assertEqual(self.tab.go(base + path), 404, path)

    def test_other_sites(self):
        """A page from elsewhere can neither read it, run its script, nor frame it."""
        self.start()
        tab = self.browser.open()
        self.addCleanup(tab.close)
        url = json.dumps(self.preview.url)
        tab.go("data:text/html,<title>evil</title>")
        for mode in ("cors", "no-cors"):
            self.assertEqual(tab.run(f"fetch({url} + 'report', {{mode: '{mode}'}}).then(() => 'read', () => 'refused')"),
                             "refused", mode)
        self.assertEqual(tab.run("""new Promise((done) => {
            const script = document.createElement('script');
            script.src = %s + 'page.js';
            script.onload = () => done('ran');
            script.onerror = () => done('refused');
            document.head.append(script);
        })""" % url), "refused")
        tab.run("""new Promise((done) => {
            const frame = document.createElement('iframe');
            frame.src = %s;
            frame.onload = done;
            document.body.append(frame);
        })""" % url)
        frames = tab.send("Page.getFrameTree")["frameTree"].get("childFrames", [])
        self.assertNotIn(self.preview.url, [frame["frame"]["url"] for frame in frames
                                            if not frame["frame"].get("unreachableUrl")])

    def test_nothing_breaks_the_policy(self):
        """The browser complains of nothing: no script, style or picture that the policy stops."""
        tab = self.start()
        said = []
        save(self.file, meeting("Budget").replace("beslut: Nämnden g", "beslutt: Nämnden g"))
        tab.wait("document.body.classList.contains('pv-broken')")
        save(self.file, meeting("Budget"))
        self.sees("Budget")
        with contextlib.suppress(LookupError):
            waiting = self.browser.events[tab.session, "Log.entryAdded"]
            while not waiting.empty():
                entry = waiting.get()["entry"]
                said.append((entry["text"], entry.get("url")))
        self.assertEqual(said, [])


@unittest.skipIf(axe() is None, "AXE_CORE names no axe-core: npm install axe-core")
class Accessible(Page):
    def judge(self, what):
        self.tab.run(axe())
        faults = self.tab.run("""axe.run({exclude: [['iframe']]}, {resultTypes: ['violations']}).then((found) =>
            found.violations.map((one) => one.id + ': ' + one.help + ': ' + one.nodes.map((n) => n.html)))""")
        self.assertEqual(faults, [], what)

    def test_page(self):
        for width in (1200, 360):
            for language in ("sv", "en"):
                self.start(meeting("Ekonomi"), width=width, PROTOKOLL_LANG=language)
                self.judge(f"draft, {width}, {language}")
                save(self.file, meeting("Ekonomi").replace("beslut: Nämnden g", "beslutt: Nämnden g"))
                self.tab.wait("document.body.classList.contains('pv-broken')")
                self.judge(f"mistake, {width}, {language}")

    def test_dark(self):
        self.start()
        self.tab.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.judge("dark")

    def test_few_colours(self):
        """What is chosen can be told from what is not, where the system gives the colours."""
        self.start()
        self.tab.send("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
        for chosen, other in (("[data-edition=fullstandig]", "[data-edition=offentlig]"),
                              ("[data-view=document]", "[data-view=pages]")):
            self.assertNotEqual(*(self.tab.run(f"getComputedStyle(document.querySelector('{one}')).backgroundColor")
                                  for one in (chosen, other)))

    def test_document(self):
        self.start()
        self.assertEqual(self.tab.go(self.preview.url + "document"), 200)
        self.judge("document")


if __name__ == "__main__":
    if chromium.find() is None:
        print("SKIPPED: no Chromium (Debian: chromium)")
        sys.exit(SKIPPED)
    unittest.main()
