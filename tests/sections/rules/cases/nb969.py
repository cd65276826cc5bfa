"""Cases of NB969: 出现申请人姓名."""

from tests.support.rule_case import Case, added

CASES = (
    Case("NB969", True, added("overview", "申请人张小禾提出的申请已答复。"), says="（张*）"),
    Case("NB969", False, added("overview", "申请人陆续提出补正，申请人对答复表示满意，申请人通过网站提交。")),
)
