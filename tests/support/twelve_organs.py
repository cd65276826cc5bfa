"""A dozen fictional organs with the answers that clerks give: what their drafts share is the program's."""

import random
from typing import Any, Final

from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made

NAMES: Final = (
    ("示例县档案局", "县档案局", "政府部门"),
    ("南溪区民政局", "区民政局", "政府部门"),
    ("青禾县水利局", "县水利局", "政府部门"),
    ("云岭市交通运输局", "市交通运输局", "政府部门"),
    ("白石镇人民政府", "镇政府", "人民政府"),
    ("临江街道办事处", "街道办事处", "派出机构"),
    ("东岸区教育局", "区教育局", "政府部门"),
    ("北塬县卫生健康局", "县卫生健康局", "政府部门"),
    ("澄湖市人民政府", "市政府", "人民政府"),
    ("柳泉县农业农村局", "县农业农村局", "政府部门"),
    ("枫桥区城市管理局", "区城管局", "政府部门"),
    ("海角县统计局", "县统计局", "政府部门"),
)
_PROBLEMS: Final = ("政策解读形式较为单一", "业务培训次数偏少", "栏目更新不够及时", "答复文书说理不够")
_MEASURES: Final = ("制作图解和短视频", "每季度举办一次培训", "按月检查栏目更新", "统一文书格式")
_LETTERS: Final = "甲乙丙丁戊己庚辛壬癸子丑"
_CHANNELS: Final = ("网站在线申请", "信函申请", "当面申请", "电子邮件申请")


def answers_of(place: int) -> dict[str, Any]:
    """The answers of one organ; most organs answer most questions, as clerks do."""
    dice = random.Random(place)
    name, short, kind = NAMES[place]
    requests, first = dice.choice((0, 1, 4, 12)), dice.randrange(4)
    answers: dict[str, Any] = {
        "profile.short_name": short,
        "profile.kind": kind,
        "profile.address": f"{name}办公楼",
        "profile.telephone": f"010-1234{place:04d}",
        "proactive.published_total": dice.randrange(60, 2000),
        "proactive.website": dice.randrange(30, 900),
        "proactive.interpretations": dice.randrange(2, 40),
        "requests.channels": _CHANNELS[: 2 + first % 3],
        "requests.new.natural_person": requests,
        "requests.granted.natural_person": requests,
        "requests.on_time": True,
        "management.secrecy_review": True,
        "management.within_20_days": True,
        "management.review_system": "三审三校制度",
        "platform.new_media_accounts": dice.randrange(1, 6),
        "supervision.trainings": dice.randrange(1, 5),
        "supervision.trainees": dice.randrange(20, 90),
        "supervision.checks": dice.randrange(1, 6),
        "supervision.accountable": False,
        "other.fee_notices": 0,
        "platform.items": (LocalItem(f"业务数据{_LETTERS[place]}", Quantity(dice.randrange(2, 50)), "项"),),
        "problems.items": (_PROBLEMS[first], _PROBLEMS[first - 1]),
        f"problems.measure:{_PROBLEMS[first]}": _MEASURES[first],
        f"problems.measure:{_PROBLEMS[first - 1]}": _MEASURES[first - 1],
    }
    return answers


def report_of(place: int) -> Any:
    """The report of one organ."""
    return made(answers_of(place), None, NAMES[place][0])
