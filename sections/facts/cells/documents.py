"""How reports word what part two counts: documents issued and in force, licences, penalties, coercion."""

from typing import Final

from sections.language.subject import Subject, Wording

_NORMATIVE: Final = "proactive.normative_documents"
_ISSUED: Final = (
    Wording(
        "<制发><规范性文件><份>",
        ("制定发布行政规范性文件共【3】件。", "出台规范性文件【三】件。"),
        ("解读规范性文件3件。", "制定方案3份。"),
    ),
    Wording(
        "<制发><份><规范性文件>",
        ("全年印发【3】件行政规范性文件。",),
        ("印发3份简报。", "清理3件行政规范性文件。"),
    ),
    Wording(
        "<规范性文件>(方面|情况)，(本年|当年|全年)?<制发><份>",
        ("行政规范性文件方面，本年制发【3】件，年末现行有效14件。",),
        ("行政规范性文件方面，本年清理3件。",),
    ),
    Wording(
        "<规范性文件>(本年|当年|新)?<制发>(件数|数量)?<份>",
        ("行政规范性文件本年制发件数为【3】件。",),
        ("行政规范性文件清理3件。", "行政规范性文件由市政府制定，共3件。"),
    ),
)
_REPEALED: Final = (
    Wording(
        "废止了?<规范性文件><份>",
        ("废止行政规范性文件【1】件。",),
        ("修改行政规范性文件1件。", "废止通知1份。"),
    ),
    Wording(
        "废止了?<份><规范性文件>",
        ("废止了【1】件规范性文件。",),
        ("废止1项制度。",),
    ),
    Wording(
        "规范性文件{any 24 -失}废止了?(文件)?(件数|数量)?<份>(?!{any 80}失效)",
        ("行政规范性文件制发情况已公开，废止文件件数为【1】件。",),
        ("梳理规范性文件，废止9件，宣布失效5件。", "规范性文件失效，废止1件。"),
    ),
)
_IN_FORCE: Final = (
    Wording(
        "(现(行)?有效|保留有效|继续有效)的?<规范性文件><份>",
        ("现行有效的行政规范性文件共【14】件。",),
        ("现行有效的法规14件。", "行政规范性文件清理14件。"),
    ),
    Wording(
        "<份>现行有效的?<规范性文件>",
        ("公开【14】件现行有效的规范性文件。",),
        ("公开14件政策文件。",),
    ),
    Wording(
        "规范性文件{any 40}现行有效的?(文件)?(件数)?<份>",
        ("行政规范性文件清理结果已公布，现行有效文件【14】件。", "规范性文件废止1件，现行有效【14】件。"),
        ("规范性文件清理后重新公布14件。", "现行有效的目录14份。"),
    ),
)


def _decisions(row: str, word: str, more: str, example: str, *others: Wording) -> Subject:
    return Subject(
        f"proactive.{row}",
        f"{word}处理决定",
        "件",
        (
            Wording(
                f"({word}{more})(处理)?(决定|案件|事项|措施)*(数量|件数)?<案>",
                (f"作出{example}决定【26】件。", f"{example}处理决定数量为【26】件。"),
                (f"{example}信息26条。", f"公布{example}事项清单26项。"),
            ),
            Wording(
                f"{word}决定书<计>{{n:份件}}",
                (f"制作{example}决定书【26】份。",),
                (f"{example}决定书样式3种。", f"抽查{example}案卷26份。"),
            ),
            *others,
        ),
        (
            Wording(
                f"<没有>(实施|作出|开展|办理|发生)?{word}(决定|措施|案件|事项|行为)?(?=，|。|；|、|$)",
                (f"本年度未作出{example}决定。", f"全年无{example}。"),
                (f"未公开{example}结果。", f"无{example}事项清单，共0件。"),
            ),
        ),
    )


DOCUMENTS: Final = (
    Subject(
        f"{_NORMATIVE}.issued",
        "行政规范性文件本年制发件数",
        "件",
        _ISSUED,
        (
            Wording(
                "<没有><制发><规范性文件>(?=，|。|；|、|$)",
                ("本年度未制定行政规范性文件。", "没有出台规范性文件，废止1件。"),
                ("未制定行政规范性文件管理办法。", "未清理规范性文件。"),
            ),
        ),
    ),
    Subject(f"{_NORMATIVE}.repealed", "行政规范性文件本年废止件数", "件", _REPEALED),
    Subject(f"{_NORMATIVE}.in_force", "行政规范性文件现行有效件数", "件", _IN_FORCE),
    Subject(
        "proactive.regulations.issued",
        "规章本年制发件数",
        "件",
        (
            Wording(
                "(<制发>|发布|公布)(政府)?规章<份>",
                ("全年公布政府规章【1】件。",),
                ("清理规章1件。", "全年公布规章制度1项。"),
            ),
        ),
    ),
    _decisions("licences", "行政许可", "", "行政许可"),
    _decisions("penalties", "行政处罚", "|作出处罚", "行政处罚"),
    _decisions(
        "coercive_measures",
        "行政强制",
        "",
        "行政强制",
        Wording(
            "实施行政强制(措施|执行)*<计>{n:次}",
            ("实施行政强制【2】次。",),
            ("行政强制培训2次。",),
        ),
    ),
)
FEES: Final = Subject(
    "proactive.fees",
    "行政事业性收费",
    "元",
    (
        Wording(
            "(收取|征收)?行政事业性收费(收入)?(金额)?(总额)?{n:元}",
            ("全年行政事业性收费【52.15万】元。", "征收行政事业性收费收入共计【3,260】元。"),
            ("行政事业性收费项目6项。", "取消行政事业性收费后，上年减收52万元。"),
        ),
    ),
)
