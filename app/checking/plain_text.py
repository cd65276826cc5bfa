"""Results as text for the terminal: by section, with the words in question and the numbers of both sides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.checking.results import Checked, of_section
from sections.form.model import Form
from sections.rules.base import Finding, Severity


def lines_of(checked: Checked) -> Iterator[str]:
    """The result of one target, line by line."""
    if checked.failure:
        yield f"{checked.target}：{checked.failure}"
        return
    known = f"{checked.unit or '（没有单位名称）'} {f'{checked.year}年' if checked.year else '（没有年份）'}"
    yield f"{known}（{checked.target}）：{summary(checked)}"
    if checked.last:
        yield f"  与{checked.last.words}比较。"
    if checked.note:
        yield f"  {checked.note}"
    yield from finding_lines(checked.form, checked.findings)


def summary(checked: Checked) -> str:
    """「错误2处，提醒1处。」 or that nothing was found; what could not be read is never passed over."""
    counts = [f"{severity.label}{n}处" for severity in Severity if (n := checked.count(severity))]
    counts += [f"已核对{n}处" for n in (checked.answered,) if n]
    words = "，".join(counts) or ("没有发现所查的问题" if checked.unread else "没有发现问题")
    return f"{words}；有{checked.unread}处没有读准，请对照原文核对。" if checked.unread else f"{words}。"


def finding_lines(form: Form, findings: Sequence[Finding]) -> Iterator[str]:
    """Findings under the headings of the document, each with what to do, a rule's advice once."""
    from sections.rules.run import RULES

    how = {rule.code: rule.how for rule in RULES}
    for heading, found in of_section(form, findings):
        yield heading
        for finding in found:
            if finding.answer:
                yield f"  已核对 {finding.code} {finding.message}（核对无误：{finding.answer}）"
                continue
            quote = f"（原文：{finding.quote}）" if finding.quote else ""
            yield f"  {finding.severity.label} {finding.code} {finding.message}{quote}"
            advice = how.pop(finding.code, "")
            mends = f"可自动改正（--fix）：{finding.fix.label}。" if finding.fix else ""
            if advice or mends:
                yield f"       怎样改：{advice}{mends}"


@dataclass(slots=True)
class Tally:
    """What came of many targets."""

    total: int = 0
    failed: int = 0
    wrong: int = 0
    doubtful: int = 0

    def add(self, checked: Checked) -> None:
        """Count one result."""
        self.total += 1
        self.failed += bool(checked.failure)
        self.wrong += bool(checked.count(Severity.ERROR))
        doubts = checked.count(Severity.WARNING) or checked.unread
        self.doubtful += bool(doubts and not checked.count(Severity.ERROR))

    @property
    def line(self) -> str:
        """One sentence over all of them."""
        fine = self.total - self.failed - self.wrong - self.doubtful
        parts = (
            (self.wrong, "有错误"),
            (self.doubtful, "只有提醒"),
            (fine, "没有错误和提醒"),
            (self.failed, "没有读出"),
        )
        return f"共{self.total}份：" + "，".join(f"{words}{n}份" for n, words in parts if n) + "。"


def tally(results: Iterable[Checked]) -> Tally:
    """All results counted."""
    total = Tally()
    for checked in results:
        total.add(checked)
    return total
