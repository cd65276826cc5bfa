"""Who publishes the report: the organ, its kind and its contact (《条例》 articles 12 and 50)."""

from typing import Final

from prompts.question import Choice, Question, ask

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "profile.name",
        "profile",
        "先认识一下贵单位：单位全称是什么？",
        "全称会印在标题、开头和落款处，请与公章上的名称一致，不要用简称。",
        source="单位公章或“三定”规定",
        examples=("示例县民政局", "示例市人民政府"),
        required=True,
    ),
    ask(
        "profile.kind",
        "profile",
        "贵单位属于哪一类？",
        "单位性质决定年报要写什么。按《条例》第五十条，各级人民政府的年报还要写明工作考核、社会评议和责任追究结果；"
        "发布期限也不同，部门是次年1月31日前，人民政府是次年3月31日前（第四十九条）。",
        choices=(
            Choice("人民政府", "各级人民政府，乡镇人民政府也在内"),
            Choice("政府部门", "局、委员会、办公室等部门和直属机构"),
            Choice("派出机构", "街道办事处、开发区管委会等"),
            Choice("其他", "法律法规授权管理公共事务的组织等"),
        ),
        required=True,
    ),
    ask(
        "profile.level",
        "profile",
        "贵单位在哪一级？",
        "部门按所属政府的级别填写，例如县民政局选“县级”。正文会据此选用合适的称呼。",
        choices=(
            Choice("省级", "省、自治区、直辖市"),
            Choice("市级", "设区的市、自治州"),
            Choice("县级", "县、县级市、区、旗"),
            Choice("乡镇级", "乡、镇、街道"),
        ),
    ),
    ask(
        "profile.short_name",
        "profile",
        "正文里怎样简称贵单位？",
        "总体情况里会多次提到本单位，用简称读起来更顺。通常是“级别＋部门”，不带地名。",
        examples=("县民政局", "市政府", "区发展改革委"),
    ),
    ask(
        "profile.website",
        "profile",
        "年报在哪个网站公布？请写网站名称和网址。",
        "会写在开头，告诉公众到哪里查阅年报。没有自己网站的，写本级政府门户网站。",
        examples=("示例县人民政府门户网站（www.example.gov.cn）",),
    ),
    ask(
        "profile.new_media",
        "profile",
        "贵单位有哪些政务新媒体账号？",
        "写账号的种类和名称，几个之间用分号隔开。已经关停或移交的不写；没有就填“无”。",
        source="政务新媒体备案清单",
        examples=("微信公众号“示例民政”；微博“示例民政发布”",),
    ),
    ask(
        "profile.address",
        "profile",
        "公众来访或来信，应寄到什么地址？",
        "写政府信息公开工作机构的办公地址，应与《条例》第十二条要求公布的公开指南一致。",
        source="政府信息公开指南",
        examples=("示例省示例县人民路1号",),
    ),
    ask(
        "profile.postcode",
        "profile",
        "邮政编码是多少？",
        "六位数字，与上面的地址对应。",
        source="政府信息公开指南",
        examples=("100000",),
    ),
    ask(
        "profile.telephone",
        "profile",
        "对年报有疑问，公众可以拨打哪个电话？",
        "请写政府信息公开工作机构的固定电话，带区号，不要写个人手机号码。",
        source="政府信息公开指南",
        examples=("010-12345678",),
    ),
    ask(
        "profile.email",
        "profile",
        "有对外公布的电子邮箱吗？",
        "写办公用的公共邮箱。没有对外公布的，填“无”。",
        source="政府信息公开指南",
        examples=("xxgk@example.gov.cn",),
    ),
)
