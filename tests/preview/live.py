"""A preview that runs, for the tests: started on a folder of its own, asked over HTTP, ended.

Nothing here waits for a time to pass: it waits for an event, a line or an end, and gives up after DEADLINE.
"""
import contextlib
import http.client
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

DEADLINE = 60
PROGRAM = os.environ.get("PROTOKOLL", "protokoll")

MEETING = """\
kommun: Sjöviks kommun
organ: Socialnämnden
datum: 2024-05-21
tid: 13.00–16.10
plats: Stadshuset
närvarande:
  beslutande:
    - Karin Holm (S), ordförande
    - Per Lindgren (C)
sekreterare: Anna Sjöberg
justering: {justerare: Per Lindgren (C)}
paragrafer:
  - nr: 41
    rubrik: RUBRIK
    beslut: Nämnden godkänner rapporten.
  - rubrik: Placering
    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende}
    beslut: Nämnden placerar Blåsippa i familjehem.
"""


def meeting(heading):
    return MEETING.replace("RUBRIK", heading)


def save(path, text):
    """As most editors do: a new file takes the old one's name."""
    new = path.with_name(path.name + "~")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def save_in_place(path, text):
    path.write_text(text, encoding="utf-8")


def hear_signals():
    """Whoever runs the tests may have had them ignored, and that is inherited."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()


class Events:
    """The stream of events of one open page."""

    def __init__(self, connection, path, headers):
        self.connection = connection
        connection.request("GET", path, headers=headers)
        self.response = connection.getresponse()

    def lines(self):
        while line := self.response.readline():
            yield line.decode().rstrip("\n")

    def next(self):
        """The next event's data; None when the stream has ended."""
        beats = 0
        for line in self.lines():
            if line.startswith("data: "):
                return line.removeprefix("data: ")
            beats += line == ":"
            if beats > DEADLINE / 15:
                raise AssertionError("no event has come")
        return None

    def close(self):
        self.connection.close()


class Preview:
    """`with Preview(folder / "m.yaml") as preview:`"""

    def __init__(self, file, *options, env=None, preexec=None):
        self.process = subprocess.Popen(
            [PROGRAM, "preview", "--no-open", "--today", "2024-05-22", *options, file],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=preexec or hear_signals,
            env={**os.environ, "PROTOKOLL_LANG": "sv", **(env or {})})
        self.said = []
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()
        self.url = self.process.stdout.readline().strip()
        parts = urllib.parse.urlsplit(self.url)
        self.port, self.path = parts.port, parts.path

    def _listen(self):
        self.said.extend(self.process.stderr)

    @property
    def host(self):
        return f"127.0.0.1:{self.port}"

    def connect(self, host="127.0.0.1"):
        return http.client.HTTPConnection(host, self.port, timeout=DEADLINE)

    def ask(self, path, method="GET", host=None, **headers):
        """The answer to one request of an absolute path; the header Host as it is said, or not at all when it
        is empty."""
        with contextlib.closing(self.connect()) as connection:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if host != "":
                connection.putheader("Host", host or self.host)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            return Answer(connection.getresponse())

    def get(self, page, **more):
        return self.ask(self.path + page, **more)

    def raw(self, data, host="127.0.0.1"):
        """What comes back for these bytes, which are all that is sent."""
        with contextlib.closing(self.connect(host)) as connection:
            connection.connect()
            connection.sock.sendall(data)
            with contextlib.suppress(OSError):      # it may be closed already
                connection.sock.shutdown(socket.SHUT_WR)
            with connection.sock.makefile("rb") as back:
                return back.read()

    def events(self, after="", headers=()):
        return Events(self.connect(), self.path + "events" + after, dict(headers))

    def wait_for(self, page, good):
        """The page, as soon as good(text) is true of it: asked for again at every event."""
        with contextlib.closing(self.events()) as events:
            while True:
                text = self.get(page).text
                if good(text):
                    return text
                if events.next() is None:
                    raise AssertionError(f"the preview ended; {page} was:\n{text}")

    def wait_for_word(self, word, page="document"):
        return self.wait_for(page, lambda text: word in text)

    def end(self, how=signal.SIGTERM):
        """The exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(DEADLINE)
        self.listener.join(DEADLINE)
        return code

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        code = self.end()
        self.rest = self.process.stdout.read()
        self.process.stdout.close()
        self.process.stderr.close()
        if kind is None and code != 0:
            raise AssertionError(f"exit code {code}: {''.join(self.said)}")


class Case(unittest.TestCase):
    """A test with a folder that has a meeting in it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "möte.yaml"
        self.file.write_text(meeting("Ekonomi"), encoding="utf-8")
