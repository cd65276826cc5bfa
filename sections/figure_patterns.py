"""How reports word the numbers that the questions ask for: patterns kept as data, by fact id."""

from typing import Final

_ARABIC: Final = r"[0-9]{1,15}(?:[,，' ][0-9]{3}){0,5}(?:\.[0-9]{1,4})?(?:[百千万]?[万亿]|千|百)?"
NUMBER: Final = (
    rf"(?:约|近|超过|超|逾)?(?:{_ARABIC}|[〇零一二两三四五六七八九十百千万亿]{{1,15}})(?:余|多)?(?:万|亿)?"
)
LINK: Final = r"(?:共计|总计|累计|合计|总数|总量|数量|达到|共|达|计|有|为|了|的|是|[:：]){0,3}"
_PUBLIC: Final = r"(?:各类)?(?:政府|政务|公开|工作)?类?"
_OWN: Final = r"(?:政务|官方|“[^”]{1,16}”|本[局委办]|[县区市]){0,2}"
"""What may stand before the name of a channel."""
_WRITTEN: Final = r"(?:信息|文章|消息|内容|图文|稿件|推文|动态)?"
_ASKING: Final = r"(?:意见征集|征集调查|征求(?:公众|社会|群众)?意见|征集意见|民意征集|调查征集)"
_VERB: Final = r"(?:组织|开展|举办|召开|举行|进行|发布|制作|编发|编印|出版|收到)"

PATTERNS: Final[dict[str, tuple[str, ...]]] = {
    "proactive.published_total": (
        rf"公开{_PUBLIC}信息(?:量|数)?{LINK}#条",
        rf"公开{LINK}#条{_PUBLIC}信息",
        rf"(?:全年|年内|累计|共计|共)(?:共)?(?:公开)?发布{_PUBLIC}信息{LINK}#条",
        rf"主动(?:向社会)?公开[^。；0-9]{{2,60}}?等[^，。；0-9]{{0,10}}信息{LINK}#条",
    ),
    "proactive.website": (
        rf"(?:政府|门户|官方)?网站[”」]?(?:平台)?(?:共计|共|累计|全年|主动){{0,2}}(?:公开|发布|更新){_PUBLIC}(?:[一-龥]{{0,6}}?(?:信息|内容|稿件|文章))?(?:量|数)?{LINK}#条",
        rf"网站[^，。；0-9]{{0,8}}主动公开[^。；0-9]{{2,60}}?等[^，。；0-9]{{0,10}}信息{LINK}#条",
        rf"网站{_PUBLIC}信息(?:量|数)?{LINK}#条",
    ),
    "proactive.wechat": (
        rf"{_OWN}微信(?:公众号|平台|公众平台)?[^，。；、等]{{0,12}}?(?:发布|公布|推送|公开|推出|推文|发文){_PUBLIC}[一-龥]{{0,4}}?{_WRITTEN}{LINK}#[条篇]",
        rf"{_OWN}微信(?:公众号)?(?:信息)?{LINK}#[条篇]",
    ),
    "proactive.weibo": (
        rf"{_OWN}微博[^，。；、等]{{0,12}}?(?:发布|推送|公开){_PUBLIC}(?:微博|{_WRITTEN}){LINK}#[条篇]",
        rf"{_OWN}微博(?:信息)?{LINK}#[条篇]",
    ),
    "proactive.other_channels": (rf"其他渠道[^，。；、]{{0,6}}?(?:公开|发布)?{_PUBLIC}(?:信息)?{LINK}#条",),
    "proactive.interpretations": (
        rf"(?:发布|制作|公开|开展)?(?:政策|文件)(?:文件)?解读(?:材料|信息|稿件|文章|作品|产品)?{LINK}#[篇条件期个份次]",
        rf"(?:发布|制作)[^，。；、0-9和及与]{{0,8}}解读(?:材料|信息|稿件|文章|作品|产品)?{LINK}#[篇条件期]",
        r"(?:发布|制作|公开)#[篇条件期个](?:政策|文件)解读",
        rf"解读(?:政策|政策性)文件{LINK}#[篇条件个]",
    ),
    "proactive.interpretations_text": (rf"文字(?:类)?解读(?:材料)?{LINK}#[篇条件期个]",),
    "proactive.interpretations_image": (
        rf"(?:图片|图解|图文|图表)(?:类)?(?:解读)?(?:材料)?{LINK}#[篇条件期个]",
    ),
    "proactive.interpretations_video": (rf"(?:音频)?视频(?:类)?(?:解读)?(?:材料)?{LINK}#[篇条件期个]",),
    "proactive.meetings_opened": (rf"列席[^，。；]{{0,10}}?(?:会议)?[^，。；]{{0,4}}?{LINK}#[次场]",),
    "proactive.press_conferences": (
        rf"新闻发布会{LINK}#[场次期]",
        rf"新闻发布会[^。；]{{0,16}}?召开{LINK}#[场次]",
        r"(?:召开|举行|举办|发布)#[场次](?:[^，。；、0-9]{0,6})新闻发布(?:会|活动)",
    ),
    "proactive.consultations": (
        rf"{_ASKING}(?:活动|公告|稿)?{LINK}#[次期场项件条]",
        rf"(?:开展|组织|进行|发布)#[次期场项](?:[^，。；、0-9]{{0,8}}){_ASKING}",
    ),
    "proactive.opinions": (
        rf"(?:收到|征集)[^，。；]{{0,8}}?(?:意见建议|意见和建议|意见|建议){LINK}#[条件个]",
        r"(?:收到|征集)#[条件个](?:[^，。；、0-9]{0,6})(?:意见|建议)",
    ),
    "proactive.public_questions": (
        rf"(?:答复|回复|办理|回应|受理|解答|处理)[^，。；]{{0,8}}?(?:留言咨询|留言|咨询|网络问政|来信|信件){LINK}#[件条次封]",
        rf"(?:来信留言|留言|咨询)，答复{LINK}#[件条次]",
        r"(?:答复|回复|回应)#[件条次](?:[^，。；、0-9]{0,8})(?:留言|咨询|来信)",
    ),
    "requests.new.total": (
        rf"(?:收到|新收|接到|接收|受理|收悉)(?:[和及](?:办理|处理|受理))?(?:各类)?(?:政府|政务)?(?:信息)?(?:依申请)?(?:政府|政务)?(?:信息)?公开(?:政府信息)?(?:申请)?(?:事项|案件|件)?{LINK}#[件宗条份]",
        rf"(?:收到|新收|接到|受理|收悉)[^，。；0-9]{{0,40}}公开(?:的)?申请(?:表)?(?:事项|案件)?{LINK}#[件宗条份]",
        r"(?:收到|新收|接到|受理)#[件宗条份](?:[^，。；、0-9]{0,12})公开申请",
    ),
    "requests.carried_in.total": (
        rf"上一?年(?:度)?结转(?:的)?(?:政府信息公开)?(?:申请)?{LINK}#件",
        rf"结转上一?年度?(?:的)?(?:政府信息公开)?申请{LINK}#件",
    ),
    "requests.carried_out.total": (
        rf"(?:结)?转下(?:一)?年度?(?:继续)?(?:办理)?{LINK}#件",
        r"#件[，]?(?:结转下(?:一)?年度?)",
    ),
    "requests.granted.total": (rf"(?<!不)予以公开{LINK}#件",),
    "requests.partial.total": (rf"部分公开{LINK}#件",),
    "requests.total.total": (rf"办结(?:申请)?{LINK}#件",),
    "requests.overdue": (rf"逾期答复{LINK}#件", r"有#件超过法定期限"),
    "management.cleaned_documents": (
        rf"清理(?:行政)?(?:规范性)?(?:文件)?{LINK}#件",
        rf"清理[^。；]{{0,14}}?文件{LINK}#件",
        r"对#件(?:[^，。；、0-9]{0,12})文件(?:进行|开展|作了|实施)?(?:全面|集中)?(?:了)?清理",
    ),
    "platform.columns": (
        rf"(?<!新)(?:设置|开设|设立|设有|现有)[^，。；新]{{0,8}}?(?:专栏|栏目){LINK}#[个项]",
        r"(?<!新)(?:设置|开设|设立|设有)#个(?:[^，。；、0-9新]{0,10})(?:专栏|栏目)",
    ),
    "platform.new_media_accounts": (
        rf"政务新媒体(?:账号|帐号)?(?:开设|开通)?{LINK}#[个家]",
        r"(?:开设|开通|运维|管理|共有|现有)#[个家](?:政府系统)?政务新媒体",
    ),
    "platform.bulletins": (
        rf"政府公报》?(?:全年)?(?:编发|编印|出版)?{LINK}#期",
        r"(?:编发|编印|出版|发行|刊发)#期《?(?:[^，。；、0-9]{0,8})政府公报",
    ),
    "platform.reading_points": (
        rf"(?:查阅点|查阅场所|查阅中心|公开专区){LINK}#[个处]",
        r"(?:设置|设立|设有|建成|建设|现有|提升|打造)#[个处](?:[^，。；、0-9]{0,14})(?:查阅点|查阅场所|查阅中心|公开专区)",
    ),
    "platform.visits": (
        rf"(?:访问量|总访问次数|访问次数|访问总量|点击量|浏览量|网站访问){LINK}#(?:人次|次)",
    ),
    "supervision.trainings": (
        rf"(?:培训(?:会|班|活动|讲座)?){LINK}#[次场期]",
        rf"{_VERB}#[次场期](?:[^，。；、0-9]{{0,14}})(?<![和及与])培训",
    ),
    "supervision.trainees": (
        rf"(?:参训|培训|参加培训)(?:人员|人数|干部|工作人员)?{LINK}#(?:人次|人|名)",
        r"#(?:人次|人|名)(?:[^，。；、0-9]{0,6})(?:参加(?:了)?(?:培训|学习)|参训)",
    ),
    "supervision.checks": (
        rf"(?:监督检查|检查|督查|自查|抽查|督导){LINK}#[次轮]",
        rf"{_VERB}#[次轮](?:[^，。；、0-9]{{0,10}})(?<![和及与])(?:监督检查|检查|督查|自查|抽查|督导)",
    ),
    "other.fee_received": (
        r"(?<!通知)(?:收取|收到)(?:了)?(?:政府信息公开)?信息处理费(?:共计|共|总计|合计|计|为)?#(?:万元|元)",
        r"(?:实际收取|实际收到|实收)(?:信息处理费|金额)?(?:共计|共|总计|合计|计|为)?#(?:万元|元)",
    ),
    "other.fee_charged": (
        r"(?:通知收取|要求缴纳)(?:信息处理费)?(?:的)?(?:总)?(?:金额|费用)?(?:共计|共|总计|合计|计|为)?#(?:万元|元)",
        r"收费通知[^。；]{0,16}?，(?:收费)?总?金额(?:共计|共|总计|合计|计|为)?#(?:万元|元)",
    ),
    "other.fee_notices": (
        rf"(?:收费通知|收费通知书)(?:的)?(?:件数)?{LINK}#[件份]",
        r"对#件(?:[^，。；、0-9]{0,10})公开申请(?:案件|事项)?收取",
        r"发出#[件份](?:[^，。；、0-9]{0,8})收费通知",
    ),
}
"""Fact id -> patterns; ``#`` stands for the number, what follows it is its unit."""
SUMS: Final[dict[str, tuple[str, str]]] = {
    "requests.handled": (
        "收办政府信息公开申请",
        rf"(?:收办|办理)(?:各类)?(?:政府|政务)?信息公开申请(?:事项|案件|件)?{LINK}#[件宗]",
    ),
    "requests.denied": ("不予公开", rf"不予公开{LINK}#件"),
    "requests.unavailable": ("无法提供", rf"无法提供{LINK}#件"),
    "requests.rejected": ("不予处理", rf"不予处理{LINK}#件"),
    "requests.handled_otherwise": ("其他处理", rf"其他处理(?:（[^（）]{{1,20}}）)?{LINK}#件"),
}
"""Of applications, what the form has no cell for: new ones and those carried in together, and the groups of
outcomes. Id -> name and pattern."""
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "proactive.published_total": ("信息",),
    "proactive.website": ("网站",),
    "proactive.wechat": ("微信",),
    "proactive.weibo": ("微博",),
    "proactive.other_channels": ("其他渠道",),
    "proactive.interpretations": ("解读",),
    "proactive.interpretations_text": ("文字",),
    "proactive.interpretations_image": ("图",),
    "proactive.interpretations_video": ("视频",),
    "proactive.meetings_opened": ("列席",),
    "proactive.press_conferences": ("新闻发布",),
    "proactive.consultations": ("征",),
    "proactive.opinions": ("意见", "建议"),
    "proactive.public_questions": ("留言", "咨询", "问政", "来信", "信件"),
    "requests.new.total": ("公开",),
    "requests.carried_in.total": ("结转",),
    "requests.carried_out.total": ("转下",),
    "requests.granted.total": ("予以公开",),
    "requests.partial.total": ("部分公开",),
    "requests.total.total": ("办结",),
    "requests.overdue": ("逾期", "超过法定"),
    "management.cleaned_documents": ("清理",),
    "platform.columns": ("专栏", "栏目"),
    "platform.new_media_accounts": ("新媒体",),
    "platform.bulletins": ("公报",),
    "platform.reading_points": ("查阅", "公开专区"),
    "platform.visits": ("访问", "点击", "浏览"),
    "supervision.trainings": ("培训",),
    "supervision.trainees": ("训", "学习"),
    "supervision.checks": ("查", "督导"),
    "other.fee_received": ("信息处理费", "实际收", "实收"),
    "other.fee_charged": ("通知收取", "要求缴纳", "收费通知"),
    "other.fee_notices": ("收费通知", "收取"),
    "requests.handled": ("公开申请",),
    "requests.denied": ("不予公开",),
    "requests.unavailable": ("无法提供",),
    "requests.rejected": ("不予处理",),
    "requests.handled_otherwise": ("其他处理",),
}
"""Fact id -> words one of which stands in every sentence that tells it."""
_NONE: Final = r"(?:未|没有|无|并未)"
NOTHING: Final[dict[str, str]] = {
    "requests.new.total": rf"{_NONE}(?:曾)?(?:收到|接到|受理)[^，。；0-9]{{0,20}}公开(?:政府信息)?(?:的)?申请"
    rf"|{_NONE}(?:曾)?(?:收到|接到|受理)?(?:依申请公开|申请公开)"
    r"(?:的)?(?:政府信息)?(?:事项|申请|案件|件)?(?:的)?(?:情况)?(?=，|。|；|$)",
    "other.fee_notices": rf"{_NONE}(?:发出|开具|制发)[^，。；0-9]{{0,12}}收费通知",
    "other.fee_received": rf"{_NONE}(?:有|发生|产生)?(?:收取|收到)?[^，。；0-9]{{0,14}}(?:信息处理费|收费)"
    r"(?:的)?(?:情况|行为)?(?=，|。|；|$)",
}
"""Fact id -> what says that there was nothing: 0."""
NOT_SO: Final[dict[str, str]] = {
    "proactive.published_total": r"(?:审核|删除|整改|转载|转发|撤回|纠正)(?!发布|公开)"
    r"|^(?!.*(?:网|栏|渠道)).*(?:微信|微博|抖音|公众号|新媒体)",
    "proactive.website": r"(?:审核|删除|整改|转载|转发|撤回|纠正)(?!发布|公开)",
    "proactive.interpretations": r"转载|转发|学习",
    "platform.columns": r"新增|新开|新设|新建|优化|调整|整合|撤销",
    "platform.visits": r"微信|微博|公众号|抖音|新媒体|视频",
    "supervision.trainings": r"参加|参与|选派|派员",
    "supervision.checks": r"接受|迎接|配合",
}
"""Fact id -> words of its clause beside which the number counts something else."""
