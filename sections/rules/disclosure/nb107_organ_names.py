"""One organ throughout: title, opening, running text and signature."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.organs import organ_of
from sections.rules._basis import ACCURATE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_REGION: Final = re.compile(r"^(?P<region>(?:.{1,8}?[省市州盟])?(?:.{1,6}?[县区旗市])?)(?P<body>.{2,})$")
_SAME_TIER: Final = "县区旗"
"""Counties and districts stand side by side: of two of them one is another organ's."""
_OUR: Final = re.compile(
    r"(?:^|(?<=[，。；、：\s\n])|(?<=[由在经对]))(?:我(局|委|镇|乡|街道|县|区|旗|院|校|厅)(?![们国])|本(镇|乡|街道))"
)
_DEPARTMENT: Final = re.compile(r"(?:局|委员会|委|厅|中心|办公室)$")
_TOWN: Final = re.compile(r"(?:镇|乡|街道|街道办事处|[镇乡]人民政府)$")
_NOT_OF_A_DEPARTMENT: Final = frozenset({"镇", "乡", "街道"})
_OWN_KINDS: Final = {"院": "院", "校": "校学", "厅": "厅", "委": "委会办室", "局": "局关队会办室"}
"""我院 is said by what is called so: the last characters of the names of which one may say it."""
_NOT_OF_A_TOWN: Final = frozenset({"局", "委"})


_COUNTY: Final = re.compile(rf"[^省市州盟]{{1,5}}[{_SAME_TIER}]$")
_PLACE: Final = re.compile(
    rf"(?:^|(?<=[，。；：、（(在到于与和由向市省州盟])|(?<=登录)|(?<=登陆)|(?<=访问))([\u4e00-\u9fff]{{1,3}}[{_SAME_TIER}])"
    r"(?=人民政府|政府|[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|路|大道))"
)
"""A county where a site or an address begins."""
_NO_COUNTY: Final = re.compile(
    "^[我全本该各市县请]|[由与对向在为][县区旗]$|^(?:通过|登录|登陆|访问|进入|依托|利用|经由|可在|请到|并在|所在|位于|按照|根据)|(?:新|开发|园|社|辖|地|小|政|范|高新|城|市|郊|矿|景|经开|业|产业)区$"
)
_ASKED: Final = re.compile(
    r"与([\u4e00-\u9fff（）]{4,24}?(?:局|委员会))(?:[\u4e00-\u9fff]{0,8}(?:科|股|室|处))?联系"
)
_GENERAL: Final = re.compile("政务|数据|审批|信息|营商")
"""Offices that readers are sent to on behalf of others."""
_SUBJECT: Final = re.compile(
    r"(?:20[0-9]{2}年(?:度)?(?:以来)?[，,]?)?(?P<tier>[省市县区旗镇乡]|[\u4e00-\u9fff]{2,3}[县区旗])"
    r"(?P<body>[\u4e00-\u9fff]{2,12}?(?:局|委|委员会)|政府)"
    r"(?=坚持|高度重视|认真|深入|严格|始终|积极|紧紧|全面|以习近平)"
)
_VISITED: Final = re.compile("学习|考察|交流|赴|到|来|与|和|协助|配合")
"""What a text may rightly say of the like organ of another place."""


def is_short_for(short: str, name: str) -> bool:
    """Whether ``short`` may abbreviate ``name``: 住建局 leaves characters out of 住房和城乡建设局."""
    rest = iter(name)
    return all(character in rest for character in short)


class OrganNames(Rule):
    """The organ of the title is the organ of the text and of the signature."""

    code = "NB107"
    name = "单位名称前后不一致"
    severity = Severity.WARNING
    checks = (
        "落款单位、引言中的联系单位与标题中的单位是否是同一个（简称不算），正文的自称是否相符："
        "县的单位不写“我区”“区某局”，局不自称“我镇”，镇不自称“我局”。"
    )
    why = "套用别的单位的文稿时，最容易留下别人的名称。"
    basis = ACCURATE
    wrong = "标题：青禾县财政局……；落款：青河县财政局"
    right = "标题和落款都是青禾县财政局"
    how = "改为本单位的名称。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each place that names another organ."""
        report = context.report
        organ = organ_of(report)
        name = (report.unit or organ.name).strip()
        if not name or "报告" in name:
            return
        signed = report.signature.organ if report.signature else ""
        if signed and not organ.is_government and not _same(signed, name):
            words = f"落款单位“{signed}”与标题中的“{name}”不一致。"
            yield self.finding("signature", words, signed)
        yield from self._contact(context, name)
        yield from self._places(context, name)
        for piece in pieces(report):
            if piece.section == "overview":
                yield from self._subject(piece, name)
            for quote, words in (*_own_names(piece.text, name), *_other_tier(piece.text, name)):
                yield self.finding(piece.where, words, quote)

    def _places(self, context: Context, name: str) -> Iterator[Finding]:
        """Another county in the opening, and another office that it sends the readers to."""
        region, body = _parts(name)
        own = _COUNTY.search(region)
        opening = context.report.paragraphs.get("opening") or context.report.opening
        for match in _PLACE.finditer(opening) if own else ():
            if own and match[1] != own[0] and not _NO_COUNTY.search(match[1]):
                words = f"引言写“{match[1]}”，报告单位是“{name}”，请核对。"
                yield self.finding("opening", words, match[1])
        if not _DEPARTMENT.search(name):
            return
        author = rf"由([\u4e00-\u9fff]{{2}}[{_SAME_TIER}]){re.escape(body)}(?=(?:组织|负责)?编[制写])"
        for match in re.finditer(author, opening) if own else ():
            if own and _other_place(match[1], own[0]):
                words = f"引言写“{match[0][1:]}”，报告单位是“{name}”。"
                yield self.finding("opening", words, match[0][1:])
        for match in _ASKED.finditer(opening):
            asked = match[1].removeprefix(region)
            if asked != match[1] and not _GENERAL.search(asked) and not _related(asked, body):
                words = f"引言请读者与“{match[1]}”联系，报告单位是“{name}”，请核对。"
                yield self.finding("opening", words, match[1])

    def _subject(self, piece: Piece, name: str) -> Iterator[Finding]:
        """Another organ that the first sentence of part one speaks of, or the like organ of another place."""
        region, body = _parts(name)
        own = _COUNTY.search(region)
        if piece.where == "overview.lead" and _DEPARTMENT.search(name):
            match = _SUBJECT.match(piece.text)
            other = match and (match["body"] == "政府" or not _related(match["body"], body))
            if match and (other or _is_higher(match["tier"], own)):
                who = match["tier"] + match["body"]
                words = f"第一部分开头写“{who}”，报告单位是“{name}”，请核对。"
                yield self.finding(piece.where, words, who, severity=Severity.INFO)
        for match in re.finditer(rf"([\u4e00-\u9fff]{{2}}[{_SAME_TIER}]){re.escape(body)}", piece.text):
            clause = re.split("[，。；]", piece.text[: match.start()])[-1]
            clause += re.split("[，。；]", piece.text[match.end() :])[0]
            if own and len(body) > 2 and _other_place(match[1], own[0]) and not _VISITED.search(clause):
                words = f"正文写“{match[0]}”，报告单位是“{name}”。"
                yield self.finding(piece.where, words, match[0])

    def _contact(self, context: Context, name: str) -> Iterator[Finding]:
        """An opening that names the same kind of organ of another place, and never this one."""
        region, body = _parts(name)
        opening = context.report.paragraphs.get("opening") or context.report.opening
        if not region or len(body) < 3 or region + body in opening:
            return
        for match in re.finditer(rf"[\u4e00-\u9fff]{{1,6}}[省市县区旗](?={re.escape(body)})", opening):
            written = re.sub(r"^.*[与和由向到在]", "", match[0])
            if len(written) > 1 and not region.endswith(written) and not written.endswith(region):
                words = f"引言写“{written}{body}”，与标题中的“{name}”不一致。"
                yield self.finding("opening", words, written + body)


def _parts(name: str) -> tuple[str, str]:
    match = _REGION.match(name)
    return (match["region"], match["body"]) if match else ("", name)


def _related(one: str, other: str) -> bool:
    """Whether two names without their place may be one organ's: 民政局 and 民政局办公室, 住建局."""
    shorter, longer = sorted((one, other), key=len)
    return is_short_for(shorter[:-1], longer) or shorter[:2] in longer


def _is_higher(tier: str, own: re.Match[str] | None) -> bool:
    return own is not None and tier in {"省", "市"}


def _other_place(found: str, own: str) -> bool:
    return found != own and not own.endswith(found) and not _NO_COUNTY.search(found)


def _same(signed: str, name: str) -> bool:
    bare = re.sub(r"\s", "", signed)
    longer, shorter = sorted((bare, re.sub(r"\s", "", name)), key=len, reverse=True)
    return is_short_for(shorter, longer)


def _own_names(text: str, name: str) -> Iterator[tuple[str, str]]:
    """我镇 of a bureau, 我局 of a town, 我区 of a county."""
    region, _ = _parts(name)
    tier = region[-1:] if region[-1:] in _SAME_TIER else ""
    for match in _OUR.finditer(text) if "我" in text or "本" in text else ():
        own = match[1] or match[2]
        wrong = (
            (bool(_DEPARTMENT.search(name)) and own in _NOT_OF_A_DEPARTMENT)
            or (bool(_TOWN.search(name)) and own in _NOT_OF_A_TOWN)
            or (bool(tier) and own in _SAME_TIER and own != tier)
            or (bool(_DEPARTMENT.search(name)) and name[-1] not in _OWN_KINDS.get(own, name[-1]))
        )
        if wrong:
            yield match[0], f"正文自称“{match[0]}”，与报告单位“{name}”不符。"


def _other_tier(text: str, name: str) -> Iterator[tuple[str, str]]:
    """「区民政局」 in the report of a county's 民政局."""
    region, body = _parts(name)
    tier = region[-1:]
    if not tier or tier not in _SAME_TIER or body not in text:
        return
    for match in re.finditer(rf"(?<![\u4e00-\u9fff])([{_SAME_TIER}]){re.escape(body)}", text):
        if match[1] != tier:
            yield match[0], f"正文写“{match[0]}”，报告单位是“{name}”。"
