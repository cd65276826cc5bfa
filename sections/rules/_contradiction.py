"""The narrative against the tables: what the rules of this kind share.

A number of the prose is judged only when its words are about this year and about requests for information.
Where prose and table may well count different things (the office against the whole district, one channel
against all), the finding is a warning that says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from sections.facts.cells import RESULT_SUBJECTS
from sections.facts.cells.sums import sums_of
from sections.language.cell_statements import cell_statements
from sections.language.known_words import subject_of
from sections.language.quantities import quantities
from sections.language.scope import clause_of, is_part, names_area
from sections.language.sentences import sentences
from sections.language.statement import Scope, Statement
from sections.organs import organ_of
from sections.report.cells import Number
from sections.report.report import Report
from sections.rules._cells import Numbers, doubtful_cells, fits, last_year, mended_by, numbers, witnessed
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_INFORMATION: Final = re.compile(r"信息公开|依申请|公开申请|申请公开|政务公开")
_OTHER_MATTER: Final = re.compile(
    r"行政复议申请|许可申请|登记申请|救助|补贴|资金|职称|专利|听证|复核|留言|来信|来电|热线|工单|信箱|建议|提案|公文|发文"
    r"|文件属性|公开属性|信访事项|征求[^，。；]{0,8}意见|(?:受理|接到|收到|处理|办理)[^，。；]{0,4}(?:投诉|举报)(?!类)|向[^，。；本我]{1,8}提出"
)
_OF_OTHER_CASES: Final = re.compile(r"[^，。；、0-9]{0,8}(?:复议|诉讼|应诉|信访)")
"""Right behind a number of applications: 「上年度结转的1件行政诉讼案件」."""
_INCLUDING: Final = re.compile(
    r"[（(][^（）()]*(?:不含|含[^（）()]*(?:公开|结转|无法提供|不予处理))[^（）()]*[）)]"
)
"""Words that add to what is counted or take from it: 「同意公开（含部分公开）31件」."""
_WIDER: Final = re.compile(r"[^，。；]{0,4}，其中[^，。；]{0,10}信息公开")
"""「行政复议9件，其中涉及政府信息公开4件」 counts more than the report does."""
_NAMED_WITH: Final = re.compile(r"([^，；：、及和与或。]*?)(?:以?及|[、和与或])$")
_NAMED: Final = (
    ("requests.partial.total", "部分公开"),
    ("requests.denied", "不予公开"),
    ("requests.granted.total", "公开"),
    ("requests.granted.total", "全部"),
    ("requests.unavailable", "无法提供"),
    ("requests.rejected", "不予处理"),
    ("requests.handled_otherwise", "其他处理"),
)
"""The groups of outcomes by how their names end; what is no other 公开 is 予以公开."""
_REQUESTS_AS_SUCH: Final = frozenset(
    {"requests.new.total", "requests.accepted", "requests.handled", "requests.applications"}
)
_ABOUT_REQUESTS: Final = frozenset({"overview.requests", "requests.text", "disputes.text"})
"""Where all that is said is about requests for information and what came of them."""
_LAST: Final = re.compile("(?<![较比与同自从])(?:上一?年|去年|20[0-9]{2}年)")
_MANY: Final = re.compile("历年|近[0-9一二两三四五]年|以来|累计|[上下]半年|季度|[0-9]月")
"""Words of more than one year, or of a part of it."""
_THIS: Final = re.compile("本年|今年|当年")
LOOSE_SUBJECTS: Final = frozenset({"requests.notices", "requests.persons", "requests.companies"})
"""What an office may well count otherwise than the table does: letters sent, persons, companies."""
OTHER_SCOPE: Final = "如两处统计范围不同（如本机关与全辖区），请在正文中写明范围。"
"""What a warning adds where prose and table may count different things."""
_OFFICE: Final = re.compile("(?P<place>.+)(?P<level>[省市区县州旗镇乡])人民政府(?P<office>办公[室厅])")
"""The name of an office that reports by itself."""
_EXPLICIT: Final = re.compile(r"信息公开|公开申请|公开(?:政府)?信息(?:的)?申请|依申请")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of cells that a statement may mean, with what it is called."""

    name: str
    value: Number
    cells: tuple[str, ...] = ()


def sums(subject: str, cells: Numbers, unsure: frozenset[str]) -> list[Sum]:
    """What the tables say of a subject; nothing when a cell of it is unknown."""
    found = []
    for cell_sum in sums_of(cells.form).get(subject, ()):
        fields = cell_sum.cells + cell_sum.less
        values = [cells[field] for field in fields]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or not unsure.isdisjoint(fields):
            return []
        found.append(
            Sum(cell_sum.name, sum(known[: len(cell_sum.cells)]) - sum(known[len(cell_sum.cells) :]), fields)
        )
    return found


def _with_named(statement: Statement, said: list[Sum], cells: Numbers, unsure: frozenset[str]) -> list[Sum]:
    """The sums together with what is named before them: 「予以公开及部分公开17件」 counts both.

    Nothing where something is named that the tables do not know."""
    before = statement.sentence[statement.around[0] : statement.span[0]]
    while said and statement.subject in RESULT_SUBJECTS and (match := _NAMED_WITH.search(before)):
        word, before = match[1], before[: match.start()]
        if any(number.stop == len(word) for number in quantities(word)):
            break
        subject = next((subject for subject, end in _NAMED if word.endswith(end)), "") or _reason(word)
        more = sums(subject, cells, unsure) if subject else []
        if more and _covers(more, said):
            continue  # 「区分处理、部分公开」: one thing by two names
        said = [
            Sum(
                f"{more[0].name}与{cell_sum.name}之和",
                more[0].value + cell_sum.value,
                more[0].cells + cell_sum.cells,
            )
            for cell_sum in said
            if more
        ]
    return said


def _covers(more: list[Sum], said: list[Sum]) -> bool:
    """Whether one of two things named is the other, or a row of it."""
    one, other = ({cell for cell_sum in sums_ for cell in cell_sum.cells} for sums_ in (more, said))
    return one <= other or other <= one


def _reason(words: str) -> str:
    """The row that a reason names beside the group of outcomes that stands behind it: 「因信息不存在」."""
    tried = (subject_of(words + group) for group in ("", "不予公开", "无法提供", "不予处理"))
    return next((subject for subject in tried if subject in RESULT_SUBJECTS), "") or ""


class ProseRule(Rule):
    """A rule that holds the numbers of the narrative against the tables."""

    subjects: ClassVar[frozenset[str]]
    strongest: ClassVar[Severity] = Severity.ERROR
    """The severity where prose and table certainly count the same."""
    everywhere: ClassVar[bool] = False
    """Whether the words themselves name the matter, so that they count wherever they stand."""

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number of the narrative that the tables contradict."""
        cells = numbers(context.report)
        unsure = context.report.unreadable if context.report.unread else frozenset()
        for piece in pieces(context.report):
            counted = [
                statement
                for statement in statements(piece.text)
                if statement.subject in self.subjects and self._concerns(statement, piece, context.report)
            ]
            for statement in counted:
                said = _with_named(statement, sums(statement.subject, cells, unsure), cells, unsure)
                if (
                    said
                    and all(_differs(statement, other.value) for other in said)
                    and not _split(statement, counted, said)
                ):
                    yield from self._judge(context, piece, statement, said)
            yield from self._of_last_year(context, piece)

    def _of_last_year(self, context: Context, piece: Piece) -> Iterable[Finding]:
        """Each number that is said to be last year's and is none of last year's tables."""
        last = last_year(context)
        for statement in statements(piece.text) if last is not None and _LAST.search(piece.text) else ():
            if (
                last is None
                or statement.subject not in self.subjects
                or statement.part
                or statement.none
                or statement.year not in {-1, last.year}
                or not _LAST.search(_item_of(statement))
                or _MANY.search(clause_of(statement))
                or _THIS.search(_item_of(statement))
                or not self._concerns(replace(statement, year=0), piece, context.report)
            ):
                continue
            said = sums(statement.subject, numbers(last), last.unreadable)
            if said and all(_differs(statement, one.value) for one in said):
                table = f"上年报告的表格中{said[0].name}为{said[0].value}件"
                words = f"正文写“{statement.quote}”，{table}，两处不一致。"
                own = same_scope(context, piece, statement.sentence)
                words += "" if own else OTHER_SCOPE
                yield self.finding(piece.where, words, statement.quote, severity=Severity.WARNING)

    def _concerns(self, statement: Statement, piece: Piece, report: Report) -> bool:
        """Whether the words are about this year's requests for information."""
        sentence, end = statement.sentence, statement.span[1]
        if statement.year not in {0, report.year} or statement.planned or statement.scope is Scope.RECORD:
            return False
        if _OTHER_MATTER.search(clause_of(statement)) or _WIDER.match(sentence[end:]):
            return False
        if _INCLUDING.search(statement.quote) or (
            statement.subject.startswith("requests.") and _OF_OTHER_CASES.match(sentence[end:])
        ):
            return False
        if self.everywhere or _EXPLICIT.search(statement.quote):
            return True
        if _OTHER_MATTER.search(sentence[: statement.around[0]]):
            return False
        return piece.where in _ABOUT_REQUESTS or bool(_INFORMATION.search(sentence))

    def _judge(
        self, context: Context, piece: Piece, statement: Statement, said: list[Sum]
    ) -> Iterable[Finding]:
        part = statement.part and not _is_of_the_organ_itself(statement, context.report)
        if (
            part
            and statement.value is not None
            and statement.value < max(cell_sum.value for cell_sum in said)
        ):
            return
        message = _message(statement, said)
        own = statement.scope is Scope.OWN
        if part or (own and not same_scope(context, piece, statement.sentence)):
            yield self.finding(piece.where, message + OTHER_SCOPE, statement.quote, severity=Severity.WARNING)
        elif any(path in doubtful_cells(context.report) for cell_sum in said for path in cell_sum.cells):
            words = _table_accused(context.report, statement, said)
            yield self.finding(piece.where, message + words, statement.quote, severity=Severity.WARNING)
        elif statement.subject in LOOSE_SUBJECTS:
            words = "如统计口径不同，请在正文中写明。"
            yield self.finding(piece.where, message + words, statement.quote, severity=Severity.WARNING)
        elif _convicted(context, said):
            sure = len({cell_sum.value for cell_sum in said}) == 1
            fix = fix_of(piece, statement, said[0]) if sure else None
            yield self.finding(piece.where, message, statement.quote, fix, self.strongest)
        else:
            words = "两处至少有一处有误，请对照台账核对。"
            yield self.finding(piece.where, message + words, statement.quote, severity=self.strongest)


def _is_of_the_organ_itself(statement: Statement, report: Report) -> bool:
    """Whether what looks like one office of several is the one that reports: 「县政府办公室收到28件」."""
    organ = organ_of(report)
    named = None if organ.kind else _OFFICE.fullmatch(organ.name)
    if named is None:
        return False
    own = re.compile(f"(?:{re.escape(named['place'])})?{named['level']}(?:人民)?政府{named['office']}")
    masked = own.sub(lambda match: "本" * len(match[0]), statement.sentence)
    return masked != statement.sentence and not is_part(replace(statement, sentence=masked))


def _item_of(statement: Statement) -> str:
    """The words from the last mark before a statement to its end."""
    start, end = statement.span
    return re.split("[，、；：。]", statement.sentence[:start])[-1] + statement.sentence[start:end]


def _differs(statement: Statement, value: Number) -> bool:
    """Whether the number is another one; of 「12.3万件」 by more than it was rounded."""
    number, told = statement.number, statement.value
    if number is None or told is None or number.certain:
        return told != value
    return abs(told - value) >= number.step


def _message(statement: Statement, said: list[Sum]) -> str:
    table = f"{said[0].name}为{said[0].value}件"
    others = "、".join(f"{one.name}{one.value}件" for one in said[1:] if one.value != said[0].value)
    return f"正文写“{statement.quote}”，表格中{table}{f'（{others}）' if others else ''}，两处不一致。"


def _table_accused(report: Report, statement: Statement, said: list[Sum]) -> str:
    """What to say where the table does not even agree with itself: the side at fault where that is known."""
    cells = numbers(report)
    value = statement.value
    for path in (cell_sum.cells[0] for cell_sum in said if len(cell_sum.cells) == 1 and value is not None):
        if value is not None and fits(report.form, cells, path, value):
            return "正文的数与表格其他各格相合，应是表格填错。"
        if value is not None and (held := mended_by(report.form, cells, path, value)):
            return f"表格按正文的数填，{held}就相合，应是表格中“{report.form.row_label(path)}”一行填错。"
    return "表格的这些数自身合计也不平，请先核对表格。"


def _convicted(context: Context, said: list[Sum]) -> bool:
    """Whether the prose is certainly the wrong side: the other cells, or in a draft the clerk's answers,
    speak for every number of the table that it may mean."""
    paths = {path for cell_sum in said for path in cell_sum.cells}
    return context.answers_known or all(witnessed(context.report, path) for path in paths)


def _split(statement: Statement, others: list[Statement], said: list[Sum]) -> bool:
    """Whether a sentence tells the number of the table in several parts: 「不掌握1件，不存在1件」."""
    same = {
        other.at: other.value or 0
        for other in others
        if other.subject == statement.subject and other.sentence == statement.sentence and not other.none
    }
    return len(same) > 1 and any(sum(same.values()) == cell_sum.value for cell_sum in said)


def statements(text: str) -> Iterable[Statement]:
    """Every exact statement of ``text`` about the tables, sentence by sentence in order."""
    return (statement for sentence in sentences(text) for statement in cell_statements(sentence))


def same_scope(context: Context, piece: Piece, sentence: str) -> bool:
    """Whether the prose certainly counts what the tables count, not the office alone of a whole area."""
    if context.answers_known or names_area(sentence):
        return True
    return not organ_of(context.report).covers_area or _agrees(context, piece)


def _agrees(context: Context, piece: Piece) -> bool:
    """Whether the number of requests that the same piece names agrees with the table."""
    cells = numbers(context.report)
    named = [
        statement
        for statement in statements(piece.text)
        if statement.subject in _REQUESTS_AS_SUCH and statement.value
    ]
    return any(
        statement.value == told.value
        for statement in named
        if not statement.part
        for told in sums(statement.subject, cells, frozenset())
    )


def fix_of(piece: Piece, statement: Statement, right: Sum) -> Fix | None:
    """The number of the table put into the prose, where its words stand there just once."""
    if statement.none or piece.text.count(statement.quote) != 1:
        return None
    start, end = statement.at
    digits, new = statement.sentence[start:end], statement.with_number(str(int(right.value)))
    return Fix(f"把“{digits}”改为“{right.value}”", piece.where, old=statement.quote, new=new)
