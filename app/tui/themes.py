"""The two looks of the screens: one accent colour; red for errors, yellow for warnings, nothing else."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="nianbao",
    primary="#5fafaf",
    secondary="#5f8787",
    accent="#5fd7d7",
    success="#5fd7d7",
    warning="#d7af5f",
    error="#ff6c6b",
    foreground="#d8dee0",
    background="#14191b",
    surface="#1b2225",
    panel="#242d30",
    dark=True,
)
LIGHT: Final = Theme(
    name="nianbao-light",
    primary="#2f7d7d",
    secondary="#5f8787",
    accent="#006b6b",
    success="#006b6b",
    warning="#8a5a00",
    error="#b3201f",
    foreground="#1d2426",
    background="#f7f8f6",
    surface="#eceeea",
    panel="#dfe3de",
    dark=False,
)
