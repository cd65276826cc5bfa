"""Cases of NB924: 正文的文件或许可处罚件数与表格不符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB924", True, text("overview", "许可118件", "许可108件"), says="行政许可处理决定数量为118件"),
    Case("NB924", True, text("overview", "制发行政规范性文件3件", "制发行政规范性文件2件")),
    Case("NB924", True, text("overview", "废止行政规范性文件1件", "废止2件"), says="本年废止件数为1件"),
    Case("NB924", False, added("overview", "清理规范性文件9件，废止2件、宣布失效1件。")),
    Case("NB924", False, added("overview", "公示行政处罚案件9件。")),
    Case("NB924", False),
)
