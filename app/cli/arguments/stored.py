"""Commands about what is kept on this computer."""

from typing import TYPE_CHECKING, Final

from app.cli.arguments.shared import (
    REF,
    add_output,
    add_ref,
    add_words,
    completed_by,
    deleted_names,
    half_width,
    organ_names,
)

if TYPE_CHECKING:
    from app.cli.arguments.shared import Commands

CHANGES: Final = ("renamed", "merged", "split")
ORGAN_KINDS: Final = ("人民政府", "政府部门", "派出机构", "其他")
"""Those of ``store.model.Change`` and ``sections.facts``, named here so that the help loads nothing."""


def add(commands: "Commands") -> None:
    """Add them in the order of the help."""
    _add_list(commands)
    _add_organs(commands)
    _add_versions(commands)
    _add_states(commands)
    _add_answers(commands)
    _add_sheet(commands)
    told = commands.add_parser(
        "sentences", help="列出正文的每一句：从哪里来，数字对应什么，为什么不能直接沿用"
    )
    add_ref(told, nargs="?", default="")
    told.add_argument("--answers", metavar="文件", help="不看已有的年报，看答案文件生成的")
    told.add_argument("--last-year", metavar="文件", help="与 --answers 一起用：上年的年报")
    add_words(told)
    told.add_argument("--json", action="store_true", help="输出 JSON")
    commands.add_parser("path", help="显示数据、设置存放的位置")
    backup = commands.add_parser("backup", help="备份全部数据到一个文件")
    backup.add_argument("file", metavar="文件")
    backup.add_argument("--force", action="store_true", help="覆盖以前的备份")
    restore = commands.add_parser("restore", help="从备份文件恢复（现有数据另存一份）")
    restore.add_argument("file", metavar="文件")
    doctor = commands.add_parser("doctor", help="检查保存的数据是否完好，必要时修复")
    doctor.add_argument("file", metavar="文件", nargs="?", default="", help="检查别的数据文件或备份")
    doctor.add_argument("--repair", action="store_true", help="修复（原来的文件另外留存）")


def _add_list(commands: "Commands") -> None:
    listed = commands.add_parser("list", help="列出已有的年报")
    add_ref(listed, nargs="?", default="*", help="只列这些，如 *@2025、示例县*（默认全部）")
    listed.add_argument("--json", action="store_true", help="输出 JSON")


def _add_organs(commands: "Commands") -> None:
    organs = commands.add_parser("organs", help="列出单位：历年名称、前身、上级、性质；登记更名和机构改革")
    completed_by(
        organs.add_argument("organ", nargs="?", default="", metavar="单位", help="哪一个单位（默认全部）"),
        organ_names,
    )
    organs.add_argument("--json", action="store_true", help="输出 JSON")
    organs.add_argument("--name", metavar="新名称", help="从 --from 那一年起改用这个名称")
    completed_by(
        organs.add_argument(
            "--predecessor",
            metavar="单位",
            help="前身：由它而来，写明 --from 和 --change",
        ),
        organ_names,
    )
    organs.add_argument("--from", dest="year", type=int, default=0, metavar="年份", help="从哪一年的年报起")
    organs.add_argument(
        "--change",
        choices=CHANGES,
        default="merged",
        help="怎样由前身而来：renamed 更名（其实是同一个单位）、merged 合并（默认）、split 分立",
    )
    completed_by(
        organs.add_argument("--remove-predecessor", metavar="单位", help="去掉登记错的前身"),
        organ_names,
    )
    organs.add_argument("--kind", choices=ORGAN_KINDS, help="单位性质")
    completed_by(
        organs.add_argument("--parent", metavar="单位", help='上级单位（写空的 "" 表示没有）'), organ_names
    )


def _add_versions(commands: "Commands") -> None:
    versions = commands.add_parser("versions", help="列出一份年报历次定稿的版本，或者比较两个版本")
    add_ref(versions)
    versions.add_argument(
        "--compare",
        nargs="+",
        type=int,
        default=[],
        metavar="序号",
        help="写一个序号：与现在的年报比较；写两个：互相比较",
    )
    versions.add_argument("--json", action="store_true", help="输出 JSON")


def _add_states(commands: "Commands") -> None:
    for name, words in (
        ("finalise", "定稿：检查没有错误以后，作为这一年的年报留存"),
        ("reopen", "把已定稿、已导入的年报重新打开修改，原来的一版留存"),
    ):
        add_ref(commands.add_parser(name, help=words))
    delete = commands.add_parser("delete", help="删除一份年报（须写全“单位@年份”，可以用 undelete 恢复）")
    add_ref(delete)
    undelete = commands.add_parser("undelete", help="恢复删除的年报；不写是哪一份时，列出可以恢复的")
    gone = undelete.add_argument("ref", nargs="?", default="", metavar=REF, type=half_width)
    completed_by(gone, deleted_names)
    undelete.add_argument("--json", action="store_true", help="列出时输出 JSON")


def _add_sheet(commands: "Commands") -> None:
    sheet = commands.add_parser(
        "sheet", help="输出数据收集表，按科室分组，写着上年的数，发给同事填写，再用 answers --from 填入"
    )
    add_ref(sheet)
    add_output(sheet, required=True, words="写到哪里（.xlsx 或 .docx；- 为标准输出）")
    sheet.add_argument("--format", choices=("xlsx", "docx"), help="格式（默认按文件后缀，标准输出为 xlsx）")
    sheet.add_argument("--department", default="", metavar="科室", help="只问这个科室，如 财务科室")


def _add_answers(commands: "Commands") -> None:
    answers = commands.add_parser("answers", help="输出一份年报的全部答案（draft 能读的格式），或者填入答案")
    add_ref(answers)
    answers.add_argument(
        "--from",
        dest="source",
        default="",
        metavar="文件",
        help="把答案文件（JSON）或填好的收集表（.xlsx、.docx）填入这份草稿；没有写到的不变",
    )
    answers.add_argument(
        "--dry-run", action="store_true", help="与 --from 一起用：只列出会有哪些变化，不填入"
    )
    add_output(answers, words="输出到哪里（默认标准输出）")
