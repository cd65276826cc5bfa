"""Cases of NB969: 出现申请人姓名."""

from tests.support.rule_case import Case, added

CASES = (
    Case("NB969", True, added("overview", "申请人张小禾提出的申请已答复。"), says="（张*）"),
    Case("NB969", False, added("overview", "申请人陆续提出补正，申请人对答复表示满意，申请人通过网站提交。")),
    Case("NB969", False, added("overview", "王某某申请公开的信息依法答复。")),
    Case("NB969", True, added("overview", "张三申请公开审批材料。"), says="（张*）"),
    Case("NB969", True, added("overview", "赵德才不服答复，申请复议。"), says="（赵*"),
    Case(
        "NB969", False, added("overview", "群众申请公开材料，居民不服答复的可申请复议，高频事项申请公开多。")
    ),
)
