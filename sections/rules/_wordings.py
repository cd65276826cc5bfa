"""How running text words what the tables count, as data: (kind, word that must be there, pattern).
Two words that must both be there are joined by ``&``.

``n`` is the number. The most specific kinds come first: a number that one pattern has read is not read by
another, so 「属于国家秘密不予公开1件」 speaks of its row, not of the whole group. A pattern without ``n``
says that there was none. What a kind means in the tables stands in ``_expected``."""

from typing import Final

CHINESE: Final = "〇零一二两三四五六七八九十百千万"
LATIN: Final = str.maketrans(CHINESE, "abcdefghijklmnop")
"""Chinese numerals before a unit stand as these letters in what the patterns look at: classes of a few Latin
letters compile many times faster, and there is a class of them in every pattern."""
_N: Final = r"(?<![0-9.,a-p])(?P<n>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[万亿]?[余多]?|[a-p]+余?)"
UNIT: Final = r"\s?(?:件次|件|宗|起|例|条|份|项|个)(?!标准|工作日|月|环节|方面|渠道|部门|单位)"
_U: Final = UNIT
_CASES: Final = r"\s?(?:件|宗|起|例)"
_IS: Final = (
    r"(?:（[^（）]*）)?(?:的)?(?:申请)?(?:案件|事项|情形|答复|决定)?(?:的)?(?:数量|总数|总量|总计)?"
    r"(?:共计|合计|总计|累计|共有|共|为|有|计|达|各)?[:：]?\s?"
)
_OBJECT: Final = (
    r"(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:书面|有效)?申请|(?:政府|政务)信息依申请公开(?:申请)?"
    r"|依申请(?:政府|政务)?信息公开(?:申请)?|依申请公开(?:政府|政务)?(?:信息)?(?:的)?(?:申请)?"
    r"|公开(?:政府|政务)?信息(?:的)?申请|公开申请)"
)
_REQUESTS: Final = (
    rf"(?:{_OBJECT}(?:事项|案件|信息|事宜|登记|表|件)*|(?:书面|有效|各类)?申请)(?:数量|总量|总数)?"
)
_GAP: Final = r"[^，。；：！？0-9、]{0,24}?"
_NEXT: Final = r"(?:下一?个?年度?|次年度?|明年|(?P<year>20[0-9]{2})年度?)"
_LAST: Final = r"(?:上一?年度?|去年|(?P<year>20[0-9]{2})年度?)"
_NONE: Final = r"(?:未发生|没有发生|未出现|未产生|未收到|没有收到|未接到|未涉及|没有|无)"
_GO_ON: Final = r"(?:继续)?(?:办理|处理|答复)?(?:的)?"
_OPENS: Final = (
    r"(?:^|(?<=[，。；：]))(?:[全本今]年度?(?:内|以来)?|年[度内]|20[0-9]{2}年度?|截至[^，]{1,12})?"
    r"(?:我[局委办厅院镇乡区县市]|本[局机单][关位]?)?"
)
_NOT_BOTH: Final = r"(?<!公民[、和及或])(?<!自然人[、和及或])"

RESULTS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("denied_state_secret", "秘密", r"(?:属于?|涉及)国家秘密(?:的)?(?:信息)?", "不予"),
    ("denied_law_forbids", "禁止公开", r"(?:其他)?法律、?行政法规禁止公开(?:的)?(?:信息)?", "不予"),
    ("denied_security_stability", "稳定", r"危及[“「]?三安全一稳定[”」]?(?:的)?", "不予"),
    ("denied_third_party", "第三方", r"(?:保护|涉及|损害)第三方(?:合法)?权益", "不予"),
    ("denied_internal_affairs", "内部", r"(?:三类)?内部(?:事务|管理)(?:类)?信息", "不予"),
    ("denied_process", "过程性", r"(?:四类)?过程性(?:类)?信息", "不予"),
    ("denied_enforcement_file", "案卷", r"行政执法案卷(?:信息)?", "不予"),
    ("denied_admin_query", "查询", r"行政查询(?:类)?事项", "不予"),
    (
        "unavailable_not_held",
        "不",
        r"(?:本[机行][^，。；]{0,4})?(?:不掌握|未掌握|不存在|未制作|未获取)(?:或者?[^，。；]{0,6})?(?:相关|所申请的?)?(?:政府)?信息",
        "提供",
    ),
    ("unavailable_not_held", "不存在", r"(?:政府)?信息不存在", "提供"),
    ("unavailable_needs_creation", "现成", r"没有现成(?:政府)?信息(?:、?需要?另行制作)?", "提供"),
    ("unavailable_unclear", "补正", r"补正后(?:申请内容)?仍不明确", "提供"),
    ("rejected_petition", "信访", r"信访(?:、?举报)?(?:、?投诉)?类?申请", "处理"),
    ("rejected_repeat", "重复", r"重复(?:提出)?申请", "处理"),
    ("rejected_publication", "出版物", r"(?:要求)?(?:提供)?公开出版物", "处理"),
    ("rejected_excessive", "反复", r"(?:无正当理由)?大量、?反复申请", "处理"),
    (
        "rejected_reconfirm",
        "重新出具",
        r"(?:要求)?(?:行政机关)?确认或(?:者)?重新出具(?:已获取)?(?:的)?信息",
        "处理",
    ),
    ("other_no_correction", "补正", r"逾期(?:不|未)补正(?:、?行政机关不再处理其政府信息公开申请)?", ""),
    (
        "other_no_fee",
        "缴",
        r"逾期(?:未|不)(?:按[^，。；]{0,12})?缴(?:纳)?(?:相关)?费用?(?:、?行政机关不再处理其政府信息公开申请)?",
        "",
    ),
    ("partial", "部分公开", r"部分公开", ""),
    ("denied", "公开", r"不予以?公开", ""),
    ("granted", "公开", r"(?<![不分])予以(?:全部)?公开|(?:全部|同意|准予|依法|决定)公开", ""),
    ("unavailable", "提供", r"(?:无法|不能)提供", ""),
    ("rejected", "处理", r"不予处理", ""),
    ("other", "其他", r"其他(?:方式)?处理|作(?:出)?其他处理", ""),
)
"""Rows and groups of the table of part three as running text names them, with the group that may follow."""

_FOLLOWED: Final = {
    "不予": r"(?:(?:等|而|的|，|、)*(?:情形|内容|原因)?(?:的)?(?:决定)?不予以?公开)?",
    "提供": r"(?:(?:等|而|的|，|、)*(?:情形|原因)?(?:的)?(?:无法|不能)提供)?",
    "处理": r"(?:(?:等|而|的|，|、)*(?:情形|原因)?(?:的)?不予处理)?",
    "": "",
}
_OUTCOMES: Final = (
    ("upheld", "(?:结果|被|予以)?维持(?:原(?:行政)?(?:行为|决定|答复))?"),
    ("corrected", "(?:结果|被|予以)?纠正"),
    ("other", "其他结果"),
    ("pending", "(?:尚?未|未予?)审[结理](?:完毕)?|正在审理(?:中)?"),
)
_OUTCOME_WORDS: Final = {"upheld": "维持", "corrected": "纠正", "other": "其他结果", "pending": "审"}
_COURTS: Final = (
    ("reconsideration", "行政复议", "行政复议"),
    ("litigation_direct", "直接", "直接(?:起诉|诉讼|提起(?:行政)?诉讼)"),
    ("litigation_after_reconsideration", "复议后", "复议后(?:再)?(?:提起)?(?:行政)?(?:起诉|诉讼)"),
    ("litigation", "诉讼", "诉讼"),
)
_RECEIVE: Final = "新收到?|收到|接到|接收|收悉|收取|共收"
_HANDLE: Final = "收办|受理|办理|处理|登记"
_DOCUMENT: Final = "(?:行政)?规范性文件"
_MAKE: Final = "(?:制定发布|制定印发|制定出台|制发|制定|制订|出台|印发)了?"
_UNDER_WAY: Final = "(?:未到期|未届满|正在办理|办理中|结转)"
_ABOUT: Final = r"(?:因|涉及|关于)?(?:政府)?信息公开(?:工作|申请|答复)?(?:类|引发|引起)?(?:的)?"

_CARRIED: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "carried_in",
        "结转",
        rf"{_LAST}结转(?:的)?(?:至|到)?(?:本年度?|今年|20[0-9]{{2}}年度?)?{_GO_ON}(?:{_OBJECT})?{_IS}{_N}{_U}",
    ),
    ("carried_in", "结转", rf"(?:自|从|由){_LAST}结转(?:至|到)?(?:本年度?|今年)?(?:的)?{_IS}{_N}{_U}"),
    ("carried_out", "转", rf"转(?:至|到|入)?{_NEXT}{_GO_ON}(?:{_OBJECT})?{_IS}{_N}{_U}"),
    (
        "carried_out",
        "结转",
        rf"{_N}{_U}(?:申请)?(?:尚未办结|正在办理|仍在办理)?[，,]?(?:均|依法|将|需|已|按规定)*结转(?:至|到|入)?{_NEXT}"
        rf"(?![^，。；]{{0,20}}?[0-9])",
    ),
    ("carried_out", "其余", rf"其[余他](?:的)?{_N}{_U}[^，。；]{{0,14}}?{_UNDER_WAY}"),
    (
        "carried_out",
        "未",
        rf"(?:尚?未到期|尚?未办结|尚?未到(?:答复|办理)期限|尚未答复)(?:的)?(?:申请)?{_IS}{_N}{_U}",
    ),
    (
        "carried_out",
        "在",
        rf"(?:正在办理|尚在办理|仍在办理|在办)(?:中|过程中)?(?:的)?(?:申请)?{_IS}{_N}{_U}",
    ),
)
_APPLICANTS: Final[tuple[tuple[str, str, str], ...]] = tuple(
    (kind, gate, rf"{words}(?:提出|提交)?(?:的)?(?:{_OBJECT}|申请)?{_IS}{_N}{_U}")
    for kind, gate, words in (
        ("natural", "自然人", "自然人"),
        ("natural", "公民", "公民(?:个人)?"),
        (
            "legal",
            "法人",
            rf"{_NOT_BOTH}法人(?:(?:和|或者?|及|、)(?:其他|非法人)?(?:社会)?组织|及?其他组织)?",
        ),
        ("enterprise", "商业企业", "商业企业"),
        ("research", "科研机构", "科研机构"),
        ("public_interest", "公益组织", "(?:社会)?公益组织"),
        ("legal_service", "法律服务", "法律服务机构"),
    )
)


def _sure(words: str) -> str:
    """The words without 涉及: 「1件涉及第三方权益」 may have been disclosed all the same."""
    return words.replace("涉及|", "").replace("|涉及", "")


_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    *(
        (row, gate, rf"(?:{words}){_FOLLOWED[group]}(?:(?:政府)?信息)?{_IS}{_N}{_U}")
        for row, gate, words, group in RESULTS
    ),
    *(
        (
            row,
            gate,
            rf"{_N}{_U}(?:申请)?(?:系|为|因|答复为|作出|属于?)?(?:{_sure(words)})(?!\s?(?:的)?[为共]?[0-9])",
        )
        for row, gate, words, _ in RESULTS
    ),
    ("granted", "部分公开", rf"(?<=[：，、为中])公开{_N}{_U}"),
)
_CASES_OF_COURTS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "disputes_each",
        "复议",
        r"行政复议(?:申请|案件)?(?:、|和|及|或|与)(?:行政)?诉讼(?:案件|数量)?(?:均为|各为|各|均)"
        rf"\s?{_N}{_CASES}",
    ),
    (
        "disputes",
        "复议",
        rf"行政复议(?:申请|案件)?(?:、|和|及|或|与)(?:行政)?诉讼(?:案件)?(?:共计|共|合计|总计)?\s?{_N}{_CASES}",
    ),
    ("reconsideration", "复议", rf"行政复议(?:申请|案件|事项)*{_IS}{_N}{_CASES}"),
    (
        "reconsideration",
        "复议",
        rf"{_N}{_CASES}(?:{_ABOUT})?(?:的)?行政复议(?!决定|[、和及与](?!\s?[0-9a-p])|后)",
    ),
    (
        "litigation_after",
        "复议后",
        rf"(?:经)?复议后(?:再)?(?:提起)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:案件)?{_IS}{_N}{_CASES}",
    ),
    (
        "litigation_direct",
        "直接",
        rf"(?:未经复议)?直接(?:提起)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:案件)?{_IS}{_N}{_CASES}",
    ),
    ("litigation", "诉讼", rf"(?<!复议[、和及或与])行政诉讼(?:申请|案件|事项)*{_IS}{_N}{_CASES}"),
    (
        "litigation",
        "诉讼",
        rf"(?:提起|引发|引起|涉及|发生)(?:的)?(?<!复议后提起)(?<!直接提起)诉讼(?:案件)?{_IS}{_N}{_CASES}",
    ),
    ("litigation", "诉讼", rf"{_N}{_CASES}(?:{_ABOUT})?(?:的)?行政诉讼(?!\s?[0-9])"),
    *(
        (
            f"{group}.{name}",
            f"{gate}&{_OUTCOME_WORDS[name]}",
            rf"{court}[^。；复诉]{{0,40}}?(?:{words}){_IS}{_N}{_CASES}",
        )
        for group, gate, court in _COURTS
        for name, words in _OUTCOMES
    ),
)
_TOTALS: Final[tuple[tuple[str, str, str], ...]] = (
    ("received", "申请", rf"(?:{_RECEIVE}){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("handled", "申请", rf"(?:{_HANDLE}){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("answered", "申请", rf"(?:办结|答复|回复){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("received", "申请", rf"(?:{_RECEIVE})了?{_GAP}{_N}{_U}(?:的)?{_GAP}{_OBJECT}"),
    ("handled", "申请", rf"(?:{_HANDLE})了?{_GAP}{_N}{_U}(?:的)?{_GAP}{_OBJECT}"),
    ("received", "新收", rf"新收到?(?:申请)?(?:共|共计)?{_N}{_U}"),
    ("due", "办理", rf"(?:共需|应|需要?)办理{_IS}{_N}{_CASES}"),
    ("answered", "办结", rf"(?<![未能应待])办结(?:了|申请)?(?:共计|合计|共)?\s?{_N}{_CASES}"),
    ("answered", "复", rf"(?<![未能应待])(?:答复|回复)(?:了|申请)?(?:共计|合计|共)?\s?{_N}{_CASES}"),
    (
        "handled",
        "办理",
        rf"(?:共|已|本年度?|全年|累计|实际|总计)(?:依法)?办理(?:完毕|完成)?(?:了|申请)?\s?{_N}{_CASES}",
    ),
    ("handled", "申请", rf"{_OBJECT}(?:事项|案件)?(?:数量|总量|总数){_IS}{_N}{_U}"),
    (
        "handled",
        "申请",
        rf"{_OPENS}{_OBJECT}(?:事项|案件)?(?:共计|合计|总计|累计|共有|共|有)?\s?{_N}{_CASES}",
    ),
    ("handled", "申请", rf"{_OPENS}{_N}{_CASES}(?:{_OBJECT}|申请)(?:事项|案件)?中"),
    ("carried", "结转", rf"(?<![0-9年度])结转(?:申请)?(?:共)?\s?{_N}{_CASES}"),
)
_DOCUMENTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("issued", "规范性文件", rf"{_MAKE}{_DOCUMENT}(?:共计|共)?\s?{_N}{_U}"),
    ("issued", "规范性文件", rf"{_MAKE}{_N}{_U}{_DOCUMENT}"),
    ("issued", "规范性文件", rf"{_DOCUMENT}(?:本年|当年|新)?{_MAKE}(?:件数|数量)?(?:为)?{_N}{_U}"),
    ("repealed", "规范性文件", rf"废止了?{_DOCUMENT}(?:共计|共)?\s?{_N}{_U}"),
    ("repealed", "规范性文件", rf"废止了?{_N}{_U}{_DOCUMENT}"),
    ("in_force", "规范性文件", rf"现行有效(?:的)?{_DOCUMENT}(?:共计|共有|共)?\s?{_N}{_U}"),
    ("in_force", "规范性文件", rf"{_N}{_U}现行有效(?:的)?{_DOCUMENT}"),
    (
        "repealed",
        "规范性文件",
        rf"规范性文件[^。；失]{{0,24}}?废止了?(?:文件)?(?:件数|数量)?(?:为)?{_N}{_U}(?![^。]*失效)",
    ),
    (
        "in_force",
        "规范性文件",
        rf"规范性文件[^。；]{{0,40}}?现行有效(?:的)?(?:文件)?(?:件数)?(?:共有|有|共|为)?\s?{_N}{_U}",
    ),
    *(
        (
            kind,
            gate,
            rf"{words}(?:处理)?(?:决定|案件|事项|措施)*(?:数量|件数)?(?:共计|共|总计|为)?\s?{_N}{_CASES}",
        )
        for kind, gate, words in (
            ("licences", "许可", "行政许可"),
            ("penalties", "处罚", "行政处罚"),
            ("coercive_measures", "强制", "行政强制"),
        )
    ),
)
_NOTHING: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "received",
        "申请",
        rf"(?:未|没有)(?:收到|接到|受理|新收到?)过?(?:任何)?[^，。；0-9]{{0,10}}?{_OBJECT}(?!费|的)",
    ),
    ("received", "申请", rf"(?:没有|无)(?:任何|新的?)?{_OBJECT}(?![费的引收])"),
    ("received", "申请", rf"{_OBJECT}(?:数量)?(?:为零|为0|零件|0件)"),
    ("reconsideration", "复议", rf"{_NONE}[^，。；！？0-9]{{0,30}}?行政复议"),
    ("litigation", "诉讼", rf"{_NONE}[^，。；！？0-9]{{0,36}}?诉讼"),
    ("carried_out", "结转", rf"(?:无|没有)(?:申请|案件)?结转(?:至|到)?{_NEXT}"),
)

PATTERNS: Final = _CARRIED + _APPLICANTS + _CASES_OF_COURTS + _ROWS + _TOTALS + _DOCUMENTS + _NOTHING
"""Every wording, the most specific first."""
