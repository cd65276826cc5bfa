"""What a Word file carries besides its text: tracked changes, comments, hidden words, marks of a draft."""

from collections.abc import Iterable
from typing import Final

from sections.report.parts import REMNANT_LABELS, Remnant, RemnantKind
from sections.rules._basis import REVIEWED
from sections.rules.base import Context, Finding, Rule, Severity

_SEVERITY: Final[dict[RemnantKind, Severity]] = {
    "inserted": Severity.WARNING,
    "deleted": Severity.WARNING,
    "comment": Severity.WARNING,
    "hidden": Severity.WARNING,
    "struck": Severity.WARNING,
    "mark": Severity.WARNING,
    "highlighted": Severity.INFO,
}
"""Running heads are the layout of many an organ and no fault; highlighting may be meant."""
_DO: Final[dict[RemnantKind, str]] = {
    "inserted": "请接受或拒绝全部修订。",
    "deleted": "请接受或拒绝全部修订。",
    "comment": "请处理后删除批注。",
    "hidden": "请删除或取消隐藏。",
    "struck": "请删除或去掉删除线。",
    "highlighted": "公布前请去掉突出显示。",
    "mark": "请确认可以公开，并删去标记。",
}
_MOST: Final = 3
"""Of one kind that are told one by one."""


class CarriedAlong(Rule):
    """A published file carries nothing of its drafting."""

    code = "NB958"
    name = "文件里留有修订、批注或隐藏内容"
    severity = Severity.WARNING
    checks = (
        "Word 文件里有没有未接受的修订、批注、隐藏文字、删除线，开头、页眉、页脚或水印有没有密级和稿件标记；"
        "突出显示只作提示。"
    )
    why = "这些内容公布后任何人都能看到，常常泄露未定的意见，带密级标记的更不得公布。"
    basis = REVIEWED
    wrong = "公布的 Word 文件里留有修订“收到申请14件”改为“41件”，还有批注“请核实”。"
    right = "接受全部修订、删除全部批注后再公布。"
    how = "在 Word 或 WPS 的“审阅”中接受修订、删除批注，清除隐藏文字和标记后另存。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each remnant, a few of a kind one by one, the rest counted."""
        kinds: dict[RemnantKind, list[Remnant]] = {}
        for remnant in context.report.remnants:
            if remnant.kind in _SEVERITY:
                kinds.setdefault(remnant.kind, []).append(remnant)
        for kind, found in kinds.items():
            for place, remnant in enumerate(found[:_MOST], start=1):
                more = f"这类内容共{len(found)}处。" if place == _MOST < len(found) else ""
                yield self.finding("title", _words(remnant) + more, remnant.text, severity=_SEVERITY[kind])


def _words(remnant: Remnant) -> str:
    around = remnant.where if remnant.where != remnant.text else ""
    place = f"（在“{around[:20]}”）" if around else ""
    return f"文件里留有{REMNANT_LABELS[remnant.kind]}“{remnant.text[:40]}”{place}，{_DO[remnant.kind]}"
