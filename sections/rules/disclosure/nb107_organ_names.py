"""One organ throughout: title, opening, running text and signature."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.organs import organ_of
from sections.rules._basis import CARE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_REGION: Final = re.compile(r"^(?P<region>(?:.{1,8}?[省市州盟])?(?:.{1,6}?[县区旗市])?)(?P<body>.{2,})$")
_SAME_TIER: Final = "县区旗"
"""Counties and districts stand side by side: of two of them one is another organ's."""
_OUR: Final = re.compile(
    r"(?:^|(?<=[，。；、：\s\n])|(?<=[由在经对]))我(局|委|镇|乡|街道|县|区|旗)(?![们国])"
)
_DEPARTMENT: Final = re.compile(r"(?:局|委员会|委|厅|中心|办公室)$")
_TOWN: Final = re.compile(r"(?:镇|乡|街道|街道办事处|[镇乡]人民政府)$")
_NOT_OF_A_DEPARTMENT: Final = frozenset({"镇", "乡", "街道"})
_NOT_OF_A_TOWN: Final = frozenset({"局", "委"})


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
    basis = CARE
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
        for piece in pieces(report):
            for quote, words in (*_own_names(piece.text, name), *_other_tier(piece.text, name)):
                yield self.finding(piece.where, words, quote)

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


def _same(signed: str, name: str) -> bool:
    bare = re.sub(r"\s", "", signed)
    longer, shorter = sorted((bare, re.sub(r"\s", "", name)), key=len, reverse=True)
    return is_short_for(shorter, longer)


def _own_names(text: str, name: str) -> Iterator[tuple[str, str]]:
    """我镇 of a bureau, 我局 of a town, 我区 of a county."""
    region, _ = _parts(name)
    tier = region[-1:] if region[-1:] in _SAME_TIER else ""
    for match in _OUR.finditer(text) if "我" in text else ():
        own = match[1]
        wrong = (
            (bool(_DEPARTMENT.search(name)) and own in _NOT_OF_A_DEPARTMENT)
            or (bool(_TOWN.search(name)) and own in _NOT_OF_A_TOWN)
            or (bool(tier) and own in _SAME_TIER and own != tier)
        )
        if wrong:
            yield match[0], f"正文自称“我{own}”，与报告单位“{name}”不符。"


def _other_tier(text: str, name: str) -> Iterator[tuple[str, str]]:
    """「区民政局」 in the report of a county's 民政局."""
    region, body = _parts(name)
    tier = region[-1:]
    if not tier or tier not in _SAME_TIER or body not in text:
        return
    for match in re.finditer(rf"(?<![\u4e00-\u9fff])([{_SAME_TIER}]){re.escape(body)}", text):
        if match[1] != tier:
            yield match[0], f"正文写“{match[0]}”，报告单位是“{name}”。"
