"""An organ through the years: its names, what it came from, whose it is; and what became of it, kept here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, labelled, row
from app.tui.widgets.form_dialog import Field, FormDialog
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.messages import RowChosen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from sections.facts import ORGAN_KINDS
from sections.organs import GOVERNMENT, Organ

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.views import OrganRecord

RENAME: Final = "rename"
KIND: Final = "kind"
PARENT: Final = "parent"
PREDECESSOR: Final = "predecessor"
_OF: Final = "of:"
"""Before the name of a predecessor, in the key of its row."""
_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "修改", "choose"),
    Key("D", "去掉前身", "remove"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)


_KINDS: Final = "  ".join(f"{number} {kind}" for number, kind in enumerate(ORGAN_KINDS, 1))


def _kind(typed: str) -> str:
    """The kind that was typed, by its name or its number."""
    number = int(typed) if typed.isdecimal() else 0
    return ORGAN_KINDS[number - 1] if 1 <= number <= len(ORGAN_KINDS) else typed


def _last_day(kind: str = "") -> str:
    return Organ("", kind).deadline(2025).words


_ABOUT: Final = {
    RENAME: "从这一年起的年报用新名称，以前各年的年报仍用当时的名称。已定稿的、导入的不改。",
    KIND: f"单位性质决定公布期限和适用的规定：人民政府{_last_day(GOVERNMENT)}以前，其他{_last_day()}以前。",
    PARENT: "上级单位也要在这里有年报。不填表示没有。",
    PREDECESSOR: (
        "机构改革以后，新单位的第一份年报用前身上年的年报对照。合并的，各前身的数字相加；分立的，只参考文字；"
        "更名的，其实是同一个单位，两个名称合为一个单位。"
    ),
}


class OrganScreen(ListScreen[None]):
    """Shows and changes what is known of the organ that bears ``name``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "修改选中的一项"),
        Binding("d", "remove", "去掉选中的前身"),
        Binding("delete", "remove", show=False),
    ]
    DEFAULT_CSS = "OrganScreen { layout: vertical; } OrganScreen #facts { padding: 1 2 0 1; height: 1fr; }"
    ABOUT = (
        "一个单位历年的名称、由谁而来、上级和性质。更名只影响当年和以后的年报；"
        "由更名、合并、分立而来的，登记前身以后，上年自动用前身的年报对照。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"),)

    def __init__(self, library: "Library", name: str) -> None:
        super().__init__()
        self._organs, self._organ = library.organs, name
        self._followed = ""
        """What followed from the change that was just made."""

    def compose(self) -> ComposeResult:
        """Title, what is known, what is said, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="facts", always=True)
        yield Lines(3, id="said")
        yield KeyLine(id="keys")

    @shows_errors
    def on_mount(self) -> None:
        """Show what is known."""
        self.query_one(KeyLine).show_keys(_KEYS)
        self.query_one("#facts").focus()
        self._show()

    def _show(self) -> None:
        organ = self._organs.find(self._organ)
        self.query_one(StatusLine).show_words(f"单位  {organ.name}")
        self.query_one("#facts", RowsView).show(lambda room: list(organ_rows(organ, room)))

    @on(RowChosen)
    @shows_errors
    def chosen(self, event: RowChosen) -> None:
        """Change what was chosen."""
        event.stop()
        self.say("")
        if event.key.startswith(_OF):
            self.say("按 D 去掉这个前身；登记错的，去掉以后重新登记。")
        else:
            self.app.push_screen(self._form(event.key), self._changed)

    def _form(self, what: str) -> FormDialog:
        organ, organs = self._organs.find(self._organ), self._organs
        last = str(max((year for years in organ.names.values() for year in years), default=""))
        name = organ.name
        match what:
            case "rename":
                fields = [Field("新名称（全称，与公章一致）", name), Field("从哪一年的年报起", last)]
                return FormDialog("改名称", _ABOUT[what], fields, lambda typed: self._rename(*typed))
            case "kind":
                fields = [Field(_KINDS, organ.kind)]
                return FormDialog(
                    "单位性质", _ABOUT[what], fields, lambda typed: organs.describe(name, _kind(typed[0]))
                )
            case "parent":
                fields = [Field("上级单位全称", organ.parent)]
                return FormDialog(
                    "上级单位", _ABOUT[what], fields, lambda typed: organs.describe(name, None, typed[0])
                )
        fields = [
            Field("前身单位全称（在这里有年报的）"),
            Field("本单位第一份年报的年份", last),
            Field("怎样由它而来：合并、分立、更名", "合并"),
        ]
        return FormDialog(
            "登记前身",
            _ABOUT[PREDECESSOR],
            fields,
            lambda typed: organs.add_predecessor_in_words(name, *typed),
        )

    def _rename(self, name: str, year: str) -> None:
        years = self._organs.rename_in_words(self._organ, name, year)
        self._organ = name
        self._followed = (
            f"{years_in_words(tuple(years))}的年报改用新名称，草稿的引言、标题、落款跟着改；以前各年的不变，照样对照。"
            if years
            else "名称没有变化。"
        )

    @shows_errors
    def _changed(self, done: bool | None) -> None:
        self._show()
        if done:
            self.say(f"已保存。{self._followed}")
        self._followed = ""

    @shows_errors
    def action_remove(self) -> None:
        """Take a predecessor back."""
        key = self.query_one("#facts", RowsView).here
        if not key.startswith(_OF):
            self.say("请先选中一个前身。", "$text-warning")
            return
        self._organs.remove_predecessor(self._organ, key.removeprefix(_OF))
        self._show()
        self.say(f"已去掉前身“{key.removeprefix(_OF)}”。要恢复，重新登记即可。")

    def action_choose(self) -> None:
        """Change where one stands."""
        self.query_one("#facts", RowsView).action_choose()


def organ_rows(organ: "OrganRecord", room: int) -> Iterator[Row]:
    """What is known of an organ, and what can be changed."""
    for name, years in organ.names.items():
        if years:
            yield from labelled(f"{years_in_words(years)}  ", name, room, "strong")
    yield row("")
    yield from labelled("性质  ", organ.kind or "没有登记，以各年年报里填的为准", room, "", KIND)
    yield from labelled("上级  ", organ.parent or "没有写明", room, "", PARENT)
    for predecessor in organ.predecessors:
        came = f"{predecessor.name}，{predecessor.year}年起{predecessor.change.label}"
        yield from labelled("前身  ", came, room, "", f"{_OF}{predecessor.name}")
    yield row("登记前身（机构改革：合并、分立、更名）", "accent", PREDECESSOR)
    yield row("从某一年起改名称", "accent", RENAME)


def years_in_words(years: tuple[int, ...]) -> str:
    """「2020—2022、2024年」."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs) + "年"
