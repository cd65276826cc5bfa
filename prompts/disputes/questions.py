"""Part four: the table of reconsideration and litigation (《条例》 article 51)."""

from typing import Final

from prompts.question import Question
from sections.form.disclosure_2021 import FORM
from sections.report.values import Kind

QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "disputes.table",
        "disputes",
        Kind.TABLE,
        FORM.entered("disputes"),
        "第四部分的表：{year}年因政府信息公开被申请过行政复议、提起过行政诉讼吗？",
        "只计因政府信息公开工作引起的案件（《条例》第五十一条），其他案件不计。年底还没有结果的计入“尚未审结”；"
        "去年尚未审结的案件，今年应出现在结果里，或者仍计入“尚未审结”。没有案件的，直接完成即可。",
        source="法制机构的复议应诉台账、复议决定书和裁判文书",
        examples=("0", "1"),
        required=True,
        nothing="没有案件",
    ),
)
