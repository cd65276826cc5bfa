"""「均已办结」 beside cases carried over."""

import re
from collections.abc import Iterable

from sections.language.all_answered import all_answered
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._cells import numbers
from sections.rules._contradiction import OTHER_SCOPE, same_scope
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_FINISHED = re.compile(
    r"(?:均|全部|皆|都)(?:已|已经)?(?:按时|按期|依法|依规|依法依规|及时|如期|按照?规定|按程序|在法定期限内|在?(?:年内|本年度?内?|当年))*"
    r"(?:全部)?(?:办结|办理完毕|办理完结|答复完毕|结案)|(?<![按限][时期])办结率(?:达到|达|为)?100%|(?:无|没有)(?:积压|未办结)|(?<!上年)(?<!上年度)(?:无(?:一[件宗例]?)?|没有(?:一[件宗例])?)结转(?![至到本])"
)
_ANSWERED = re.compile(r"(?:均|全部|皆|都)(?:已|已经)(?:全部)?(?:予以)?答复")
_IN_TIME = re.compile("按[时期]|如期|期限")
"""Finished in time may mean those that were finished at all."""
_LIMITED = re.compile(r"除|到期|应办结|期限已?届?满|结转")
_OF_THE_DUE = re.compile(r"除|到期|应办结|应办件|期限已?届?满")
"""Words of what a rate of 100% may be of, although something was carried over."""
_OTHER_MATTER = re.compile(r"留言|来信|来电|热线|工单|建议|提案|咨询|投诉|问政|信箱|许可|复议|诉讼|网民|网友")


class AllFinished(Rule):
    """All requests cannot be finished when some were carried over to the next year."""

    code = "NB925"
    name = "称均已办结却有结转"
    severity = Severity.ERROR
    checks = "正文称申请“均已办结”“全部办结”“办结率100%”时，第三部分“四、结转下年度继续办理”的总计是否为0。"
    why = "既有结转就不是全部办结，两句话互相矛盾。"
    basis = ACCURATE
    wrong = "正文：所有申请均已办结；表格：结转下年度继续办理2件。"
    right = "正文：办结23件，其余2件尚在法定期限内，结转下年度继续办理。"
    how = "正文改写为已办结多少件、结转多少件；或核对结转数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such sentence."""
        left = numbers(context.report)["requests.carried_out.total"]
        if not left or left < 0:
            return
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                found = list(self._judge(context, piece, sentence, int(left)))
                yield from found or self._all_answered(context, piece, sentence, int(left))

    def _all_answered(self, context: Context, piece: Piece, sentence: str, left: int) -> Iterable[Finding]:
        """What was received is said to be answered, all of it, in other words."""
        said = all_answered(sentence)
        place = sentence.find(said)
        if not said or _IN_TIME.search(said) or not _about_requests(piece, sentence, place):
            return
        words = f"正文称收到的申请“{said}”，表格中结转下年度继续办理{left}件，请核对。"
        words += "" if same_scope(context, piece, sentence) else OTHER_SCOPE
        yield self.finding(piece.where, words, sentence, severity=Severity.WARNING)

    def _judge(self, context: Context, piece: Piece, sentence: str, left: int) -> Iterable[Finding]:
        for pattern in (_FINISHED, _ANSWERED):
            matches = list(pattern.finditer(sentence))
            rate = bool(matches) and all("办结率" in match[0] for match in matches)
            if not matches or (_OF_THE_DUE if rate else _LIMITED).search(pattern.sub("", sentence)):
                continue
            match = next((match for match in matches if not _IN_TIME.search(match[0])), matches[0])
            if not _about_requests(piece, sentence, match.start()):
                continue
            words = f"正文称“{match[0]}”，表格中结转下年度继续办理{left}件，两处矛盾。"
            same = same_scope(context, piece, sentence)
            sure = same and pattern is _FINISHED and not _IN_TIME.search(match[0])
            words += "" if same else OTHER_SCOPE
            yield self.finding(piece.where, words, sentence, severity=None if sure else Severity.WARNING)
            return


def _about_requests(piece: Piece, sentence: str, place: int) -> bool:
    if _OTHER_MATTER.search(sentence[:place]):
        return False
    return piece.where == "overview.requests" or bool(re.search("申请公开|公开申请|依申请", sentence))
