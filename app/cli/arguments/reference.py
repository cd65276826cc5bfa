"""Commands that say what nianbao is made of, and what helps to use it."""

from typing import TYPE_CHECKING, Final

from app.cli.arguments.shared import completed_by, rule_codes

if TYPE_CHECKING:
    from app.cli.arguments.shared import Commands

SCHEMAS: Final = ("report", "check", "answers")
SHELLS: Final = ("bash", "zsh", "fish", "powershell")


def add(commands: "Commands") -> None:
    """Add them in the order of the help."""
    commands.add_parser("questions", help="以 JSON 输出全部问题")
    schema = commands.add_parser("schema", help="输出 JSON 的格式说明（JSON Schema）")
    schema.add_argument(
        "name",
        nargs="?",
        choices=SCHEMAS,
        default="report",
        metavar="|".join(SCHEMAS),
        help="report：年报（默认）；check：检查结果；answers：答案文件",
    )
    commands.add_parser("rules", help="列出全部检查规则")
    rule = commands.add_parser("rule", help="解释一条检查规则")
    completed_by(rule.add_argument("code", metavar="编号"), rule_codes)
    completion = commands.add_parser("completion", help="输出命令补全的脚本，按 Tab 补全命令、文件和年报")
    completion.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="哪一种命令行")
    commands.add_parser("man", help="输出使用手册页（man）")
