"""A store with flipped bytes or cut short: everything that changed is told, nothing unforeseen happens."""

import random
from pathlib import Path
from typing import Any

from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from store.doctor import examine, repair
from store.errors import StoreError
from store.model import Origin, Position


def fill(path: Path) -> None:
    with Store.open(path) as store:
        for year in (2024, 2025):
            report = store.create("示例县水务局", year).id
            store.put(report, {f"problems.measure:{n}": "多办培训" * 9 for n in range(30)}, Origin.TYPED)
            store.put(report, {"proactive.published_total": Quantity(year)}, Origin.TYPED)
            store.put_text(report, "overview.lead", "手写的一段" * 20, "草稿")
            store.put_wording(report, "overview.lead.1", 1)
            store.put_skipped(report, "other.matters", True)
            store.put_document(report, Report(unit="示例县水务局", year=year))
            store.keep(report, Position(typed="写到一半"))


def contents(store: Store) -> list[Any]:
    return [
        (
            *(stored.unit, stored.year, stored.status),
            {field: answer.value for field, answer in store.answers(stored.id).items()},
            *(store.texts(stored.id), store.wordings(stored.id), store.skipped(stored.id)),
            *(store.position(stored.id), store.document(stored.id)),
        )
        for stored in store.reports()
    ]


def damage(content: bytearray, dice: random.Random) -> None:
    if dice.random() < 0.25:
        del content[dice.randrange(len(content)) :]
    for _ in range(dice.choice([1, 1, 1, 2, 8, 50])):
        if content:
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def one(seed: int, folder: Path) -> str:
    """What became of one damaged store."""
    path = folder / "home" / "nianbao.db"
    fill(path)
    with Store.open(path) as store:
        before = contents(store)
    content = bytearray(path.read_bytes())
    damage(content, random.Random(seed))
    path.write_bytes(content)
    try:
        outcome = looked_at(path, before)
        examine(path)
        repair(path)
        with Store.open(path) as store:
            contents(store)
    except StoreError:
        return "one sentence"
    except Exception as error:
        return f"WRONG {type(error).__name__}: {error}"
    return outcome


def looked_at(path: Path, before: list[Any]) -> str:
    try:
        with Store.open(path) as store:
            now = contents(store)
            told = [store.read_only, *store.damage_of_list()]
            told += [words for stored in store.reports() for words in store.damage(stored.id)]
            for stored in store.reports():
                if not store.read_only:
                    store.put(stored.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    except StoreError:
        return "told and repaired"
    if any(told):
        return "shown, damage told"
    return "nothing that is shown changed" if now == before else "WRONG silent change"
