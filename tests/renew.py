"""`make renew`: everything that is made from something else, made anew in the order in which it depends.

The last lines say which files this changed; look at the difference before it is committed."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
WORDS = "app/cli/locale/zh_CN/LC_MESSAGES/argparse"
SAMPLE = "app/samples/last-year.docx"
GOLDEN = "NIANBAO_RENEW_GOLDEN"
"""In the environment: the golden tests write what they compare with."""


def _run(*command: str, into: str = "", **environment: str) -> None:
    """One step; what it prints goes into a file where ``into`` names one."""
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    if into:
        (ROOT / into).write_text(done.stdout, encoding="utf-8")


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *arguments)


def _pytest(*arguments: str) -> tuple[str, ...]:
    return (str(BIN / "pytest"), "-n", "0", *arguments)


STEPS: Sequence[tuple[str, tuple[str, ...], dict[str, str]]] = (
    (
        "Chinese words of the command line",
        (str(BIN / "pybabel"), "compile", "-i", f"{WORDS}.po", "-o", f"{WORDS}.mo", "-l", "zh_CN"),
        {},
    ),
    ("base document", _python("-m", "app.documents.write.base_document"), {}),
    (
        "sample of last year",
        _python(
            "-m", "app", "draft", "--answers", "app/samples/answers-last-year.json", "-o", SAMPLE, "--force"
        ),
        {},
    ),
    ("sample with mistakes", _python("-m", "tests.support.sample_with_mistakes"), {}),
    ("reference of the rules", _python("-m", "sections.rules.reference"), {"into": "docs/rules.md"}),
    ("golden documents", _pytest("tests/app/documents", "-k", "golden"), {GOLDEN: "1"}),
    (
        "pictures of screens",
        _pytest("tests/app/tui/test_looks.py", "tests/app/tui/test_pictures.py", "--snapshot-update"),
        {},
    ),
)


def _files() -> dict[str, str]:
    """Every file that git knows or would add, with what tells its content from another."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    paths = {name: ROOT / name for name in names if name}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.is_file()
    }


def main() -> None:
    """Run every step, then show what changed by it, and not what was changed before."""
    before = _files()
    for name, command, options in STEPS:
        print(f"== {name}", flush=True)
        _run(*command, **options)
    after = _files()
    changed = [name for name in sorted(before | after) if before.get(name) != after.get(name)]
    print(
        "== changed; look at it (git diff) and commit it with what you changed" if changed else "== no change"
    )
    for name in changed:
        print(f"   {name}")


if __name__ == "__main__":
    main()
