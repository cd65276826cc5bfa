"""Part three: the table of requests, received and handled (《条例》 articles 27 to 45)."""

from typing import Final

from prompts.question import Question
from sections.form.disclosure_2021 import FORM
from sections.report.values import Kind

QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "requests.table",
        "requests",
        Kind.TABLE,
        FORM.entered("requests"),
        "第三部分的表：{year}年收到多少件政府信息公开申请，都是怎样办理的？",
        "按申请人类别和办理结果分别填写件数，各种结果见《条例》第三十六条至第三十九条。一件申请只计一种结果；既有公开又有不公开的，只计“部分公开”。总计自动计算。"
        "每一列都要满足：本年新收加上年结转，等于办理结果总计加结转下年度。上年结转来自去年的年报。没有申请的，直接完成即可。",
        source="依申请公开台账",
        examples=("1", "12"),
        required=True,
        nothing="没有申请",
    ),
)
