"""Five fictional organs with last year's report in words of their own and this year's answers."""

# ruff: noqa: E501 - a sentence stands on one line, as one reads it
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from sections.report.assemble import with_texts
from sections.report.figures import find_figures
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made


@dataclass(frozen=True)
class Organ:
    """What an organ published of 2024, and what it answers about 2025."""

    name: str
    before: dict[str, Any]
    texts: dict[str, str]
    problems: str
    faults: tuple[str, ...]
    now: dict[str, Any]

    @property
    def last(self) -> Report:
        """Last year's report as it was read from its page: cells, text, figures; no answers."""
        told = dict(self.texts)
        report = with_texts(made(self.before, None, self.name, 2024), told)
        items = [{"problem": one, "measure": ""} for one in self.faults]
        problems = type(report.problems)(text=self.problems, items=items)
        figures = tuple(find_figures(told))
        return report.model_copy(update={"figures": figures, "facts": {}, "problems": problems})

    @property
    def report(self) -> Report:
        """This year's report without its narrative."""
        return made({"proactive.fees": Decimal(0)} | self.now, self.last, self.name, 2025)


BUREAU: Final = Organ(
    "云岭市市场监督管理局",
    {"requests.new.natural_person": 14, "requests.new.enterprise": 3, "requests.granted.natural_person": 11}
    | {"requests.partial.enterprise": 3, "requests.unavailable_not_held.natural_person": 3}
    | {"proactive.licences": 5210, "proactive.penalties": 388},
    {
        "opening": "本报告由云岭市市场监督管理局编制，统计期限为2024年1月1日至2024年12月31日。"
        "电子版可从市局网站下载，如有疑问请与市局办公室联系。",
        "overview.lead": "2024年，市市场监管局紧扣放心消费环境建设，把信息公开嵌入登记许可、抽检监测、执法办案全流程，"
        "让经营者看得懂规则、消费者查得到结果。",
        "overview.proactive": "全年公开政府信息1846条，较上年增加212条。食品抽检结果每周公布，"
        "全年公布抽检信息52期，曝光不合格食品97批次。围绕电梯安全、燃气具质量发布消费提示31条。"
        "10月举办“你点我检”开放日，首次邀请市民进实验室。答复消费者网上留言咨询426件。",
        "overview.requests": "申请件统一由政务服务窗口接收，当日登记、三日内分办，疑难件由法规科会商。"
        "全年收到政府信息公开申请17件，同比下降10.5%，全部在法定期限内答复。",
        "overview.management": "落实《市市场监管局信息发布管理办法》（云市监办〔2022〕14号），"
        "信息发布前经科室初审、办公室复审、分管领导终审，涉密信息不上网。",
        "overview.platform": "“云岭市监”微信公众号设政策问答、抽检查询、投诉指南三个栏目，全年推送信息612条。",
        "overview.supervision": "每季度通报一次各科室公开情况，全年印发通报4期，组织业务培训2次、参训128人次。"
        "没有发生因政府信息公开被追究责任的情形。",
        "other.matters": "2024年，市市场监管局未收取政府信息公开信息处理费。",
    },
    "2024年存在的主要问题：一是抽检数据检索不便；二是基层所信息报送不及时。",
    ("抽检数据检索不便", "基层所信息报送不及时"),
    {
        "profile.short_name": "市市场监管局",
        "profile.kind": "政府部门",
        "proactive.published_total": 2011,
        "proactive.website": 2011,
        "proactive.wechat": 655,
        "proactive.public_questions": 471,
        "requests.new.natural_person": 21,
        "requests.new.enterprise": 4,
        "requests.granted.natural_person": 15,
        "requests.partial.enterprise": 4,
        "requests.unavailable_not_held.natural_person": 6,
        "requests.on_time": True,
        "requests.handling": ("部门会商",),
        "management.review_system": "三审制度",
        "management.secrecy_review": True,
        "platform.items": (
            LocalItem("抽检信息", Quantity(52), "期", "proactive"),
            LocalItem("不合格食品", Quantity(88), "批", "proactive"),
            LocalItem("消费提示", Quantity(38), "条", "proactive"),
            LocalItem("通报", Quantity(4), "期", "supervision"),
        ),
        "supervision.trainings": 3,
        "supervision.trainees": 164,
        "supervision.accountable": False,
        "problems.outcome:抽检数据检索不便": "已解决",
        "problems.action:抽检数据检索不便": "在网站上线抽检结果查询，可以按企业、批次检索",
        "problems.outcome:基层所信息报送不及时": "仍在推进",
        "problems.action:基层所信息报送不及时": "把报送情况纳入季度通报",
        "problems.items": ("执法案例公开偏少", "政策问答更新不够快"),
        "problems.measure:执法案例公开偏少": "每月选编典型案例公布",
        "problems.measure:政策问答更新不够快": "新政策公布后五个工作日内更新问答",
        "proactive.licences": 5588,
        "proactive.penalties": 401,
        "other.fee_notices": 0,
    },
)
TOWNSHIP: Final = Organ(
    "白石镇人民政府",
    {"requests.new.natural_person": 2, "requests.granted.natural_person": 2},
    {
        "overview.lead": "2024年，白石镇坚持把群众最想知道的事摆在前面，围绕征地补偿、低保评议、农房改造等事项公开办事过程和结果。",
        "overview.proactive": "全年主动公开政府信息238条，其中村（居）务公开同步转发97条。"
        "在镇便民服务大厅、12个村（居）公开栏张贴惠农补贴清册。",
        "overview.requests": "全年收到申请2件，均由党政办专人对接、电话沟通后按期答复。",
        "overview.management": "信息发布由经办站所填报，党政办统一审核，镇长签发。",
        "overview.platform": "镇里没有单独的网站，依托县政府网站镇街专栏发布信息。“白石新声”微信公众号发布信息143条。",
        "overview.supervision": "镇纪委每半年抽查一次公开栏，督促整改问题9个。组织村（居）干部培训1次，参训46人次。",
        "other.matters": "无其他需要报告的事项。",
    },
    "不足之处：一是部分村公开栏更新慢；二是政策解读少。下一步将做好以下工作：一是按月巡查公开栏；二是用方言短视频讲政策。",
    ("部分村公开栏更新慢", "政策解读少"),
    {
        "profile.short_name": "镇政府",
        "profile.kind": "人民政府",
        "proactive.published_total": 256,
        "proactive.wechat": 160,
        "proactive.interpretations": 6,
        "proactive.interpretations_video": 6,
        "requests.new.natural_person": 0,
        "requests.channels": ("当面申请", "信函申请"),
        "management.review_system": "党政办统一审核",
        "management.secrecy_review": True,
        "platform.reading_points": 13,
        "supervision.trainings": 1,
        "supervision.trainees": 52,
        "supervision.checks": 2,
        "supervision.assessment": "信息公开列入镇对村（居）年度考核",
        "platform.items": (LocalItem("督促整改问题", Quantity(11), "个", "supervision"),),
        "supervision.accountable": False,
        "problems.outcome:部分村公开栏更新慢": "明显改善",
        "problems.action:部分村公开栏更新慢": "按月巡查12个村（居）公开栏",
        "problems.outcome:政策解读少": "已解决",
        "problems.action:政策解读少": "录制方言短视频6个",
        "problems.items": ("年轻干部业务不熟",),
        "problems.measure:年轻干部业务不熟": "由老同志结对带教",
        "other.fee_notices": 0,
    },
)
COUNTY: Final = Organ(
    "青禾县人民政府",
    {"requests.new.natural_person": 61, "requests.new.enterprise": 9, "requests.granted.natural_person": 40}
    | {"requests.granted.enterprise": 9, "requests.unavailable_not_held.natural_person": 21}
    | {"disputes.reconsideration.upheld": 3},
    {
        "overview.lead": "2024年，青禾县坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十届三中全会精神，认真落实《条例》，"
        "聚焦县域经济发展和民生保障，推动公开与治理、服务融合，为全县高质量发展提供支撑。",
        "overview.proactive": "一是紧盯重点领域。围绕乡村振兴、义务教育、医疗卫生等领域更新信息，"
        "全县主动公开政府信息1.2万余条。二是做实政策解读。推行政策文件与解读材料同步起草、同步审签、同步发布，"
        "全年发布解读材料86篇。三是扩大公众参与。举办“县长在线”访谈4场，公开征集意见17次，收到意见建议205条。",
        "overview.requests": "全县收到政府信息公开申请70件，同比增长16.7%，自然人申请61件，法人或其他组织申请9件，均依法按期答复。"
        "建立申请办理会商机制，疑难件由县司法局、主办单位共同研究。",
        "overview.management": "严格落实“三审三校”制度，全年清理行政规范性文件46件。",
        "overview.platform": "县政府网站开设专栏23个，全年访问量318万次。全县运维政务新媒体账号34个，较上年减少5个。编印政府公报6期。",
        "overview.supervision": "把政务公开纳入乡镇和部门年度考核，占4分。组织全县培训3次、参训412人次，开展检查4次。"
        "委托第三方开展社会评议，公众满意度91.2%。",
        "other.matters": "2024年全县发出收费通知2件，收取信息处理费160元。",
    },
    "虽然取得一定成效，但还存在一些不足：一是公开内容与群众需求有差距；二是部分单位答复不够规范。",
    ("公开内容与群众需求有差距", "部分单位答复不够规范"),
    {
        "profile.short_name": "青禾县",
        "profile.kind": "人民政府",
        "proactive.published_total": Quantity(13000, "1.3万余"),
        "proactive.interpretations": 104,
        "platform.items": (LocalItem("“县长在线”访谈", Quantity(4), "场", "proactive"),),
        "proactive.press_conferences": 5,
        "proactive.consultations": 21,
        "proactive.opinions": 260,
        "requests.new.natural_person": 75,
        "requests.new.enterprise": 6,
        "requests.granted.natural_person": 50,
        "requests.granted.enterprise": 6,
        "requests.unavailable_not_held.natural_person": 22,
        "requests.carried_out.natural_person": 3,
        "requests.on_time": True,
        "management.review_system": "三审三校制度",
        "management.cleanup": True,
        "management.cleaned_documents": 51,
        "platform.columns": 25,
        "platform.visits": 3_420_000,
        "platform.new_media_accounts": 31,
        "platform.bulletins": 6,
        "supervision.trainings": 4,
        "supervision.trainees": 455,
        "supervision.checks": 4,
        "supervision.assessment": "政务公开占乡镇和部门年度考核4分",
        "supervision.social_evaluation": "委托第三方开展评议，公众满意度92.5%",
        "supervision.accountable": False,
        "disputes.reconsideration.upheld": 2,
        "disputes.reconsideration.corrected": 1,
        "problems.outcome:部分单位答复不够规范": "明显改善",
        "problems.action:部分单位答复不够规范": "印发答复文书范本12份，逐件抽查",
        "problems.items": ("乡镇之间公开水平不均衡", "政务新媒体原创内容少"),
        "problems.measure:乡镇之间公开水平不均衡": "组织乡镇结对互查",
        "problems.measure:政务新媒体原创内容少": "每月策划一期本地选题",
        "other.fee_notices": 3,
        "other.fee_charged": 210,
        "other.fee_received": 210,
    },
)
CITY_GOVERNMENT: Final = Organ(
    "澄湖市人民政府",
    {"requests.new.natural_person": 1310, "requests.new.enterprise": 90, "proactive.licences": 812_000}
    | {
        "requests.granted.natural_person": 800,
        "requests.granted.enterprise": 90,
        "proactive.penalties": 95_000,
    }
    | {"requests.unavailable_not_held.natural_person": 510},
    {
        "overview.lead": "2024年，我市深入贯彻落实党中央、国务院决策部署和省委、省政府工作要求，坚持以公开促规范、以公开优服务，"
        "为建设现代化湖滨城市营造良好环境。",
        "overview.proactive": "全市主动公开政府信息21.6万条，其中市本级3.4万条、县（市、区）18.2万条。"
        "市、县两级召开新闻发布会148场，政策解读材料2316篇。上线“澄策通”政策平台，归集惠企政策1280项，推送直达企业4.6万家次。",
        "overview.requests": "全市收到政府信息公开申请1400件，同比增长9.4%。出台《申请办理工作指引（2024版）》，统一答复文书格式18种。",
        "overview.management": "市政府现行有效行政规范性文件全部集中公开，废止的及时标注。执行三级审核制度，公开前进行保密审查。",
        "overview.platform": "市政府门户网站访问量6120万次，全市备案政务新媒体账号263个，同比下降4.7%。全市设政务公开专区98个。",
        "overview.supervision": "举办全市业务培训6期，培训1900余人次。对32家单位开展实地检查，发现问题117个，已全部整改。",
        "other.matters": "2024年，全市未收取信息处理费。",
    },
    "存在的不足：一是县区之间不平衡；二是数据开放质量不高。改进情况：一是开展县区互学；二是清理低质量数据集。",
    ("县区之间不平衡", "数据开放质量不高"),
    {
        "profile.short_name": "我市",
        "profile.kind": "人民政府",
        "proactive.published_total": 231_000,
        "proactive.press_conferences": 151,
        "proactive.interpretations": 2510,
        "platform.items": (
            LocalItem("惠企政策", Quantity(1495), "项", "proactive"),
            LocalItem("主动公开政府信息中市本级", Quantity(36_000), "条", "proactive"),
            LocalItem("主动公开政府信息中县（市、区）", Quantity(195_000), "条", "proactive"),
            LocalItem("实地检查单位", Quantity(36), "家", "supervision"),
            LocalItem("发现问题", Quantity(95), "个", "supervision"),
        ),
        "requests.new.natural_person": 1422,
        "requests.new.enterprise": 120,
        "requests.granted.natural_person": 900,
        "requests.granted.enterprise": 120,
        "requests.unavailable_not_held.natural_person": 480,
        "requests.carried_out.natural_person": 42,
        "requests.on_time": False,
        "requests.overdue": 3,
        "management.review_system": "三级审核制度",
        "management.secrecy_review": True,
        "platform.visits": 65_800_000,
        "platform.new_media_accounts": 251,
        "supervision.trainings": 7,
        "supervision.trainees": Quantity(2100, "2100余"),
        "supervision.checks": 4,
        "supervision.accountable": False,
        "disputes.reconsideration.upheld": 60,
        "disputes.litigation_direct.upheld": 12,
        "problems.items": ("数据开放质量不高", "基层答复能力偏弱"),
        "problems.measure:数据开放质量不高": "建立数据集定期核验制度",
        "problems.measure:基层答复能力偏弱": "编印典型案例并开展跟班学习",
        "proactive.licences": 850_000,
        "proactive.penalties": 90_000,
        "proactive.normative_documents.issued": 22,
        "other.fee_notices": 0,
    },
)
OFFICE: Final = Organ(
    "柳泉县人民政府办公室",
    {"requests.new.natural_person": 8, "requests.granted.natural_person": 8},
    {
        "opening": "根据《中华人民共和国政府信息公开条例》规定，县政府办公室组织编制2024年度政府信息公开工作年度报告。"
        "如有疑问，请与县政府办公室政务公开股联系（电话：010-12345678）。",
        "overview.lead": "2024年，县政府办公室认真履行政务公开主管部门职责，统筹推进全县政务公开，自身公开工作同步加强。",
        "overview.proactive": "县政府办公室全年主动公开政府信息365条，公开县政府常务会议议定事项84项，县政府文件61件。"
        "落实《县政府文件公开属性认定办法》，做到应公开尽公开。",
        "overview.requests": "县政府办公室收到申请8件，逐件登记、逐件沟通，按时答复率100%。",
        "overview.management": "三级审核责任到人，发布内容留痕可查。",
        "overview.platform": "2024年完成县政府网站改版升级，新增无障碍浏览功能。专人值守网站留言，全年答复留言咨询212件。",
        "overview.supervision": "对全县41个单位开展季度监测，编发监测通报4期，约谈排名靠后的单位3家。",
        "other.matters": "没有其他需要报告的事项。本年度未收取信息处理费。",
    },
    "主要问题：一是常务会议图解少；二是网站搜索不好用。",
    ("常务会议图解少", "网站搜索不好用"),
    {
        "profile.short_name": "县政府办公室",
        "profile.kind": "政府部门",
        "profile.telephone": "010-12345678",
        "proactive.published_total": 402,
        "proactive.public_questions": 240,
        "requests.new.natural_person": 5,
        "requests.granted.natural_person": 5,
        "requests.on_time": True,
        "management.review_system": "三级审核制度",
        "platform.items": (
            LocalItem("县政府常务会议议定事项", Quantity(91), "项", "proactive"),
            LocalItem("县政府文件", Quantity(70), "件", "proactive"),
            LocalItem("监测通报", Quantity(4), "期", "supervision"),
        ),
        "supervision.trainings": 2,
        "supervision.trainees": 90,
        "supervision.accountable": False,
        "problems.outcome:常务会议图解少": "已解决",
        "problems.action:常务会议图解少": "常务会议议题全部配发一图读懂",
        "problems.outcome:网站搜索不好用": "明显改善",
        "problems.action:网站搜索不好用": "更换搜索引擎，热词命中率提高到九成",
        "problems.items": ("股室主动公开意识不强",),
        "problems.measure:股室主动公开意识不强": "把公开属性认定嵌入公文流转",
        "other.fee_notices": 0,
    },
)
ORGANS: Final = {
    "bureau": BUREAU,
    "township": TOWNSHIP,
    "county": COUNTY,
    "city": CITY_GOVERNMENT,
    "office": OFFICE,
}
