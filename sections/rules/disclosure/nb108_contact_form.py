"""Ways of contact that cannot be."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_TELEPHONE: Final = re.compile(
    r"(?:(?:电话(?:号码)?|传真)[：:]?\s*|热线[：:]\s*(?=0[0-9]{2,3}-))"
    r"([0-9+（(][0-9（）()—–－\-转 ,、/+]{2,40})"
)
"""Behind 热线 a number with its area code alone: a count may stand there too."""
_NUMBER: Final = re.compile(
    r"(?:\+?86-?)?(?:0[0-9]{2,3}-?)?[1-9][0-9]{6,7}(?:[转-][0-9]{1,5})?|(?:\+?86-?)?1[3-9][0-9]{9}"
    r"|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|1[0-9]{2,4}|9[0-9]{4,7}|0[0-9]{2,3}-?1[0-9]{4}"
)
"""With or without its area code, of a mobile phone, 400 and 800, and short ones such as 12345."""
_SHORT: Final = re.compile(r"[0-9]{1,4}")
"""Behind another: 「8812345、6」 is short for 8812346."""
_NO_AREA: Final = re.compile(r"电话(?:号码)?[：:为]?\s*([2-8][0-9]{6,7})(?![0-9])")
"""A number of a place that can be dialled from there alone."""
_MAIL: Final = re.compile(
    r"(?:邮箱|e-?mail|邮件地址)[：:]?\s*([A-Za-z0-9][A-Za-z0-9._@＠\-]{3,})", re.IGNORECASE
)
_MAIL_FORM: Final = re.compile(r"[A-Za-z0-9._\-+]+[@＠][A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_POSTCODE: Final = re.compile(r"(?:邮编|邮政编码)[：:]?\s*([0-9]+)")
_ADDRESS: Final = re.compile(
    r"(?<![A-Za-z])(?:(?:htp|hhtp|htttp|httl|ttp)s?[:：]//|https?(?!://[A-Za-z0-9])[:：;/\\.]+|htt?ps?p?//|w{2}\.|w{4,}\.|www[,，。]|(?:www|https?://[A-Za-z0-9\-]+)(?:\.[A-Za-z0-9\-]+)*[,，][a-z]{2,6}(?![a-z:]))"
)
_EMPTY: Final = re.compile(r"(?:电话|传真|邮编|邮政编码|地址|邮箱|网址|联系人)[：:]\s*(?=[，、；）)。]|$)")
_POSTCODE_DIGITS: Final = 6


class ContactForm(Rule):
    """A telephone number has so many digits, an e-mail address an @, a link its ://."""

    code = "NB108"
    name = "联系方式不完整或写错"
    severity = Severity.WARNING
    checks = "正文中的电话位数、邮政编码位数、电子邮箱（有无@）、网址（http://）是否成立，有没有只写了名目没有内容的。"
    why = "少一位号码，公众就联系不上。"
    basis = ACCURATE
    wrong = "电话：0000-88000，电子邮箱：abc.example.cn，网址：http//www.example.cn"
    right = "电话：0000-8800000，电子邮箱：abc@example.cn，网址：http://www.example.cn"
    how = "核对后补正。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each way of contact that cannot be."""
        for piece in pieces(context.report):
            for words, quote in contact_faults(piece.text):
                hint = words.endswith("没有写区号。")
                yield self.finding(piece.where, words, quote, severity=Severity.INFO if hint else None)


@lru_cache(maxsize=256)
def contact_faults(text: str) -> tuple[tuple[str, str], ...]:
    """(message, quote) for each way of contact of ``text`` that cannot be."""
    return tuple(_faults(normalise(text)))


def _faults(text: str) -> Iterator[tuple[str, str]]:
    if "电话" in text or "传真" in text or "热线" in text:
        for match in _TELEPHONE.finditer(text):
            yield from _telephones(match[1])
    for match in _NO_AREA.finditer(text) if "电话" in text else ():
        yield f"电话“{match[1]}”没有写区号。", match[1]
    for match in _MAIL.finditer(text):
        if not _MAIL_FORM.match(match[1]):
            yield f"电子邮箱“{match[1]}”不完整。", match[1]
    for match in _POSTCODE.finditer(text):
        if len(match[1]) != _POSTCODE_DIGITS:
            yield f"邮政编码“{match[1]}”不是六位。", match[1]
    for match in _ADDRESS.finditer(text):
        yield f"网址“{text[match.start() : match.end() + 12]}”写法有误。", match[0]
    for match in _EMPTY.finditer(text):
        yield f"“{match[0]}”后面没有内容。", match[0]


def _telephones(listed: str) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"[（(]([0-9]{3,4})[）)]-?", r"\1-", re.sub("[—–－]+", "-", listed))
    for place, part in enumerate(re.split(r"[、/,]|\s{1,}(?=0|1)", plain)):
        number = part.strip(" -（）()转")
        digits = re.sub(r"\s", "", number)
        if digits and not _NUMBER.fullmatch(digits) and not (place and _SHORT.fullmatch(digits)):
            yield f"电话“{number}”的位数不对。", number
