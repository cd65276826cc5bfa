"""argparse speaks Chinese: the compiled words are those of the source, and a mistake has no English left."""

import gettext
import os
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.cli.parser import parse
from app.exit_codes import ExitCode

WORDS = Path(__file__).parents[2] / "app" / "cli" / "locale" / "zh_CN" / "LC_MESSAGES" / "argparse.po"


def test_the_compiled_words_are_those_of_the_source() -> None:
    with WORDS.open("rb") as source, WORDS.with_suffix(".mo").open("rb") as compiled:
        catalogue, translations = read_po(source), gettext.GNUTranslations(compiled)
    for message in catalogue:
        if message.pluralizable:
            assert translations.ngettext(*message.id, 2) == message.string[0], "run: make renew"
        elif message.id:
            assert translations.gettext(message.id) == message.string, "run: make renew"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a", "--year", "x"],
        ["check", "a", "--format", "x"],
        ["import", "a", "--year", "x"],
        ["nix"],
        ["list", "a", "extra"],
        ["draft", "-o"],
        ["check", "a", "--fix=1"],
    ],
)
def test_a_mistake_is_told_in_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(arguments) is ExitCode.FAILED
    said = capsys.readouterr().err
    assert said.startswith("命令没有写对：")
    words = said.partition("\n")[0].replace(" ".join(arguments), "")
    assert not re.search(r"argument|expected|invalid|required|choose|unrecognized|explicit", words), words


def test_the_language_of_the_environment_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    before = gettext.textdomain()
    assert parse(["--help"]) is ExitCode.OK
    assert (os.environ["LANGUAGE"], gettext.textdomain()) == ("de", before)
