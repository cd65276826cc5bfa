"""The collection sheet of a draft, and the answers of one that came back."""

from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Final

from app.documents.sheets.reading import read_sheet
from app.documents.sheets.sheet import Filled, Group, Line, Sheet, SheetTable, TableRow
from app.errors import FileThereError, SessionError
from app.session.answers_file import AnswersFile
from app.session.session import Session
from prompts.departments import department_of
from prompts.interview import QuestionInstance
from prompts.numbers import read_number
from prompts.reading import NotUnderstood, read_answer
from sections.form.elements import Source
from sections.form.model import Table
from sections.report.cells import Number
from sections.report.report import Report
from sections.report.values import Kind, Value

LONGEST_CHOICES: Final = 40
"""Characters of the choices that stand behind a question."""


def sheet_of(session: Session, department: str = "") -> Sheet:
    """What is asked for the report, of one department or of all, with last year's and this year's answers;
    what the organ is (its name, its address) whoever writes the report knows.

    Raises ``SessionError`` for a department that has no question."""
    groups: dict[str, list[Line]] = defaultdict(list)
    tables = []
    for instance in session.conversation.asked():
        owner = department_of(instance.question.source)
        if instance.question.scope == "profile":
            continue
        if instance.question.kind is Kind.TABLE:
            table = session.report.form.tables[instance.question.scope]
            tables.append(_table(session, table, owner))
        else:
            groups[owner].append(_line(session, instance))
    made = [Group(name, tuple(lines)) for name, lines in groups.items()]
    if department:
        known = [*groups, *(table.department for table in tables)]
        made = [group for group in made if group.department == department]
        tables = [table for table in tables if table.department == department]
        if not made and not tables:
            names = "、".join(dict.fromkeys(known))
            raise SessionError(f"没有要问“{department}”的事项。", f"可以写：{names}。")
    return Sheet(session.organ, session.year, tuple(made), tuple(tables))


def departments(session: Session) -> dict[str, int]:
    """The departments that have answers, each with how many questions and tables it would be asked."""
    sheet = sheet_of(session)
    counts = Counter({group.department: len(group.lines) for group in sheet.groups})
    counts.update(table.department for table in sheet.tables)
    return dict(counts)


def suggested_name(session: Session, department: str, kind: str) -> str:
    """A file name for the sheet of a department, or of all of them."""
    whose = f"（{department}）" if department else ""
    return f"{session.organ}{session.year}年数据收集表{whose}.{kind}"


def sheet_data(sheet: Sheet, kind: str) -> bytes:
    """The sheet as a file: ``xlsx`` or ``docx``."""
    if kind == "docx":
        from app.documents.sheets.word import write_word as write
    else:
        from app.documents.sheets.workbook import write_workbook as write
    return write(sheet)


def put_out(session: Session, path: Path, department: str, *, replace: bool) -> Sheet:
    """Write the sheet of a department, or of all of them; the ending of the path says which kind of file.

    Raises ``FileThereError`` for a file that is there, unless ``replace``, and as ``sheet_of``."""
    from app.documents.atomic_files import save

    if path.exists() and not replace:
        raise FileThereError(path)
    sheet = sheet_of(session, department)
    save(path, sheet_data(sheet, path.suffix.lstrip(".")))
    return sheet


def answers_of_sheet(session: Session, path: Path) -> AnswersFile:
    """The answers in a sheet that came back, with who gave them.

    Raises ``DocumentError`` for a file that is no sheet, ``SessionError`` naming every place that cannot be
    understood, a line each; nothing of such a sheet is taken."""
    file, odd = read_answers_of_sheet(session, path)
    if odd:
        shown = "\n".join(f"  {line}" for line in odd)
        raise SessionError(
            f"{path.name} 里有{len(odd)}处看不懂：\n{shown}\n", "请改正后再试，什么都没有填入。"
        )
    return file


def read_answers_of_sheet(session: Session, path: Path) -> tuple[AnswersFile, tuple[str, ...]]:
    """The answers in a sheet that came back, and what cannot be understood, a line each with its place.

    Raises ``DocumentError`` for a file that is no sheet."""
    sheet = read_sheet(path)
    answers: dict[str, Value] = {}
    problems: list[str] = []
    questions = {instance.id: instance for instance in session.conversation.asked()}
    for mark, text in sheet.texts.items():
        try:
            answers |= _read(session, mark, text, questions)
        except NotUnderstood as error:
            problems.append(
                f"{sheet.at[mark]}，{_label(session, mark, questions)}：填的是{text[:30]}。{error}"
            )
    return AnswersFile(sheet.unit, sheet.year, answers, by=_by(sheet, questions)), tuple(problems)


def _line(session: Session, instance: QuestionInstance) -> Line:
    view = session.conversation.view(instance)
    choices = "、".join(choice.value for choice in view.choices)
    text = f"{view.text}（{choices}）" if 0 < len(choices) <= LONGEST_CHOICES else view.text
    return Line(instance.id, text, view.unit, _bare(view.last, view.unit), _bare(view.typed_back, view.unit))


def _bare(shown: str, unit: str) -> str:
    return shown.removesuffix(unit).rstrip() if unit else shown


def _table(session: Session, table: Table, owner: str) -> SheetTable:
    """The rows of a table that have a cell to type, as wide as its widest row."""
    form, rows = session.report.form, []
    columns = list(dict.fromkeys(_column(path) for path in table.paths))
    typed = {path for path in table.paths if form.source(path) is not Source.COMPUTED}
    if session.last is not None:
        typed = {path for path in typed if form.source(path) is Source.TYPED}
    by_row: dict[str, dict[str, str]] = defaultdict(dict)
    for path in table.paths:
        by_row[".".join(path.split(".")[:2])][_column(path)] = path
    used = [column for column in columns if any(cells.get(column) in typed for cells in by_row.values())]
    for cells in by_row.values():
        paths = [path if (path := cells.get(column, "")) in typed else "" for column in used]
        if any(paths):
            first = next(path for path in paths if path)
            rows.append(
                TableRow(
                    form.label(first).rpartition("·")[0] if _column(first) else form.label(first),
                    tuple(paths),
                    _numbers(session.last, paths),
                    _numbers(session.report, paths),
                )
            )
    titles = [_title(session, by_row, column) for column in used]
    return SheetTable(form.headings[table.section], owner, tuple(titles), tuple(rows))


def _column(path: str) -> str:
    return path.split(".")[2] if path.count(".") > 1 else ""


def _title(session: Session, by_row: dict[str, dict[str, str]], column: str) -> str:
    path = next(cells[column] for cells in by_row.values() if column in cells)
    return session.report.form.label(path).rpartition("·")[2] if column else "数量"


def _numbers(report: Report | None, paths: list[str]) -> tuple[str, ...]:
    return tuple(_number(report.number(path)) if path and report else "" for path in paths)


def _number(number: Number | None) -> str:
    return "" if number is None else f"{number:f}" if isinstance(number, Decimal) else str(number)


def _read(session: Session, mark: str, text: str, questions: dict[str, QuestionInstance]) -> dict[str, Value]:
    form = session.report.form
    if mark in form.places:
        return {mark: read_number(text, form.measure(mark))}
    instance = questions.get(mark)
    if instance is None:
        raise NotUnderstood("这份年报现在没有这一项", "可能是编号被改动，或者前面的答案已经变了。")
    view = session.conversation.view(instance)
    if text in (view.typed_back, _bare(view.typed_back, view.unit)):
        return {instance.fields[0]: session.conversation.answers()[instance.fields[0]].value}
    return {instance.fields[0]: read_answer(instance, text, session.conversation.last_value(instance))}


def _label(session: Session, mark: str, questions: dict[str, QuestionInstance]) -> str:
    if mark in session.report.form.places:
        return session.report.form.label(mark)
    return session.conversation.view(questions[mark]).text if mark in questions else mark


def _by(sheet: Filled, questions: dict[str, QuestionInstance]) -> dict[str, str]:
    """Who gave each answer, by its field."""
    return {
        (questions[mark].fields[0] if mark in questions else mark): name
        for mark, name in sheet.by.items()
        if name
    }
