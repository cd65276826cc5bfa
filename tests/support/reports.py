"""The three reports that the document is judged by: nothing but zeros, the shipped sample, a large city."""

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from app.documents.read.importer import read_report
from app.session.answers_file import load, take
from app.session.library import Library
from sections.form.disclosure_2021 import FORM
from sections.report.assemble import with_texts
from sections.report.cells import Number
from sections.report.parts import Signature
from sections.report.report import Report
from store.database import Store
from tests.support.cells import computed_cells
from tests.support.form import APPLICANTS, DISPUTE_GROUPS, TOPICS, table_fields
from tests.support.form import RESULTS as RESULT_ROWS

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
NAMES = ("zeros", "sample", "city")
UNBROKEN = "县直各部门继续按照要求整理并公开各类民生事项办理情况方便群众随时查询了解监督" * 5
"""A sentence without a mark or a digit: its full lines show how many characters a line holds."""

_SMALL = {
    "opening": "本报告按照有关规定编制，统计期限为2025年1月1日至12月31日，欢迎提出意见。",
    "overview.lead": "全年工作平稳有序。",
    **{f"overview.{name}": f"{label[3:]}工作按要求开展。" for name, label in TOPICS.items()},
    "problems.found": "主要问题是专职人员偏少。",
    "problems.measures": "下一步将充实工作力量。",
    "other.fees": "本年度没有收取信息处理费。",
}


def named(name: str) -> Report:
    """One of ``NAMES``."""
    return {"zeros": zeros, "sample": sample, "city": city}[name]()


@cache
def zeros() -> Report:
    """Every number 0, a sentence a paragraph, no 落款."""
    cells: dict[str, Number | None] = dict.fromkeys(table_fields(), 0)
    return with_texts(
        Report.from_cells(cells | {"proactive.fees": Decimal(0)}, unit="虚构县档案局", year=2025), _SMALL
    )


@cache
def sample() -> Report:
    """The sample that nianbao ships, as the program makes it."""
    return sample_with_last()[0]


@cache
def sample_with_last() -> tuple[Report, Report]:
    """The sample and last year's."""
    last = read_report(SAMPLES / "last-year.docx")
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "sample.db") as store:
        library = Library(store)
        library.take_over(last)
        file = load(SAMPLES / "answers.json")
        with library.start(file.unit, file.year) as session:
            take(session, file)
            return session.report, last


@cache
def city() -> Report:
    """Numbers of seven digits that add up, four pages of prose, a 落款."""
    signature = Signature(organ="虚构市人民政府办公室", date=dt.date(2026, 1, 9))
    bare = Report.from_cells(_city_cells(), unit="虚构市人民政府", year=2025, signature=signature)
    return with_texts(bare, city_texts())


def _city_cells() -> dict[str, Number | None]:
    cells: dict[str, Number | None] = dict.fromkeys(table_fields(), 0)
    for number, row in enumerate(RESULT_ROWS):
        for place, name in enumerate(APPLICANTS):
            cells[f"requests.{row}.{name}"] = (7919 * (number + 1) * (place + 3)) % 9973
    for place, name in enumerate(APPLICANTS):
        cells[f"requests.granted.{name}"] = 1_204_317 - 150_001 * place
        done = sum(int(cells[f"requests.{row}.{name}"] or 0) for row in RESULT_ROWS)
        cells |= {f"requests.carried_in.{name}": 2107 + place, f"requests.carried_out.{name}": 3011 - place}
        cells[f"requests.new.{name}"] = done + 3011 - place - 2107 - place
    for number, group in enumerate(DISPUTE_GROUPS):
        for place, name in enumerate(("upheld", "corrected", "other", "pending")):
            cells[f"disputes.{group.name}.{name}"] = 2741 // (number + 1) + 17 * place
    counts = {"licences": 2_718_281, "penalties": 1_414_213, "coercive_measures": 161_803}
    cells |= {f"proactive.{name}": count for name, count in counts.items()}
    cells |= {
        "proactive.fees": Decimal("1234567.89"),
        "proactive.normative_documents.issued": 214,
        "proactive.normative_documents.repealed": 97,
        "proactive.normative_documents.in_force": 1893,
    }
    return cells | computed_cells(FORM, cells)


_FIELDS = (
    "教育招生", "医疗卫生", "养老服务", "住房保障", "公共交通", "食品安全", "生态环境", "财政预决算",
    "重大项目", "政府采购", "就业创业", "社会救助",
)  # fmt: skip
_SENTENCES = (
    "围绕{field}领域，梳理公开目录并逐项明确责任单位，全年通过门户网站发布信息{count}条，群众可以按主题查询。",
    "针对{field}方面的集中提问，编写问答{count}组，文字、图表和短视频同步推出，减少了重复咨询。",
    "把{field}的办事条件、材料和时限汇集在一个页面，{count}个事项实现了一次看全，窗口同步摆放纸质指南。",
    "对{field}专栏开展两轮自查，更新过期内容{count}处，补齐缺失要素，形成了发现、整改、复核的闭环。",
)


def city_texts() -> Mapping[str, str]:
    """Paragraphs of our own that fill four pages."""
    lines = _prose()
    texts = {
        "opening": "本报告由虚构市人民政府办公室编制，统计期限为2025年1月1日至12月31日。" + UNBROKEN + "。",
        "overview.lead": next(lines) + next(lines),
    }
    for name in TOPICS:
        texts[f"overview.{name}"] = "".join(next(lines) for _ in range(6)) + "\n" + next(lines)
    texts["problems.found"] = "一年来仍有不足：" + next(lines) + next(lines)
    texts["problems.measures"] = "下一步打算：" + next(lines) + next(lines)
    texts["other.fees"] = "本年度收取信息处理费1203元。"
    return texts


def _prose() -> Iterator[str]:
    for turn, sentence in enumerate(_SENTENCES):
        for number, field in enumerate(_FIELDS):
            yield sentence.format(field=field, count=1000 + 137 * number + 911 * turn)
