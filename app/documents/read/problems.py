"""Part five of a report: its problems, each with the measure that answers it."""

import re
from typing import Final

from sections.report.parts import Problem

_LONGEST: Final = 20_000
_MOST_ITEMS: Final = 60
_SHORTEST: Final = 4
_ITEM: Final = re.compile(r"([一二三四五六七八九十])是")
_IMPROVED: Final = re.compile(r"(?:上年|去年|上一年).*(?:整改|改进|问题|不足)")
_MEASURE: Final = re.compile(r"改进情况|改进措施|改进|措施|整改|下一步|下步|下一年|针对|今后|为解决|将")
_FOUND: Final = re.compile(r"不足|问题|差距|短板|薄弱|困难")
_SINGLE: Final = re.compile(r"(?:主要是|主要问题是|不足是|问题是)(.{2,200}?)。")
_SINGLE_MEASURE: Final = re.compile(
    r"(?:下一步|下一年度|今后|针对)[^。]{0,30}?[将要](.{2,400}?)。(?:\n|$)", re.DOTALL
)
_COMMON: Final = re.compile(r"政府信息公开|政务公开|信息公开|进一步|工作|加强|提升|不够|需要?")
_TURN: Final = re.compile(
    r"(?:^|(?<=[\n。；]))\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?"
    r"(?:下一步|下一年|下步|针对(?:上述|以上|这些|存在)|本年度改进|今后|为解决|为此，|对此，"
    r"|我[们局委办厅院镇乡街县区市][^，。；]{0,12}(?:，)?将"
    r"|(?:主要)?(?:整改|改进)(?:措施|情况|方向|思路)?(?:[：:。\n]|(?<=[施况])))"
)
"""Where the text turns from problems to measures."""
_TITLE: Final = re.compile(
    r"(?:(?:^|(?<=\n))\s*[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?\s*"
    r"(?:20\d\d年(?:度)?|本年度?)?(?:当前)?(?:存在的?)?(?:主要)?"
    r"(?:问题|不足|困难|(?:整改|改进)(?:措施|情况|方向|思路)?)(?:和不足|及原因)?(?:主要有|主要是|是|有)?[。：:\n]"
)
_TITLE_LINE: Final = re.compile(rf"(?:^|(?<=[\n。；]))(?:{_TITLE.pattern})")
_BEFORE_WANT: Final = re.compile(
    r"^[^；。]{0,80}?存在(?:着|的|一些|以下|不少|一定)*(?:问题|不足|差距|困难|短板)[^，]{0,6}，(?:如|主要是|主要表现在)?"
)
_NUMBERS: Final = tuple(
    re.compile(rf"(?:^|(?<=[\n。；：:，]))\s*{number}")
    for number in (
        r"\d{1,2}[.．、](?!\d)",
        r"[（(]\d{1,2}[）)]",
        r"[①②③④⑤⑥⑦⑧⑨]",
        r"[（(][一二三四五六七八九十]{1,2}[）)]",
        r"第[一二三四五六七八九]，",
        r"(?:首先|其次|再次|最后|同时)[，,]",
        r"(?:一方面|另一方面)[，,]",
    )
)
_ANSWER: Final = re.compile(
    r"(?:^|(?<=[。；\n]))\s*(?:(?:下一步|改进|整改)(?:的)?(?:措施|情况|方向|打算)?[：:]|针对(?:此|这一|该)[^，。]{0,8}，|对此，)"
)
"""Where an item goes over from its problem to its measure."""
_SUCH_AS: Final = re.compile(
    r"(?:不足|问题|差距|短板)(?:之处)?[，,]?(?:主要)?(?:如|例如|比如|包括)[：:，]?"
    r"(?P<list>[^。；]{4,200}?)等?(?:方面)?(?:的)?(?:问题|不足)?[。；]"
)
_BEHIND_COLON: Final = re.compile(
    r"(?:不足|问题|差距|短板|困难|改进的地方)(?:之处)?(?:主要)?[有是]?[：:]"
    r"(?P<list>[^。：:]{4,600}；[^。：:]{4,600})。"
)
_WANT: Final = re.compile(
    r"有待|不够|不足|不强|不高|不全|不多|不深|不到位|不及时|不平衡|不完善|不规范|不熟|仍需|还需|需要?进一步|亟需"
    r"|松懈|薄弱|滞后|单一|缺乏|欠缺|较低|较少|较慢|偏低|偏少|差距|短板"
)
_AFTER_WANT: Final = re.compile(r"(?<=提高|提升|加强|完善|改进|强化)、|(?<=不[够足强高全多深])、")
_INTRODUCES: Final = re.compile(
    r"(?:存在|还有|仍有)[^，]{0,10}(?:差距|不足|问题|短板)[^，]{0,6}$|取得[^，]{0,12}成[效绩]"
)

_NAMES_ONE: Final = re.compile(r"不[够强高全到完规平]|不及时|不深|有待|单一|缺乏|滞后|薄弱|较[低少慢]")
"""「存在公开不够及时的问题」 names its problem and does not only introduce some."""


def read_problems(text: str) -> tuple[Problem, ...]:
    """The problems of part five, each with the measure that answers it: 「一是…；二是…」, a numbered list,
    「如A、B等」, or sentences that each name a want; none where it is not certain."""
    text = re.sub(r" ?\n[ \n]*", "\n", re.sub(r"[^\S\n]+", " ", text[:_LONGEST]))
    answered = _answered(text)
    if answered:
        return answered
    found, measures = _enumerated(text)
    turn = _TURN.search(text)
    before, after = (text[: turn.start()], text[turn.start() :]) if turn else (text, "")
    if not found:
        found = _numbered(before) or _behind_colon(before) or _such_as(before) or _wants(before)
        measures = measures or _numbered(after)
    if not found and (match := _SINGLE.search(text)):
        found = [_trim(match[1])]
    if len(found) == 1 and not measures:
        measures = _only(text, after)
    if found and not measures:
        measures = _titled(text)
    found = [_headline(one) for one in found]
    return tuple(
        Problem(problem=one, measure=measure)
        for one, measure in zip(found, _pair(found, measures), strict=True)
    )


def _answered(text: str) -> tuple[Problem, ...]:
    """Problems each followed by its own measure: 「（一）…。改进措施：…」."""
    for pattern in (_ITEM, *_NUMBERS):
        marks = list(pattern.finditer(text))[:_MOST_ITEMS]
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=False)]
        parted = [
            (item[: turn.start()], item[turn.end() :]) for item in items if (turn := _ANSWER.search(item))
        ]
        if 2 <= len(items) == sum(bool(_trim(one)) and bool(_trim(other)) for one, other in parted):
            return tuple(Problem(problem=_headline(one), measure=_trim(other)) for one, other in parted)
    return ()


def _enumerated(text: str) -> tuple[list[str], list[str]]:
    """The problems and the measures told by 「一是…；二是…」."""
    runs = _runs(text)
    found = next((items for kind, items in runs if kind == "found"), [])
    return found, next((items for kind, items in runs if kind == "measure"), [])


def _only(text: str, after: str) -> list[str]:
    """The measure where there is a single problem."""
    if match := _SINGLE_MEASURE.search(text):
        return [_trim(match[1])]
    plain = _trim(_TITLE.sub("", after, count=1))
    return [plain] if plain and "\n" not in plain and _TITLE.match(after) else []


def _headline(text: str) -> str:
    """The first sentence of a problem; what follows explains it."""
    plain = _trim(text)
    first = _trim(plain.split("。")[0])
    return first if len(first) >= _SHORTEST else plain


def _behind_colon(text: str) -> list[str]:
    """「还存在以下不足：甲；乙。」, without numbers."""
    match = _BEHIND_COLON.search(text)
    return [item for item in map(_trim, match["list"].split("；")) if item] if match else []


def _such_as(text: str) -> list[str]:
    """「不足，如A、B等」, where each of them names a want."""
    match = _SUCH_AS.search(text)
    if match is None:
        return []
    for parts in (match["list"].split("、"), _AFTER_WANT.split(match["list"])):
        if all(_WANT.search(part) for part in parts):
            return [_trim(part) for part in parts]
    return []


def _runs(text: str) -> list[tuple[str, list[str]]]:
    """The enumerations of the text with what each is: found, measure or improved."""
    marks = list(_ITEM.finditer(text))[:_MOST_ITEMS]
    starts = [i for i, mark in enumerate(marks) if mark[1] == "一"]
    runs: list[tuple[str, list[str]]] = []
    end = 0
    for number, first in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else len(marks)
        kind = _kind(text[end : marks[first].start()], bool(runs))
        items = [text[marks[i].end() : marks[i + 1].start()] for i in range(first, until - 1)]
        tail = text[marks[until - 1].end() :].split("\n", maxsplit=1)[0]
        if kind == "found" or number + 1 < len(starts):
            tail = tail.split("。")[0]
        end = marks[until - 1].end() + len(tail)
        runs.append((kind, [_trim(item) for item in [*items, tail] if _trim(item)]))
    return runs


def _kind(intro: str, later: bool) -> str:
    last = intro.strip().split("\n")[-1]
    if _IMPROVED.search(last) or (not later and _IMPROVED.search(intro) and not _FOUND.search(last)):
        return "improved"
    if _MEASURE.search(last):
        return "measure"
    return "found" if _FOUND.search(intro) or not later else "measure"


def _numbered(text: str) -> list[str]:
    """The items of the first kind of numbers that counts on from one."""
    for pattern in _NUMBERS:
        marks = [mark for mark in pattern.finditer(text) if not _TITLE.match(text, mark.end())]
        if 2 <= len(marks) <= _MOST_ITEMS:
            ends = [mark.start() for mark in marks[1:]]
            items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=False)]
            last = text[marks[-1].end() :].split("\n", maxsplit=1)[0]
            return [item for item in map(_trim, [*items, last]) if item]
    return []


def _wants(text: str) -> list[str]:
    """The clauses that each name a want; none where any of them names something else."""
    found: list[str] = []
    for clause in re.split(r"[；;。\n]", _TITLE_LINE.sub("", text)):
        plain = _trim(clause)
        if _WANT.search(rest := _BEFORE_WANT.sub("", plain)):
            plain = rest
        introduced = _INTRODUCES.search(plain)
        if not plain or (introduced and not _NAMES_ONE.search(introduced[0])):
            continue
        parts = _AFTER_WANT.split(re.sub(r"等$", "", plain[1:])) if plain.startswith("如") else [plain]
        if not all(_WANT.search(part) for part in parts):
            return []
        found += parts
    return found


def _titled(text: str) -> list[str]:
    """Measures written as paragraphs 「（一）…」."""
    lines = (re.match(r"[（(][一二三四五六七八九][）)](.+)", line.strip()) for line in text.split("\n"))
    return [_trim(match[1]) for match in lines if match and not re.match(r".{0,12}(?:问题|措施)。", match[1])]


def _trim(text: str) -> str:
    return text.strip().rstrip("；;。，,").strip()


def _pair(found: list[str], measures: list[str]) -> list[str]:
    """The measure of each problem: by order, unless the words say clearly that the order is another."""
    if not measures:
        return [""] * len(found)
    likeness = [[len(_pairs(one) & _pairs(measure)) for measure in measures] for one in found]
    best = [_best(row, i) for i, row in enumerate(likeness)]
    clear = len(set(best)) == len(found) and all(row[j] >= 2 for row, j in zip(likeness, best, strict=True))
    if clear:
        return [measures[j] for j in best]
    if len(found) == len(measures):
        return list(measures)
    return [
        measures[j] if row[j] >= 2 and best.count(j) == 1 else ""
        for row, j in zip(likeness, best, strict=True)
    ]


def _pairs(text: str) -> set[str]:
    plain = _COMMON.sub(" ", text)
    return {
        plain[i : i + 2] for i in range(len(plain) - 1) if not re.search(r"[\s，、；。]", plain[i : i + 2])
    }


def _best(likeness: list[int], order: int) -> int:
    """The measure most like a problem; of equals the one that stands where the problem does."""
    return max(range(len(likeness)), key=lambda j: (likeness[j], j == order))
