"""What the page shows when files change, go away and come back."""
import contextlib
import json
import os
import re
import subprocess
import unittest

import live
from live import meeting, save, save_in_place


class Changes(live.Case):
    def start(self, *options, file=None):
        preview = live.Preview(file or self.file, *options)
        self.addCleanup(preview.__exit__, None, None, None)
        preview.wait_for_word("Ekonomi")
        return preview

    def test_saving(self):
        preview = self.start()
        for n, how in enumerate((save, save_in_place, save, save_in_place)):
            with self.subTest(how=how.__name__):
                how(self.file, meeting(f"Sparad {n}"))
                preview.wait_for_word(f"Sparad {n}")

    def test_an_event_for_each_change(self):
        preview = self.start()
        with contextlib.closing(preview.events()) as events:
            first = json.loads(events.next())
            save(self.file, meeting("Budget"))
            self.assertEqual(json.loads(events.next()), {"version": first["version"] + 1})
            self.assertIn("Budget", preview.get("document").text)

    def test_events_after_what_a_page_has(self):
        """A page that has the newest hears nothing until there is something newer."""
        preview = self.start()
        has = int(re.search('data-version="([0-9]+)"', preview.get("").text)[1])
        last = {"Last-Event-ID": str(has)}
        with contextlib.ExitStack() as stack:
            def heard(*arguments):
                return stack.enter_context(contextlib.closing(preview.events(*arguments)))

            silent = heard(f"?after={has}"), heard("", last), heard("?after=0", last)
            told = [heard(), heard("?after=0"), heard("?after=x"), heard("?after=-1"), heard("?after=99999"),
                    heard(f"?after={has}", {"Last-Event-ID": "0"})]
            self.assertEqual([json.loads(events.next())["version"] for events in told], [has] * len(told))
            save(self.file, meeting("Budget"))
            self.assertEqual([json.loads(events.next())["version"] for events in silent], [has + 1] * 3)
        self.assertIn(f'data-version="{has + 1}"', preview.get("").text)

    def test_saved_without_an_event(self):
        """A hard link and a mapping are told of by nobody: they are seen by looking."""
        preview = self.start()
        other = self.folder / "annan"
        other.write_text(meeting("Länkad"), encoding="utf-8")
        self.file.unlink()
        preview.wait_for("report", lambda text: "möte.yaml" in text and '"fel"' in text)
        os.link(other, self.file)
        preview.wait_for_word("Länkad")

    def test_a_link_to_another_folder(self):
        elsewhere = self.folder / "annanstans"
        elsewhere.mkdir()
        self.file.rename(elsewhere / "m.yaml")
        self.file.symlink_to(elsewhere / "m.yaml")
        preview = self.start()
        save(elsewhere / "m.yaml", meeting("Genom länken"))
        preview.wait_for_word("Genom länken")

    def test_a_path_from_here(self):
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            preview = self.start(file="möte.yaml")
        finally:
            os.chdir(before)
        save(self.file, meeting("Härifrån"))
        preview.wait_for_word("Härifrån")

    def test_fifty_saves(self):
        preview = self.start()
        for n in range(50):
            (save if n % 3 else save_in_place)(self.file, meeting(f"Nummer {n} av 49"))
        preview.wait_for_word("Nummer 49 av 49")
        with contextlib.closing(preview.events()) as events:
            before = events.next()
            save(self.file, meeting("Sist"))
            self.assertNotEqual(events.next(), before)
        preview.wait_for_word("Sist")

    def test_a_mistake_leaves_the_last_good_page(self):
        preview = self.start()
        good = preview.get("document").text
        save(self.file, meeting("Ekonomi").replace("beslut:", "beslutt:"))
        report = preview.wait_for_word("beslutt", page="report")
        self.assertIn("P030", report)
        self.assertEqual(preview.get("document").text, good)
        self.assertIn('"utkast"', preview.get("last").text)
        self.assertNotIn("Blåsippa", preview.get("last?edition=offentlig").text)
        self.assertEqual(preview.get("").status, 200)
        self.assertEqual(preview.get("download.odt").status, 409)
        save(self.file, meeting("Rättat"))
        preview.wait_for_word("Rättat")
        self.assertNotIn("beslutt", preview.get("report").text)
        self.assertEqual(preview.get("download.odt").status, 200)

    def test_a_mistake_from_the_start(self):
        self.file.write_text("kommun: [\n", encoding="utf-8")
        preview = live.Preview(self.file)
        self.addCleanup(preview.__exit__, None, None, None)
        self.assertIn('"fel"', preview.get("report").text)
        self.assertEqual(preview.get("document").status, 204)
        self.assertEqual(preview.get("last").status, 204)
        save(self.file, meeting("Ekonomi"))
        preview.wait_for_word("Ekonomi")

    def test_the_file_goes_away_and_comes_back(self):
        preview = self.start()
        good = preview.get("document").text
        for _ in range(3):
            self.file.unlink()
            preview.wait_for("report", lambda text: '"fel"' in text)
            self.assertEqual(preview.get("document").text, good)
            save(self.file, meeting("Ekonomi"))
            preview.wait_for("report", lambda text: '"fel"' not in text)

    def test_the_folder_goes_away_and_comes_back(self):
        folder = self.folder / "mapp"
        folder.mkdir()
        file = folder / "m.yaml"
        file.write_text(meeting("Ekonomi"), encoding="utf-8")
        preview = self.start(file=file)
        folder.rename(self.folder / "undan")
        preview.wait_for("report", lambda text: '"fel"' in text)
        folder.mkdir()
        save(file, meeting("I en ny mapp"))
        preview.wait_for_word("I en ny mapp")
        save(file, meeting("En gång till"))
        preview.wait_for_word("En gång till")

    def test_settings(self):
        """They are seen when they come, when they change and when they go."""
        text = meeting("Ekonomi").replace("organ: Socialnämnden\n", "")
        preview = self.start()
        save(self.file, text)
        preview.wait_for("report", lambda report: '"fel"' in report)
        settings = self.folder / "protokoll.yaml"
        save(settings, "organ: Vikens nämnd\n")
        preview.wait_for_word("Vikens")
        save_in_place(settings, "organ: Näsets nämnd\n")
        preview.wait_for_word("Näsets")
        settings.unlink()
        preview.wait_for("report", lambda report: '"fel"' in report)

    def test_template(self):
        template = self.folder / "mall.html"
        subprocess.run([live.PROGRAM, "template", "export", "standard", template], check=True)
        text = template.read_text(encoding="utf-8")
        preview = self.start("-t", template)
        save(template, text.replace("</body>", "<p>Ur mallen</p></body>"))
        preview.wait_for_word("Ur mallen")

    def test_both_editions_follow(self):
        preview = self.start()
        self.assertNotIn("Blåsippa", preview.wait_for_word("Ekonomi", page="document?edition=offentlig"))
        save(self.file, meeting("Budget"))
        self.assertIn("Blåsippa", preview.wait_for_word("Budget"))
        self.assertNotIn("Blåsippa", preview.wait_for_word("Budget", page="document?edition=offentlig"))

    def test_the_public_edition_first(self):
        preview = live.Preview(self.file, "--edition", "offentlig")
        self.addCleanup(preview.__exit__, None, None, None)
        self.assertTrue(preview.url.endswith("/?edition=offentlig"))
        preview.wait_for_word("Ekonomi", page="document?edition=offentlig")

    def test_a_document_of_what_is_saved(self):
        preview = self.start()
        before = preview.get("download.odt").body
        self.assertEqual(preview.get("download.odt").body, before)
        save(self.file, meeting("Budget"))
        preview.wait_for_word("Budget")
        self.assertNotEqual(preview.get("download.odt").body, before)

    def test_two_previews(self):
        one, other = self.start(), self.start()
        self.assertNotEqual(one.port, other.port)
        self.assertNotEqual(one.path, other.path)
        self.assertEqual(one.ask(other.path).status, 404)
        save(self.file, meeting("Båda"))
        one.wait_for_word("Båda")
        other.wait_for_word("Båda")
        self.assertEqual(other.end(), 0)
        save(self.file, meeting("Kvar"))
        one.wait_for_word("Kvar")

    def test_nothing_is_written(self):
        before = sorted(os.listdir(self.folder))
        preview = self.start()
        preview.get("download.docx")
        preview.get("document?edition=offentlig")
        self.assertEqual(preview.end(), 0)
        self.assertEqual(sorted(os.listdir(self.folder)), before)


if __name__ == "__main__":
    unittest.main()
