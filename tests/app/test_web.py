"""`nianbao web`: only this computer, whoever has the address, our own page; the job in a real browser."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from app.documents.read.importer import read_report
from store.database import Store
from store.files import process_runs
from store.model import Status
from tests.support.browser import Browser
from tests.support.rendering import needs_chromium
from tests.support.sample_with_mistakes import SAMPLE

pytest.importorskip("textual_serve")
ROOT = Path(__file__).parents[2]


class Served:
    """A running `nianbao web`."""

    def __init__(self, home: Path, folder: Path) -> None:
        environment = os.environ | {"NIANBAO_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "app", "web", "--no-open", "-q"],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=folder,
        )
        self.address = self.process.stdout.readline().strip()
        parts = urlsplit(self.address)
        self.host, self.token = parts.netloc, parse_qs(parts.query)["token"][0]

    def get(self, path: str, **headers: str) -> HTTPResponse:
        with closing(HTTPConnection(self.host, timeout=20)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        self.process.stdout.close()
        return code


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    home, folder = tmp_path / "home", tmp_path / "folder"
    folder.mkdir()
    monkeypatch.setenv("NIANBAO_HOME", str(home))
    server = Served(home, folder)
    yield server
    if server.process.poll() is None:
        server.end()


def test_only_whoever_has_the_address_comes_in_and_it_works_once(served: Served) -> None:
    assert served.host.startswith("127.0.0.1:")
    for path in ("/", "/page.js", "/static/js/textual.js", "/ws", "/download/x", "/?token=", "/?token=x"):
        assert served.get(path).status == 403, path
    first = served.get(f"/?token={served.token}")
    assert (first.status, first.headers["Location"]) == (303, "/")
    cookie = first.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    known = {"Cookie": cookie.split(";")[0]}
    assert served.get(f"/?token={served.token}").status == 403
    page = served.get("/", **known)
    assert page.status == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert b"http" not in page.body
    assert served.get("/", Host="evil.example", **known).status == 403
    assert served.get("/", Origin="http://evil.example", **known).status == 403
    socket = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"} | known
    assert served.get("/ws", **socket).status == 403
    assert served.get("/ws", Origin="http://evil.example", **socket).status == 403
    assert served.end() == 0


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)


class Page:
    """The assistant in a browser: a key, then wait until what is shown stands still."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._shown = b""

    def settled(self) -> None:
        """Wait until something else is shown than before, and stays."""

        def stands() -> bool:
            first = self.browser.shown()
            time.sleep(0.5)
            return first != self._shown and first == self.browser.shown()

        until(stands)
        self._shown = self.browser.shown()

    def press(self, key: str) -> None:
        self.browser.press(key)
        self.settled()

    def type(self, text: str) -> None:
        self.browser.type(text)
        self.settled()


def stored(status: Status) -> bool:
    with Store.open() as store:
        return any(report.status is status for report in store.reports())


def question() -> str:
    with Store.open() as store:
        drafts = [report.id for report in store.reports() if report.status is Status.DRAFT]
        return store.position(drafts[0]).question


@needs_chromium
def test_the_whole_job_in_a_browser(served: Served, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with Browser(tmp_path / "profile") as browser:
        browser.downloads_to(downloads)
        browser.visit(served.address)
        until(lambda: "-first-byte" in str(browser.ask("document.body && document.body.className")))
        page = Page(browser)
        page.settled()
        page.press("Enter")
        page.type(str(SAMPLE))
        page.press("Enter")
        page.press("F5")
        until(lambda: stored(Status.IMPORTED))
        page.press("F5")
        until(lambda: stored(Status.DRAFT))
        page.press("Enter")
        page.type("示例县社会救助科")
        page.press("Alt+n")
        until(lambda: question() == "profile.short_name")
        page.press("F10")
        page.press("Control+d")
        until(lambda: any(path.suffix == ".docx" for path in downloads.iterdir()))
        assert {urlsplit(url).netloc for url in browser.requests if not url.startswith("data:")} == {
            served.host
        }
    [document] = downloads.iterdir()
    assert document.name == "示例县民政局2025年政府信息公开工作年度报告（草稿）.docx"
    assert (read_report(document).unit, read_report(document).year) == ("示例县民政局", 2025)
    assert served.end() == 0


@needs_chromium
@pytest.mark.skipif(os.name != "posix", reason="looks into /proc")
def test_a_page_ends_with_its_server(served: Served, tmp_path: Path) -> None:
    with Browser(tmp_path / "profile") as browser:
        browser.visit(served.address)
        until(lambda: "-first-byte" in str(browser.ask("document.body && document.body.className")))
        children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children").read_text().split()
        assert children
        served.process.kill()
        served.process.wait()
        served.process.stdout.close()
        until(lambda: not any(alive(int(child)) for child in children))


BUSY = """
import subprocess, sys
child = '''
import os
from app.tui.leaving import end_with_parent
end_with_parent(0.1)
print(os.getpid(), flush=True)
while True:
    pass
'''
subprocess.run([sys.executable, "-c", child])
"""


@pytest.mark.skipif(os.name != "posix", reason="looks into /proc")
def test_even_a_busy_page_ends_with_its_server() -> None:
    command = [sys.executable, "-c", BUSY]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    child = int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()
    until(lambda: not alive(child))


def alive(process: int) -> bool:
    return process_runs(process) and "Z" not in Path(f"/proc/{process}/stat").read_text().split()[2]
