"""What holds for every test: how fast the computer is fails none, and its name is readable."""

from hypothesis import HealthCheck, settings

from sections.language.subject import Wording

settings.register_profile("any speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any speed")


def pytest_make_parametrize_id(val: object) -> str | None:
    """A text, a wording, or what has an id names its test, in Chinese; what a terminal obeys is escaped.

    Names that a test gives itself (``ids``) and bytes are left to pytest, which escapes them."""
    words = val.words if isinstance(val, Wording) else getattr(val, "id", val)
    if not isinstance(words, str):
        return None
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in words)
