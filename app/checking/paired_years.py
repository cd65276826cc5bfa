"""Files of two years checked in one call: the earlier one is last year's report of the later one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.checking.last_year import LastReport, LastYear, Source
from app.checking.results import Checked, Selection, check_file
from app.checking.worker_pool import BROKEN, each
from sections.errors import NianbaoError
from sections.organ_names import same_organ


def paired(
    results: Iterable[Checked], last_year: LastYear, selection: Selection, workers: int = 0
) -> Iterator[Checked]:
    """The results, in order, with those checked anew whose last year's report is among the files.

    What was given with the call is compared with first, what is kept last."""
    known = list(results)
    beside = _earlier_files(known)
    again = partial(_check_beside, beside=beside, last_year=last_year, selection=selection)
    anew = each(list(beside), again, lambda target: Checked(target, failure=BROKEN), workers)
    done = dict(zip(beside, anew, strict=True))
    return (done.get(checked.target, checked) for checked in known)


def _earlier_files(results: Sequence[Checked]) -> dict[str, tuple[str, ...]]:
    """File -> the files of the same organ's year before, for files that were compared with nothing given."""
    by_year: dict[int, list[Checked]] = defaultdict(list)
    for checked in results:
        if not checked.failure and checked.unit and checked.year:
            by_year[checked.year].append(checked)
    found = {}
    for year, ones in by_year.items():
        names: dict[str, list[str]] = defaultdict(list)
        for last in by_year.get(year - 1, ()):
            names[last.unit].append(last.target)
        for checked in ones:
            if checked.last is None or checked.last.source is Source.STORE:
                known_as = checked.last.unit if checked.last and not checked.note else ""
                files = names.get(checked.unit) or _files_of(names, checked.unit) or names.get(known_as)
                if files:
                    found[checked.target] = tuple(files)
    return found


def _files_of(names: Mapping[str, list[str]], organ: str) -> list[str]:
    """The files of the one organ whose name is another form of ``organ``; nothing where there are two."""
    matching = [files for name, files in names.items() if same_organ(name, organ)]
    return matching[0] if len(matching) == 1 else []


def _check_beside(
    target: str, beside: Mapping[str, tuple[str, ...]], last_year: LastYear, selection: Selection
) -> Checked:
    from app.documents.read.importer import read_report

    try:
        last = tuple(LastReport(read_report(Path(one)), Source.BESIDE, one) for one in beside[target])
    except NianbaoError as error:
        return Checked(target, failure=str(error))
    return check_file(target, replace(last_year, given=last), selection)
