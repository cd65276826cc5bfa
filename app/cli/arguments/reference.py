"""Commands that say what nianbao is made of, and what helps to use it."""

from typing import TYPE_CHECKING, Final

from app.cli.arguments.shared import REF, completed_by, rule_codes, stored_names

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
    web = commands.add_parser("web", help="在浏览器里使用年报助手（只在这台电脑上，不联网）")
    completed_by(
        web.add_argument("--resume", nargs="?", const="", metavar=REF, help="直接回到上次停下的地方"),
        stored_names,
    )
    web.add_argument("--port", type=int, default=0, metavar="端口", help="用这个端口（默认自动选一个）")
    web.add_argument("--no-open", action="store_true", help="只显示地址，不打开浏览器")
    completion = commands.add_parser("completion", help="输出命令补全的脚本，按 Tab 补全命令、文件和年报")
    completion.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="哪一种命令行")
    commands.add_parser("man", help="输出使用手册页（man）")
