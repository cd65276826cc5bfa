"""The root of every error that is fit to be shown to the clerk.

NianbaoError
├── prompts: NotUnderstood (an answer), TemplateError
├── store:   StoreError and its kinds (a newer database, a second window, a full disk)
└── app:     DocumentError (a file that cannot be read or written), NotAReport, AnswersError
"""


class NianbaoError(Exception):
    """Something went wrong that the clerk should know: one Chinese sentence, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}{self.hint}"
