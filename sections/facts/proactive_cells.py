"""How running text words the cells of part two's table."""

from typing import Final

from sections.language.subject import Subject
from sections.language.wordings import Wording

PROACTIVE_CELLS: Final = (
    Subject(
        "proactive.fees",
        "行政事业性收费",
        "元",
        (
            Wording(
                "(收取|征收)?行政事业性收费(收入)?(金额)?(总额)?{n:元}",
                ("全年行政事业性收费【52.15万】元。", "征收行政事业性收费收入共计【3,260】元。"),
                ("行政事业性收费项目6项。", "取消行政事业性收费后，上年减收52万元。"),
            ),
        ),
    ),
)
