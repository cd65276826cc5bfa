"""The campaigns in short; `python -m tests.soak` runs them long."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.soak import damaged, names, sockets, terminals

needs_strace = pytest.mark.skipif(not sockets.available(), reason="needs strace, and the right to trace")


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_store_is_told_and_repaired(tmp_path: Path, seed: int) -> None:
    assert not damaged.one(seed, tmp_path).startswith("WRONG")


@pytest.mark.parametrize("seed", range(5))
def test_an_ended_terminal_loses_nothing(tmp_path: Path, seed: int) -> None:
    assert terminals.one(seed, tmp_path).endswith("nothing lost")


@pytest.mark.parametrize("seed", range(2))
def test_a_hostile_name_commands_nothing(tmp_path: Path, seed: int) -> None:
    assert not names.one(seed, tmp_path).startswith("WRONG")


@pytest.mark.parametrize("campaign", ["stores", "templates"])
@pytest.mark.parametrize("seed", range(2))
def test_hostile_stores_and_templates_do_no_harm(tmp_path: Path, campaign: str, seed: int) -> None:
    assert not import_module(f"tests.soak.{campaign}").one(seed, tmp_path).startswith("WRONG")


def test_every_command_has_its_system_calls_traced() -> None:
    assert sockets.not_traced() == set()


@pytest.mark.parametrize(
    ("call", "command", "allowed"),
    [
        ("socket(AF_UNIX, SOCK_STREAM, 0) = 3", "list", True),
        ("socket(AF_INET, SOCK_STREAM, 0) = 3", "list", False),
        ("socket(AF_NETLINK, SOCK_RAW, 0) = 3", "web", False),
        ('bind(3, {sa_family=AF_INET, sin_addr=inet_addr("127.0.0.1")}, 16) = 0', "web", True),
        ('bind(3, {sa_family=AF_INET, sin_addr=inet_addr("0.0.0.0")}, 16) = 0', "web", False),
        ('connect(3, {sa_family=AF_INET, sin_addr=inet_addr("192.0.2.1")}, 16) = 0', "web", False),
    ],
)
def test_the_trace_tells_the_loopback_from_the_world(call: str, command: str, allowed: bool) -> None:
    assert sockets.allowed(call, (command,)) is allowed


@needs_strace
@pytest.mark.parametrize("call", [("list",), ("export", "2025", "--as-draft", "-o", "a.docx"), ("web",)])
def test_no_socket_but_the_loopback(tmp_path: Path, call: tuple[str, ...]) -> None:
    assert sockets.traced(call, tmp_path) in {"no socket", "the loopback alone"}
