"""Every rule, in the order of their codes: one file, one class."""

from sections.findings import Rule

RULES: tuple[Rule, ...] = ()
