"""The notation of wordings: what each sign of it reads."""

import pytest

from sections.language.lexicon import LEXICON
from sections.language.quantities import SIGNS, encoded, reduced
from sections.language.wordings import Pattern, pattern


def read(words: str, sentence: str) -> list[str]:
    """The numbers that ``words`` read in ``sentence``."""
    line = reduced(sentence)
    found = pattern(words).find(line)
    return [line.number(match.start("n")).text if "n" in match.re.groupindex else match[0] for match in found]


@pytest.mark.parametrize(
    ("words", "sentence", "numbers"),
    [
        ("政策解读(材料|稿件)?{n:篇件条}", "政策解读12篇，政策解读材料共计3件，政策解读稿5篇。", ["12", "3"]),
        ("培训{n:次}", "培训6人次，培训 2 次。", ["2"]),
        ("参训{n:人次人名}", "参训达到了80余人。", ["80余"]),
        ("收到{item 6}意见{n:条}", "收到群众意见5条，收到书面、口头意见6条。", ["5"]),
        ("收到{clause 6}意见{n:条}", "收到书面、口头意见6条，收到信件。意见7条。", ["6"]),
        ("收到{clause 6}意见{n:条}", "收到信件9件意见6条。", []),
        ("收到{clause 6}意见{n:条}", "收到2025年意见6条。", ["6"]),
        ("公开{sentence 2-20}等信息{n:条}", "公开招生计划，收费标准等信息8条。公开等信息7条。", ["8"]),
        ("解读{item 4 -和及}材料{n:份}", "解读和宣传材料3份，解读类材料4份。", ["4"]),
        ("(?<!不)予以公开{n:件}", "予以公开2件，不予以公开3件。", ["2"]),
        ("{other:件}中{item 4}办结{n:件}", "收到8件中已办结7件。", ["7"]),
        ("结转至{year}{n:件}", "结转至2026年3件。", ["3"]),
        ("(?<=[，：])公开{n:件}", "其中，公开4件。", ["4"]),
    ],
)
def test_a_wording_reads_what_it_says(words: str, sentence: str, numbers: list[str]) -> None:
    assert read(words, sentence) == numbers


@pytest.mark.parametrize(
    ("words", "gate"),
    [
        ("(发布|制作)?政策解读(材料|稿件)?{n:篇件条}", {"政策解读"}),
        ("(收到|征集){clause 8}(意见|建议){n:条}", {"意见", "建议"}),
        ("<举办>{n:次}{item 6}培训", {"培训"}),
        ("(网站|平台)?{n}", set()),
    ],
)
def test_the_words_that_must_be_there_are_seen_from_the_wording(words: str, gate: set[str]) -> None:
    found = pattern(words).gate
    assert found in ({encoded(word) for word in gate}, {encoded(word) for word in ("收到", "征集")})


def test_a_number_must_be_there_where_no_word_must() -> None:
    assert pattern("(网站|平台)?{n:条篇}").gate == {SIGNS["条"], SIGNS["篇"]}


@pytest.mark.parametrize(
    ("sentence", "tried"),
    [("收到意见5条。", True), ("收到意见若干。", False), ("意见5条。", False), ("收到5条。", False)],
)
def test_a_sentence_that_lacks_a_word_or_a_number_is_not_tried(sentence: str, tried: bool) -> None:
    assert pattern("收到{item 8}意见{n:条}").is_open(reduced(sentence).text) is tried


@pytest.mark.parametrize(
    "words", ["解读{n:篇", "(解读{n:篇}", "解读){n:篇}", "解读{n:瓶}", "解读{gap}", "{item}"]
)
def test_a_slip_in_a_wording_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Pattern(words)


@pytest.mark.parametrize("name", LEXICON)
def test_every_entry_of_the_lexicon_is_a_wording(name: str) -> None:
    assert pattern(f"<{name}>").regex
