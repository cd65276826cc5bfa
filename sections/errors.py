"""The root of every error that is fit to be shown to the clerk.

NianbaoError
├── prompts: NotUnderstood (an answer), TemplateError (a template of the clerk's own)
├── sections: OfficeRulesError (the office's own file of levels and phrases)
├── store:   StoreError and its kinds (a newer database, a second window, a full disk)
└── app:     SessionError and its kinds (a report held by another window, a refused export),
             NotAReport (a file read in), DocumentError (one written or put right, a layout),
             AnswersError (a file of answers), NotPastedError (a table from the clipboard),
             ConfigError (the file of settings), InputFileError (what is no file to be read)
"""


class NianbaoError(Exception):
    """Something that the clerk should know, in Chinese: ``message`` says what is wrong, ``hint`` what to do
    about it, where there is something to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}{self.hint}"
