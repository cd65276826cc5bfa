"""How reports word what part four counts: reconsiderations and lawsuits, and how they ended.

The surest subjects come first: a number that one of them has read is not read by another."""

from typing import Final

from sections.language.subject import Subject, Wording

_EACH: Final = "行政复议(申请|案件)?(、|和|及|或|与)(行政)?诉讼(案件|数量)?(均|各)<案>"
"""Told of reconsiderations and of lawsuits at once."""

_RECONSIDERATION: Final = Subject(
    "disputes.reconsideration.total",
    "行政复议",
    "件",
    (
        Wording(
            _EACH,
            ("政府信息公开行政复议、行政诉讼均为【0】件。",),
            ("行政复议、行政诉讼共5件。", "行政复议、行政诉讼均已审结。"),
        ),
        Wording(
            "(?<!审结)(?<!审结的)<复议><计><案>",
            ("因政府信息公开引发行政复议【4】起。", "行政复议案件共计【4】件。"),
            ("行政复议机关4家。", "行政复议决定维持，涉及4件。"),
        ),
        Wording(
            "<案><信息公开类>?的?行政复议(?!决定|后|[、和及与](?!{other}))",
            ("本年度有【4】件政府信息公开行政复议。",),
            ("收到4件行政复议决定。", "4件行政复议和诉讼。"),
        ),
        Wording(
            "(?<!行政)(?<!未经)(?<!经过)(?<!申请)(?<!提起)(?<!审结)(?<!审结的)复议(案件)?<计><案>",
            ("因信息公开发生复议【4】件。", "信息公开复议【4】件，诉讼1件。"),
            ("复议后起诉1件。", "复议决定书4份。", "申请复议4件。"),
        ),
        Wording(
            "被(申请|提起)复议<计><案>",
            ("被申请复议【4】件，被起诉1件。",),
            ("被申请复议的单位4家。", "申请复核4件。"),
        ),
    ),
    (
        Wording(
            "零(行政)?复议",
            ("信息公开实现零行政复议。",),
            ("复议4件。",),
        ),
        Wording(
            "<没发生>{clause 30}行政复议",
            ("未发生因政府信息公开引起的行政复议、行政诉讼。",),
            ("未发生4件行政复议。", "未发生责任追究。", "无行政诉讼，行政复议5件。"),
        ),
    ),
)
_AFTER: Final = Subject(
    "disputes.litigation_after_reconsideration.total",
    "复议后起诉",
    "件",
    (
        Wording(
            "(经)?复议后(再)?(提起)?(行政)?(起诉|诉讼)<计><案>",
            ("复议后提起行政诉讼【1】件。",),
            ("复议后维持1件。",),
        ),
    ),
)
_DIRECT: Final = Subject(
    "disputes.litigation_direct.total",
    "未经复议直接起诉",
    "件",
    (
        Wording(
            "(未经复议)?直接(提起)?(行政)?(起诉|诉讼)<计><案>",
            ("未经复议直接起诉【1】件。", "直接提起行政诉讼的案件【1】件。"),
            ("直接答复1件。",),
        ),
    ),
)
_LITIGATION: Final = Subject(
    "disputes.litigation.total",
    "行政诉讼",
    "件",
    (
        Wording(
            _EACH,
            ("因信息公开引起的行政复议和诉讼各【1】件。",),
            ("行政复议、行政诉讼共5件。", "行政复议、行政诉讼均已审结。"),
        ),
        Wording(
            "(?<!复议[、和及或与])(?<!审结)(?<!审结的)行政诉讼(申请|案件|事项)*<计><案>",
            ("行政诉讼案件【1】件。", "因信息公开工作被提起行政诉讼的案件共【1】件。"),
            ("行政复议和行政诉讼5件。", "行政诉讼应诉培训1次。"),
        ),
        Wording(
            "(提起|引发|引起|涉及|发生)的?(?<!复议后提起)(?<!直接提起)诉讼(案件)?<计><案>",
            ("因依申请公开引发诉讼【1】起。",),
            ("复议后提起诉讼1件。", "引发争议1起。"),
        ),
        Wording(
            "<案><信息公开类>?的?行政诉讼(?!{other})",
            ("全年有【1】件政府信息公开行政诉讼。",),
            ("行政复议【4】件、行政诉讼1件。", "答复1件政府信息公开申请。"),
        ),
        Wording(
            "(涉诉|被(申请人|当事人)?起诉|被诉|应诉)(案件)?<案>",
            ("因信息公开涉诉【1】件。", "被起诉【1】件。", "因答复内容被申请人起诉【1】件。"),
            ("涉诉信访案件1件。", "被诉行政行为1件。"),
        ),
        Wording(
            "(?<!行政)(?<!起)(?<!发)(?<!直接)(?<!后)(?<!涉及)(?<!发生)(?<!引起)(诉讼案件|(?<=，)诉讼|(?<=、)诉讼)<计><案>",
            ("信息公开诉讼案件【1】件。", "信息公开复议4件，诉讼【1】件。"),
            ("诉讼服务1次。", "复议诉讼5件。"),
        ),
    ),
    (
        Wording(
            "零(行政)?诉讼",
            ("信息公开零复议、零诉讼。",),
            ("诉讼为1件。",),
        ),
        Wording(
            "<没发生>{clause 36}诉讼",
            ("全年未发生因信息公开引起的行政诉讼。",),
            ("未发生1件诉讼。", "没有负面舆情。", "无行政复议，被提起行政诉讼4件。"),
        ),
    ),
)
BOTH: Final = "disputes.total"
_TOGETHER: Final = (
    Subject(
        BOTH,
        "行政复议与行政诉讼",
        "件",
        (
            Wording(
                "(行政)?复议(申请|案件)?(、|和|及|或|与)?(行政)?诉讼(案件)?<案>",
                ("政府信息公开行政复议、行政诉讼案件共【5】件。", "信息公开复议诉讼共【5】件。"),
                ("行政复议4件、行政诉讼1件。", "行政复议、行政诉讼均为0件。"),
            ),
        ),
    ),
)

_COURTS: Final = (
    ("reconsideration", "行政复议", "复议(?!后)"),
    ("litigation_direct", "未经复议直接起诉", "直接(起诉|诉讼|提起(行政)?诉讼)"),
    ("litigation_after_reconsideration", "复议后起诉", "复议后(再)?(提起)?(行政)?(起诉|诉讼)"),
    ("litigation", "行政诉讼", "(诉讼|法院)"),
)
_OUTCOMES: Final = (
    ("upheld", "结果维持", "(结果|被|予以)?维持(原(行政)?(行为|决定|答复))?）?", "维持"),
    ("corrected", "结果纠正", "((结果|被|予以)?纠正|被?纠错|败诉|撤销(原(行政)?(行为|决定|答复))?)", "纠正"),
    ("other", "其他结果", "其他结果", "其他结果"),
    ("pending", "尚未审结", "((尚?未|未予?)审[结理](完毕)?|正在审理(中)?)", "尚未审结"),
)


_BARE: Final = {
    ("litigation", "corrected"): (
        Wording("败诉(的?案件)?<计><案>", ("全年败诉【1】件。",), ("败诉率下降1个百分点。", "胜诉1件。")),
    ),
}
"""Outcomes whose words say for themselves which kind of case it was."""


def _outcome(court: tuple[str, str, str], outcome: tuple[str, str, str, str]) -> Subject:
    group, label, court_words = court
    column, result, words, example = outcome
    said = f"因政府信息公开引发的{label}"
    return Subject(
        f"disputes.{group}.{column}",
        f"{label}{result}",
        "件",
        (
            Wording(
                f"{court_words}{{any 40 -复诉}}{words}<计><案>",
                (f"{said}3件，其中{example}【2】件。", f"{said}{example}【2】件。"),
                (f"{said}2件。", f"{example}2件。"),
            ),
            *_BARE.get((group, column), ()),
        ),
    )


DISPUTES: Final = (*_TOGETHER, _RECONSIDERATION, _AFTER, _DIRECT, _LITIGATION)
OUTCOMES: Final = tuple(_outcome(court, outcome) for court in _COURTS for outcome in _OUTCOMES)
