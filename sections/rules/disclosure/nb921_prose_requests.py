"""Requests received, by whom, carried in and out: the narrative against the table of part three."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.facts.cells import REQUEST_SUBJECTS
from sections.language.cell_statements import cell_statements
from sections.language.numerals import normalise
from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._cells import numbers
from sections.rules._contradiction import OTHER_SCOPE, ProseRule, sums
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Severity

_PERSONS: Final = ("requests.natural_person", "requests.legal")

_PERSONS_ALONE: Final = re.compile(
    "(?:申请人?|[0-9]件，)(?:均|全部|全|都)(?:为|是|系|由|来自于?)(?:本?[省市县区])?(?:居民)?(?:自然人|个人|公民)|(?:^|(?<=[，。；]))全部(?:为|是|系)自然人(?:提出|提交)?(?:的)?申请"
    "|(?:没有|无)法人(?:或其他组织)?(?:提出|提交)?(?:的)?申请"
)


_OF_REQUESTS: Final = frozenset({"overview.requests", "requests.text"})
_CHANNEL: Final = re.compile(
    "(网络|网上|网站|线上|平台|电子邮件|邮箱|邮件|信函|信件|来信|邮寄|当面|现场|窗口|传真|线下)[^，。；、0-9]{0,10}"
    "(?P<n>[0-9]+)(?:件|份|条|个|宗)(?!公开|信息)"
)
_OTHER_COUNTS: Final = re.compile("咨询|来电|答复|回复|寄送|发布|公开(?:信息|政府信息)|留言|信访|投诉|每")
_QUOTED: Final = 40


def channels(sentence: str) -> list[int]:
    """The applications by channel that a sentence tells; nothing where it counts other things too."""
    line = normalise(sentence)
    if _OTHER_COUNTS.search(line):
        return []
    found = {match[1]: int(match["n"]) for match in _CHANNEL.finditer(line)}
    return list(found.values()) if len(counts(line)) == len(found) else []


class ProseRequests(ProseRule):
    """收到 N件, 受理 N件, 结转下年度 N件, 上年结转 N件 in the prose against rows 一, 二, （七） and 四."""

    code = "NB921"
    name = "正文的申请件数与表格不符"
    severity = Severity.ERROR
    checks = (
        "正文中收到、新收、受理、答复的申请件数，自然人、法人申请件数，上年结转、结转下年度件数，"
        "是否与第三部分表格一致（收到可指新收，也可含上年结转）；写明是上年的数，与上年报告的表格核对；"
        "各渠道的申请相加是否多于表格。一句话里只有认识的词时，次序不限。"
    )
    why = "同一份报告里正文和表格各说各的，是公布后被指出最多的问题之一。"
    basis = ACCURATE
    wrong = "正文：收到政府信息公开申请17件；表格：本年新收25件。"
    right = "正文：收到政府信息公开申请25件；表格：本年新收25件。"
    how = "以台账核对后改正其中一处；统计范围不同的（如本机关与全辖区），在正文写明范围。"
    subjects = REQUEST_SUBJECTS
    strongest = Severity.ERROR

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number that the tables contradict, and each pair that only different rows explain."""
        yield from super().check(context)
        yield from self._mixed(context)
        yield from self._persons_alone(context)
        yield from self._channels(context)

    def _channels(self, context: Context) -> Iterator[Finding]:
        """Channels told one behind the other that together are more than was received."""
        cells = numbers(context.report)
        known = {cell_sum.value for cell_sum in sums("requests.accepted", cells, context.report.unreadable)}
        for piece in pieces(context.report) if known else ():
            if piece.where not in _OF_REQUESTS:
                continue
            for sentence in sentences(piece.text):
                parts = channels(sentence)
                if len(parts) > 1 and known.isdisjoint(parts) and (added := sum(parts)) > max(known):
                    terms = "＋".join(map(str, parts))
                    words = f"各渠道的申请相加{terms}＝{added}件，多于表格中的{max(known)}件。{OTHER_SCOPE}"
                    yield self.finding(piece.where, words, sentence[:_QUOTED], severity=Severity.WARNING)

    def _persons_alone(self, context: Context) -> Iterator[Finding]:
        """「申请人均为自然人」 beside applications of organisations."""
        cells = numbers(context.report)
        new, persons = (cells[f"requests.new.{name}"] for name in ("total", "natural_person"))
        if new is None or persons is None or new <= persons:
            return
        for piece in pieces(context.report):
            for match in _PERSONS_ALONE.finditer(piece.text) if piece.where == "overview.requests" else ():
                words = f"正文称“{match[0]}”，表格中法人或其他组织新收{new - persons}件，两处矛盾。"
                yield self.finding(piece.where, words, match[0], severity=Severity.WARNING)

    def _mixed(self, context: Context) -> Iterator[Finding]:
        """自然人41件、法人11件 of one sentence: one of those received, one of those handled."""
        cells = numbers(context.report)
        for piece in pieces(context.report):
            for sentence in sentences(piece.text) if "自然人" in piece.text else ():
                told = {
                    statement.subject: statement
                    for statement in cell_statements(sentence)
                    if statement.subject in _PERSONS
                }
                if len(told) < len(_PERSONS) or any(
                    statement.part or not statement.of_this_year for statement in told.values()
                ):
                    continue
                meant = [sums(subject, cells, frozenset()) for subject in _PERSONS]
                fits = [
                    {place for place, cell_sum in enumerate(each) if cell_sum.value == told[subject].value}
                    for subject, each in zip(_PERSONS, meant, strict=True)
                ]
                if all(fits) and not fits[0] & fits[1]:
                    quotes = "、".join(told[subject].quote for subject in _PERSONS)
                    words = f"正文写“{quotes}”，一个是新收的数，一个含结转或是办结的数，口径不一致。"
                    yield self.finding(piece.where, words + OTHER_SCOPE, quotes, severity=Severity.WARNING)
