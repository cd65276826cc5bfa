"""Cases of NB944: 平均数与总数不符."""

from tests.support.rule_case import Case, added

CASES = (
    Case("NB944", True, added("overview", "全年审核稿件430篇次，平均每月43篇。"), says="35.8"),
    Case("NB944", True, added("overview", "全年发布信息862条，月均发布100条。")),
    Case("NB944", True, added("overview", "全年检查12次，平均每季度4次。")),
    Case("NB944", False, added("overview", "全年审核稿件430篇次，平均每月36篇。")),
    Case(
        "NB944", False, added("overview", "全年审核稿件430篇，平均每月35.8篇。全年检查12次，平均每季度3次。")
    ),
    Case("NB944", True, added("overview", "月均发布90条，全年862条。")),
    Case("NB944", False, added("overview", "月均发布71条，全年862条。")),
    Case("NB944", False, added("overview", "平均每月发布36条。全年接待40人，平均每件用时3天。")),
    Case("NB944", True, added("overview", "全年发布稿件430篇，日均5篇。"), says="与总数不符"),
    Case("NB944", False, added("overview", "全年发布稿件430篇，日均1.2篇。")),
    Case("NB944", True, added("overview", "举办培训3次，参训120人次，场均30人次。"), says="120÷3"),
    Case("NB944", False, added("overview", "举办培训3次，参训120人次，场均40人次。")),
)
