"""`nianbao import`: published reports into the clerk's own, many at a time."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import complain, followed, library, out, out_json, say
from app.cli.targets import expanded
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.views import Known
    from sections.report.report import Report


_MOST_DIFFERENCES: Final = 10


def import_files(arguments: argparse.Namespace) -> ExitCode:
    """Read reports and keep them, or print them; one bad file does not stop the rest."""
    from app.checking.worker_pool import BROKEN, each

    if arguments.into:
        from app.cli.compare import into

        return into(arguments)
    if not arguments.json:
        with library() as found:
            found.store.back_up("导入前")

    names = expanded(arguments.files, recursive=arguments.recursive)
    if not arguments.json:
        names = sorted(names, key=_rank)
    reports = followed(each(names, _read, lambda _: BROKEN), names, partial(_told_far, len(names)))
    keep = _Keep(arguments.unit, arguments.year, brief=len(names) > 1, replace=arguments.replace)
    good = _as_json(reports, names, keep) if arguments.json else _as_kept(reports, names, keep)
    bad = len(names) - good - keep.others
    if len(names) > 1:
        done = "读出" if arguments.json else "导入成功"
        others = f"，是同一份年报的其他格式或送审稿{keep.others}份" if keep.others else ""
        there = f"，这里已经有的{keep.there}份" if keep.there else ""
        say(
            f"共{len(names)}份，{done}{good - keep.there}份{there}{others}"
            + (f"，没有成功{bad}份。" if bad else "。")
        )
    return ExitCode.OK if good and not bad else ExitCode.FAILED


def _rank(name: str) -> tuple[bool, int, bool]:
    """Where a file stands in the order of import: of the kinds of one report, the one that says most comes
    first, a draft or a part of a page behind the whole, and a PDF, which is read by its looks, last."""
    from app.documents.formats import FORMATS

    path = Path(name)
    place = next(
        (n for n, format in enumerate(FORMATS) if path.suffix.lower() in format.suffixes), len(FORMATS)
    )
    return path.suffix.lower() == ".pdf", place, path.stem.endswith("）")


def _read(name: str) -> "Report | str":
    """The report in a file, or in a sentence why there is none."""
    from app.documents.read.importer import read_report

    try:
        return read_report(Path(name))
    except NianbaoError as error:
        return str(error)


def _told_far(total: int, done: int, name: str, width: int = 20) -> str:
    full = done * width // total
    return f"[{'█' * full}{'░' * (width - full)}] {done}/{total} {Path(name).name[:24]}"


@dataclass(slots=True)
class _Keep:
    """What the command line says of files that do not say it themselves, what was kept so far (file by id),
    how many files were other editions of that, and how many were here before."""

    unit: str
    year: int
    brief: bool
    replace: bool = False
    kept: dict[int, str] = field(default_factory=dict)
    others: int = 0
    there: int = 0

    def completed(self, report: "Report") -> "Report":
        return report.model_copy(update={"unit": report.unit or self.unit, "year": report.year or self.year})


def _as_kept(reports: "Iterable[Report | str]", names: list[str], keep: _Keep) -> int:
    """Keep what was read and say so; how many were good."""
    good = 0
    for name, report in zip(names, reports, strict=False):
        try:
            if isinstance(report, str):
                complain(f"{name}：{report}")
            else:
                good += _kept(Path(name), keep.completed(report), keep)
        except NianbaoError as error:
            complain(f"{name}：{error}")
    return good


def _kept(path: Path, report: "Report", keep: _Keep) -> bool:
    """Keep a report, unless it is kept already or is no edition to keep; whether it is there now."""
    from app.documents.editions import is_review

    if is_review(report):
        complain(f"{path.name}：这是送审稿，里面有审核用的标记，没有导入。请导入正式文本。")
        keep.others += keep.brief
        return False
    with library() as found, found.store.transaction():  # no other import comes between the two
        known = found.known(report)
        if known is not None and (answer := _again(path, known, keep)) is not None:
            return answer
        report_id = found.take_over(report, path.name)
    keep.kept[report_id] = path.name
    for line in _kept_lines(path, report, keep):
        say(line)
    return True


def _again(path: Path, known: "Known", keep: _Keep) -> bool | None:
    """Whether a report that is kept already stays and that is all right; None where it is to be replaced."""
    whose = f"{known.unit}{known.year}年"
    if (first := keep.kept.get(known.id)) is not None:
        if not known.other_numbers:
            say(f"{path.name}：与 {first} 是同一份年报（{whose}），没有重复导入。")
            keep.others += 1
            return False
        complain(f"{path.name}：与刚才导入的 {first} 是同一年的年报（{whose}），但是数字不同，没有导入。")
    elif not known.differences:
        say(f"{path.name}：{whose}的年报这里已经有了（{known.status.label}），内容相同，没有重复导入。")
        keep.there += 1
        return True
    elif keep.replace and known.status.is_imported:
        say(f"{path.name}：{whose}的年报代替以前导入的。")
        say(f"  换回以前的：nianbao undelete {known.unit}@{known.year}")
        _say_differences(known.differences, say)
        return None
    elif known.status.is_imported:
        complain(f"{path.name}：{whose}的年报以前导入过，内容不同，没有代替。要代替，请加 --replace。")
    else:
        complain(f"{path.name}：{whose}的年报在这里填写过（{known.status.label}），没有用导入的代替。")
        complain(f"  要逐处比较、采用，请用 nianbao import 文件 --into {known.unit}@{known.year}。")
    _say_differences(known.differences, complain)
    return False


def _say_differences(differences: Sequence[str], tell: Callable[[str], None]) -> None:
    """What is otherwise than in the report that is kept."""
    for words in differences[:_MOST_DIFFERENCES]:
        for number, line in enumerate(words.splitlines()):
            tell(f"  {'　　　' if number else '不同：'}{line}")
    if len(differences) > _MOST_DIFFERENCES:
        tell(f"  不同的共{len(differences)}处。")


def _as_json(reports: "Iterable[Report | str]", names: list[str], keep: _Keep) -> int:
    """An object for one file, a list for several (null where nothing was read); how many were good."""
    good = 0
    for place, (name, report) in enumerate(zip(names, reports, strict=False)):
        if isinstance(report, str):
            complain(f"{name}：{report}")
        good += not isinstance(report, str)
        data = None if isinstance(report, str) else keep.completed(report).to_json()
        if data is None and not keep.brief:
            continue
        before = "" if not keep.brief else "[\n" if place == 0 else ",\n"
        out_json(data, before, end="" if keep.brief else "\n")
    if keep.brief:
        out("\n]")
    return good


def _kept_lines(path: Path, report: "Report", keep: _Keep) -> Iterator[str]:
    """What is said of a report that was kept: one line for many files, all that was read for one."""
    from sections.report.gaps import gaps_of, left_out_words

    doubts = f"，有{len(list(gaps_of(report)))}处没有读准" if keep.brief and report.unread else ""
    yield f"已导入 {path.name}：{report.unit}，{report.year}年{doubts}。"
    if keep.brief:
        return
    for figure in report.figures:
        before = f"（上一年{figure.last_year}{figure.unit}）" if figure.last_year is not None else ""
        yield f"  正文数字：{figure.name or _label(report, figure.id)} {figure.value}{figure.unit}{before}"
    for item in report.problems.items:
        yield f"  存在的问题：{item.problem}"
    for note in report.notes:
        yield f"  说明：{note}"
    for gap in gaps_of(report):
        yield f"  没有读出：{gap.label}：{gap.words}"
    for words in left_out_words(report):
        yield f"  没有收入年报：{words}"


def _label(report: "Report", where: str) -> str:
    from sections.facts import fact_of

    fact = fact_of(where)
    return fact.label if fact else report.form.labels.get(where, where)
