"""Cases of NB975: 出现个人信息."""

from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB975",
        True,
        added("overview", "对张建国（住城关镇示例路22号3栋501室）的申请依法答复。"),
        says="住址",
    ),
    Case("NB975", True, added("overview", "申请人可加微信abc_2025咨询。"), says="微信号"),
    Case("NB975", True, added("overview", "申请人邮箱123456789@qq.com已回复。"), says="电子邮箱"),
    Case("NB975", True, added("overview", "QQ：123456789。")),
    Case("NB975", True, added("overview", "退费至银行卡6222 0000 1111 2222 333。"), says="银行卡号"),
    Case(
        "NB975",
        False,
        added(
            "overview",
            "开通微信公众号wenlv2025和微信小程序，居住在示例路的群众可到示例路18号政务大厅办理，"
            "住房保障信息公开12条，联系邮箱wl@example.gov.cn，银行业务公开。",
        ),
    ),
    Case("NB975", True, added("overview", "申请人电话0795-8123456。"), says="申请人的电话"),
    Case("NB975", True, added("overview", "车牌号赣A12345的车主咨询。"), says="车牌号"),
    Case("NB975", True, added("overview", "张某（女，1985年3月12日生）咨询。"), says="生日"),
    Case("NB975", True, added("overview", "退回至账户6228480012345678901。"), says="银行卡号"),
    Case(
        "NB975", False, added("overview", "申请人可拨打办公电话0795-8812345，女性申请人（含2025年新增）3名。")
    ),
)
