"""The legal bases that several rules share, as they are cited."""

from typing import Final

FORM: Final = "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
CONTENT: Final = "《政府信息公开条例》（国令第711号）第五十条"
CARE: Final = "《政府信息公开条例》第四十七条（监督检查）和各级主管部门对年度报告内容准确、文字严谨的要求"
FEES: Final = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
PRIVACY: Final = "《政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十五条"
