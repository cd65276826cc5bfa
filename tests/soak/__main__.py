"""`python -m tests.soak CAMPAIGN --count N --seed S`: the campaigns behind docs/security.md.

``commands``: import, restore, migration, repair and deletion, killed at any moment.
``damaged``: stores with flipped bytes or cut short; each is opened, read, examined and repaired.
``terminals``: the real program in a terminal, ended by KILL, TERM, HUP or by closing the terminal while
somebody types.
``names``: hostile names through every kind of export.
``sockets``: the system calls of every command and of the terminal program (needs strace).
``stores``, ``templates``: stores and templates made by somebody who means harm, through commands and screens.
The last line is a JSON object of counts; 1 when anything was lost or unforeseen."""

import argparse
import json
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path

CAMPAIGNS = ("commands", "damaged", "terminals", "names", "stores", "templates", "sockets")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("campaign", choices=CAMPAIGNS)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    campaign = import_module(f"tests.soak.{given.campaign}")
    count = given.count or getattr(campaign, "ALL", 20)
    counts: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + count):
        with tempfile.TemporaryDirectory() as folder:
            outcome = campaign.one(seed, Path(folder))
        counts[outcome] += 1
        if outcome.startswith("WRONG"):
            print(seed, outcome, flush=True)
        if counts.total() % 25 == 0:
            print(json.dumps(counts, ensure_ascii=False), flush=True)
    print(json.dumps(counts, ensure_ascii=False))
    return int(any(outcome.startswith("WRONG") for outcome in counts))


if __name__ == "__main__":
    sys.exit(main())
