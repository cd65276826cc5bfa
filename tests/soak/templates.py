"""Hostile templates: each is laid over a paragraph's own, by one who wants to run away or to reach out of it.

Every command that drafts, and the screens, go over them: what cannot be used is named, the built-in one is
used in its place, and nothing runs out of bounds or ends in what nobody foresaw."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from prompts.narrative.templates import LARGEST_FILE
from tests.soak.bounded import TERMINAL, run
from tests.soak.damaged import fill

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
REFUSED = (
    *("{% for a in range(1000000000) %}一{% endfor %}", "{{ '甲' * 1000000000 }}", "{{ 'a' ** 99999999 }}"),
    *("{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ problems.__init__.__globals__ }}"),
    *("{{ problems['__class__'] }}", "{{ problems|attr('__class__') }}", "{{ problems.model_dump() }}"),
    *(
        "{{ problems.parse_raw('x', proto='pickle') }}",
        "{{ problems.model_construct() }}",
        "{{ n.__globals__ }}",
    ),
    *(
        "{{ '%s' % 'a' }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ 'a'.join }}",
    ),
    *(
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{% extends '/etc/passwd' %}",
        "{% set a = 1 %}",
    ),
    *(
        "{% from 'x' import y %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% call n() %}{% endcall %}",
    ),
    *("{{ lipsum(n=99999) }}", "{{ cycler('a') }}", "{{ joiner() }}", "{{ namespace() }}", "{{ dict(a=1) }}"),
    *(
        "{{ self.lead__1() }}",
        "{{ self }}",
        "{{ super() }}",
        "{{ caller() }}",
        "{{ config }}",
        "{{ request }}",
    ),
    *("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", "{% filter upper %}a{% endfilter %}"),
    *(
        "{% with a = 1 %}{% endwith %}",
        "{% autoescape true %}{% endautoescape %}",
        "{{ 7 // 0 }}",
        "{{ 1 / 0 }}",
    ),
    *("{{ 'a' ~ 'b' }}", "{{ [1, 2][0:1] }}", "{{ {'a': 1} }}", "{{ lambda: 1 }}", "{{ 7 is odd is even }}"),
    *("{{ no_such_name }}", "{{ n('no.such.fact') }}", "{{ n(n) }}", "{{ n() }}", "{{ text(problems) }}"),
    *("{{ loop }}", "{{ profile.name.upper() }}", "{{ year.__add__(1) }}", "{{ problems }}", "{{ [year] }}"),
    *(
        "{{ 'a'|map('upper') }}",
        "{{ 'a'|tojson }}",
        "{{ 'a'|pprint }}",
        "{{ problems|list }}",
        "{{ 1 + 'a' }}",
    ),
    *(
        "{% block a %}{% block b %}{% endblock %}{% endblock %}",
        "{% if %}{% endif %}",
        "{% endfor %}",
        "{{ }}",
    ),
    *(
        "{# never closed",
        "{% raw %}",
        "{{ '",
        "{% for a in b %}",
        "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
    ),
    *(
        "{{ " + "[" * 300 + "1" + "]" * 300 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "{{ -" + "-" * 4_000 + "1 }}",
    ),
    *("{{ " + "9" * 6_000 + " }}", "{{ 1e400 }}", "{{ " + " + ".join(["1"] * 9_000) + " }}", "一" * 15_000),
    *(
        "{{ " + "not " * 9_000 + "1 }}",
        "{{ organ }}" * 4_000,
        "{% for a in ['甲'] %}" * 25 + "{% endfor %}" * 25,
    ),
    "{% for a in "
    + str(list(range(900)))
    + " %}{% for b in "
    + str(list(range(900)))
    + " %}一{% endfor %}{% endfor %}",
    "{{ ([" + "'甲'," * 900 + "]|join)|join(['" + "乙" * 3_000 + "']|join) }}",
    "{{ numbered([" + "'甲'," * 3_000 + "]) }}",
)
"""What no template may hold, or what runs out of bounds or stands for nothing where it is rendered."""
HARMLESS = (
    *(
        "{{ year }}年，{{ organ }}依法公开。",
        "\x1b]52;c;aGk=\x07\x9b2J依法公开。",
        "\u202e依法公开\u2066。",
        "\x01\x02依法。",
    ),
    *(
        "",
        " ",
        "{% if false %}{% endif %}",
        "{{ organ|length }}件。",
        "{{ '示例'|first }}。",
        "\x00依法公开。",
    ),
)
"""What may stand, odd as it is."""
PARAGRAPHS = ("overview/lead", "overview/opening", "overview/proactive", "problems/found", "other/matters")
COMMANDS = (
    *(["list"], ["answers", "2025"], ["sentences", "2025"], ["doctor"], ["check", "--all"], [TERMINAL, "2"]),
    *(["export", "2025", "--as-draft", "-o", f"{{}}/a.{kind}"] for kind in ("docx", "txt", "json")),
    ["draft", "--answers", str(SAMPLES / "answers.json"), "--as-draft", "-o", "{}/d.txt"],
    ["draft", "--answers", str(SAMPLES / "answers.json"), "--as-draft", "-o", "-"],
)
DRAFT = COMMANDS[-2]


def one(seed: int, folder: Path) -> str:
    """What became of one set of hostile templates."""
    dice = random.Random(seed)
    home = folder / "home"
    fill(home / "nianbao.db")
    named: list[str] = []
    told = []
    for paragraph in dice.sample(PARAGRAPHS, dice.choice((1, 1, 2, 3))):
        path = home / "templates" / f"{paragraph}.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        make = dice.choice(_MAKERS)
        said, refused = make(path, dice)
        named.append(f"{paragraph} {said[:60]!r}")
        if refused and paragraph == "overview/lead":  # the others may not be asked for at all
            told.append(path.name)
    done = run(home, [[word.replace("{}", str(folder)) for word in command] for command in COMMANDS])
    for each in done:
        if each.wrong:
            return f"WRONG {named}: {each.wrong}"
    drafted = next(each for each in done if each.command[0] == "draft")
    if not (folder / "d.txt").is_file():
        return f"WRONG {named}: nothing drafted: {drafted.err[-200:]}"
    if any(name not in drafted.err for name in told):
        return f"WRONG {named}: not a word about it"
    return "named, the built-in one used" if "内置模板" in drafted.err else "used"


def _block(path: Path, dice: random.Random) -> tuple[str, bool]:
    """One hostile sentence, all its wordings."""
    text, refused = (dice.choice(REFUSED), True) if dice.random() < 0.85 else (dice.choice(HARMLESS), False)
    path.write_text("\n".join(_named(path, n, text) for n in range(1, 4)), "utf-8")
    return text, refused


def _named(path: Path, number: int, text: str) -> str:
    return f"{{% block {path.stem}__{number} %}}{text}{{% endblock %}}"


def _among_sound_ones(path: Path, dice: random.Random) -> tuple[str, bool]:
    """Hostile sentences among the built-in ones."""
    built_in = Path(__file__).parents[2] / "prompts" / path.parent.name / path.name
    text = dice.choice(REFUSED)
    path.write_text(f"{built_in.read_text('utf-8')}{{% block odd__1 %}}{text}{{% endblock %}}", "utf-8")
    return f"sound and {text}", False


def _many_blocks(path: Path, dice: random.Random) -> tuple[str, bool]:
    name = dice.choice(
        ("{}__{}", "{}__{}e9", "b{}{}__when", "__{}{}", "b{}{}__99999999999999999999", "é{}{}__1")
    )
    blocks = [name.format(path.stem, n) for n in range(1, dice.choice((3, 900)))]
    path.write_text("".join(f"{{% block {one} %}}一{{% endblock %}}" for one in blocks), "utf-8")
    return f"blocks {name}", False


def _no_template(path: Path, dice: random.Random) -> tuple[str, bool]:
    """A file that is none: a folder, a pipe, a device, bytes, far too much."""
    what = dice.choice(("folder", "pipe", "zero", "bytes", "utf-16", "huge", "empty", "loop", "closed"))
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what in {"zero", "loop"}:
        path.symlink_to("/dev/zero" if what == "zero" else path)
    elif what == "huge":
        path.write_bytes(_named(path, 1, "一").encode() * (LARGEST_FILE // 4))
    else:
        data = {"bytes": bytes(range(256)) * 9, "utf-16": _named(path, 1, "一").encode("utf-16")}
        path.write_bytes(data.get(what, b""))
        if what == "closed":
            path.chmod(0)
    return what, what in {"folder", "pipe", "zero", "bytes", "huge"}


_MAKERS: tuple[Callable[[Path, random.Random], tuple[str, bool]], ...] = (
    *(_block, _block, _block, _block),
    *(_among_sound_ones, _many_blocks, _no_template),
)
