"""Part five in the organ's own words: the leads of its lists, with this year's lists."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from prompts.narrative.binding import bind
from prompts.narrative.own_words import LEAST, LastSentence, renewed
from prompts.narrative.sentence import Mark, Origin, Sentence, own_id
from prompts.narrative.template_api import TemplateApi
from prompts.narrative.wording import numbered
from sections.language.sentences import placed_sentences
from sections.report.report import Report

IMPROVED: Final = "problems.improved"
FOUND: Final = "problems.found"
MEASURES: Final = "problems.measures"
FRAMED: Final = frozenset({IMPROVED, FOUND, MEASURES})
"""Paragraphs that are one sentence: a lead and its list."""
_LEAD: Final = re.compile(r"(?P<lead>[^。\n]*?(?:：|:|。))\s*(?=一是|1[.、．])")
_LACKS: Final = "(?:不足|问题|差距|薄弱|短板)"
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    MEASURES: re.compile("下一步|今后|下一年|来年|明年|(?<!即)将|拟|改进措施|整改措施|打算"),
    IMPROVED: re.compile(
        "(?:改进|整改|整改落实)情况|(?:进行了|作了|作出|加以|予以|完成|继续|逐[项一])[^，。：]{0,6}(?:改进|整改)"
        f"|(?:上一?年|去年)[^，。：]{{0,8}}(?:指出|提出|所?列|反映|存在|查找)[^，。：]{{0,6}}{_LACKS}"
    ),
    FOUND: re.compile(f"{_LACKS}|(?:需要|有待)[^，。：]{{0,6}}(?:改进|提高|加强)"),
}
"""What a lead is about by its words, the surest first: what will be done, what was, what is lacking."""
_HEADING: Final = re.compile(r"^(?:（[一二三]）)?[^，。：]{2,12}(?:情况|问题|措施)。")
_SHORTEST: Final = 5
_OF_SEVERAL: Final = re.compile("以下|如下|下列|几[个点项方]|一些|逐[项一]")
"""Words of a lead behind which a single point is no list."""
_COLONS: Final = ("：", ":")


def renewed_frames(last: Report, report: Report) -> dict[str, list[Sentence]]:
    """The leads of part five's lists as they would stand this year, with the lists, by paragraph."""
    lists = {
        IMPROVED: TemplateApi(report, last).improvements(),
        FOUND: [problem.problem for problem in report.problems.items],
        MEASURES: TemplateApi(report, last).measures(),
    }
    found: dict[str, list[Sentence]] = {}
    for kind, lead in _leads(last.problems.text):
        points = lists[kind]
        if len(points) > 1 or (points and lead.endswith(_COLONS) and not _OF_SEVERAL.search(lead)):
            sentence = LastSentence(own_id(kind, lead), kind, lead, bind(lead, kind, last), lead)
            made = renewed(sentence, report, last)
            found[kind] = [replace(made, text=f"{made.text}{numbered(points)}")]
    return found


@lru_cache(maxsize=8)
def _leads(text: str) -> tuple[tuple[str, str], ...]:
    """Kind and words of the sentences that lead a list, each kind once."""
    found: dict[str, str] = {}
    for match in _LEAD.finditer(text):
        lead = _HEADING.sub("", match["lead"].strip())
        kind = next((key for key, words in _KINDS.items() if words.search(lead)), "")
        if kind and len(lead) >= _SHORTEST:
            found.setdefault(kind, lead)
    return tuple(found.items())


def left_of(last: Report | None, standing: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of last year's part five that no frame among ``standing`` takes over: its problems and
    measures are last year's. What only introduces (「本年度改进情况：」) is no sentence."""
    leads = tuple(sentence.last for sentence in standing if sentence.last)
    text = last.problems.text if last is not None else ""
    return tuple(
        Sentence(
            own_id(FOUND, placed_sentence),
            placed_sentence,
            origin=Origin.OWN,
            marks=(Mark.PART_FIVE,),
            last=placed_sentence,
        )
        for _, placed_sentence in placed_sentences(text)
        if len(placed_sentence) >= LEAST
        and not placed_sentence.endswith(_COLONS)
        and not (leads and placed_sentence.startswith(leads))
    )
