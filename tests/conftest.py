"""What holds for every test: how fast the computer is fails none, and its name is readable."""

from hypothesis import HealthCheck, settings

settings.register_profile("any speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any speed")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Names of tests are left as they are (``pyproject.toml``); what cannot be shown stands as its escapes."""
    if isinstance(val, bytes):
        return ascii(val[:40])
    return ascii(val) if isinstance(val, str) and not val.isprintable() else None
