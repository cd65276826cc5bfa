"""Makes the lists behind the hints at slips of the pen: near sounds, ordinary pairs, the vocabulary.

``python -m tests.support.word_lists`` after a change of ``usual_words.txt`` or of many of our sentences. The
sounds are pypinyin's, the pairs jieba's (which is not in the lock: install it for this), the vocabulary is
counted in our own texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from sections.language.misspellings import alike, lines_of, usual_words

FOLDER = Path(str(files("sections.language")))
LEAST_USE = 3
"""From so many uses in jieba's dictionary a pair of characters counts as a word."""
LEAST_USE_BESIDE = 1000
"""The same for a word of which one character stands outside the usual word: 参与[全程]."""
LEAST_OWN, MOST_OWN = 2, 60
"""From how many uses a word of our texts is kept, and up to how many they count."""
NEARLY = ((r"^([zcs])h", r"\1"), (r"ng$", "n"))
"""Sounds that are taken for one another: zh and z, ang and an."""


def near_sounds() -> Iterator[str]:
    """The first characters of those groups of ``sounds.txt`` that sound nearly alike."""
    from pypinyin import lazy_pinyin

    groups: dict[str, list[str]] = defaultdict(list)
    for group in lines_of("sounds.txt"):
        sound = Counter(lazy_pinyin(list(group))).most_common(1)[0][0]
        for pattern, put in NEARLY:
            sound = re.sub(pattern, put, sound)
        groups[sound].append(group[0])
    return ("".join(heads) for heads in groups.values() if len(heads) > 1)


def ordinary_pairs() -> set[str]:
    """Words of two characters that a usual word holds when one of its characters is replaced by one alike."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    used = jieba.dt.FREQ
    by_head: dict[str, set[str]] = defaultdict(set)
    for table in alike():
        for code, head in table.items():
            by_head[head] |= {chr(code), head}
    others = {
        character: set().union(*(group for group in by_head.values() if character in group))
        for word in usual_words()
        for character in word
    }
    ends = {other for word in usual_words() for other in others[word[-1]]}
    starts = {other for word in usual_words() for other in others[word[0]]}
    beside = {
        word
        for word, use in used.items()
        if len(word) == 2 and use >= LEAST_USE_BESIDE and (word[0] in ends or word[1] in starts)
    }
    return beside | {
        pair
        for word in usual_words()
        for place, character in enumerate(word)
        for other in others[character] - {character}
        for pair in (word[place - 1 : place] + other, other + word[place + 1 : place + 2])
        if len(pair) == 2 and used.get(pair, 0) >= LEAST_USE
    }


OWN_TEXTS: Final = ("prompts", "sections/facts", "sections/rules", "sections/form", "tests/support", "docs")
NOT_OURS: Final = {
    "misspelt",
    "misspellings",
    "wrong_name",
    "set_wording",
    "slips",
    "sample_with_mistakes",
    "checking",
    "rules",
}
"""Modules and pages that hold slips on purpose."""


def vocabulary() -> Iterator[str]:
    """The words of two characters and more of our own texts, with how often they stand there."""
    from app.checking.proofreading.dictionary import general

    words, counted = general(), Counter[str]()
    for folder in OWN_TEXTS:
        for path in sorted((FOLDER.parents[1] / folder).rglob("*")):
            if path.suffix not in {".j2", ".py", ".md"} or any(one in path.stem for one in NOT_OURS):
                continue
            for run in re.findall("[\u4e00-\u9fff]{2,}", path.read_text(encoding="utf-8")):
                start = 0
                for end in words.path(run)[1]:
                    counted[run[start:end]] += 1
                    start = end
    for word, count in sorted(counted.items()):
        if len(word) > 1 and count >= LEAST_OWN:
            yield f"{word} {min(count, MOST_OWN)}"


def main() -> None:
    """Write the lists."""
    remark = "# Made by tests/support/word_lists.py from our own texts.\n"
    target = FOLDER.parents[1] / "app/checking/proofreading/vocabulary.txt"
    target.write_text(remark + "\n".join(vocabulary()) + "\n", encoding="utf-8")
    head = "# Made by tests/support/word_lists.py from {}.\n"
    sounds = "\n".join(near_sounds())
    (FOLDER / "near_sounds.txt").write_text(head.format("pypinyin") + sounds + "\n", encoding="utf-8")
    pairs = sorted(ordinary_pairs())
    rows = [" ".join(pairs[start : start + 40]) for start in range(0, len(pairs), 40)]
    text = head.format("the dictionary of jieba") + "\n".join(rows) + "\n"
    (FOLDER / "ordinary_pairs.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
