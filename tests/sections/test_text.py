"""Sentences, likeness and typing slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sections.language.sentences import likest, masked, sentences, similarity
from sections.language.slips import doubled, excerpt, half_width, unended, unmatched

CHINESE = st.text(alphabet="公开信息申请，。；！？（）《》“”\n1234567890年条件的了 ,;.", max_size=60)


def test_sentences_end_with_their_marks_and_at_line_ends() -> None:
    text = "（一）主动公开\n全年公开三条。真的？“都好。”他说！没有句号"
    assert sentences(text) == ("（一）主动公开", "全年公开三条。", "真的？", "“都好。”", "他说！", "没有句号")


@given(CHINESE)
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_numbers_do_not_count_for_likeness() -> None:
    one, other = "2024年公开信息699条，增长5%。", "2025年公开信息1,812余条，增长12.5%。"
    assert masked(one) == masked(other)
    assert similarity(one, other) == 1.0


@given(CHINESE, CHINESE)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= similarity(one, other) <= 1.0
    assert similarity(one, other) == similarity(other, one)
    assert similarity(one, one) == 1.0


def test_other_words_are_less_alike_than_nearly_the_same() -> None:
    said = "定期检查网站栏目，发现错链立即改正。"
    near = similarity(said, "定期检查网站栏目，发现错链当天改正。")
    far = similarity(said, "邀请市民代表旁听会议。")
    assert far < 0.2 < 0.7 < near < 1.0


def test_the_likest_sentence_of_a_text() -> None:
    text = "邀请市民代表旁听会议。定期检查网站栏目，发现错链当天改正。"
    value, found = likest("定期检查网站栏目，发现错链立即改正。", text)
    assert found.startswith("定期检查")
    assert value == similarity("定期检查网站栏目，发现错链立即改正。", found)
    assert likest("甲乙丙丁", "") == (0.0, "")


@given(CHINESE, CHINESE)
def test_the_likest_is_as_like_as_any(sentence: str, text: str) -> None:
    value, found = likest(sentence, text)
    every = [similarity(sentence, other) for other in sentences(text) if masked(other) != masked(sentence)]
    assert value >= max(every, default=0.0) - 1e-9
    assert found == "" or found in sentences(text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("群众的的意见", "群众的意见"),
        ("完成。。", "完成。"),
        ("编目录，、审内容", "编目录，审内容"),
        ("很好，。", "很好。"),
        ("甲；，乙", "甲；乙"),
    ],
)
def test_doubled(text: str, mended: str) -> None:
    (slip,) = doubled(text)
    assert text[: slip.start] + slip.mend + text[slip.start + len(slip.found) :] == mended


@pytest.mark.parametrize(
    "text", ["以便民为目的的办法", "的的确确", "完成了了解工作", "总和和比例", "公众参与与互动", "好……"]
)
def test_what_looks_doubled_and_is_not(text: str) -> None:
    assert doubled(text) == ()


def test_half_width_marks() -> None:
    assert [slip.mend for slip in half_width("编目录,审内容;上网.")] == ["，", "；", "。"]
    assert half_width("版本2.0，见www.example.cn，9:00开始, end") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《条例", "《"),
        ("条例》", "》"),
        ("（甲（乙）", "（"),
        ("“甲》”", "》"),
        ("（甲)", ""),
        ("1）甲；2）乙", ""),
        ("“甲”（乙《丙》）", ""),
    ],
)
def test_unmatched(text: str, found: str) -> None:
    assert "".join(slip.found for slip in unmatched(text)) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("第一段，写得完整而且很长没有句号", 1),
        ("第一段，写得完整而且很长有句号。", 0),
        ("（一）主动公开，依申请公开和平台建设", 0),
        ("短，没有", 0),
        ("第一段，写得完整而且很长没有句号\n第二段，也是如此这般没有写完", 2),
    ],
)
def test_unended(text: str, count: int) -> None:
    slips = unended(text)
    assert len(slips) == count
    assert all(text[slip.start :].startswith(slip.found) and slip.mend.endswith("。") for slip in slips)


def test_an_excerpt_stays_in_its_line() -> None:
    assert excerpt("上一行\n这里有XX两个\n下一行", 7, 2) == "这里有XX两个"
