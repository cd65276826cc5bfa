"""The question explained in full, what may be typed as its answer, and the commands of the box."""

from typing import Final

from app.session.views import QuestionView
from app.tui.interview.outline import LEGEND
from app.tui.text.cell_width import left_aligned
from app.tui.text.question_rows import question_rows
from app.tui.text.rows import Row, labelled, row
from prompts.commands import COMMANDS
from sections.report.values import Kind

_TYPING: Final = {
    Kind.COUNT: (
        "可以写 699、６９９、1,234、699条、六百九十九、1.2万、14万余、无、同去年（或者 =）、比去年多8项。"
    ),
    Kind.AMOUNT: "可以写 7.5、7.5万元、75000元、无。",
    Kind.FLAG: "回答“是”或“否”。",
    Kind.CHOICE: "输入序号，或者用方向键到选项上按回车。",
    Kind.CHOICES: "输入序号，如“1、3”，或者用空格选中几项再按回车。",
    Kind.LIST: "几项之间用分号“；”隔开，可以一次粘贴多行。",
    Kind.ITEMS: "按“名称 数字 单位”来写，几项之间用分号“；”隔开，可以一次粘贴多行。",
    Kind.DATE: "年、月、日之间也可以用横线、点、斜线。只写月、日的，如 1月20日、1-20，就是下一年的。",
    Kind.PARAGRAPH: "可以写几段，回车换行，写完按 F5。",
    Kind.TABLE: "按回车打开表格，直接输入数字，也可以粘贴从 WPS 或 Excel 复制的区域。",
}


def question_help(view: QuestionView | None, room: int) -> list[Row]:
    """The lines; on the closing page the commands alone."""
    rows: list[Row] = []
    if view is not None:
        rows += question_rows(view, room)
        if view.kind in _TYPING:
            rows += labelled("写法：", _TYPING[view.kind], room)
        rows += labelled("空着：", _if_empty(view), room)
        rows.append(row(""))
    marks = "，".join(f"{mark} {words}" for mark, words in LEGEND.items())
    rows += [*labelled("提纲里的记号：", marks, room), row("")]
    rows.append(row("也可以在输入框里输入命令", "strong"))
    for command in COMMANDS.values():
        rows += labelled(left_aligned(command.name, 15), command.label, room)
    return rows


def _if_empty(view: QuestionView) -> str:
    """What an empty Enter does here."""
    if view.kind is Kind.TABLE:
        return "按回车打开表格。"
    if view.answer:
        return "清空输入框再按回车，这一题的答案就清空了。"
    if view.default:
        return "直接按回车，就采用“同去年”的答案。"
    stays = "这一题是必填的，不答就不能定稿。" if view.required else "暂时不答，可以按 Ctrl+N 跳过。"
    return f"直接按回车不会有答案，数字和是否题都要输入。{stays}"
