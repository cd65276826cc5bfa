"""Part two: the table of 主动公开 (《条例》 article 20, items 1, 5, 6 and 8)."""

from typing import Final

from prompts.question import Question
from sections.form.disclosure_2021 import FORM
from sections.report.values import Kind

QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "proactive.table",
        "proactive",
        Kind.TABLE,
        FORM.entered("proactive"),
        "第二部分的表：{year}年制发了多少文件，作出了多少许可、处罚和强制决定，收了多少费？",
        "对应《条例》第二十条第（一）（五）（六）（八）项。规章只有国务院部门、省级和设区的市级政府才能制定，其他单位填0；"
        "废止件数包括宣布失效的；现行有效件数由去年的数加制发、减废止得出。许可、处罚和强制填本年作出的决定数，收费以万元为单位。"
        "没有发生的格子空着即可，完成时按0计。",
        source="法制机构的文件备案登记、业务系统的办件统计、财务的收费台账",
        examples=("3", "1,234", "7.5万元"),
        required=True,
    ),
)
