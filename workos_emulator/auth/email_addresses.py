"""E-mail addresses."""

import re

from workos_emulator.storage.settings import Settings

_FORM = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f.]+(\.[^@\s\x00-\x1f.]+)+")


def is_email(text: str) -> bool:
    """Whether a text has the form of an e-mail address."""
    return len(text) <= 254 and _FORM.fullmatch(text) is not None


def is_deliverable(email: str, settings: Settings) -> bool:
    """Whether mail reaches an address: in this environment, whether its domain is not one of the undeliverable ones."""
    return email.rpartition("@")[2].casefold() not in settings.undeliverable_domains
