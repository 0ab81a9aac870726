"""Who is let in to the preview, and what everyone is told."""
import contextlib
import io
import socket
import unittest
import zipfile

import live

PAGES = {
    "": "text/html; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "page.css": "text/css; charset=utf-8",
    "report": "application/json",
    "last": "application/json",
    "document": "text/html; charset=utf-8",
    "download.odt": "application/vnd.oasis.opendocument.text",
    "download.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ON_ALL = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


class Door(live.Case):
    def setUp(self):
        super().setUp()
        self.preview = live.Preview(self.file)
        self.addCleanup(self.preview.__exit__, None, None, None)

    def test_address(self):
        self.assertRegex(self.preview.url, r"^http://127\.0\.0\.1:\d+/[0-9a-f]{32}/$")

    def test_pages(self):
        for page, kind in PAGES.items():
            with self.subTest(page=page):
                answer = self.preview.get(page)
                self.assertEqual((answer.status, answer.headers["content-type"]), (200, kind))
                self.assertGreater(len(answer.body), 0)
                head = self.preview.get(page, method="HEAD")
                self.assertEqual((head.status, head.body), (200, b""))
                self.assertEqual(head.headers["content-length"], str(len(answer.body)))

    def test_head_of_the_events_ends(self):
        answer = self.preview.get("events", method="HEAD")
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertEqual(answer.headers["content-type"], "text/event-stream")

    def test_headers_on_all(self):
        for page in (*PAGES, "no-such-page"):
            with self.subTest(page=page):
                headers = self.preview.get(page).headers
                self.assertEqual({name: headers.get(name) for name in ON_ALL}, ON_ALL)
                self.assertIn("frame-ancestors", headers["content-security-policy"])

    def test_policies(self):
        page = self.preview.get("").headers["content-security-policy"]
        self.assertIn("default-src 'none'", page)
        self.assertIn("frame-ancestors 'none'", page)
        self.assertNotIn("unsafe", page)
        document = self.preview.get("document").headers["content-security-policy"]
        self.assertIn("default-src 'none'", document)
        self.assertIn("frame-ancestors 'self'", document)
        self.assertNotIn("script-src", document)

    def test_names_of_this_machine(self):
        port = self.preview.port
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
            self.assertEqual(self.preview.get("", host=host).status, 200, host)

    def test_other_names(self):
        port = self.preview.port
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1",
                     f"127.0.0.1:{port}.evil.example", f"localhost.evil.example:{port}",
                     f"127.0.0.1:{port}0", f"0.0.0.0:{port}", f" 127.0.0.1@evil:{port}"):
            answer = self.preview.get("", host=host)
            self.assertEqual(answer.status, 421, host)
            self.assertNotIn(b"<html", answer.body)

    def test_no_name(self):
        path = self.preview.path.encode()
        self.assertIn(b" 421 ", self.preview.raw(b"GET " + path + b" HTTP/1.0\r\n\r\n").split(b"\r\n")[0])
        line = b" HTTP/1.1\r\nConnection: close\r\n\r\n"
        self.assertRegex(self.preview.raw(b"GET " + path + line), rb"^HTTP/1.1 4(00|21) ")

    def test_two_names(self):
        own = self.preview.host.encode()
        for one, other in ((own, b"evil.example"), (b"evil.example", own), (own, own)):
            line = self.preview.raw(b"GET " + self.preview.path.encode() + b" HTTP/1.1\r\nHost: " + one +
                                    b"\r\nhost: " + other + b"\r\nConnection: close\r\n\r\n")
            self.assertIn(b" 400 ", line.split(b"\r\n")[0])

    def test_other_origins(self):
        port = self.preview.port
        for origin in ("http://evil.example", "null", f"https://127.0.0.1:{port}", "http://127.0.0.1:1",
                       f"http://127.0.0.1:{port}.evil.example"):
            self.assertEqual(self.preview.get("report", Origin=origin).status, 403, origin)
        self.assertEqual(self.preview.get("report", Origin=f"http://127.0.0.1:{port}").status, 200)

    def test_no_token(self):
        token = self.preview.path.strip("/")
        wrong = token[:-1] + ("0" if token[-1] != "0" else "1")
        for path in ("/", "/report", "/favicon.ico", f"/{wrong}/", f"/{wrong}/report", f"/{token[:-1]}/",
                     f"/{token}0/", f"/{token.upper()}x/", f"//{token}/", "/" + "0" * 32 + "/", f"/{token}"):
            self.assertEqual(self.preview.ask(path).status, 404, path)

    def test_path_tricks(self):
        secret = self.folder / "secret.txt"
        secret.write_text("hemligt", encoding="utf-8")
        token = self.preview.path
        for trick in ("../", "..", "./report", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2fsecret.txt",
                      "secret.txt", "m%C3%B6te.yaml", "/etc/passwd",
                      "//etc/passwd", "report/", "report/..", "report%00", "page.js%00.html", "%70age.js",
                      "page.js/../report", "..\\secret.txt", "report;a=b", "report#x", "download.exe",
                      "download.", "pages.pdf/..", "REPORT"):
            answer = self.preview.ask(token + trick)
            self.assertEqual(answer.status, 404, trick)
            self.assertNotIn(b"hemligt", answer.body)

    def test_editions(self):
        for query in ("", "?edition=", "?edition=fullst%C3%A4ndig", "?edition=fullstandig", "?other=1"):
            self.assertIn("Blåsippa", self.preview.get("document" + query).text, query)
        for query in ("?edition=offentlig", "?a=b&edition=offentlig"):
            self.assertNotIn("Blåsippa", self.preview.get("document" + query).text, query)
        for query in ("?edition=x", "?edition=OFFENTLIG", "?edition=full", "?edition=../../etc", "?edition=offentlig%00"):
            self.assertEqual(self.preview.get("document" + query).status, 404, query)

    def test_public_edition_tells_nothing(self):
        for page in ("", "report", "document"):
            answer = self.preview.get(page + "?edition=offentlig")
            self.assertEqual(answer.status, 200)
            self.assertNotIn("Blåsippa", answer.text, page)

    def test_methods(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND"):
            answer = self.preview.get("report", method=method)
            self.assertEqual((answer.status, answer.headers.get("allow")), (405, "GET, HEAD"), method)

    def test_bodies(self):
        head = f"{self.preview.path}report HTTP/1.1\r\nHost: {self.preview.host}\r\n"
        for request, status in ((f"GET {head}Content-Length: 5\r\n\r\nhello", b" 400 "),
                                (f"GET {head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", b" 400 "),
                                (f"POST {head}Content-Length: 999999\r\n\r\n", b" 405 ")):
            self.assertIn(status, self.preview.raw(request.encode()).split(b"\r\n")[0], request)
        self.assertEqual(self.preview.get("report").status, 200)

    def test_bytes_that_are_no_letters(self):
        path = self.preview.path.encode() + "möte.yaml\xff".encode("latin-1")
        for name in (path, path[:-1] + b"\x01", b"/\xff\xfe"):
            line = self.preview.raw(b"GET " + name + b" HTTP/1.1\r\nHost: " + self.preview.host.encode() +
                                    b"\r\nConnection: close\r\n\r\n")
            self.assertRegex(line, rb"^HTTP/1.1 40[04] ")

    def test_nonsense(self):
        for data in (b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\0" * 64 + b"\r\n\r\n",
                     b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 100000 + b"\r\n\r\n",
                     b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
                     b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"):
            with contextlib.suppress(ConnectionError):
                self.assertNotIn(b" 200 ", self.preview.raw(data).split(b"\r\n")[0])
        self.assertEqual(self.preview.get("report").status, 200)

    def test_one_connection_many_pages(self):
        with contextlib.closing(self.preview.connect()) as connection:
            for page in ("", "page.js", "page.css", "report", "document") * 4:
                connection.request("GET", self.preview.path + page)
                self.assertEqual(connection.getresponse().read() == b"", False)

    def test_both_addresses(self):
        if not socket.has_ipv6:
            self.skipTest("no IPv6")
        with contextlib.closing(self.preview.connect("::1")) as connection:
            try:
                connection.connect()
            except OSError:
                self.skipTest("no IPv6 here")
            connection.request("GET", self.preview.path, headers={"Host": f"[::1]:{self.preview.port}"})
            self.assertEqual(connection.getresponse().status, 200)

    def test_not_reachable_from_outside(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            with contextlib.suppress(OSError):
                probe.connect(("192.0.2.1", 9))
            outside = probe.getsockname()[0]
        if outside.startswith(("127.", "0.")):
            self.skipTest("this machine has no other address")
        with self.assertRaises(OSError):
            socket.create_connection((outside, self.preview.port), timeout=live.DEADLINE)

    def test_downloads(self):
        for extension, part in (("odt", "content.xml"), ("docx", "word/document.xml")):
            answer = self.preview.get(f"download.{extension}")
            self.assertEqual(answer.headers["content-disposition"],
                             f"attachment; filename*=UTF-8''m%C3%B6te.{extension}")
            with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
                self.assertIn("Blåsippa", package.read(part).decode())
            answer = self.preview.get(f"download.{extension}?edition=offentlig")
            self.assertEqual(answer.headers["content-disposition"],
                             f"attachment; filename*=UTF-8''m%C3%B6te-offentlig.{extension}")
            with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
                self.assertNotIn("Blåsippa", package.read(part).decode())

    def test_slow_callers_do_not_keep_others_out(self):
        with contextlib.ExitStack() as stack:
            for _ in range(17):
                slow = socket.create_connection(("127.0.0.1", self.preview.port), timeout=live.DEADLINE)
                stack.enter_context(slow)
                slow.sendall(b"GET /")
            self.assertEqual(self.preview.get("report").status, 200)

    def test_many_pages_open(self):
        with contextlib.ExitStack() as stack:
            statuses = []
            for _ in range(14):
                events = self.preview.events()
                stack.callback(events.close)
                statuses.append(events.response.status)
            self.assertEqual(statuses, [200] * 12 + [503] * 2)
            self.assertEqual(self.preview.get("report").status, 200)


if __name__ == "__main__":
    unittest.main()
