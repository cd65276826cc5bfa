"""Part five of a source: problems and measures however they are enumerated; none where it is not certain."""

import pytest

from app.documents.read.problems import read_problems

CASES = [
    (
        "存在的主要问题：1.解读形式单一；2.更新不够及时。改进措施：1.多用图解和视频；2.每周核对栏目。",
        [("解读形式单一", "多用图解和视频"), ("更新不够及时", "每周核对栏目")],
    ),
    (
        "（一）存在的主要问题\n1.解读形式单一。\n2.更新不够及时。\n（二）改进情况\n1.多用图解。\n2.每周核对栏目。",
        [("解读形式单一", "多用图解"), ("更新不够及时", "每周核对栏目")],
    ),
    (
        "工作中还存在一些差距。如栏目更新有待加强、解读质量有待提升等。下一步，一是每周核对栏目；二是请专家把关解读。",
        [("栏目更新有待加强", "每周核对栏目"), ("解读质量有待提升", "请专家把关解读")],
    ),
    (
        "（一）存在的问题。栏目更新不够及时；业务培训较少。\n（二）改进措施。今后定期培训。",
        [("栏目更新不够及时", ""), ("业务培训较少", "")],
    ),
    (
        "还存在以下不足：首先，栏目更新不够及时。其次，解读不够通俗。",
        [("栏目更新不够及时", ""), ("解读不够通俗", "")],
    ),
    ("①栏目更新不够及时；②解读不够通俗。", [("栏目更新不够及时", ""), ("解读不够通俗", "")]),
    ("本年度政府信息公开工作平稳有序，没有需要说明的事项。", []),
    ("（一）存在的问题。本机关印发了2份文件；栏目更新不够及时。", []),
    ("", []),
    ("无", []),
]


@pytest.mark.parametrize(("text", "pairs"), CASES, ids=range(len(CASES)))
def test_problems_and_their_measures(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(one.problem, one.measure) for one in read_problems(text)] == pairs
