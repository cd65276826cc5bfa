"""Cases of NB307: 单元格的数字带有单位或说明."""

from tests.support.rule_case import Case, remarked

CASES = (
    Case(
        "NB307",
        True,
        remarked("unit", "requests.new.natural_person", "41件", "件"),
        says="填“41件”，数字后面多了“件”",
        where="requests.new.natural_person",
    ),
    Case(
        "NB307",
        True,
        remarked("unit", "requests.new.natural_person", "无", "无"),
        says="填“无”，按0读出，没有的应当填“0”。",
        where="requests.new.natural_person",
    ),
    Case("NB307", False, remarked("blank", "requests.new.natural_person")),
)
