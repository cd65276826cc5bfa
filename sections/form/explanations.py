"""What the rows and columns of the statutory tables mean, in the terms of the law.

Source: 《中华人民共和国政府信息公开条例》 (2019), its articles given as ``第十六条``; 格式文件
is 国办公开办函〔2021〕30号.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is counted in a row or column, in a sentence or two, and the provision it follows from."""

    words: str
    basis: str = ""


_NOT_DISCLOSED: Final = "整件不公开的才计在这里；能区分处理、公开了一部分的，计入“部分公开”。"

_ROWS: Final[dict[str, Explanation]] = {
    # Part two
    "proactive.regulations": Explanation(
        "规章只有国务院部门、省级政府和设区的市级政府才能制定，其他单位三格都填0。", "第二十条第（一）项"
    ),
    "proactive.normative_documents": Explanation(
        "规章以外，本机关依法制定并公布、涉及公民、法人和其他组织权利义务、在一定期限内反复适用的公文。内部制度、人事任免、"
        "工作部署、转发文件不计。",
        "第二十条第（一）项",
    ),
    "proactive.licences": Explanation(
        "本年作出的行政许可决定数，准予的和不准予的都计；备案、确认等其他政务服务事项不计。",
        "第二十条第（五）项",
    ),
    "proactive.penalties": Explanation(
        "本年作出的行政处罚决定数，简易程序当场作出的也计；按作出决定的机关计，一件决定计一件。",
        "第二十条第（六）项",
    ),
    "proactive.coercive_measures": Explanation(
        "本年作出的行政强制决定数，包括查封、扣押、冻结等强制措施和代履行、加处罚款等强制执行。",
        "第二十条第（六）项",
    ),
    "proactive.fees": Explanation(
        "本年实际收取的行政事业性收费总额，单位是万元；罚没收入、政府性基金、经营服务性收费不计。",
        "第二十条第（八）项",
    ),
    # Part three
    "requests.new": Explanation(
        "本年1月1日至12月31日收到的申请，不论年底是否办结。申请以收到为准；当面提交的以提交之日为收到之日，邮寄的以签收之日为准。",
        "第二十九条、第三十一条",
    ),
    "requests.carried_in": Explanation(
        "上年收到、到上年年底还没有办结的申请，应与上年年报的“结转下年度继续办理”一致。", "格式文件"
    ),
    "requests.granted": Explanation(
        "提供了全部所申请的信息，或者告知了获取的方式、途径和时间；信息已经主动公开、告知查阅途径的也计在这里。",
        "第三十六条第（一）（二）项",
    ),
    "requests.partial": Explanation(
        "信息里有不应公开的内容，区分处理后提供了可以公开的部分。既公开又有不公开的，只计在这里，不再计入“不予公开”等其他行。",
        "第三十七条",
    ),
    "requests.denied_state_secret": Explanation(
        f"信息已经依法确定为国家秘密，应有定密的依据。{_NOT_DISCLOSED}", "第十四条、第三十六条第（三）项"
    ),
    "requests.denied_law_forbids": Explanation(
        f"另有法律或者行政法规明文禁止公开。部门规章和其他文件的规定不能作为依据。{_NOT_DISCLOSED}",
        "第十四条、第三十六条第（三）项",
    ),
    "requests.denied_security_stability": Explanation(
        f"公开后可能危及国家安全、公共安全、经济安全、社会稳定，合称“三安全一稳定”。{_NOT_DISCLOSED}",
        "第十四条、第三十六条第（三）项",
    ),
    "requests.denied_third_party": Explanation(
        "涉及商业秘密、个人隐私等，公开会损害第三方合法权益，第三方不同意公开，本机关也不认为不公开会对公共利益造成重大影响。"
        "应先书面征求第三方意见。",
        "第十五条、第三十二条、第三十六条第（三）项",
    ),
    "requests.denied_internal_affairs": Explanation(
        "三类内部事务信息，指人事管理、后勤管理、内部工作流程三方面的信息，可以不予公开；法律、法规、规章规定应当公开的，仍要公开。",
        "第十六条第一款、第三十六条第（三）项",
    ),
    "requests.denied_process": Explanation(
        "四类过程性信息，指履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告，可以不予公开；"
        "法律、法规、规章规定应当公开的，仍要公开。",
        "第十六条第二款、第三十六条第（三）项",
    ),
    "requests.denied_enforcement_file": Explanation(
        "行政处罚、行政强制、行政检查等执法活动中形成并归入案卷的信息，可以不予公开；当事人查阅案卷，依照有关法律的规定办理。",
        "第十六条第二款、第三十六条第（三）项",
    ),
    "requests.denied_admin_query": Explanation(
        "工商、不动产登记资料等信息，有关法律、行政法规对怎样查询有特别规定，告知了申请人依照那些规定办理。",
        "第三十六条第（七）项",
    ),
    "requests.unavailable_not_held": Explanation(
        "经检索没有所申请的信息，告知信息不存在；或者不属于本机关负责公开，告知申请人并说明了理由。检索的过程应当留痕。",
        "第三十六条第（四）（五）项",
    ),
    "requests.unavailable_needs_creation": Explanation(
        "没有现成的信息，需要对已有的信息加工、分析才能提供，决定不予提供。能区分处理的，不计在这里。",
        "第三十八条",
    ),
    "requests.unavailable_unclear": Explanation(
        "申请内容不明确，已经一次性告知补正，申请人补正以后仍然不明确，无法查找。没有补正的，计入“其他处理”的第1行。",
        "第三十条",
    ),
    "requests.rejected_petition": Explanation(
        "以政府信息公开申请的形式进行信访、投诉、举报等活动，告知不作为申请处理，并可以告知通过相应渠道提出。",
        "第三十九条第一款",
    ),
    "requests.rejected_repeat": Explanation(
        "本机关已经答复过，同一申请人又申请公开相同的信息，告知不予重复处理。", "第三十六条第（六）项"
    ),
    "requests.rejected_publication": Explanation(
        "要求提供政府公报、报刊、书籍等公开出版物，告知了获取的途径。", "第三十九条第二款"
    ),
    "requests.rejected_excessive": Explanation(
        "申请的数量、频次明显超过合理范围，要求说明理由后认为理由不合理，告知不予处理。", "第三十五条"
    ),
    "requests.rejected_reconfirm": Explanation(
        "申请人已经有了这份信息，要求本机关确认它或者重新出具，不是申请公开新的信息，不予处理。", "格式文件"
    ),
    "requests.other_no_correction": Explanation(
        "一次性告知补正以后，申请人无正当理由逾期没有补正，视为放弃申请，不再处理。", "第三十条"
    ),
    "requests.other_no_fee": Explanation(
        "依法发出了信息处理费收费通知，申请人逾期没有缴纳，视为放弃申请，不再处理。",
        "第四十二条、国办函〔2020〕109号",
    ),
    "requests.other_other": Explanation(
        "以上各行都不是的结果，例如申请人主动撤回。先看前面各行，确实都不合适的才计在这里。", "格式文件"
    ),
    "requests.total": Explanation(
        "第（一）至（六）项各行相加，自动得出。一件申请只计一种结果；本年办结的，包括上年结转过来的。",
        "格式文件",
    ),
    "requests.carried_out": Explanation(
        "到本年12月31日还没有办结、明年继续办理的申请。补正期间、征求第三方意见期间的也在内。", "第三十三条"
    ),
    # Part four
    "disputes.reconsideration": Explanation(
        "因政府信息公开工作对本机关申请的行政复议，按结果计。其他行政行为的复议不计。", "第五十一条"
    ),
    "disputes.litigation_direct": Explanation(
        "没有经过行政复议、直接对本机关提起的行政诉讼，按一件案件的最后结果计一次。", "第五十一条"
    ),
    "disputes.litigation_after_reconsideration": Explanation(
        "经过行政复议以后又提起的行政诉讼，按一件案件的最后结果计一次；复议的结果另计在“行政复议”里。",
        "第五十一条",
    ),
}
"""By section and row."""

_LEGAL: Final = "法人或其他组织提出的申请"
_COLUMNS: Final[dict[str, Explanation]] = {
    "proactive.issued": Explanation("本年新制定并发布的，包括修订后重新发布的。"),
    "proactive.repealed": Explanation("本年废止的，宣布失效的也计在这里。"),
    "proactive.in_force": Explanation(
        "到本年年底仍然有效的总数。去年的现行有效，加本年制发，减本年废止，自动得出。"
    ),
    "proactive.": Explanation("按本年作出的决定或者实际收取的金额填写，不是累计数。"),
    "requests.natural_person": Explanation(
        "公民以个人名义提出的申请，个体工商户的经营者以个人名义提出的也在内。"
    ),
    "requests.enterprise": Explanation(f"{_LEGAL}，申请人是公司、合伙企业等企业。"),
    "requests.research": Explanation(f"{_LEGAL}，申请人是高等学校、科研院所等教学、科研机构。"),
    "requests.public_interest": Explanation(f"{_LEGAL}，申请人是社会团体、基金会、公益性社会服务机构等。"),
    "requests.legal_service": Explanation(
        f"{_LEGAL}，申请人是律师事务所等法律服务机构。律师受个人委托、以委托人名义申请的，按委托人计。"
    ),
    "requests.other": Explanation(
        f"{_LEGAL}，前面几类都不是的，例如村民委员会、业主委员会、其他机关事业单位。"
    ),
    "requests.total": Explanation("前面各列相加，自动得出。"),
    "disputes.upheld": Explanation(
        "复议机关维持、驳回复议请求，或者法院判决驳回诉讼请求、裁定驳回起诉等，本机关的做法没有改变。"
    ),
    "disputes.corrected": Explanation("复议决定或者判决撤销、变更、确认违法，责令履行或者重新答复。"),
    "disputes.other": Explanation("终止、撤回、调解、和解、不予受理等，既不是维持也不是纠正的结果。"),
    "disputes.pending": Explanation("到本年12月31日还没有作出复议决定或者生效裁判的。"),
    "disputes.total": Explanation("前面各列相加，自动得出。"),
}
"""By section and column; a row with one column without a name has ``<section>.``."""


def row_explanation(path: str) -> Explanation | None:
    """What the row of a cell counts."""
    section, row, *_ = path.split(".")
    return _ROWS.get(f"{section}.{row}")


def column_explanation(path: str) -> Explanation | None:
    """What the column of a cell counts."""
    section, _, *column = path.split(".")
    return _COLUMNS.get(f"{section}.{''.join(column)}")
