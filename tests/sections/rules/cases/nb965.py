"""Cases of NB965: 法规名称、文号或法定期限有误."""

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
)
