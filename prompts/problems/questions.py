"""Part five: what became of last year's problems, this year's, and their measures (article 50, item 4)."""

from typing import Final

from prompts.problems.catalogue import PROBLEMS
from prompts.question import Choice, Question, ask

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "problems.outcome",
        "problems",
        "去年的年报写到“{item}”，现在怎么样了？",
        "第五部分要交代改进情况，只提问题、不说结果是最常被指出的毛病。请如实选择，仍在推进也没有关系。",
        choices=(
            Choice("已解决", "问题不再存在"),
            Choice("明显改善", "大有好转，还可以做得更好"),
            Choice("仍在推进", "措施正在落实，尚未见到明显效果"),
        ),
        repeat="last.problems",
        required=True,
    ),
    ask(
        "problems.action",
        "problems",
        "为改进“{item}”，{year}年做了什么？",
        "写实际做了的事，一句话，不用句号，最好有次数、数量。可以选一条再修改，也可以自己写。",
        source="去年报告的改进措施、本年度工作总结",
        examples=("制定信息发布责任清单，每季度通报一次更新情况",),
        own_choice=True,
        repeat="last.problems",
    ),
    ask(
        "problems.items",
        "problems",
        "{year}年的信息公开工作主要有哪些问题？",
        "选两三个最实在的就好，输入序号（如“1、3”），也可以自己写，几个问题之间用分号隔开。"
        "尽量不与去年完全相同：年年一样的问题会被认为敷衍。",
        source="主管部门的检查通报、群众留言、自查情况",
        examples=("1、3", "政策解读形式较为单一；业务培训次数偏少"),
        choices=tuple(Choice(entry.problem) for entry in PROBLEMS),
        own_choice=True,
        required=True,
    ),
    ask(
        "problems.measure",
        "problems",
        "针对“{item}”，下一步怎么改进？",
        "每个问题都要有对应的措施，写清楚做什么、怎么做，一句话，不用句号。可以输入序号（几条一起用就写“1、2”），也可以自己写。",
        examples=("明确各栏目的更新频次和责任人，每月通报一次更新情况",),
        own_choice=True,
        repeat="problems.items",
        required=True,
    ),
)
