"""The narrative: what it says, what it never says, and that its wording changes from year to year."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.narrative import template_api
from prompts.narrative.compose import Drafter, ParagraphTemplate, file_of
from prompts.narrative.large_changes import BY_NAME
from prompts.narrative.sandbox import BUILT_IN
from prompts.narrative.template_api import TemplateApi
from sections.facts import FACTS, INDICATORS
from sections.language.sentences import masked, sentences
from sections.report.unsaid import CAUSE
from sections.report.values import Kind, LocalItem, Quantity
from tests.support.drafted import CITY, NOTHING, ONE, ORGANS, drafted, made, published
from tests.support.form import PARAGRAPHS

BROKEN = re.compile(
    r"[。，、；：]{2,}|，。|（）|“”|None|True|False|\{|\}|[,;:!?]|(?<![0-9])0[件条篇次场期个项]"
)


@pytest.mark.parametrize("organ", ORGANS)
def test_every_paragraph_is_well_punctuated(organ: str) -> None:
    last = published(ORGANS[organ] | {"problems.items": ("人手不足", "渠道单一")})
    for key, text in drafted(made(ORGANS[organ], last), last).items():
        assert text.endswith("。"), (key, text)
        assert not BROKEN.search(text), (key, text)


def test_an_organ_with_nothing_claims_nothing() -> None:
    text = "".join(drafted(made(NOTHING)).values())
    assert "均" not in text
    assert "办结" not in text
    assert "持平" not in text
    assert re.search("未收到|没有收到", text)


def test_one_request_is_not_spoken_of_as_many() -> None:
    text = drafted(made(ONE))["overview.requests"]
    assert "1件" in text
    assert "均" not in text
    assert "其中" not in text


def test_a_city_is_broken_down_and_not_all_finished() -> None:
    text = drafted(made(CITY))["overview.requests"]
    for words in ("14031件", "自然人申请13120件", "予以公开6000件", "其他处理1000件", "431件", "3件"):
        assert words in text
    assert "均" not in text


def test_changes_against_last_year_are_worked_out() -> None:
    item = LocalItem("惠民惠农财政补贴公示", Quantity(7), "项")
    last = published({"proactive.wechat": 180, "platform.items": (item,)})
    now = {"proactive.wechat": 203, "platform.items": (LocalItem(item.name, Quantity(15), "项"),)}
    texts = drafted(made(now, last), last)
    assert re.search("203条，[较比]去年增(加23条|长12.8%)", texts["overview.proactive"])
    assert "惠民惠农财政补贴公示15项，较去年增加8项。" in texts["overview.platform"]


def test_last_years_problems_are_followed_up_and_this_years_have_measures() -> None:
    last = published({"problems.items": ("人手不足", "渠道单一的问题")})
    answers = ONE | {
        "problems.outcome:人手不足": "已解决",
        "problems.action:人手不足": "增配1名专职人员。",
        "problems.outcome:渠道单一的问题": "仍在推进",
    }
    texts = drafted(made(answers, last), last)
    assert re.search("[对就]人手不足的问题，增配1名专职人员，[^，；。]+；", texts["problems.improved"])
    assert "渠道单一的问题仍在整改" in texts["problems.improved"]
    assert "的问题的问题" not in texts["problems.improved"]
    assert "政策解读形式单一" in texts["problems.found"]
    assert texts["problems.measures"].endswith("将增加图片解读。")


def test_a_topic_with_something_to_tell_has_no_set_phrase() -> None:
    told = drafted(made({"proactive.interpretations": 6, "proactive.consultations": 2}))["overview.proactive"]
    assert not re.search("条例|职责范围", told)
    nothing = drafted(made({"proactive.interpretations": 0}))["overview.proactive"]
    assert "条例" in nothing


def test_a_government_that_goes_by_its_region_is_asked_as_a_government() -> None:
    named = {"profile.telephone": "010-12345678", "profile.kind": ""}
    opening = drafted(made(named, unit="云岭市"))["opening"]
    assert "云岭市人民政府" in opening
    assert "云岭市人民政府人民政府" not in drafted(made(named, unit="云岭市人民政府"))["opening"]
    assert "云岭市档案局人民政府" not in drafted(made(named, unit="云岭市档案局"))["opening"]


def test_a_government_reports_assessment_evaluation_and_accountability() -> None:
    text = drafted(made(CITY))["overview.supervision"]
    assert all(words in text for words in ("考核", "评议", "责任追究"))


@pytest.mark.parametrize("organ", ORGANS)
def test_the_same_facts_are_worded_anew_the_year_after(organ: str) -> None:
    last = published(ORGANS[organ])
    now = drafted(made(ORGANS[organ], last), last)
    before = {masked(one) for text in last.paragraphs.values() for one in sentences(text)}
    again = [one for key, text in now.items() for one in sentences(text) if masked(one) in before]
    assert again == []


@pytest.mark.parametrize("key", PARAGRAPHS)
def test_every_sentence_has_three_wordings(key: str) -> None:
    script = ParagraphTemplate.built_in(key)
    assert script.names
    for name in script.names:
        assert script.wordings(name) >= 3, (
            f"write the blocks {name}__1 to {name}__3 in prompts/{file_of(key)}"
        )


def test_no_wording_is_dead_and_none_is_said_twice() -> None:
    everything: dict[str, Any] = {
        fact.id: {
            Kind.COUNT: 3,
            Kind.FLAG: True,
            Kind.LIST: ("甲事", "乙事"),
            Kind.CHOICES: ("甲", "乙"),
        }.get(fact.kind, "某项情况")
        for fact in FACTS.values()
        if fact.kind not in {Kind.AMOUNT, Kind.ITEMS, Kind.DATE} and "problems" not in fact.id
    }
    items = tuple(
        LocalItem(f"{topic}事项", Quantity(2), "项", topic)
        for topic in ("proactive", "requests", "management", "platform", "supervision")
    )
    everything |= {f"{CAUSE}:{name}": "业务量有了变化" for name in BY_NAME}
    same = {fact.id: 3 for fact in FACTS.values() if fact.kind is Kind.COUNT}
    last = published(same | {"problems.items": ("人手不足",), "requests.carried_out.natural_person": 300})
    del everything["profile.name"]
    whole = CITY | everything | {"platform.items": items, "problems.outcome:人手不足": "已解决"}
    # By its name an organ tells some facts together or one by one.
    rich = [(made(whole, last, unit), last) for unit in ("示例县水务局", "甲县水务局", "海角县统计局")]
    parts = ("supervision.trainees", "proactive.opinions", "management.cleaned_documents")
    late = {"requests.on_time": False, "requests.overdue": 1, "requests.handling": ("专人负责",)}
    flat = made(NOTHING | late | dict.fromkeys(parts, 9))
    few = {"requests.new.natural_person": 3, "requests.granted.natural_person": 3}
    quiet = made(NOTHING | NO_TO_ALL | few | {"profile.website": "示例县人民政府门户网站"})
    for key in PARAGRAPHS:
        script = ParagraphTemplate.built_in(key)
        for name in script.names:
            said = []
            for report, year in (*rich, (flat, None), (quiet, None)):
                facts = TemplateApi(report, year)
                when = f"{name}__when"
                if when not in script._template.blocks or script.rendering(facts)(when):
                    said = [script.rendering(facts)(f"{name}__{n + 1}") for n in range(script.wordings(name))]
                    break
            assert said, (key, name)
            assert all(said), (key, name)
            assert len(set(said)) == len(said), (key, name)


NO_TO_ALL: dict[str, Any] = {
    "proactive.published_total": 0,
    "management.secrecy_review": False,
    "platform.columns": 0,
    "other.matters": "",
}
COUNTS = [fact.id for fact in FACTS.values() if fact.kind is Kind.COUNT]
CELLS = [
    "requests.new.natural_person",
    "requests.granted.natural_person",
    "requests.carried_out.enterprise",
    "disputes.reconsideration.pending",
]


@settings(max_examples=20, deadline=None)
@given(
    st.dictionaries(st.sampled_from(COUNTS + CELLS), st.integers(0, 10**7)),
    st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 10**7)),
    st.dictionaries(st.sampled_from([f.id for f in FACTS.values() if f.kind is Kind.FLAG]), st.booleans()),
)
def test_any_facts_make_whole_sentences(
    now: dict[str, int], before: dict[str, int], flags: dict[str, bool]
) -> None:
    last = published(before)
    for key, text in drafted(made(now | flags, last), last).items():
        assert text.endswith("。"), (key, text)
        assert not BROKEN.search(text), (key, text)


def test_a_chosen_wording_stays() -> None:
    report = made({"proactive.published_total": 9})
    drafter = Drafter()
    said = {
        drafter.draft(report, None, {"overview.proactive.published": n})["overview.proactive"]
        .sentences[0]
        .text
        for n in range(3)
    }
    assert len(said) == 3
    assert all("9条" in text for text in said)


NUMBERS = f"[{', '.join('1' * 60)}]"
LOOP = f"{{% for j in {NUMBERS} %}}{{% endfor %}}"
OVERLAYS = [
    ("{% block lead__1 %}本机关平稳运行。{% endblock %}", "", "本机关平稳运行。"),
    ("{% block lead__1 %}{{ organ ", "第1行写法有误", ""),
    ("\n{% block lead__1 %}{{ nosuch }}。{% endblock %}", "用了没有的名称", ""),
    ("{% block lead__1 %}{{ 'a' * 10**9 }}{% endblock %}", "不允许的写法（Mul）", ""),
    ("{% block lead__1 %}{% set a = 'xx' %}{{ a }}{% endblock %}", "不允许的写法（Assign）", ""),
    ("{% block lead__1 %}{% for i in [10**9] %}x{% endfor %}{% endblock %}", "不允许的写法（Pow）", ""),
    ("{% block lead__1 %}{% for i in range(999999999) %}x{% endfor %}{% endblock %}", "用了没有的名称", ""),
    ("{% macro m() %}{{ m() }}{% endmacro %}{% block lead__1 %}{{ m() }}{% endblock %}", "Macro", ""),
    ("{% block lead__1 %}{{ organ.__class__.__mro__ }}{% endblock %}", "不允许的操作", ""),
    ("{% block lead__1 %}{{ organ.format(1) }}{% endblock %}", "不允许的操作", ""),
    ("{% block lead__1 %}{{ organ.ljust(999999999) }}{% endblock %}", "不允许的操作", ""),
    ("{% block lead %}没有编号。{% endblock %}", "块名不对", ""),
    ("{% include '/etc/passwd' %}", "不允许的写法（Include）", ""),
    ("{% block lead__1 %}{{ num('no.such.cell') }}{% endblock %}", "计算出错", ""),
    ("{% block lead__1 %}{{ profile.parse_raw('1') }}{% endblock %}", "不允许的操作", ""),
    ("{% block lead__1 %}{{ found() }}{% endblock %}", "计算出错", ""),
    ("{% block lead__1 %}{{ n('proactive.website') }}{% endblock %}", "计算出错", ""),
    ("{% block lead__1 %}{{ profile.copy }}{% endblock %}", "用不了", ""),
    ("{% block lead__1 %}{{ found.__globals__ }}{% endblock %}", "用不了", ""),
    ("{% block lead__1 %}{{ numbered.__globals__['Path'] }}{% endblock %}", "用不了", ""),
    ("{% block lead__1 %}{{ has(has) }}{% endblock %}", "计算出错", ""),
    ("{% block lead__1 %}{{ has(fact='x') }}{% endblock %}", "不允许的写法（Keyword）", ""),
    ("{% block lead__1 %}{{ organ + organ }}{% endblock %}", "计算出错", ""),
    (f"{{% block lead__1 %}}{{% for i in {NUMBERS} %}}{LOOP}{{% endfor %}}{{% endblock %}}", "循环太多", ""),
    (
        "{% block lead__1 %}{% for a in 'x' recursive %}{{ loop('x') }}{% endfor %}{% endblock %}",
        "套得太深",
        "",
    ),
    (
        "{% block lead__1 %}{% for a in 'x' %}{% for a in 'x' %}{% for a in 'x' %}{% endfor %}"
        "{% endfor %}{% endfor %}{% endblock %}",
        "套得太深",
        "",
    ),
    ("{% block lead__1 %}" + "{% if 1 %}" * 1500 + "{% endif %}" * 1500 + "{% endblock %}", "写法有误", ""),
    ("{% block lead__1 %}{{ " + "(" * 5000 + ")" * 5000 + " }}{% endblock %}", "写法有误", ""),
    ("{% block lead__1 %}" + "长" * 5000 + "{% endblock %}", "内容太长", ""),
    ("长" * 50_000, "太大", ""),
    ("只有一句话，没有块。", "块（block）外写了内容", ""),
    ("", "块名不对", ""),
    ("{% block __1 %}没有名称。{% endblock %}", "块名不对", ""),
    ("{% block a__1 %}外{% block b__1 %}内{% endblock %}{% endblock %}", "块里又有块", ""),
]


@pytest.mark.parametrize(
    ("template", "problem", "text"), OVERLAYS, ids=[template[:60] for template, _, _ in OVERLAYS]
)
def test_a_broken_template_is_named_and_the_built_in_one_used(
    tmp_path: Path, template: str, problem: str, text: str
) -> None:
    path = tmp_path / file_of("overview.lead")
    path.parent.mkdir()
    path.write_text(template)
    drafter = Drafter(tmp_path)
    report = made(NOTHING)
    said = drafter.draft(report, None, {})["overview.lead"].text
    if problem:
        assert said == drafted(report)["overview.lead"]
        assert len(drafter.problems) == 1
        assert problem in drafter.problems[0]
        assert "lead.j2" in drafter.problems[0]
    else:
        assert said == text
        assert drafter.problems == ()


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / file_of("overview.lead")
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00garbage")
    drafter = Drafter(tmp_path)
    assert drafter.draft(made(NOTHING), None, {})["overview.lead"].text
    assert "UTF-8" in drafter.problems[0]


def test_every_paragraph_has_its_template_and_no_other_exists() -> None:
    assert {str(path.relative_to(BUILT_IN)) for path in BUILT_IN.rglob("*.j2")} == {
        file_of(k) for k in PARAGRAPHS
    }


def test_every_name_a_template_uses_is_supplied() -> None:
    from jinja2.meta import find_undeclared_variables

    from prompts.narrative.sandbox import environment

    supplied = set(TemplateApi(made(NOTHING), None).names())
    for path in BUILT_IN.rglob("*.j2"):
        assert find_undeclared_variables(environment().parse(path.read_text())) <= supplied, path.name


def test_every_count_and_amount_is_printed_by_a_template() -> None:
    templates = "".join(path.read_text("utf-8") for path in sorted(BUILT_IN.glob("*/*.j2")))
    spoken = templates + Path(template_api.__file__).read_text("utf-8")
    silent = [
        fact.id
        for fact in FACTS.values()
        if fact.kind in {Kind.COUNT, Kind.AMOUNT} and f'"{fact.id}"' not in spoken
        if fact not in INDICATORS.values()  # told as the organ's own items
    ]
    assert not silent, f"write a sentence for {silent} in the .j2 file of its topic below prompts/"


def test_what_did_not_happen_is_said_in_one_sentence() -> None:
    text = drafted(made(NOTHING))["overview.requests"]
    sentence = next(one for one in sentences(text) if "未收到" in one or "没有收到" in one)
    assert "行政复议" in sentence
    assert text.count("行政复议") == 1
