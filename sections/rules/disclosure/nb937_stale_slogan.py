"""Meetings and work plans of earlier years left standing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.language.sentences import sentences
from sections.rules._basis import CARE
from sections.rules._texts import Piece, pieces, whole_text
from sections.rules.base import Context, Finding, Rule, Severity

_MEETINGS: Final[tuple[tuple[str, str, str, int], ...]] = (
    ("十九大精神", "十九大(?:和[^，。]{0,12}|报告)?精神", "二十大", 2022),
    ("十九届", "十九届[一二三四五六]中全会", "二十大", 2022),
    ("二十届二中", "二十届二中全会", "三中", 2024),
    ("二十届三中", "二十届三中全会", "四中", 2025),
)
"""What must stand in the text, the meeting, what the text names when it is up to date, when that was held."""
_STUDIES: Final = re.compile("学习|贯彻|落实|领会|指导|围绕")
_PLAN: Final = re.compile(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:全?[国省市区县州])?(?:政务公开|政府信息公开)(?:重点)?工作?(?:要点|重点任务|任务分解)"
)


class StaleSlogan(Rule):
    """The narrative follows the meetings and work plans of its own year."""

    code = "NB937"
    name = "沿用往年的会议或工作要点"
    severity = Severity.WARNING
    checks = (
        "正文只写学习贯彻往年的会议精神（其后已有新的会议而全文未提），或引用往年的政务公开工作要点的；"
        "工作要点只作提示。会议清单是固定的，只列可以肯定的。"
    )
    why = "口号、会议、文件停在往年，是沿用旧稿最明显的痕迹。"
    basis = CARE
    wrong = "2024年度报告：深入学习贯彻党的十九大精神。"
    right = "2024年度报告：深入学习贯彻党的二十大和二十届三中全会精神。"
    how = "改为本年度的会议和文件，或删去这句套话。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield the first sentence with each old meeting, and each old plan."""
        text, year = whole_text(context.report), context.report.year
        for gate, meeting, newer, held in _MEETINGS:
            if gate in text and year > held and newer not in text:
                yield from self._meeting(context, meeting, newer, held)
        if "要点" in text or "任务" in text:
            for piece in pieces(context.report):
                if piece.section == "overview":
                    yield from self._plans(piece, year)

    def _meeting(self, context: Context, meeting: str, newer: str, held: int) -> Iterator[Finding]:
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                match = re.search(meeting, sentence)
                if match and _STUDIES.search(sentence):
                    later = newer if newer == "二十大" else f"二十届{newer}全会"
                    words = f"正文写“{match[0]}”，{held}年已召开{later}，全文没有提到，请确认不是沿用旧稿。"
                    yield self.finding(piece.where, words, match[0])
                    return

    def _plans(self, piece: Piece, year: int) -> Iterator[Finding]:
        for match in _PLAN.finditer(piece.text):
            named = int(match["year"])
            if named < year:
                words = f"正文引用“{match[0]}”，本报告是{year}年度的，请确认不是沿用旧稿。"
                yield self.finding(piece.where, words, match[0], severity=Severity.INFO)
