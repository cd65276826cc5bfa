"""The keys that work on every screen and in every dialog."""

from typing import Final

from textual.binding import Binding

KEYS: Final = (
    Binding("f1", "app.help", "帮助：说明这个页面和能用的按键", priority=True),
    Binding("ctrl+k", "app.commands", "查找操作：按名称找到并执行", priority=True),
    Binding("f12", "app.other_theme", "换成浅色或者深色的界面", priority=True),
    Binding("ctrl+q", "app.quit", "退出程序，内容随时都已保存", priority=True),
)
