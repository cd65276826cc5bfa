"""What the clerk answered to findings of the check: right as it is, because …"""

from store.journal import FINDING_ANSWERS, NOT_UNDERSTOOD, Journal, to_time
from store.model import FindingAnswer


class FindingAnswers(Journal):
    """Keep answers to findings, each by the fingerprint of its finding."""

    def finding_answers(self, report_id: int) -> dict[str, FindingAnswer]:
        """Every answer that can be read, by fingerprint; one whose facts have changed meets no finding."""
        answers: dict[str, FindingAnswer] = {}
        for fingerprint, reason, at in self._db.surviving(FINDING_ANSWERS.select, report_id):
            try:
                answers[str(fingerprint)] = FindingAnswer(str(reason), to_time(at))
            except NOT_UNDERSTOOD:
                self._unreadable[report_id, FINDING_ANSWERS.name] = ("对检查结果的答复",)
        return answers

    def answer_finding(self, report_id: int, fingerprint: str, reason: str) -> None:
        """Keep the reason why a finding stands as it is; on return it is on the disk."""
        with self._writing(report_id) as now:
            self._change(FINDING_ANSWERS, report_id, fingerprint, {"reason": reason, "at": now})

    def withdraw_finding_answer(self, report_id: int, fingerprint: str) -> None:
        """Take an answer back."""
        with self._writing(report_id):
            self._change(FINDING_ANSWERS, report_id, fingerprint, None)
