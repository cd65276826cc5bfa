"""现行有效 against last year's 现行有效."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import FORM
from sections.rules._cells import documents, last_year, numbers
from sections.rules._texts import whole_text
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_REORGANISED = re.compile("机构改革|职能(?:调整|划转|划出|划入)|统计口径")
_CLEARED = re.compile("清理|划转|划出|划入|移交|失效")
_OWN_WORDS = {"regulations": "规章(?!制度)", "normative_documents": "规范性文件"}
"""How the text names the documents of a row: clearing of other papers explains nothing of them."""


class InForce(Rule):
    """In force = last year's + issued - repealed, for both rows."""

    code = "NB912"
    name = "现行有效件数与上年衔接不上"
    severity = Severity.ERROR
    checks = (
        "载入上年报告后，规章和行政规范性文件的现行有效件数是否等于上年现行有效＋本年制发−本年废止。"
        "正文已说明清理或机构调整的，只作提醒。"
    )
    why = "三个数前后年度应当衔接；对不上说明漏报了制发、废止，或清理、划转没有说明。"
    basis = FORM
    wrong = "上年现行有效5件，本年制发3件、废止0件，现行有效填5件。"
    right = "上年现行有效5件，本年制发3件、废止0件，现行有效填8件。"
    how = "核对本年制发、废止件数；因清理、机构调整而变化的，在正文中说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each row whose number in force does not follow from last year's."""
        last = last_year(context)
        if last is None:
            return
        now, before = numbers(context.report), numbers(last)
        for row in documents(context.report.form):
            base = f"proactive.{row.name}"
            issued, repealed, force = (now[f"{base}.{name}"] for name in ("issued", "repealed", "in_force"))
            start = before[f"{base}.in_force"]
            if issued is None or repealed is None or force is None or start is None:
                continue
            due = start + issued - repealed
            if force != due:
                words = (
                    f"“{row.label}”现行有效填{force}件，按上年{start}件＋本年制发{issued}件−本年废止{repealed}件"
                    f"应为{due}件。"
                )
                explained = _is_explained(context, row.name, abs(Decimal(force) - Decimal(due)))
                yield self._found(context, f"{base}.in_force", words, int(due), explained=explained)

    def _found(self, context: Context, field: str, words: str, due: int, *, explained: bool) -> Finding:
        reason = context.report.overruled.get(field)
        if reason:
            return self.finding(field, f"{words}已说明理由：{reason}。", severity=Severity.INFO)
        if explained:
            words += "正文提到清理或机构调整，请确认已写明差额的原因。"
            return self.finding(field, words, severity=Severity.WARNING)
        fix = Fix(f"改为{due}", field, value=due) if context.drafting and due >= 0 else None
        return self.finding(field, words + "如因清理或机构调整，请在正文说明。", fix=fix)


def _is_explained(context: Context, row: str, apart: Decimal) -> bool:
    """Whether the text says why the number leaps: of these documents, and in no other number than that."""
    text = whole_text(context.report)
    if _REORGANISED.search(text):
        return True
    for sentence in sentences(text):
        if _CLEARED.search(sentence) and re.search(_OWN_WORDS.get(row, "文件"), sentence):
            told = [
                number.amount
                for number in counts(sentence)
                if number.measure in {"件", "份", "项", "个", "部"}
            ]
            if not told or apart in told:
                return True
    return False
