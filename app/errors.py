"""The errors of the use cases, all fit to be shown to the clerk."""

from pathlib import Path

from sections.errors import NianbaoError


class SessionError(NianbaoError):
    """Something asked of a session or of the library cannot be done; the words say why and what to do."""


class ReadOnlyError(SessionError):
    """The report is open for writing in another window, or nothing can be written, for a ``reason``."""

    def __init__(self, reason: str = "") -> None:
        if reason:
            super().__init__(reason)
        else:
            super().__init__(
                "这份年报正在另一个窗口中填写，本窗口只能查看。",
                "请回到那个窗口继续，或者关闭它以后重新打开。",
            )


class ClosedError(SessionError):
    """A report that is finalised or imported was to be changed; it has to be reopened first."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"这份年报{label}，现在只能查看，不能修改。",
            "要修改请先在结束页选“重新打开”，现在的这一版会留存，以后可以对照。",
        )


class ExportRefusedError(SessionError):
    """A final document was asked for while findings at error level are open."""


class FileThereError(SessionError):
    """A file stands where one was to be written, and it is not what was exported there last."""

    def __init__(self, path: Path, changed: bool = False) -> None:
        how = "在上次导出以后被改过" if changed else "已经存在"
        super().__init__(f"{path} {how}，没有覆盖。")
