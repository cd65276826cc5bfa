"""Shares of a whole: 「网上申请21件，占70%」."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sections.facts.cells import APPLICANT_SUBJECTS, RESULT_SUBJECTS
from sections.language.known_words import subject_of
from sections.language.numerals import normalise
from sections.language.shares import Share, found_shares
from sections.rules._basis import ACCURATE
from sections.rules._cells import numbers
from sections.rules._contradiction import sums
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_HANDLED: Final = re.compile(r"(?<![按限时期])办结率(?:为|达到|达)?([0-9]+(?:\.[0-9]+)?)[%％]")


class WrongShare(Rule):
    """A share follows from the part and the whole that stand before it."""

    code = "NB943"
    name = "占比与两个数不符"
    severity = Severity.ERROR
    checks = (
        "正文写“某项N件，占P%”的，用前文的总数重新计算，看P是否相符（四舍五入或舍尾都算相符）；"
        "前文有几个总数的，与其中一个相符即可；总数在前一两句的，只作提醒；“满意464份，满意率96.3%”也这样核对；申请的办结率、写“予以公开占P%”“占办结总数P%”的用第三部分表格核对。"
    )
    why = "占比由两个数算出，任何人都能验算。"
    basis = ACCURATE
    wrong = "收到申请30件，其中网上申请21件，占75%。"
    right = "收到申请30件，其中网上申请21件，占70%。"
    how = "占比＝该项÷总数×100%，按此改正，或核对两个数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each share that follows from no number before it."""
        yield from _handled(self, context)
        yield from _of_tables(self, context)
        for piece in pieces(context.report):
            for share in found_shares(piece.text):
                if _left_to_tables(share, piece.where):
                    continue
                if share.wholes and not any(_holds(share, whole) for whole in share.wholes):
                    whole = max(share.wholes)
                    part, percent = share.part.amount, share.percent.amount
                    due = (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
                    words = f"“{share.quote}”：{part}÷{whole}＝{due}%，与所写的{percent}%不符。"
                    severity = None if share.near and len(share.wholes) == 1 else Severity.WARNING
                    sure = severity is None and piece.text.count(share.quote) == 1
                    fix = _fix(share, piece.where, whole) if sure else None
                    yield self.finding(piece.where, words, share.quote, fix, severity)


def _handled(rule: Rule, context: Context) -> Iterator[Finding]:
    """「办结率95.4%」 of the requests, which follows from the table of part three."""
    cells = numbers(context.report)
    new, carried, handled = (cells[f"requests.{row}.total"] for row in ("new", "carried_in", "total"))
    if not (new and handled) or carried is None:
        return
    wholes = dict.fromkeys((Decimal(new + carried), Decimal(new)))
    for piece in pieces(context.report):
        for match in _HANDLED.finditer(piece.text) if piece.where == "overview.requests" else ():
            said = Decimal(match[1])
            step = Decimal(1).scaleb(int(said.as_tuple().exponent))
            rates = [handled * 100 / whole for whole in wholes]
            if said < 100 and not any(-step / 2 <= rate - said < step for rate in rates):
                due = rates[0].quantize(Decimal("0.1"), ROUND_HALF_UP)
                words = (
                    f"“{match[0]}”：表格中办结{handled}件，新收和上年结转共{new + carried}件，应为{due}%。"
                )
                yield rule.finding(piece.where, words, match[0], severity=Severity.WARNING)


_SHARE: Final = re.compile(
    r"(?:^|(?<=[，。；、：]))(?P<what>[^，。；、：0-9]{2,20}?)(?P<n>[0-9]+[件宗起例])?[，（]?占(?:比|到)?(?:为|达到?)?"
    r"(?P<whole>[^，。；、0-9]{0,12}?)(?:的|比|为)?(?P<percent>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_OF_REQUESTS: Final = frozenset({"overview.requests", "requests.text"})
_WHOLES: Final = re.compile(
    "^(?:全部|全年|总|所有|本年)*(?:申请|新收|收到|受理|办结|答复|办理|处理)?(?:申请)?的?(?:总数|总量|总件数|件数|数量|总)?的?(?:比例|比重)?$"
)


def _of_tables(rule: Rule, context: Context) -> Iterator[Finding]:
    """「予以公开占47%」, 「不予公开5件，占办结总数的9.8%」: part and whole stand in the tables."""
    cells, unsure = numbers(context.report), context.report.unreadable
    wholes = dict.fromkeys(
        Decimal(one.value)
        for subject in ("requests.accepted", "requests.total.total")
        for one in sums(subject, cells, unsure)
        if one.value
    )
    for piece in pieces(context.report):
        if piece.where not in _OF_REQUESTS or "占" not in piece.text or not wholes:
            continue
        for match in _SHARE.finditer(normalise(piece.text)):
            subject = subject_of(match["what"])
            parts = sums(subject, cells, unsure) if subject in RESULT_SUBJECTS | APPLICANT_SUBJECTS else []
            said = Decimal(match["percent"])
            if not parts or not _WHOLES.match(match["whole"]) or _told_before(piece.text, match[0]):
                continue
            step = Decimal(1).scaleb(min(int(said.as_tuple().exponent), 0))
            rates = [one.value * 100 / whole for one in parts for whole in wholes]
            if not any(-step / 2 <= rate - said < step for rate in rates):
                due = rates[0].quantize(Decimal("0.1"), ROUND_HALF_UP)
                part = f"表格中{parts[0].name}{parts[0].value}件"
                words = f"“{match[0]}”：{part}，办结或收到的申请{min(wholes)}件，占{due}%。"
                yield rule.finding(piece.where, words, match[0], severity=Severity.WARNING)


def _told_before(text: str, words: str) -> bool:
    """Whether the share has its whole in the prose, so that it is judged by that."""
    return any(
        share.wholes and share.quote in words
        for share in found_shares(text)
        if not _left_to_tables(share, "overview.requests")
    )


_OF_THE_TABLE: Final = re.compile(
    "占(?:全部|全年)?(?:新收|收到|受理|办结|答复|申请)(?:申请)?的?(?:总数|总量|总件数)"
)


def _left_to_tables(share: Share, where: str) -> bool:
    """Whether the words name a whole of the tables, and the sentence tells it nowhere."""
    return where in _OF_REQUESTS and not share.near and bool(_OF_THE_TABLE.search(share.quote))


def _holds(share: Share, whole: Decimal) -> bool:
    """Whether the percentage follows from ``whole``, rounded or cut off."""
    step = share.percent.step
    return -step / 2 <= share.part.amount * 100 / whole - share.percent.amount < step


def _fix(share: Share, where: str, whole: Decimal) -> Fix:
    """The percentage that follows, with as many places as the wrong one has."""
    due = f"{(share.part.amount * 100 / whole).quantize(share.percent.step, ROUND_HALF_UP)}%"
    wrong = f"{share.percent.text}%"
    return Fix(f"把“{wrong}”改为“{due}”", where, old=share.quote, new=share.quote.removesuffix(wrong) + due)
