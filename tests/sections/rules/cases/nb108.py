"""Cases of NB108: 联系方式不完整或写错."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case("NB108", True, added("other", "联系电话：0795-88123。"), says="位数"),
    Case("NB108", True, added("other", "电话:079588123456789")),
    Case("NB108", True, added("other", "电子邮箱：ysmzj163.com"), says="不完整"),
    Case("NB108", True, added("other", "邮箱：ysmzj@163")),
    Case("NB108", True, added("other", "邮编：33610"), says="六位"),
    Case("NB108", True, added("other", "网址：http//www.example.cn"), says="网址"),
    Case("NB108", True, added("other", "网址：http:/www.example.cn")),
    Case("NB108", True, added("other", "（地址：示例路1号，电话：，邮编：336100）"), says="没有内容"),
    Case(
        "NB108",
        False,
        added(
            "other",
            "电话：0795-8812345、8812346，0795—8812345转801；传真：（0795）8812345；电话：13800001234；"
            "电话：12345；电话：010-12345；电话：400-800-1234；电子邮箱：a.b_c@xx.gov.cn，邮编：336100，"
            "网址：https://www.example.gov.cn/a，http://10.0.0.1/，www.example.cn。",
        ),
    ),
    Case("NB108", False, added("other", "电话：0795-8812345 0795-8812346。公开电话、邮箱、地址等信息。")),
    Case("NB108", True, added("overview", "咨询电话：8812345。"), says="没有写区号", severity=Severity.INFO),
    Case("NB108", False, added("overview", "咨询电话：12345，或拨打0795-8812345。")),
    Case("NB108", True, added("overview", "网址：www.example,cn。"), says="写法有误"),
    Case("NB108", False, added("overview", "可登录www.example.cn,了解详情。")),
)
