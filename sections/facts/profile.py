"""The organ, its signature, and what it worked at this year."""

from typing import Final

from sections.facts.fact import Fact
from sections.report.values import Kind

PROFILE: Final = (
    Fact("profile.name", "单位全称", kind=Kind.TEXT, recurs=True),
    Fact("profile.short_name", "单位简称", kind=Kind.TEXT, recurs=True),
    Fact("profile.kind", "单位性质", kind=Kind.CHOICE, recurs=True),
    Fact("profile.level", "行政层级", kind=Kind.CHOICE, recurs=True),
    Fact("profile.parent", "政府信息公开工作主管部门", kind=Kind.TEXT, recurs=True),
    Fact("profile.address", "办公地址", kind=Kind.TEXT, recurs=True),
    Fact("profile.postcode", "邮政编码", kind=Kind.TEXT, recurs=True),
    Fact("profile.telephone", "联系电话", kind=Kind.TEXT, recurs=True),
    Fact("profile.email", "电子邮箱", kind=Kind.TEXT, recurs=True),
    Fact("profile.website", "网站名称及网址", kind=Kind.TEXT, recurs=True),
    Fact("profile.new_media", "政务新媒体账号", kind=Kind.LIST, recurs=True),
    Fact("signature.wanted", "是否落款", kind=Kind.FLAG, recurs=True),
    Fact("signature.date", "成文日期", kind=Kind.DATE),
    Fact("overview.focus", "本年度工作重点", kind=Kind.LIST, recurs=True),
    Fact("overview.cause", "变化较大的原因", kind=Kind.TEXT),
)

ORGAN_KINDS: Final = ("人民政府", "政府部门", "派出机构", "其他")
ORGAN_LEVELS: Final = ("省级", "市级", "县级", "乡镇级")
