"""Answers as a file: what `nianbao answers` dumps and `nianbao draft` reads (schema ``nianbao/answers/1``).

``{"schema": "nianbao/answers/1", "unit": "…", "year": 2025, "answers": {field: value},
"reasons": {carried cell: why}, "texts": {paragraph key: text}, "words": "own" or "fresh",
"wordings": {sentence id: number}, "sentences": {sentence id: "keep", "drop" or {"text": …}},
"by": {field: who}}``.
Cells that are not named count 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.input_files import DoubleKeyError, InputFileError, content_of, json_of
from app.schema_versions import why_refused
from prompts.narrative.narrative import Words
from prompts.narrative.sentence import Choice, Decision
from sections.errors import NianbaoError
from sections.facts import fact_of, from_json
from sections.form.elements import Source
from sections.form.model import Form
from sections.form.registry import written_form
from sections.report.values import Value, to_json
from store.model import Origin

if TYPE_CHECKING:
    from app.session.session import Session
    from app.session.views import Outcome

SCHEMA: Final = "nianbao/answers/1"
_KEYS: Final = frozenset(
    {"schema", "unit", "year", "answers", "reasons", "texts", "sentences", "words", "wordings", "by"}
)


class AnswersError(NianbaoError):
    """An answers file that cannot be taken; names every place that is wrong."""


@dataclass(frozen=True)
class AnswersFile:
    """The answers of one report."""

    unit: str
    year: int
    answers: Mapping[str, Value]
    reasons: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, Decision] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict)
    """Which of its wordings a sentence has, by sentence id."""
    words: Words | None = None
    by: Mapping[str, str] = field(default_factory=dict)
    """Who gave an answer, by field."""


def load(path: Path) -> AnswersFile:
    """Read an answers file. Raises ``AnswersError``; nothing of a file with a mistake is taken."""
    return understood(_parsed(path), path.name)


def understood(raw: Mapping[str, Any], name: str) -> AnswersFile:
    """The answers in plain JSON data, called ``name``. Raises ``AnswersError``."""
    problems: list[str] = []
    if other := why_refused(raw.get("schema", SCHEMA), SCHEMA):
        raise AnswersError(f"答案文件 {name} {other}。", "请更新年报助手，或者用这个版本重新导出答案。")
    unit, year = raw.get("unit"), raw.get("year")
    if not isinstance(unit, str) or not unit.strip():
        problems.append("没有写明单位（unit）")
    if isinstance(year, bool) or not isinstance(year, int) or not 2008 <= year <= 2100:
        problems.append("没有写明年份（year，如 2025）" if year is None else f"年份“{year}”不对")
    form = written_form(year if isinstance(year, int) else 0)
    answers = _values(_object(raw, "answers", problems), problems, form)
    reasons = _strings(_object(raw, "reasons", problems), problems)
    texts = _strings(_object(raw, "texts", problems), problems)
    problems += [f"没有“{key}”这一段" for key in texts if key not in form.paragraphs]
    decisions = _decisions(_object(raw, "sentences", problems), problems)
    by = _strings(_object(raw, "by", problems), problems)
    wordings = _object(raw, "wordings", problems)
    problems += [f"{key} 应为一个数" for key, n in wordings.items() if type(n) is not int or not 0 <= n < 100]
    words = raw.get("words")
    if words is not None and words not in set(Words):
        problems.append(f"words 应为 own 或 fresh，不是“{words}”")
    if unknown := sorted(set(raw) - _KEYS):
        problems.append(f"不认识{'、'.join(unknown)}")
    if problems:
        shown = "；".join(problems[:8]) + (f"；等共{len(problems)}处" if len(problems) > 8 else "")
        raise AnswersError(f"答案文件 {name} 有问题：{shown}。", "请改正后再试，什么都没有写入。")
    chosen = Words(words) if words is not None else None
    return AnswersFile(
        str(unit).strip(), int(year or 0), answers, reasons, texts, decisions, wordings, chosen, by
    )


def _decisions(raw: Mapping[str, Any], problems: list[str]) -> dict[str, Decision]:
    """``"keep"``, ``"drop"``, or ``{"text": "…"}``, by sentence id."""
    decisions: dict[str, Decision] = {}
    for sentence, value in raw.items():
        if value in (Choice.KEEP, Choice.DROP):
            decisions[sentence] = Decision(Choice(value))
        elif isinstance(value, dict) and set(value) == {"text"} and isinstance(value["text"], str):
            decisions[sentence] = Decision(Choice.TEXT, value["text"])
        else:
            problems.append(f'{sentence} 应为 "keep"、"drop" 或者 {{"text": "…"}}')
    return decisions


def _parsed(path: Path) -> dict[str, Any]:
    try:
        raw = json_of(content_of(path))
    except InputFileError as error:
        raise AnswersError(error.message, "请选择一份答案文件。") from error
    except DoubleKeyError as error:
        raise AnswersError(
            f"答案文件 {path.name} 里“{error}”写了两次。", "请只留一处，什么都没有写入。"
        ) from error
    except OSError as error:
        raise AnswersError(f"读不到答案文件 {path}。", "请检查路径和权限。") from error
    except ValueError as error:
        raise AnswersError(
            f"答案文件 {path.name} 不是有效的 JSON。", "可以用 nianbao answers 导出一份作样子。"
        ) from error
    if not isinstance(raw, dict):
        raise AnswersError(
            f"答案文件 {path.name} 的最外层应为一个对象。", "可以用 nianbao answers 导出一份作样子。"
        )
    return raw


def _object(raw: Mapping[str, Any], key: str, problems: list[str]) -> dict[str, Any]:
    value = raw.get(key, {})
    if not isinstance(value, dict):
        problems.append(f"{key} 应为一个对象")
        return {}
    return value


def _strings(raw: Mapping[str, Any], problems: list[str]) -> dict[str, str]:
    problems += [f"“{key}”应为文字" for key, value in raw.items() if not isinstance(value, str)]
    return {key: value for key, value in raw.items() if isinstance(value, str)}


def _values(raw: Mapping[str, Any], problems: list[str], form: Form) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in raw.items():
        if fact_of(name) is None and name not in form.places:
            problems.append(f"没有“{name}”这一项")
        elif fact_of(name) is None and form.source(name) is Source.COMPUTED:
            problems.append(f"“{form.label(name)}”是自动计算的，不能填写")
        else:
            try:
                values[name] = from_json(name, value)
            except ValueError as error:
                problems.append(f"{name}：{error}")
    return values


def dump(session: "Session") -> dict[str, Any]:
    """The answers of a session in the form that ``load`` reads."""
    answers = session.conversation.answers()
    return (
        {
            "schema": SCHEMA,
            "unit": session.organ,
            "year": session.year,
            "answers": {field: to_json(answer.value) for field, answer in sorted(answers.items())},
            "reasons": {field: answer.reason for field, answer in sorted(answers.items()) if answer.reason},
            "texts": {key: part.text for key, part in session.narrative.paragraphs().items() if part.edited},
        }
        | _dumped_sentences(session)
        | _dumped_names(session)
    )


def _dumped_names(session: "Session") -> dict[str, Any]:
    """Who gave answers; nothing where colleagues gave none."""
    answers = sorted(session.conversation.answers().items())
    names = {field: answer.by for field, answer in answers if answer.by and answer.origin is Origin.COLLECTED}
    return {"by": names} if names else {}


def _dumped_sentences(session: "Session") -> dict[str, Any]:
    """What was decided about sentences; nothing where nothing was."""
    choices = session.sentences.choices
    dumped = {
        sentence: {"text": decision.text} if decision.choice is Choice.TEXT else str(decision.choice)
        for sentence, decision in sorted(choices.decisions.items())
    }
    own: dict[str, Any] = {"words": str(choices.words)} if choices.words is Words.OWN else {}
    if wordings := session.narrative.wordings():
        own["wordings"] = dict(sorted(wordings.items()))
    return own | ({"sentences": dumped} if dumped else {})


def take(session: "Session", file: AnswersFile) -> int:
    """Put a file's answers into a session; how many cells it left out and that count 0."""
    session.conversation.take(file.answers, file.reasons, file.by)
    blank = sum(len(session.tables.finish(section).changed) for section in session.report.form.tables)
    for key, text in file.texts.items():
        session.narrative.edit(key, text)
    put_decisions(session, file)
    return blank


def put_decisions(session: "Session", file: AnswersFile) -> None:
    """Put into a session what a file says of its sentences. Raises ``AnswersError`` for an unknown one."""
    if file.words is not None:
        session.sentences.use(file.words)
    if file.wordings:
        session.narrative.choose_wordings(file.wordings)
    refused = [done for one in file.sentences.items() if not (done := _decided(session, *one)).accepted]
    if refused:
        raise AnswersError(refused[0].message, "用 nianbao sentences 可以看到每一句的编号。")


def _decided(session: "Session", sentence: str, decision: Decision) -> "Outcome":
    return session.sentences.decide(sentence, decision.choice, decision.text)
