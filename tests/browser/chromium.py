"""A Chromium without a window, driven through its debugging pipe: no driver and no package is needed."""
import base64
import json
import os
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading

DEADLINE = 60
NAMES = ("chromium", "chromium-browser", "google-chrome")


def find():
    """The browser's path, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Refused(Exception):
    """What the browser answers to what it cannot do."""


class Chromium:
    def __init__(self, *flags):
        self.folder = tempfile.TemporaryDirectory(prefix="protokoll-chromium-")
        to_read, self.to = os.pipe()
        self.back, to_write = os.pipe()
        flags = ["--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                 "--disable-dev-shm-usage", "--disable-background-networking", "--disable-extensions",
                 "--disable-component-update", "--hide-scrollbars", f"--user-data-dir={self.folder.name}", *flags]
        # Containers have no room for its sandbox, and it sees no pages but ours.
        flags.append("--no-sandbox")
        # It reads from descriptor 3 and writes to 4.
        command = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        self.process = subprocess.Popen(
            ["bash", "-c", command, "bash", str(to_read), str(to_write), find(), *flags, "about:blank"],
            pass_fds=(to_read, to_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.sent = 0
        self.answers, self.events = {}, {}
        self.lock = threading.Condition()
        self.ended = False
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with os.fdopen(self.back, "rb") as back:
            rest = b""
            while data := back.read1(1 << 20):
                *messages, rest = (rest + data).split(b"\0")
                for message in map(json.loads, messages):
                    with self.lock:
                        if "id" in message:
                            self.answers[message["id"]] = message
                        else:
                            self._keep(message)
                        self.lock.notify_all()
        with self.lock:
            self.ended = True
            self.lock.notify_all()

    def _keep(self, event):
        key = event.get("sessionId"), event["method"]
        self.events.setdefault(key, queue.SimpleQueue()).put(event["params"])

    def send(self, method, session=None, **parameters):
        """The result of a command of the DevTools protocol."""
        with self.lock:
            self.sent += 1
            mine = self.sent
        message = {"id": mine, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        with self.lock:
            if not self.lock.wait_for(lambda: mine in self.answers or self.ended, DEADLINE):
                raise TimeoutError(method)
            if mine not in self.answers:
                raise EOFError("the browser has ended")
            answer = self.answers.pop(mine)
        if "error" in answer:
            raise Refused(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def event(self, method, session=None):
        """The next event of a kind."""
        with self.lock:
            waiting = self.events.setdefault((session, method), queue.SimpleQueue())
        return waiting.get(timeout=DEADLINE)

    def open(self, width=1200, height=900):
        return Tab(self, width, height)

    def close(self):
        try:
            self.send("Browser.close")
        except (OSError, EOFError, TimeoutError):
            self.process.kill()
        self.process.wait(DEADLINE)
        os.close(self.to)
        self.folder.cleanup()


class Tab:
    """A page. Times are given up on after DEADLINE; what is waited for is a condition, never a time."""

    def __init__(self, browser, width, height):
        self.browser = browser
        # A context of its own: nothing of another test's page is remembered.
        self.context = browser.send("Target.createBrowserContext")["browserContextId"]
        self.target = browser.send("Target.createTarget", url="about:blank",
                                   browserContextId=self.context)["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target,
                                    flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(domain + ".enable")
        self.size(width, height)

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def event(self, method):
        return self.browser.event(method, self.session)

    def size(self, width, height, scale=1):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=False)

    def go(self, url):
        """Loads a page; its status."""
        found = self.send("Page.navigate", url=url)
        if "errorText" in found:
            raise Refused(found["errorText"])
        while True:
            answer = self.event("Network.responseReceived")
            if answer["type"] == "Document" and answer["frameId"] == found["frameId"]:
                break
        self.event("Page.loadEventFired")
        return answer["response"]["status"]

    def run(self, script):
        """The value of an expression in the page; a promise is waited for."""
        result = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True,
                           userGesture=True)
        if "exceptionDetails" in result:
            raise AssertionError(result["exceptionDetails"].get("exception", {}).get("description") or
                                 result["exceptionDetails"]["text"])
        return result["result"].get("value")

    def wait(self, condition):
        """Until an expression is true in the page; it is looked at whenever the page is drawn."""
        return self.run("""new Promise((good, bad) => {
            const end = setTimeout(() => bad(new Error("never true: " + %s)), %d);
            const look = () => {
                const value = (() => { try { return %s; } catch (error) { return false; } })();
                if (value) { clearTimeout(end); good(value); } else setTimeout(look, 5);
            };
            look();
        })""" % (json.dumps(condition), DEADLINE * 1000, condition))

    def key(self, name, code=None, **more):
        """A key is pressed and let go."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "PageDown": 34, " ": 32}
        text = {"Enter": "\r", " ": " "}.get(name)
        extra = {"text": text} if text else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=name, code=code or name,
                  windowsVirtualKeyCode=codes[name], **extra, **more)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=name, code=code or name,
                  windowsVirtualKeyCode=codes[name], **more)

    def click(self, selector):
        """As with a mouse, at the middle of what the selector finds."""
        place = self.run("""(() => {
            const element = document.querySelector(%s);
            element.scrollIntoView({block: "center", behavior: "instant"});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        })()""" % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left",
                      clickCount=1)

    def picture(self, path):
        data = self.send("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def downloads_to(self, folder):
        self.browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder),
                          browserContextId=self.context, eventsEnabled=True)

    def downloaded(self):
        """The name that the next download was given, when it is whole."""
        begun = self.browser.event("Browser.downloadWillBegin")
        while True:
            told = self.browser.event("Browser.downloadProgress")
            if told["guid"] != begun["guid"]:       # an earlier one, told of once more
                continue
            if told["state"] == "completed":
                return begun["suggestedFilename"]
            if told["state"] == "canceled":
                raise AssertionError(f"{begun['suggestedFilename']} was not downloaded")

    def close(self):
        self.browser.send("Target.disposeBrowserContext", browserContextId=self.context)
