"""What was read from a file, in words: so that the clerk can see at a glance whether it was read right."""

from collections.abc import Iterator

from sections.report.figure_names import figure_name
from sections.report.gaps import gaps_of, left_out_words
from sections.report.parts import Figure
from sections.report.report import Report
from sections.rules.base import Context, Severity
from sections.rules.run import check

_TABLES_AND_PROSE = "NB921"


def describe(report: Report) -> str:
    """The report as read: tables, figures, problems, and what could not be read, a line each."""
    said = (_tables, _figures, _problems, _profile, _unread, _left_out)
    return "\n".join(line for part in said for line in part(report))


def _tables(report: Report) -> Iterator[str]:
    yield "【表格】"
    for section, table in report.form.tables.items():
        read = sum(report.number(field) is not None for field in table.paths)
        state = "全部读出" if read == len(table.paths) else f"读出{read}格，缺{len(table.paths) - read}格"
        yield f"  {report.form.headings[section]}：{len(table.paths)}格，{state if read else '没有找到'}"
    found = check(Context(report))
    errors = [
        finding
        for finding in found
        if finding.severity is Severity.ERROR and finding.where in report.form.places
    ]
    if errors:
        yield f"  原文表中有{len(errors)}处数字对不上，照原文导入。第一处：{errors[0].message}"
    apart = [finding for finding in found if finding.code == _TABLES_AND_PROSE]
    if apart:
        yield f"  原文的正文与表格有{len(apart)}处说法不一，照原文导入："
        yield from (f"    {finding.message}" for finding in apart)


def _figures(report: Report) -> Iterator[str]:
    yield f"【正文中的数字】{len(report.figures)}个"
    yield from (f"  {_figure(figure, report)}" for figure in report.figures)


def _figure(figure: Figure, report: Report) -> str:
    before = f"（前一年{figure.last_year}）" if figure.last_year is not None else ""
    return f"{figure_name(figure, report)}：{figure.value}{figure.unit}{before}"


def _problems(report: Report) -> Iterator[str]:
    yield f"【存在的问题】{len(report.problems.items)}个"
    yield from (f"  {number}. {item.problem}" for number, item in enumerate(report.problems.items, start=1))


def _profile(report: Report) -> Iterator[str]:
    known = {"地址": report.profile.address, "电话": report.profile.telephone, "网站": report.profile.website}
    said = [f"{name}：{value}" for name, value in known.items() if value]
    if said:
        yield "【联系方式】" + "；".join(said)


def _unread(report: Report) -> Iterator[str]:
    if report.unread:
        gaps = list(gaps_of(report))
        yield f"【没有读出的】{len(gaps)}处，导入后留空，请您核对："
        yield from (f"  {gap.label}：{gap.words}" for gap in gaps)
    if report.notes:
        yield "【说明】"
        yield from (f"  {note}" for note in report.notes)
    if not report.unread and not report.notes:
        yield "【没有读出的】没有"


def _left_out(report: Report) -> Iterator[str]:
    if report.left_out:
        yield "【没有收入年报的文字】请看其中有没有要用的："
        yield from (f"  {words}" for words in left_out_words(report))
