"""The legal bases that several rules share, as they are cited."""

from typing import Final

FORM: Final = "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
CONTENT: Final = "《政府信息公开条例》（国令第711号）第五十条"
CARE: Final = "《政府信息公开条例》第四十七条（监督检查）和各级主管部门对年度报告内容准确、文字严谨的要求"
FEES: Final = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
PRIVACY: Final = "《政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十五条"
ACCURATE: Final = "《政府信息公开条例》（国令第711号）第六条（及时、准确地公开政府信息）"
REVIEWED: Final = "《政府信息公开条例》（国令第711号）第十七条（公开前的审查）"
LANGUAGE: Final = "《中华人民共和国国家通用语言文字法》第九条（国家机关以规范汉字为公务用字）"
DRAFTING: Final = "《党政机关公文处理工作条例》第十九条（结构严谨、表述准确、文字精练）"
PUNCTUATION: Final = "《标点符号用法》（GB/T 15834—2011）"
NUMBERING: Final = "《党政机关公文格式》（GB/T 9704—2012）（结构层次序数）"
