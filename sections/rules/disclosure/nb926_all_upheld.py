"""「均获维持」 beside other outcomes."""

import re
from collections.abc import Iterable
from itertools import islice

from sections.facts.cells import DISPUTE_SUBJECTS
from sections.language.cell_statements import cell_statements
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._cells import numbers
from sections.rules._contradiction import OTHER_SCOPE, same_scope
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_UPHELD = re.compile(
    r"(?:均|全部|皆|都)(?:被|已|予以|依法|获得|获|得到|判决|裁决|决定|结果为|为)*维持|维持率(?:达到|达|为)?100%"
    r"|(?:均|全部|皆|都)(?:被|已|予以|依法|获得|获|得到)*纠正"
    r"|(?:无|没有|未发生|未出现)(?:[^，。；]{0,8}(?:复议|诉讼))?(?:案件)?(?:被)?(?:撤销|纠正|纠错|败诉)"
    r"|零(?:败诉|纠错|撤销)|(?:纠错率|败诉率)(?:均|都)?(?:为|是)?(?:零|0(?![.0-9]))|(?:均|全部|皆|都)(?:获得|获|得)?胜诉"
    r"|(?:均已|已经?全部|全部|都已)(?:经)?(?:全部)?审结"
)
_COLUMNS = (
    ("维持", ("corrected", "other", "pending")),
    ("胜诉", ("corrected", "pending")),
    ("审结", ("pending",)),
    ("^[均全皆都].*纠正", ("upheld", "other", "pending")),
    ("", ("corrected",)),
)
"""What is said of the cases, and the columns that must then be 0."""
_INFORMATION = re.compile("信息公开|申请公开|依申请")


class AllUpheld(Rule):
    """Not all cases were upheld when the table has corrected, other or pending ones."""

    code = "NB926"
    name = "称均获维持却有其他结果"
    severity = Severity.ERROR
    checks = (
        "正文称复议、诉讼“均获维持”“全部胜诉”“均获纠正”“无纠正”“均已审结”时，第四部分相应的结果纠正、其他结果、尚未审结"
        "是否为0（称无纠正的只看结果纠正，称审结的只看尚未审结）。"
    )
    why = "有纠正、有未审结就不是均获维持，是复议机关和法院一眼可见的矛盾。"
    basis = ACCURATE
    wrong = "正文：行政复议3件，均获维持；表格：结果维持2、尚未审结1。"
    right = "正文：行政复议3件，其中维持2件、尚未审结1件。"
    how = "按第四部分表格逐项写明结果。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such sentence."""
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                if piece.where != "overview.requests" and not _INFORMATION.search(sentence):
                    continue
                found = (self._judge(context, piece, sentence, one) for one in _UPHELD.finditer(sentence))
                yield from islice((finding for each in found for finding in each), 1)

    def _judge(
        self, context: Context, piece: Piece, sentence: str, match: re.Match[str]
    ) -> Iterable[Finding]:
        if any(
            statement.part for statement in cell_statements(sentence) if statement.subject in DISPUTE_SUBJECTS
        ):
            return
        cells = numbers(context.report)
        columns = next(columns for words, columns in _COLUMNS if re.search(words, match[0]))
        table = context.report.form.tables["disputes"]
        labels = {column.name: column.label for column in table.columns}
        before = sentence[: match.end()].rsplit("；", 1)[-1]
        against = [
            f"{group.label}{labels[name]}{value}件"
            for group in table.rows
            if _named(group.name, before)
            for name in columns
            if (value := cells[f"disputes.{group.name}.{name}"])
        ]
        if against:
            words = f"正文称“{match[0]}”，表格中{'、'.join(against)}，两处矛盾。"
            if same_scope(context, piece, sentence):
                yield self.finding(piece.where, words, sentence)
            else:
                yield self.finding(piece.where, words + OTHER_SCOPE, sentence, severity=Severity.WARNING)


def _named(group: str, sentence: str) -> bool:
    """Whether the words speak of the group."""
    if group == "reconsideration":
        return bool(
            re.search(
                "行政复议|复议(?:纠错|维持)率|复议(?:均|全部|皆|都|零)|复议案件|复议决定|被申请复议", sentence
            )
        )
    return bool(re.search("诉讼|起诉|判决|败诉|法院", sentence))
