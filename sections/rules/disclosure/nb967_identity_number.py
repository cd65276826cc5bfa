"""Numbers of identity cards."""

import datetime as dt
import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.rules._basis import PRIVACY
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_FIRST_YEAR = 1900
_OTHER_LENGTH = re.compile(r"身份证(?:号码?|件号)?(?:为|是)?[：:]?\s*([0-9]{15}|[0-9]{17})(?![0-9Xx])")
"""The numbers of former cards, and one that lacks a digit: told where the words say what it is."""
_NAMED = re.compile("身份|证件|证号|申请人|公民|当事人")
_CHECK = "10X98765432"


def has_birthday(text: str) -> bool:
    """Whether 18 characters hold a day from 1900 on where a citizen's number has the birthday."""
    try:
        return dt.date(int(text[6:10]), int(text[10:12]), int(text[12:14])).year >= _FIRST_YEAR
    except ValueError:
        return False


def is_identity_number(text: str) -> bool:
    """Whether 18 characters are a citizen's number by GB 11643: a real birthday and the right check digit."""
    try:
        dt.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return _CHECK[total % 11] == text[-1].upper()


class IdentityNumber(Rule):
    """Nobody's identity number is published."""

    code = "NB967"
    name = "出现身份证号码"
    severity = Severity.ERROR
    checks = "正文中有没有18位公民身份号码（按出生日期和校验码确认；写明是身份证号而校验码不符的也提醒）。"
    why = "公布个人身份号码侵害公民隐私，属于不得公开的内容。"
    basis = PRIVACY
    wrong = "申请人（身份证号 ******************，此处不写出真实号码）"
    right = "申请人1名"
    how = "删去号码。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number, quoted with its middle hidden."""
        for piece in pieces(context.report):
            for match in _OTHER_LENGTH.finditer(normalise(piece.text)):
                hidden = f"{match[1][:4]}**********"
                words = f"似乎有身份证号码（{hidden}，不是18位），请核对后删去。"
                yield self.finding(piece.where, words, hidden, severity=Severity.WARNING)
            for match in _NUMBER.finditer(normalise(piece.text)):
                hidden = f"{match[0][:4]}**********{match[0][-4:]}"
                if not is_identity_number(match[0]):
                    if has_birthday(match[0]) and _NAMED.search(piece.text):
                        words = f"似乎有身份证号码（{hidden}，校验码不符），请核对后删去。"
                        yield self.finding(piece.where, words, hidden, severity=Severity.WARNING)
                else:
                    yield self.finding(piece.where, f"出现身份证号码（{hidden}），必须删去。", hidden)
