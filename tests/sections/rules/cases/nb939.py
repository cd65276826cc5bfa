"""Cases of NB939: 正文前后说法矛盾."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

_BLAMED = "对2名责任人员予以问责。"

CASES = (
    Case("NB939", True, added("overview", _BLAMED), says="前后矛盾"),
    Case("NB939", True, added("overview", "全年问责3人。")),
    Case("NB939", True, added("overview", "未召开新闻发布会。年中召开新闻发布会2场。")),
    Case("NB939", True, added("overview", "未开展业务培训。")),
    Case("NB939", True, added("overview", "给予3名干部问责处理，追究2人责任。")),
    Case("NB939", True, added("other", "本年度未收取信息处理费。收取信息处理费60元。")),
    Case("NB939", False, added("other", "本年度未收取信息处理费。收取信息处理费0元。")),
    Case(
        "NB939",
        True,
        added("overview", "文件均在20个工作日内公开。部分单位公开不及时。"),
        severity=Severity.INFO,
    ),
    Case(
        "NB939",
        True,
        added("overview", "主动公开文件按照规定时间在20个工作日内通过网站公开。部分信息发布不够及时。"),
        says="请核对两处说法",
        severity=Severity.INFO,
    ),
    Case(
        "NB939",
        True,
        added("overview", "申请均严格按照《条例》等规定进行办理和答复。依申请公开办理不够规范。"),
        says="请核对两处说法",
        severity=Severity.INFO,
    ),
    Case("NB939", False, added("overview", "严格按照《条例》办理申请。针对答复不够规范的问题组织培训。")),
    Case("NB939", False, text("overview", "没有发生责任追究的情形。", _BLAMED)),
    Case("NB939", False, added("overview", "对公开不力的单位将予以问责，健全问责机制，未发生问责情形。")),
    Case("NB939", False, added("overview", "未参加市级组织的培训2次中的任何一次。")),
    Case("NB939", True, added("overview", "全年未发布政策解读。发布政策解读18篇。"), says="前后矛盾"),
    Case("NB939", False, added("overview", "对简单文件不发布解读材料。发布政策解读18篇。")),
    Case("NB939", True, added("other", "本年度无收费情况。收取处理费共60元。"), says="前后矛盾"),
    Case(
        "NB939", True, added("overview", "政务新媒体账号0个。微信公众号全年发布信息120条。"), says="前后矛盾"
    ),
    Case("NB939", True, added("overview", "没有公开电子邮箱。收到电子邮件申请3件。"), says="前后矛盾"),
    Case(
        "NB939",
        False,
        added("overview", "分为总体情况和其他需要报告的事项两个部分。没有其他需要报告的事项。"),
    ),
)
