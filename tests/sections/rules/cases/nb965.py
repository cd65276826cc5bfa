"""Cases of NB965: 法规名称、文号或法定期限有误."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB965",
        True,
        text("opening", "人民共和国政府信息公开条例", "人民共和国信息公开条例"),
        fixed=("《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公开条例》"),
    ),
    Case("NB965", True, added("overview", "按照国务院令第492号办理。"), says="国务院令第711号"),
    Case(
        "NB965",
        True,
        added("overview", "认真学习《中华人民共和国政府信息条例》。"),
        says="《中华人民共和国政府信息公开条例》",
        fixed=("《中华人民共和国政府信息条例》", "《中华人民共和国政府信息公开条例》"),
    ),
    Case("NB965", True, added("overview", "执行《政府信息公开信息信息处理费管理办法》。")),
    Case(
        "NB965",
        False,
        added("overview", "落实《虚构省政府信息公开工作考核管理办法》《中华人民共和国行政复议法》。"),
    ),
    Case("NB965", True, text("overview", "在20个工作日内上网", "在30个工作日内上网"), says="20个工作日"),
    Case("NB965", True, added("overview", "自收到申请之日起25个工作日内予以答复。")),
    Case("NB965", False, added("overview", "新文件在5个工作日内公开，自收到申请之日起20个工作日内答复。")),
    Case(
        "NB965",
        False,
        added("overview", "执行《云岭省政府信息公开规定》和《政府信息公开条例》（国务院令第711号）。"),
    ),
    Case(
        "NB965",
        True,
        added("overview", "按照《政府信息公开工作年度报告格式》（国办函〔2021〕30号）编制。"),
        says="国办公开办函〔2021〕30号",
    ),
    Case("NB965", True, added("overview", "按照国办公开办涵〔2021〕30号、国办公开办函[2021]30号要求。")),
    Case("NB965", True, added("overview", "严格执行15个工作日的答复时限。"), says="20个工作日"),
    Case(
        "NB965",
        True,
        added("overview", "依据《中华人民共和国行政复议法》（2017年修正）办理。"),
        says="2023年已修订",
    ),
    Case(
        "NB965",
        False,
        added(
            "overview",
            "按照国办公开办函〔2021〕30号、国办发〔2021〕12号要求，把答复时限压缩到15个工作日内答复，"
            "第三方15个工作日内答复意见，依据《行政诉讼法》（2017年修正）应诉。",
        ),
    ),
    Case("NB965", True, added("overview", "依据《条例》（国务院第711号令）办理。"), says="国务院令第711号"),
    Case(
        "NB965",
        True,
        added("overview", "本报告按照国办公开办函[2019]60号的要求编制。"),
        says="只用于2019、2020年度",
        severity=Severity.WARNING,
    ),
    Case("NB965", True, added("overview", "依据《条例》（国令711号）办理。"), says="国令第711号"),
    Case(
        "NB965", True, added("overview", "依据《政府信息公开条例》（国令第117号）办理。"), says="国令第711号"
    ),
    Case(
        "NB965",
        True,
        added("overview", "按照国公开办函〔2021〕30号的格式编制。"),
        says="国办公开办函〔2021〕30号",
    ),
    Case(
        "NB965",
        True,
        added("overview", "按《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）收费。"),
        says="国办函〔2020〕109号",
    ),
    Case("NB965", True, added("overview", "加强规范性档案管理。"), says="规范性文件"),
    Case(
        "NB965",
        True,
        added("overview", "根据中华人民共和国政府信息公开条例要求编制。"),
        says="应加书名号",
        severity=Severity.INFO,
    ),
    Case(
        "NB965",
        True,
        added("overview", "收到申请后20日内予以答复。"),
        says="少了“工作”二字",
        severity=Severity.INFO,
    ),
    Case(
        "NB965",
        True,
        added("overview", "延长答复期限不超过15个工作日。"),
        says="最长不超过20个工作日",
        severity=Severity.INFO,
    ),
    Case(
        "NB965",
        False,
        added(
            "overview",
            "国令第711号、国务院令第711号公布的条例规定，20个工作日内答复，延长不超过20个工作日；规范档案管理。",
        ),
    ),
)
