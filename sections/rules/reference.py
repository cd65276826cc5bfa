"""The rule reference as Markdown: docs/rules.md is generated from the rules and compared in the tests."""

from collections.abc import Iterator
from typing import Final

from sections.form.disclosure_2021 import FORM, HEADINGS
from sections.rules.base import Rule
from sections.rules.run import RULES

_CHAPTERS: Final = {
    **{str(number): heading for number, heading in enumerate(HEADINGS.values(), start=1)},
    "9": "各部分通用与跨年核对",
}
_OPENING: Final = """\
# 检查规则

本页由 `sections/rules/` 中的规则生成，请勿手改；`nianbao rules` 列出同样的内容。每条规则有固定编号：
第一位数字对应报告的部分（1 至 6，标题和引言归入第一部分），9 为各部分通用和跨年核对的规则。
编号一经使用不再改作他用。

- **错误**：可以肯定的问题，定稿前必须改正；
- **提醒**：很可能有问题，或需要人来判断（例如正文与表格统计范围可能不同）；
- **提示**：供参考。

同一条规则在把握较小时会降为提醒或提示；起草过程中，没有填完的内容只作提示。
"""
_AMOUNT: Final = next(path for path in FORM.paths if FORM.measure(path).is_money)
_LIMITS: Final = f"""\
## 不能由程序判断的

- 行政事业性收费金额（`{_AMOUNT}`）：正文没有写的，没有别的数字可以核对，只在与上年相差悬殊时提示；
- 行政许可、行政处罚、行政强制的件数：只有正文也写了件数时才能核对；
- 规章、行政规范性文件的制发、废止、现行有效件数：没有上年报告时，只能发现明显不可能的情况；
- 同一行、同一列同时改动而各项合计仍然成立的错误；
- 正文里没有表格、合计或上年数字可以对照的次数（如培训次数）：起草时与填报的答案核对，检查文件时无法核对；
- 正文与表格的统计范围是否相同（本机关还是全辖区）：只提醒，不作错误；
- 用“成”写的增减（“减少两成”）、没有表格可对照的倍数，以及约数（“近30件”“14万余条”）；
- 语句是否通顺、内容是否真实、问题是否确实存在，以及不在固定清单里的错别字；
- 表格跨页断开等版式问题。

审核中常被批评的情形与规则的对照，见 [checking.md](checking.md)。
"""


def as_markdown() -> str:
    """Every rule with what it checks, why, on what basis, an example and how to mend it."""
    return "\n".join((_OPENING, *_index(), *_chapters(), _LIMITS))


def _index() -> Iterator[str]:
    yield "| 编号 | 级别 | 问题 |\n| --- | --- | --- |"
    yield from (
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity.label} | {rule.name} |" for rule in RULES
    )
    yield ""


def _chapters() -> Iterator[str]:
    for number, heading in _CHAPTERS.items():
        rules = [rule for rule in RULES if rule.code[2] == number]
        if rules:
            yield f"## {heading}\n"
            yield from map(as_entry, rules)


def as_entry(rule: Rule) -> str:
    """One rule in Markdown."""
    lines = (
        f"### {rule.code}\n",
        f"**{rule.name}**（{rule.severity.label}）\n",
        f"- 检查内容：{rule.checks}",
        f"- 为什么：{rule.why}",
        f"- 依据（{rule.level.label}）：{rule.basis}",
        f"- 错误写法：{rule.wrong}",
        f"- 正确写法：{rule.right}",
        f"- 怎样改：{rule.how}\n",
    )
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    sys.stdout.write(as_markdown())
