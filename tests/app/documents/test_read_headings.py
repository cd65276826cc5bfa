import pytest

from app.documents.read.headings import heading_of

SAID = {
    "overview": (
        "一、总体情况",
        "一、政府信息公开工作的基本情况",
        "一、2025年政府信息公开工作基本情况",
        "一、总体工作情况",
        "一、工作概况",
        "一、政务公开工作开展情况",
        "一、本年度政府信息公开工作情况",
        "第一部分 总体情况",
    ),
    "proactive": (
        "二、主动公开政府信息情况",
        "二、行政机关主动公开政府信息情况",
        "二、我局主动公开政府信息的情况（见附表）",
        "二、政府信息主动公开情况",
    ),
    "requests": (
        "三、行政机关收到和处理政府信息公开申请情况",
        "三、政府信息公开申请收到和处理情况",
        "三、政府信息公开申请情况",
        "三、依申请公开政府信息情况",
    ),
    "disputes": (
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "四、复议、诉讼情况",
        "四、政府信息公开行政复议行政诉讼情况",
    ),
    "problems": (
        "五、政府信息公开工作存在的主要问题及改进情况",
        "五、存在的困难和改进措施",
        "五、主要问题及下一步打算",
    ),
    "other": ("六、其它需要报告的事项", "六、需要报告的其他事项", "六、其他需要说明的事项："),
}
NOT_SAID = (
    "（一）主动公开",
    "1.主动公开政府信息的情况",
    "2.依申请公开政府信息情况",
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "三、本年度办理结果",
    "四、结转下年度继续办理",
    "一是主动公开的情况还要改进",
    "2.重复申请",
    "3.其他",
    "一、编制背景",
    "本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况等部分组成",
)


@pytest.mark.parametrize(
    ("section", "line"), [(section, line) for section, lines in SAID.items() for line in lines]
)
def test_headings_in_other_words(section: str, line: str) -> None:
    assert heading_of(line) == section


@pytest.mark.parametrize("line", NOT_SAID)
def test_rows_topics_and_sentences_are_no_headings(line: str) -> None:
    assert heading_of(line) is None
