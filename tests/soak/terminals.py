"""The real program, ended while somebody works: what it acknowledged is there, so is what was typed longer
than half a second before, and after TERM and HUP every letter.

Only the screen says what is acknowledged and what is typed: an answer by the question that follows it, a cell
by its number once more on the screen after it was left, a paragraph by the screen one comes back to, a letter
by itself. Letters are characters that the program never says, each of them once."""

import os
import random
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from app.session.library import Library
from store.database import Store
from store.doctor import examine
from tests.support.terminal import Terminal

WAYS = ("KILL", "TERM", "HUP", "closed", "closed, HUP ignored")
PLACES = ("interview", "interview", "table", "editor")
LETTERS = "鼐鼒鼗鼢鼫鼬鼯鼱鼷鼹齁齄齇齉齑齮龀龁龃龅龆龇龉龊龌龠"
SOON, START_WITHIN = 0.5, 60.0
QUESTIONS = ("proactive.published_total", "proactive.website", "proactive.wechat")
ASKED = ("一共主动公开了多少条政府信息？", "其中，通过网站公开了多少条？", "通过微信公众号发布了多少条？")
CELL, TEXT = "requests.new.natural_person", "overview.proactive"
F5, F9 = "\x1b[15~", "\x1b[20~"
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h")
"""The screen of before, the mouse, the cursor."""


class TooSlowError(Exception):
    """The machine did not come to it in time: nothing can be said about the program."""


@dataclass
class Work:
    """What one session did in ``place``, and what of it must be there."""

    running: Terminal
    dice: random.Random
    place: str
    answers: dict[str, int] = field(default_factory=dict)
    edited: str = ""
    old: str = ""
    fresh: str = ""
    _mark: int = 0

    def type(self, keys: str) -> None:
        self._mark = len(self.running.seen)
        self.running.type(keys)

    def see(self, words: str, seconds: float = 30) -> None:
        if not self.running.wait(lambda: words.encode() in self.running.seen[self._mark :], seconds):
            raise TooSlowError(words)

    def do(self) -> None:
        {"interview": self.answer, "table": self.fill, "editor": self.edit}[self.place]()
        letters = list(LETTERS)
        self.dice.shuffle(letters)
        for _ in range(self.dice.randrange(2, 8)):
            self.old += self._letter(letters)
            if self.dice.random() < 0.3:
                self.running.read_for(self.dice.uniform(0.05, 0.4))
        self.running.read_for(SOON)
        if self.dice.random() < 0.8:
            for _ in range(self.dice.randrange(1, 4)):
                self.fresh += self._letter(letters, seen=self.dice.random() < 0.5)
            self.running.read_for(self.dice.uniform(0, 0.3))

    def _letter(self, letters: list[str], *, seen: bool = True) -> str:
        letter = str(self.dice.randrange(10)) if self.place == "table" else letters.pop()
        self.type(letter)
        if seen and self.place != "table":
            self.see(letter)
        else:
            self.running.read_for(0.05)
        return letter

    def answer(self, least: int = 0) -> None:
        for number in range(self.dice.randrange(least, 3)):
            value = self.dice.randrange(100, 300) * (3 - number)
            self.type(f"{value}\r")
            self.see(ASKED[number + 1])
            self.answers[QUESTIONS[number]] = value

    def fill(self) -> None:
        self.type("\r")
        self.see("勾稽")
        value = self.dice.randrange(10000, 99999)
        self.type(str(value))
        self.running.read_for(0.2)
        self.type("\t")
        self.see(str(value))
        self.answers[CELL] = value

    def edit(self) -> None:
        self.answer(least=1)
        self._open_editor()
        if self.dice.random() < 0.5:
            self.type("鼍")
            self.see("鼍")
            self.type(F5)
            self.see("F9")
            self.running.read_for(0.2)
            self.type(F9)
            self.see("修改文字")
            self.edited = "鼍"

    def _open_editor(self) -> None:
        """The draft follows an answer a moment later: until then there is nothing to edit."""
        for _ in range(10):
            self.type(F9)
            if self.running.wait(lambda: "修改文字".encode() in self.running.seen[self._mark :], 3):
                return
        raise TooSlowError("修改文字")

    def lost(self, way: str, path: Path, report: int) -> str:
        """What is not there that must be; empty when all is."""
        with Store.open(path) as store:
            kept, position, texts = store.answers(report), store.position(report), store.texts(report)
        for name, value in self.answers.items():
            there = kept[name].value if name in kept else None
            if getattr(there, "value", there) != value:
                return f"answer {name} {value} became {there!r}"
        if self.edited and not (TEXT in texts and self.edited in texts[TEXT].text):
            return "the edited paragraph"
        typed = position.typed if self.place == "interview" else position.typed.split("鼍")[-1]
        must = self.old + (self.fresh if way in {"TERM", "HUP"} else "")
        there = typed[-len(must) :] if self.place == "editor" and way in {"TERM", "HUP"} else typed
        if must not in there:
            return f"half-typed {self.old!r}, {self.fresh!r} became {typed[-40:]!r}"
        return ""


def one(seed: int, folder: Path) -> str:
    """What became of one ended session."""
    dice, way = random.Random(seed), WAYS[seed % len(WAYS)]
    path = folder / "nianbao.db"
    with Store.open(path) as store, Library(store).start("示例县水务局", 2025) as session:
        report, place = session.id, dice.choice(PLACES)
        session.conversation.go(QUESTIONS[0] if place != "table" else "requests.table")
        if place == "editor":
            session.conversation.answer("742")
            session.conversation.go(QUESTIONS[0])
    running = Terminal(["--resume"], {"NIANBAO_HOME": str(folder)}, (120, 40), deaf="ignored" in way)
    closed = False
    try:
        if not running.wait(running.shows("来源：" if place != "table" else "打开表格"), START_WITHIN):
            return "did not start in time"
        running.read_for(0.5)
        work = Work(running, dice, place)
        work.do()
        closed = _end(running, way)
        try:
            running.process.wait(30)
        except subprocess.TimeoutExpired:
            return f"WRONG {way}: still running"
        if way in {"TERM", "HUP"}:
            running.read(1.0)
            if not all(code in running.seen for code in GIVEN_BACK):
                return f"WRONG {way}: the terminal was not given back"
        if lost := work.lost(way, path, report):
            return f"WRONG {way} in {place}: lost {lost}"
        return _afterwards(way, place, path, report)
    except TooSlowError as slow:
        return f"too slow to say: {slow}"
    finally:
        if closed:
            running.kill()
        else:
            running.close()


def _afterwards(way: str, place: str, path: Path, report: int) -> str:
    if problems := examine(path).problems:
        return f"WRONG {way}: {problems}"
    with Store.open(path) as store:
        if not store.claim(report):
            return f"WRONG {way}: the report is still held"
    return f"{way} in {place}: nothing lost"


def _end(running: Terminal, way: str) -> bool:
    """End it; True when its terminal is closed."""
    if way.startswith("closed"):
        running.hang_up()
        return True
    os.kill(running.process.pid, getattr(signal, f"SIG{way}"))
    running.read_for(0.3)
    return False
