"""Which department has the answer to a question: told by where the number usually comes from."""

import re
from typing import Final

OWN: Final = "政务公开经办科室"
"""Whoever writes the report."""
DEPARTMENTS: Final = (
    ("法制科室", r"法制|复议|诉讼|文件清理|备案登记|规章|规范性文件"),
    ("财务科室", r"收费|财务|票据"),
    ("审批和执法科室", r"许可|处罚|强制"),
    ("人事和纪检部门", r"绩效|人事|纪检|培训|考核"),
    ("宣传和新媒体科室", r"宣传|新媒体|微信|微博|发布会|政策解读|公报|意见征集"),
    ("网站管理科室", r"网站|栏目|专栏"),
)
"""Department and the words that tell it, the surest first."""


def department_of(words: str) -> str:
    """The department that a source (``Question.source``) or the label of a cell names."""
    return next((name for name, pattern in DEPARTMENTS if re.search(pattern, words)), OWN)
