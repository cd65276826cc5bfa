"""Names of tests: Chinese words as they are (see pyproject.toml), what cannot be shown as its escapes."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """The name of one value; pytest's own where it can be shown."""
    if isinstance(val, bytes):
        return ascii(val[:40])
    return ascii(val) if isinstance(val, str) and not val.isprintable() else None
