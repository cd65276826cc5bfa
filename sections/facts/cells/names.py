"""What the things that the tables count are called, wherever in a clause the name stands.

The wordings beside this module read words in a certain order. A clause that they leave is read by its names
(``sections/language/known_words.py``) where nothing else stands in it but words that count nothing:
「有6件依法决定不予公开」. Subjects of disputes are put together from court and outcome."""

from typing import Final

COURTS: Final = {
    "litigation_after_reconsideration": "(?:不服)?(?:经|对)?(?:过)?复议(?:决定)?(?:之)?后|对复议决定不服",
    "litigation_direct": "(?:未|没有)(?:经|申请)(?:过)?(?:行政)?复议(?:而)?|直接|径行|径直",
    "reconsideration": "(?:行政)?复议(?:机关|机构)?",
    "litigation": "(?:行政)?诉讼|(?:人民)?法院|[起应涉上]诉|被诉|诉至|(?:成|作)为被告",
}
"""Who decides, by the rows of part four; ``litigation`` is both kinds of lawsuits."""
ENDINGS: Final = {
    "corrected": "纠正|纠错|败诉|撤销|确认违法|责令(?:改正|重新?(?:作出)?答复)",
    "pending": (
        "(?:尚|还)?未(?:审?结案?|审理完毕|作出裁?判?决定?)|(?:尚|还|仍|正)在(?:审理|办理|进行)(?:之?中)?|在审"
    ),
    "upheld": "维持(?:原(?:行政)?(?:行为|答复|决定))?|驳回(?:诉讼)?请求",
    "other": "其他结果",
}
"""How a dispute ended, by the columns of part four."""
OUTCOMES: Final = {
    "requests.partial.total": "部分公开|区分处理",
    "requests.denied": "(?:不予以?|未予|拒绝|不)公开",
    "requests.granted.total": (
        "(?:予以|准予|给予|同意|全部|完全|决定|依法)(?:全部|全文)?公开|向(?:其|申请人)(?:全部|全文)?公开"
    ),
    "requests.unavailable": "(?:无法|不能|未能)(?:向其)?提供",
    "requests.rejected": "不(?:予|作)处理",
    "requests.handled_otherwise": "其他(?:方式)?处理",
}
"""Groups of outcomes, as they are decided; 其他处理 has no other name."""
REASONS: Final = {
    "requests.denied_state_secret.total": "国家秘密",
    "requests.denied_third_party.total": (
        "(?:保护|损害|侵害)?第三(?:方|人)(?:的)?(?:合法)?权益|第三方不同意(?:公开)?"
    ),
    "requests.denied_internal_affairs.total": "(?:三类)?内部(?:事务|管理)(?:类)?(?:信息)?",
    "requests.denied_process.total": "(?:四类)?过程性(?:类)?信息",
    "requests.denied_enforcement_file.total": "(?:行政)?执法案卷(?:信息)?",
    "requests.denied_admin_query.total": "行政查询(?:类)?(?:事项)?",
    "requests.unavailable_not_held.total": (
        "(?:不|未)掌握(?:相关)?(?:政府)?(?:信息)?|信息不存在|未(?:制作|获取)"
    ),
    "requests.unavailable_needs_creation.total": (
        "需要?(?:另行)?(?:(?:制作|加工|汇总|整理|分析)[、和]?)+|(?:没有|无)现成(?:政府)?信息"
    ),
    "requests.unavailable_unclear.total": "补正后(?:申请)?(?:内容)?仍?(?:然)?不(?:明确|清楚)",
    "requests.rejected_petition.total": "信访(?:[、，和及或]?(?:举报|投诉))+|信访类",
    "requests.rejected_repeat.total": (
        "(?:同一申请人就?同一(?:内容|事项|信息)?(?:再次|多次|反复)(?:提出|申请)[、，]?按?)?重复(?:申请|提出|提交)?(?:处理)?"
    ),
    "requests.rejected_publication.total": "公开出版物",
    "requests.rejected_excessive.total": "(?:无正当理由)?大量[、，]?反复",
    "requests.other_no_correction.total": (
        "(?:逾期|到期|期满|未按期|未按时|未在规定期限内)(?:[不未]|仍未|没有)?补正(?:[、，]?不再处理)?"
    ),
    "requests.other_no_fee.total": "逾期(?:[不未]|仍未)缴?纳?费用?",
    "requests.other_other.total": "(?:主动|自行|自愿)?撤回",
}
"""Rows of the outcomes, by what was asked for."""
APPLICANTS: Final = {
    "requests.enterprise": "(?:商业)?企业|公司",
    "requests.research": "科研(?:机构|院所)",
    "requests.public_interest": "(?:社会)?公益组织",
    "requests.legal_service": "(?:(?:律师事务所|律所)等)?法律服务机构|律师事务所|律所",
    "requests.legal": "单位|法人(?:[、和及或者以]*(?:其他|非法人)?(?:社会)?组织)?",
    "requests.natural_person": "自然人|公民(?:个人)?|个人",
}
STAGES: Final = {
    "requests.carried_out.total": (
        "(?:结转|转入|转至|顺延)(?:至|到)?(?:下一?年度?|明年|次年)(?:度)?|跨年度?|"
        "跨(?:入|到|至)(?:下一?年度?|明年|次年)?|未到(?:答复|办理)?(?:期限|期)|"
        "(?:尚|还|仍)?未(?:办结|答复|办完)|(?:尚|还|仍|正)在(?:办理|办)(?:之?中|过程中)?|待办|在办"
    ),
    "requests.carried_in.total": (
        "(?:上一?年度?|去年)(?:未办结[、，]?(?:而)?(?:转入(?:本年度?|今年))?|结转|转来|转入|遗留|延续)(?:来|至今年|至本年)?|结转自(?:上年|去年)"
    ),
    "requests.due": "(?:共?应|需|要)(?:办理?|处理|答复)",
}
"""What an application is at, where a clause says so."""
ACTS: Final = {
    "requests.total.total": "办结|答复|回复|办毕|办完|办理(?:完成|完毕)",
    "requests.accepted": "受理",
    "requests.applications": "提出|提交|递交",
    "requests.handled": "办理|处理|登记",
    "requests.new.total": "新收到?|收到|接到|接收",
}
"""What is done with applications; beside any other name it says nothing."""
DOCUMENTS: Final = {
    "issued": "(?:新)?(?:制定|制发|制订|出台|印发|发布|颁布)|新出|新增",
    "repealed": "废止",
    "in_force": "(?:现行|继续|保留|仍然?)有效",
}
"""What is done with 规范性文件."""
DECISIONS: Final = {
    "proactive.licences": "(?:行政)?许可(?:决定)?",
    "proactive.penalties": "(?:行政)?处罚(?:决定)?",
    "proactive.coercive_measures": "行政强制(?:措施|执行)?(?:决定)?|强制(?:措施|执行)",
}
_NOT_COUNTING: Final = """
全年 年内 当年 去年 上年度? 上一年度? 本年度? 今年 一年来? 年度 年末 年底 12月底 截至 至 末
底 期间 我[局办委厅院镇乡县市区] 本局 本机关 本单位 本部门 共计? 总计 合计 累计 一共 总共
总数 总量 数量 件数 有 其中 另有? 分别 以及 的 了 为 是 系 由 经 被 因 而 就 以 作 不服 不当
不满 依法 依规 依照 按规定 根据 决定 作出 做出 采取 实施 予以 结果 情[形况] 性质 属于? 涉及
存在 申请人? 当事人 原告 被告 被申请人 群众 公众 市民 社会公众 向我[局办委厅院镇乡县市区]
向本机关 政府信息 信息公开 公开申请 申请公开 依申请公开 信息 案件? 事项 内容 答复 提起 来自
要求 发生 出现 产生 引发 引起 已经? 均 都 并 还 仍 尚 又 再 目前 现有 或者 剩余? 余 视为
放弃 新 所 继续 完毕 完成 不再 行政机关 机关 过 于 在 向 与 和 及 或 、 请求 立案 办?出 起
行 达到? 到 占 告知 通知补正 该 按照? 形式 名义 决定书 的答复 数
(?:群众|个人|市民|居民|公众)[和与及、](?:企业|单位|组织)
(?:企业|单位|组织)[和与及、](?:群众|个人|市民|居民|公众)
"""
NOT_COUNTING: Final = tuple(_NOT_COUNTING.split())
"""Words that may stand beside a name and change nothing of what is counted."""
