"""Documents kept as they were last looked at: a difference must be wanted."""

from typing import Final

RENEW: Final = "NIANBAO_RENEW_GOLDEN"
"""In the environment (``make renew`` sets it): the golden tests write what they compare with."""
