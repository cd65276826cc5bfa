"""Twenty reports with content that a document can trip over, and what each export makes of them.

``python -m tests.support.hard_reports FOLDER [NAME…]`` writes every kind and layout of each and prints tables
in Markdown: the characters of each report's text and of what is read back from each kind; its pages, the
blank lines of each as planned and as LibreOffice prints them, and the paragraphs that a PDF has lost."""

import datetime as dt
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

import pdfplumber

from app.documents.layouts import LAYOUTS, Layout
from app.documents.outline import parts
from app.documents.pages import pages_of
from app.documents.write.kinds import KINDS, Edition
from sections.report.assemble import with_texts
from sections.report.cells import Number
from sections.report.parts import Signature
from sections.report.report import Report
from tests.support import reports
from tests.support.form import TOPICS, table_fields

_KINDS: Final = tuple(kind for kind in KINDS if kind != "pdf")
_TOPIC: Final = (
    "围绕群众关心的事项逐项梳理目录，明确责任科室，按季度更新，过期内容及时清理，查询入口统一设在首页。"
)
_RARE: Final = "𠮷岛镇、㙍头村、𤩽城社区、镕基路、犇羴街道"
_LATIN: Final = (
    "系统由 Windows Server 2019 迁移到 openEuler 22.03，支持 IPv6 和 HTTPS 访问，邮箱 info@xukou.example。"
)
_PROBLEMS: Final = tuple(
    f"{number}是{what}" for number, what in zip(
        "一二三四五六七八九十",
        ("专职人员偏少", "目录更新不够及时", "解读形式比较单一", "答复文书不够规范", "栏目分类不够清楚",
         "基层培训次数不多", "历史信息整理较慢", "移动端查询不便", "意见征集反馈不足", "考核办法不够细化"),
        strict=True,
    )
)  # fmt: skip


def _texts(**changed: str) -> dict[str, str]:
    texts = {
        "opening": "本报告依照规定编制，统计期限为2025年1月1日至2025年12月31日，如有疑问请与办公室联系。",
        "overview.lead": "全年工作平稳有序，各项任务按计划完成。",
        **{f"overview.{name}": f"{_TOPIC}{_TOPIC}" for name in TOPICS},
        "problems.found": "主要问题是专职人员偏少，目录更新不够及时。",
        "problems.measures": "下一步将充实工作力量，按季度检查目录。",
        "other.fees": "本年度没有收取信息处理费。",
    }
    return texts | {key.replace("__", "."): text for key, text in changed.items()}


def _made(
    unit: str,
    texts: Mapping[str, str],
    cells: Mapping[str, Number | None] | None = None,
    date: dt.date | None = None,
) -> Report:
    blank: dict[str, Number | None] = dict.fromkeys(table_fields(), 0) | {"proactive.fees": Decimal(0)}
    signature = Signature(organ=unit, date=date) if date else None
    bare = Report.from_cells(blank | dict(cells or {}), unit=unit, year=2025, signature=signature)
    return with_texts(bare, texts)


def _short_name() -> Report:
    return _made("虚局", _texts(), date=dt.date(2026, 1, 9))


def _long_name() -> Report:
    return _made(
        "虚构省虚构自治州虚构县人民政府政务服务和大数据管理及公共资源交易监督管理局",
        _texts(),
        date=dt.date(2026, 1, 19),
    )


def _seven() -> Report:
    return _made("虚构县档案局", _texts(other__fees=_TOPIC * 3), date=dt.date(2026, 11, 19))


def _ten_problems() -> Report:
    measures = "；".join(f"针对第{number}项，制定清单，逐月检查" for number in range(1, 11)) + "。"
    return _made(
        "虚构县财政局", _texts(problems__found="；".join(_PROBLEMS) + "。", problems__measures=measures)
    )


def _thirty_indicators() -> Report:
    line = "，".join(f"公示民生项目之{number}共{number * 37}项" for number in range(1, 31)) + "。"
    return _made("虚构县民政局", _texts(overview__platform=line))


def _long_other() -> Report:
    return _made("虚构市交通运输局", _texts(other__matters=_TOPIC * 60), date=dt.date(2026, 1, 20))


def _large_numbers() -> Report:
    cells: dict[str, Number | None] = dict.fromkeys(table_fields(), 123_456_789)
    cells |= {"requests.new.total": 999_999_999_999, "requests.total.total": 123_456_789_012}
    return _made("虚构市税务服务中心", _texts(), cells | {"proactive.fees": Decimal("123456789012.3456")})


def _rare() -> Report:
    return _made(
        "虚构县𠮷岛镇人民政府", _texts(overview__lead=f"范围包括{_RARE}。", overview__platform=_LATIN)
    )


def _marks() -> Report:
    line = "“面对面”、《指南》；（一）、（二）：答复，公开。" * 12
    return _made(
        "虚构县司法局", _texts(overview__management=line, overview__supervision=_TOPIC[:-1] * 4 + "。")
    )


def _paragraphs() -> Report:
    return _made(
        "虚构县教育局", _texts(other__matters="第一段写完了。\n第二段用 Windows 和 Ω 符号。\n第三段结束。")
    )


def _markup() -> Report:
    line = "见 <b>附件</b> & A~B~C *重点* _说明_ `代码` [链接](网址) 1. 列表 # 标题 | 竖线\t制表 A/B"
    return _made("虚构县“信息”（数据）中心", _texts(other__matters=line))


def _last_six_lines(count: int) -> Report:
    return _made("虚构县水务局", _texts(other__matters=_TOPIC * count), date=dt.date(2026, 1, 19))


def _own_topic() -> Report:
    """As an import keeps it: a topic of its own, a line behind it."""
    base = _made("虚构县林业局", _texts())
    lines = [*base.overview.text.split("\n"), "（六）林长制信息公开", "公示牌信息全部上网，群众可以查询。"]
    return base.model_copy(update={"overview": base.overview.model_copy(update={"text": "\n".join(lines)})})


def _own_parts() -> Report:
    """As an import keeps it: a narrative that has none of the five topics."""
    base = _made("虚构县统计局", _texts())
    text = "全年工作平稳。\n1.发布数据\n发布统计公报12期。\n2.回应关切\n答复来信3件。"
    return base.model_copy(
        update={"overview": base.overview.model_copy(update={"text": text, "lead": text, "topics": {}})}
    )


def _long_words() -> Report:
    path = "https://www.xukou.example/" + "very-long-path/" * 20 + "index.html?id=1234567890"
    return _made(
        "虚构县网信办公室",
        _texts(
            overview__lead=f"编号{'1234567890' * 3}号文件。",
            overview__platform=f"统一社会信用代码{'ABCDEFGHIJKLMNOPQRSTUVWXYZ' * 2}。",
            other__matters=f"查询网址为{path}，请注意。",
        ),
        date=dt.date(2026, 12, 31),
    )


def _many_lines() -> Report:
    """Forty lines of a few characters, thirty numbered problems, lines of marks alone, a list of sixty."""
    items = "；".join(f"{number}.事项{number}已公开" for number in range(1, 61)) + "。"
    return _made(
        "虚构县信访局",
        _texts(
            overview__lead="\n".join(f"第{number}段。" for number in range(1, 41)),
            problems__found="\n".join(f"{number}.问题{number}比较突出。" for number in range(1, 31)),
            problems__measures="\n".join(f"{number}.措施{number}按月落实。" for number in range(1, 31)),
            other__matters=f"……\n——\n）奇怪的开头\n“引文”\n{items}",
        ),
        date=dt.date(2026, 1, 1),
    )


def _look_alikes() -> Report:
    """Characters that look like others or have no width, and a number of the smallest kind."""
    line = "组合字é、兼容字㍿ⅫⅧ、①②③、½、㎡、℃、——……·、～、￥，“双引号”‘单引号’。"
    cells: dict[str, Number | None] = {
        "proactive.licences": 987_654_321_012,
        "proactive.fees": Decimal("0.0001"),
    }
    return _made("虚构县（示范）气象局", _texts(overview__lead=line, other__matters=f"{line}{line}"), cells)


def mixed(paragraphs: int) -> Report:
    """Numbers, brackets, Latin words and marks in every order, the same every time."""
    turn = random.Random(9)
    pieces = (
        "公开目录",
        "“面对面”",
        "《工作指南》",
        "（一）",
        "2025年",
        "15%",
        "Windows ",
        "第3次",
        "事项逐项梳理",
    )
    lines = [
        "".join(turn.choice(pieces) + turn.choice("，。、；：") for _ in range(turn.randint(12, 40))) + "完。"
        for _ in range(paragraphs)
    ]
    return _made("虚构县司法局", _texts(other__matters="\n".join(lines)))


MADE: Final[Mapping[str, Callable[[], Report]]] = {
    "zeros": reports.zeros, "sample": reports.sample, "city": reports.city,
    "name-of-2": _short_name, "name-of-40": _long_name, "name-of-7-signed": _seven,
    "ten-problems": _ten_problems, "thirty-indicators": _thirty_indicators, "other-3000": _long_other,
    "large-numbers": _large_numbers, "rare-characters": _rare, "marks": _marks,
    "paragraphs": _paragraphs, "markup": _markup, "signed-long-end": lambda: _last_six_lines(5),
    "own-topic": _own_topic, "own-parts": _own_parts, "long-words": _long_words, "many-lines": _many_lines,
    "look-alikes": _look_alikes,
}  # fmt: skip


@cache
def hard(name: str) -> Report:
    """One of ``MADE``."""
    return MADE[name]()


def text_of(report: Report) -> str:
    """What every kind must say of the narrative, without white space."""
    return squeezed("".join(part.text for part in parts(report)))


def squeezed(text: str) -> str:
    """Text without white space, in the ordinary form of look-alike characters that PDF fonts map to."""
    return re.sub(r"[\s\u00a0\u3000]", "", normalize("NFKC", text))


def pdf_text(data: bytes) -> str:
    """The text of a PDF in reading order, by poppler."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def lost(report: Report, text: str) -> list[str]:
    """Lines of the report that a text does not have, page numbers in between set aside, and hyphens, which
    poppler drops at the end of a line."""
    plain = squeezed(re.sub(r"(?m)^\s*—\s*\d+\s*—\s*$", "", text)).replace("-", "")
    return [part.text for part in parts(report) if squeezed(part.text).replace("-", "") not in plain]


def blank_lines(pdf: Path, layout: Layout) -> list[int]:
    """The lines that each page of a PDF leaves blank below what stands on it."""
    found = []
    with pdfplumber.open(pdf) as opened:
        for page in opened.pages:
            foot = float(page.height) - layout.margins[2] / 20
            letters = [one["bottom"] for one in page.chars if one["text"].strip()]
            rules = [one["bottom"] for one in page.edges]
            lowest = max((bottom for bottom in letters + rules if bottom <= foot + 4), default=0.0)
            found.append(max(0, int((foot - lowest) * 20 / layout.line + 0.2)))
    return found


def _read_back(report: Report, folder: Path, name: str) -> Iterator[int]:
    """Each kind that needs no word processor, written: the characters of the text that is read back."""
    from app.documents.read.importer import read_report

    for kind in _KINDS:
        path = folder / f"{name}{KINDS[kind].ending}"
        path.write_bytes(KINDS[kind].write(Edition(report)))
        yield len(text_of(read_report(path)))


def _texts_table(folder: Path, names: Sequence[str]) -> Iterator[str]:
    yield f"| report | characters | {' | '.join(_KINDS)} |"
    yield "| --- |" + " --- |" * (len(_KINDS) + 1)
    for name in names:
        characters = map(str, _read_back(hard(name), folder, name))
        yield f"| {name} | {len(text_of(hard(name)))} | {' | '.join(characters)} |"


def _pages_table(folder: Path, names: Sequence[str]) -> Iterator[str]:
    from app.documents.write.docx import write_docx
    from tests.support.rendering import pdf_of

    yield "| report | layout | pages | blank lines a page | as planned | lost |"
    yield "| --- |" + " --- |" * 5
    for name in names:
        for called, layout in LAYOUTS.items():
            pdf = folder / f"{name}-{called}.pdf"
            pdf.write_bytes(pdf_of(write_docx(hard(name), layout=layout)).read_bytes())
            planned, real = [page.left for page in pages_of(hard(name), layout)], blank_lines(pdf, layout)
            missing = len(lost(hard(name), pdf_text(pdf.read_bytes())))
            numbers = [" ".join(map(str, lines)) for lines in (real, planned)]
            yield f"| {name} | {called} | {len(real)} | {' | '.join(numbers)} | {missing} |"


_HEAD: Final = """# Hard reports

Written by `python -m tests.support.hard_reports FOLDER > docs/hard-reports.md`. What each report is about
stands in `tests/support/hard_reports.py`; `tests/app/documents/test_hard_reports.py` and
`tests/app/test_pages.py` hold what became of it.

## Characters

Of the printed text without white space, and of what is read back from each kind of file.
"""
_PAGES: Final = """
## Pages

A page has 22 lines. Blank lines are those below what stands on a page; the last page may have any. Lost are
paragraphs that the PDF has not letter by letter.
"""


def main() -> None:
    """Write everything and say what was seen."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2:] or tuple(MADE)
    for line in (_HEAD, *_texts_table(folder, names), _PAGES, *_pages_table(folder, names)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
