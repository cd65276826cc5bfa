"""Cases of last year's: what one named place or body under the organ did, what was awarded, who was praised.

They are told as done in the report's year: a sentence with one stands again only by the clerk's word."""

import re
from collections.abc import Iterator
from typing import Final

_BODY: Final = (
    "[省市州县区旗镇乡][^，。；：、省市县区旗的各]{2,12}?"
    "(?:局|委员会|委(?!员|托)|中心|法院|检察院|学院|医院|集团|公司|支队|大队)"
)
_PLACE: Final = (
    "(?!各|全|我|本|该|辖|县|乡|镇|区|市|村|部分|有关|相关|个别|多个|其他|所有|加强|推进|开展|依托|建设|打造|优化"
    "|完善|规范|做好|强化|围绕|聚焦|深入|组织|指导|督促|通过|利用|设立|设置|方便|服务|推动|实现|公开|完成|发布|答复|编制|办理|请|与|由|对|向)"
    "[\u4e00-\u9fff]{1,4}?(?<![由与对向请为把被经各全本我该])(?:县|旗|街道|(?<![园社专景小辖片街牧特库县灾郊政分])区|(?<!乡)镇|(?<!下)乡(?!镇|村))"
)
_GOES_ON: Final = "(?![等、的和及与级各内人居域有范]|$)"
_LEAD: Final = re.compile("(?:[一二三四五六七八九十]{1,2}是|其中|同时|此外|例如|如|另外|[0-9]{4}年)[，：]?")
_ACTS: Final = re.compile(f"(?P<name>{_BODY}|{_PLACE}){_GOES_ON}")
_NAMED_AMONG: Final = re.compile(f"(?P<name>{_BODY}|{_PLACE})等[0-9]+[个家名]")
_AWARDED: Final = re.compile("荣获|获评|获批|入选|被评为|被授予|荣列|获[^，。；]{0,12}(?:表彰|表扬|称号|奖)")


def tells_a_case(text: str, own: str) -> bool:
    """Whether a sentence tells one; ``own`` are the organ's names, with the places in them."""
    if _AWARDED.search(text):
        return True
    return any(name not in own and name[1:] not in own for name in _names(text))


def _names(text: str) -> Iterator[str]:
    """The places and bodies that did something, or that stand for several (市公安局等26个单位)."""
    for clause in re.split("[，；。：]", text):
        acts = _ACTS.match(_LEAD.sub("", clause, count=1).strip())
        if acts is not None:
            yield acts["name"]
    yield from (match["name"] for match in _NAMED_AMONG.finditer(text))
