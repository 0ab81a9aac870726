"""How a preview begins and ends, and what it says then."""
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import unittest
import urllib.parse

import live


def run(*arguments, **env):
    """Exit code and stderr of a preview that does not come to serve."""
    done = subprocess.run([live.PROGRAM, "preview", "--no-open", *arguments], text=True, capture_output=True,
                          env={**os.environ, "PROTOKOLL_LANG": "sv", **env}, timeout=live.DEADLINE,
                          check=False)
    return done.returncode, done.stdout, done.stderr


class Begins(live.Case):
    def test_no_such_file(self):
        code, out, err = run(str(self.folder / "finns-inte.yaml"))
        self.assertEqual((code, out), (4, ""))
        self.assertIn("finns-inte.yaml", err)

    def test_a_folder(self):
        code, out, err = run(str(self.folder))
        self.assertEqual((code, out), (2, ""))
        self.assertIn("ange en mötesfil", err)

    def test_usage(self):
        for arguments in ([], [self.file, self.file], ["--port", "x", self.file], ["--port", "65536", self.file],
                          ["--port", "-1", self.file], ["--port", "", self.file], ["--port", "80x", self.file],
                          ["--edition", "hemlig", self.file], ["--today", "i dag", self.file],
                          ["--no-such-option", self.file]):
            code, out, err = run(*map(str, arguments))
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertIn("protokoll", err)

    def test_a_port_that_is_taken(self):
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            with socket.socket(family) as taken:
                try:
                    taken.bind((address, 0))
                except OSError:
                    continue
                taken.listen()
                port = str(taken.getsockname()[1])
                code, out, err = run("--port", port, str(self.file))
                self.assertEqual((code, out), (4, ""))
                self.assertIn(port, err)

    def test_a_port_of_ones_own(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        for _ in range(2):
            with live.Preview(self.file, "--port", str(port)) as preview:
                self.assertEqual(preview.port, port)
                self.assertEqual(preview.get("report").status, 200)

    def test_the_browser_is_opened(self):
        """It gets an address as its one argument, which leads to the page once, and is not waited for."""
        pipe = self.folder / "rör"
        os.mkfifo(pipe)
        browser = self.folder / "webbläsare"
        # Not even a signal to all that the terminal started reaches it.
        browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > "{pipe}"\n', encoding="utf-8")
        browser.chmod(0o700)
        process = subprocess.Popen([live.PROGRAM, "preview", "--edition", "offentlig", self.file],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                   env={**os.environ, "BROWSER": str(browser)})
        url = process.stdout.readline().strip()
        count, told = pipe.read_text(encoding="utf-8").split()
        first, again = (self.location(told) for _ in range(2))
        process.terminate()
        self.assertEqual(process.wait(live.DEADLINE), 0)
        process.stdout.close()
        self.assertEqual(count, "1")
        token = urllib.parse.urlsplit(url).path
        self.assertNotIn(token.strip("/"), told)
        self.assertEqual(first, (303, token + "?edition=offentlig"))
        self.assertEqual(again, (404, None))

    def location(self, url):
        """The status of an address, and where it leads."""
        parts = urllib.parse.urlsplit(url)
        with contextlib.closing(http.client.HTTPConnection(parts.netloc, timeout=live.DEADLINE)) as connection:
            connection.request("GET", f"{parts.path}?{parts.query}")
            response = connection.getresponse()
            return response.status, response.getheader("Location")

    def test_no_browser(self):
        env = {name: value for name, value in os.environ.items()
               if name not in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME")}
        process = subprocess.Popen([live.PROGRAM, "preview", self.file], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env={**env, "PROTOKOLL_LANG": "sv"})
        process.stdout.readline()
        process.terminate()
        _, err = process.communicate(timeout=live.DEADLINE)
        self.assertEqual(process.returncode, 0)
        self.assertIn("öppna adressen i en webbläsare", err)


class Ends(live.Case):
    def test_signals(self):
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with live.Preview(self.file) as preview, contextlib.closing(preview.events()) as events:
                self.assertIsNotNone(events.next())
                self.assertEqual(preview.end(how), 0, how)
                self.assertIsNone(events.next())
                self.assertEqual(len(preview.said), 1)
            self.assertEqual(preview.rest, "")

    def test_signals_that_are_ignored(self):
        """As nohup has it."""
        with live.Preview(self.file, preexec=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as preview:
            preview.process.send_signal(signal.SIGHUP)
            self.assertEqual(preview.get("report").status, 200)
            self.assertEqual(preview.end(), 0)

    def test_before_anybody_has_asked(self):
        with live.Preview(self.file) as preview:
            self.assertEqual(preview.end(signal.SIGINT), 0)

    def test_quiet(self):
        with live.Preview(self.file, "-q") as preview:
            self.assertEqual(preview.end(), 0)
            self.assertEqual(preview.said, [])

    def test_slow_callers_are_not_waited_for(self):
        with live.Preview(self.file) as preview, contextlib.ExitStack() as stack:
            for _ in range(20):
                slow = socket.create_connection(("127.0.0.1", preview.port), timeout=live.DEADLINE)
                stack.enter_context(slow)
                slow.sendall(b"GET /")
            self.assertEqual(preview.end(signal.SIGINT), 0)


if __name__ == "__main__":
    unittest.main()
