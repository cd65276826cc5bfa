"""How running text words the totals of part three's table that the import takes from it."""

from typing import Final

from sections.facts.requests import NOT_OF_REQUESTS
from sections.language.subject import Subject
from sections.language.wordings import Wording

REQUEST_CELLS: Final = (
    Subject(
        "requests.new.total",
        "本年新收政府信息公开申请",
        "件",
        (
            Wording(
                "(收到|新收|接到|接收|受理|收悉)([和及](办理|处理|受理))?(各类)?(政府|政务)?(信息)?(依申请)?"
                "(政府|政务)?(信息)?公开(政府信息)?(申请)?(事项|案件|件)?{n:件宗条份}",
                (
                    "2025年新收政府信息公开申请【4】件。",
                    "收到政府信息依申请公开【7】件次。",
                    "一年共收到和办理依申请公开【6】件。",
                ),
                ("收办政府信息公开申请36件。", "上年共收到政府信息公开申请9件。"),
            ),
            Wording(
                "(收到|新收|接到|受理|收悉){clause 40}公开的?申请表?(事项|案件)?{n:件宗条份}",
                ("受理公民、法人和其他组织向县政府提出的政府信息公开申请【5】件。",),
                ("信息公开申请表下载12次。", "收到信件，公开申请材料5件。"),
            ),
            Wording(
                "(收到|新收|接到|受理){n:件宗条份}{item 12}公开申请",
                ("全年受理【6】件政府信息公开申请。",),
                ("全年受理6件信访事项。",),
            ),
        ),
        (
            Wording(
                "<没有>曾?(收到|接到|受理){clause 20}公开(政府信息)?的?申请",
                ("全年未收到政府信息公开申请。", "我局没有收到其他形式要求公开政府信息的申请。"),
                ("全年收到政府信息公开申请1件。", "未收到信访件。"),
            ),
            Wording(
                "<没有>曾?(收到|接到|受理)?(依申请公开|申请公开)的?(政府信息)?(事项|申请|案件|件)?的?(情况)?(?=，|。|；|$)",
                ("我乡未收到申请公开事项。", "本局无依申请公开事项，也无诉讼。"),
                ("没有依申请公开的费用。", "未公开信息。"),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.carried_in.total",
        "上年结转政府信息公开申请",
        "件",
        (
            Wording(
                "上一?年度?结转的?(政府信息公开)?(申请)?{n:件}",
                ("上年结转【2】件。", "加上上年度结转的【3】件，继续办理。"),
                ("结转下年度2件。", "上年办结2件。"),
            ),
            Wording(
                "结转上一?年度?的?(政府信息公开)?申请{n:件}",
                ("结转上年度政府信息公开申请【1】件。",),
                ("结转下年度政府信息公开申请1件。",),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.carried_out.total",
        "结转下年度继续办理",
        "件",
        (
            Wording(
                "结?转下一?年度?(继续)?(办理)?{n:件}",
                ("结转下年度继续办理【6】件。", "转下一年度办理的有【2】件。"),
                ("上年结转6件。", "转办6件。"),
            ),
            Wording(
                "{n:件}，?结转下一?年度?(?!{clause 20}{other})",
                ("尚未办结的【3】件，结转下年度继续办理。",),
                ("尚未办结的3件，依法延期。", "办结【40】件，结转下年度3件。"),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.granted.total",
        "予以公开",
        "件",
        (
            Wording(
                "(?<!不)予以公开{n:件}", ("其中予以公开【3】件。",), ("不予以公开3件。", "予以公开信息3条。")
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.partial.total",
        "部分公开",
        "件",
        (Wording("部分公开{n:件}", ("部分公开【2】件。",), ("部分公开的信息2条。",)),),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.total.total",
        "办理结果总计",
        "件",
        (
            Wording(
                "办结(申请)?{n:件}",
                ("一年办结申请【38】件。", "已办结【5】件。"),
                ("办结率38%。", "上年办结38件。"),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS | {"overview.proactive"},
    ),
)
