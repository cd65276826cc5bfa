"""How reports word by whom applications came: counted as applications, as persons and as companies."""

from typing import Final

from sections.language.subject import Subject, Wording

_WHO: Final = "(提出|提交)?的?(<公开申请>|申请)?<计><份>"
_OF_NATURAL: Final = Wording(
    f"((以?自然人(申请)?为主，?(共|有|计)?)|自然人|(?<!收到)(?<!受理)公民(个人)?){_WHO}",
    (
        "其中自然人申请【24】件。",
        "申请人以自然人为主，共【24】件。",
        "自然人提交的申请共【24】件。",
        "其中，公民个人【24】件。",
    ),
    ("自然人、法人共申请30件。", "自然人申请占80%。"),
)
_OF_LEGAL: Final = Wording(
    f"(?<!公民[、和及或])(?<!自然人[、和及或])法人((和|或者?|及|、)(其他|非法人)?(社会)?组织|及?其他组织)?{_WHO}",
    ("法人或其他组织提出申请【6】件。", "法人及其他组织【6】件。"),
    ("公民、法人和其他组织申请30件。", "法人代表2名。"),
)


def _company(name: str, words: str, example: str) -> Subject:
    return Subject(
        f"requests.{name}",
        words,
        "件",
        (
            Wording(
                f"{words}{_WHO}",
                (f"其中，{example}申请【3】件。", f"{example}提交的申请共计【3】件。"),
                (f"{example}申请占10%。", f"走访{example}，征集意见3条。"),
            ),
        ),
    )


APPLICANTS: Final = (
    Subject("requests.natural_person", "自然人", "件", (_OF_NATURAL,)),
    Subject("requests.legal", "法人或其他组织", "件", (_OF_LEGAL,)),
    _company("enterprise", "商业企业", "商业企业"),
    _company("research", "科研机构", "科研机构"),
    _company("public_interest", "(社会)?公益组织", "社会公益组织"),
    _company("legal_service", "法律服务机构", "法律服务机构"),
)
PERSONS: Final = Subject(
    "requests.persons",
    "自然人申请人",
    "人",
    (
        Wording(
            "申请人中，?(有|包括)?自然人<计>{n:人人次名个}",
            ("申请人中自然人【41】人次。",),
            ("走访中自然人41人。",),
        ),
    ),
)
COMPANIES: Final = Subject(
    "requests.companies",
    "商业企业申请人",
    "家",
    (
        Wording(
            "申请人中，?{any 24}商业企业<计>{n:家个}",
            ("申请人中自然人41人次、商业企业【6】家。",),
            ("走访商业企业6家。",),
        ),
        Wording(
            "(提出|提交)(<公开申请>|申请)的商业企业(共有|有|共)?{n:家个}",
            ("提出公开申请的商业企业有【6】家。",),
            ("提出补贴申请的商业企业有6家。",),
        ),
        Wording(
            "商业企业(提出|提交)?的?(<公开申请>|申请){n:家个}",
            ("商业企业申请【6】家。",),
            ("商业企业申请补贴6家。", "申请人41人。"),
        ),
        Wording(
            "(公民|自然人|个人)(提出|提交)?的?申请{other}[，、]企业(提出|提交)?的?申请<计><案>",
            ("公民申请41件，企业申请【6】件。",),
            ("企业申请补贴6件。", "公民申请41件，企业开办6件。"),
        ),
    ),
)
