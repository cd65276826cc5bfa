"""Cases of NB966: 固定表述有误."""

from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB966", True, added("overview", "学习党的二十大三中全会精神。"), fixed=("二十大三中", "二十届三中")
    ),
    Case("NB966", True, added("overview", "统筹推进“四个全面”总体布局。"), says="规范表述是“战略布局”"),
    Case("NB966", True, added("overview", "坚持公开为原则、不公开为例外。"), says="公开为常态"),
    Case("NB966", True, added("overview", "学习中国共产党第二十届全国代表大会精神。"), says="规范表述是“次”"),
    Case("NB966", True, added("overview", "坚持以习近平新时代特色社会主义思想为指导。")),
    Case(
        "NB966",
        False,
        added(
            "overview",
            "坚持以习近平新时代中国特色社会主义思想为指导，学习党的二十大和二十届三中全会精神，深化“放管服”改革。",
        ),
    ),
)
