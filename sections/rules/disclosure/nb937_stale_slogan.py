"""Meetings and work plans of earlier years left standing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.language.sentences import sentences
from sections.language.slips import excerpt
from sections.rules._basis import CARE
from sections.rules._phrases import Campaign, Meeting, in_use
from sections.rules._texts import Piece, pieces, whole_text
from sections.rules.base import Context, Finding, Rule, Severity

_NEWEST: Final = re.compile("最新|新近|最近|刚刚|日前")
_STUDIES: Final = re.compile("学习|贯彻|落实|领会|指导|围绕")
_PLAN: Final = re.compile(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:全?[国省市区县州])?(?:政务公开|政府信息公开)(?:重点)?工作?(?:要点|重点任务|任务分解)"
)


class StaleSlogan(Rule):
    """The narrative follows the meetings and work plans of its own year."""

    code = "NB937"
    name = "沿用往年的会议或工作要点"
    severity = Severity.INFO
    checks = (
        "正文只写学习贯彻往年的会议精神（其后已有新的会议而全文未提），或引用往年的政务公开工作要点的；"
        "把已有后续会议的会议称作“最新”的也会指出；工作要点只作提示。会议清单在文件中，可以增补。"
    )
    why = "口号、会议、文件停在往年，是沿用旧稿最明显的痕迹。"
    basis = CARE
    wrong = "2024年度报告：深入学习贯彻党的十九大精神。"
    right = "2024年度报告：深入学习贯彻党的二十大和二十届三中全会精神。"
    how = "改为本年度的会议和文件，或删去这句套话。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield the first sentence with each old meeting, and each old plan."""
        text, year = whole_text(context.report), context.report.year
        for meeting in in_use(context).meetings:
            if "全会" in text or "大" in text:
                yield from self._meeting(context, meeting, text)
        if "教育" in text:
            for piece in pieces(context.report):
                yield from self._campaigns(piece, year, in_use(context).campaigns)
        if "要点" in text or "任务" in text:
            for piece in pieces(context.report):
                if piece.section == "overview":
                    yield from self._plans(piece, year)

    def _meeting(self, context: Context, meeting: Meeting, text: str) -> Iterator[Finding]:
        year = context.report.year
        passed = meeting.newer is not None and meeting.newer_held[0] <= year
        due = passed and meeting.newer is not None and not meeting.newer.search(text)
        if not passed and meeting.held[0] <= year + 1:
            return
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                match = meeting.words.search(sentence)
                if match is None:
                    continue
                clause = excerpt(sentence, match.start(), len(match[0]))
                if passed and _NEWEST.search(clause):
                    held, month = meeting.newer_held
                    words = (
                        f"正文把{meeting.name}称作最新的会议，{held}年{month}月已召开{meeting.newer_name}。"
                    )
                    yield self.finding(piece.where, words, clause, severity=Severity.WARNING)
                    return
                if (due or not passed) and _STUDIES.search(sentence):
                    yield self._told(piece, match[0], meeting, year)
                    return

    def _told(self, piece: Piece, quote: str, meeting: Meeting, year: int) -> Finding:
        held, month = meeting.held
        if held > year + 1:
            words = f"正文写“{quote}”，{meeting.name}{held}年{month}月才召开，{year}年度报告不会写到。"
            return self.finding(piece.where, words, quote)
        held, month = meeting.newer_held
        words = f"正文写“{quote}”，{held}年已召开{meeting.newer_name}，全文没有提到，请确认不是沿用旧稿。"
        return self.finding(piece.where, words, quote, severity=Severity.INFO if held == year else None)

    def _campaigns(self, piece: Piece, year: int, known: tuple[Campaign, ...]) -> Iterator[Finding]:
        for campaign in known:
            match = campaign.words.search(piece.text)
            if match and not campaign.first <= year <= campaign.last:
                years = f"{campaign.first}至{campaign.last}年度"
                words = f"正文写“{match[0]}”，{campaign.name}在{years}的报告中出现，请确认不是沿用旧稿。"
                yield self.finding(piece.where, words, match[0], severity=Severity.INFO)

    def _plans(self, piece: Piece, year: int) -> Iterator[Finding]:
        for match in _PLAN.finditer(piece.text):
            named = int(match["year"])
            if named < year:
                words = f"正文引用“{match[0]}”，本报告是{year}年度的，请确认不是沿用旧稿。"
                yield self.finding(piece.where, words, match[0], severity=Severity.INFO)
