"""Cases of NB922: 正文的办理结果与表格不符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB922",
        True,
        text("overview", "无法提供3件", "无法提供2件"),
        says="表格中（四）无法提供各项之和为3件",
        fixed=("无法提供2件", "无法提供3件"),
    ),
    Case("NB922", True, text("overview", "予以公开12件", "予以公开22件")),
    Case("NB922", True, added("overview", "依申请公开中重复申请3件。"), says="2.重复申请为2件"),
    Case("NB922", False, text("overview", "不予公开4件", "不予公开（含第三方权益2件）4件")),
    Case("NB922", False, text("overview", "予以公开12件、部分公开5件", "予以公开和部分公开17件")),
    Case(
        "NB922",
        True,
        text("overview", "予以公开12件、部分公开5件", "予以公开、部分公开以及不予公开20件"),
        says="不予公开各项之和",
        fixed=("20", "21"),
    ),
    Case("NB922", False, text("overview", "予以公开12件、部分公开5件", "同意查阅和部分公开15件")),
    Case("NB922", False, added("overview", "全年公文标注主动公开60件、不予公开9件。")),
    Case("NB922", False),
)
