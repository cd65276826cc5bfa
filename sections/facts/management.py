"""政府信息管理."""

from typing import Final

from sections.facts.fact import Fact
from sections.language.subject import Wording
from sections.report.values import Kind

MANAGEMENT: Final = (
    Fact("management.review_system", "信息发布审核制度", kind=Kind.CHOICE, recurs=True),
    Fact("management.secrecy_review", "公开前保密审查", kind=Kind.FLAG),
    Fact("management.cleanup", "开展行政规范性文件清理", kind=Kind.FLAG),
    Fact(
        "management.cleaned_documents",
        "清理行政规范性文件",
        "件",
        wordings=(
            Wording(
                "清理(行政)?(规范性)?(文件)?{n:件}",
                ("清理规范性文件【56】件。", "对现有行政规范性文件进行了清理，共清理【31】件。"),
                ("清理网站链接56个。", "去年清理规范性文件56件。"),
            ),
            Wording(
                "清理({item 14}|，(共|全年|累计)*(涉及|梳理|审查|核查){item 8})文件{n:件}",
                ("全面清理现行有效的行政规范性文件【38】件。", "开展行政规范性文件清理，涉及文件【12】件。"),
                (
                    "清理后废止的数量为12件。",
                    "开展规范性文件清理，保留文件65件。",
                    "清理后继续有效的规范性文件65件。",
                    "开展规范性文件清理，目前现行有效的规范性文件65件。",
                    "清理废止文件3件。",
                    "开展规范性文件清理，制发规范性文件2件。",
                ),
            ),
            Wording(
                "对{item 8}{n:件}{item 12}文件(进行|开展|作了|实施)?(全面|集中)?了?清理",
                ("对【120】件行政规范性文件进行清理。", "对现行有效的【41】件规范性文件进行全面清理。"),
                ("对120件行政规范性文件进行备案。",),
            ),
        ),
        not_followed="文件{other:件}，其中(涉及)?(行政)?规范性文件",
        unless="制发|印发|出台|制定|备案|保留|继续有效|废止|失效|修改|修订|宣布",
    ),
    Fact("management.within_20_days", "20个工作日内公开", kind=Kind.FLAG),
)
