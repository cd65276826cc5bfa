"""`nianbao sentences`: the sentences of a narrative, where each comes from and what it is bound to."""

import argparse
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.console import complain, library, out, out_json
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.views import SentenceView

SCHEMA: Final = "nianbao/sentences/1"
_ORIGINS: Final = {"template": "新写", "own": "去年", "typed": "改写"}


def sentences(arguments: argparse.Namespace) -> ExitCode:
    """List them, of a stored report or of one that a file of answers makes."""
    from app.cli.draft import drafted
    from app.session.drafting import scratch_library

    if bool(arguments.ref) == bool(arguments.answers):
        complain("请写明一份年报（单位@年份），或者用 --answers 给出答案文件。")
        return ExitCode.FAILED
    if arguments.last_year and not arguments.answers:
        complain("--last-year 与 --answers 一起用；已有的年报按保存的上年年报。")
        return ExitCode.FAILED
    with ExitStack() as stack:
        if arguments.ref:
            found = stack.enter_context(library())
            session = stack.enter_context(found.open(found.find(arguments.ref).id))
        else:
            scratch = stack.enter_context(scratch_library())
            last = Path(arguments.last_year) if arguments.last_year else None
            session = stack.enter_context(drafted(scratch, Path(arguments.answers), last, arguments.words))
        if arguments.json:
            out_json(as_json(session))
        else:
            out(_lines(session))
    return ExitCode.OK


def as_json(session: "Session") -> dict[str, Any]:
    """Every sentence with its id, text, origin, bound places and marks, and the facts that none says."""
    return {
        "schema": SCHEMA,
        "unit": session.organ,
        "year": session.year,
        "words": str(session.sentences.words),
        "sentences": [asdict(sentence) for sentence in session.sentences.all()],
        "missing": list(session.sentences.missing()),
        "likeness": session.sentences.likeness,
        "candidates": [sentence.id for sentence in session.sentences.candidates()],
    }


def _lines(session: "Session") -> str:
    lines: list[str] = []
    paragraph = ""
    for sentence in session.sentences.all():
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            lines.append(f"【{paragraph}】")
        lines.append(_line(sentence))
    lines += [f"正文没有写到：{label}" for label in session.sentences.missing()]
    if (likeness := session.sentences.likeness) is not None:
        lines.append(f"第一、第五部分与上年相同的文字：{likeness:.0%}")
    return "\n".join(lines)


def _line(sentence: "SentenceView") -> str:
    marks = f"（{'；'.join(mark.words for mark in sentence.marks)}）" if sentence.marks else ""
    state = _ORIGINS[sentence.origin] if sentence.stands else "不用"
    return f"  {state}  {sentence.text}{marks}  [{sentence.id}]"
