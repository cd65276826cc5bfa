"""Commands that print what nianbao is made of: questions, schema, rules."""

import argparse

from app.cli.console import out, out_json
from app.errors import SessionError
from app.exit_codes import ExitCode


def questions(_: argparse.Namespace) -> ExitCode:
    """The catalogue of questions as JSON."""
    from prompts.catalogue import as_json

    out_json(as_json())
    return ExitCode.OK


def schema(arguments: argparse.Namespace) -> ExitCode:
    """The JSON Schema of what others may rely on: a report, the result of a check, a file of answers."""
    from app.cli.schemas import json_schema

    out_json(json_schema(arguments.name))
    return ExitCode.OK


def rules(_: argparse.Namespace) -> ExitCode:
    """Every rule, a line each."""
    from sections.rules.run import RULES

    for rule in RULES:
        out(f"{rule.code}  {rule.severity.label}  {rule.name}")
    return ExitCode.OK


def rule(arguments: argparse.Namespace) -> ExitCode:
    """One rule, explained."""
    from sections.rules.run import RULES

    rule = next((rule for rule in RULES if rule.code == arguments.code.upper()), None)
    if rule is None:
        raise SessionError(f"没有编号为“{arguments.code}”的规则。", "用 nianbao rules 查看全部规则。")
    out(f"{rule.code} {rule.name}（{rule.severity.label}）")
    rows = (
        ("检查什么", rule.checks),
        ("为什么", rule.why),
        ("依据", rule.basis),
        ("错误示例", rule.wrong),
        ("正确示例", rule.right),
        ("怎样改", rule.how),
    )
    for title, text in rows:
        out(f"{title}：{text}")
    return ExitCode.OK
