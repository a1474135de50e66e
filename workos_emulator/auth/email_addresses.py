"""Validation of email addresses."""

import re

from workos_emulator.storage.settings import Settings

_PATTERN = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f.]+(\.[^@\s\x00-\x1f.]+)+")


def is_email(text: str) -> bool:
    """Return whether a string is a valid email address."""
    return len(text) <= 254 and _PATTERN.fullmatch(text) is not None


def is_deliverable(email: str, settings: Settings) -> bool:
    """Return whether email is deliverable to an address: its domain is not one of `Settings.undeliverable_domains`."""
    return email.rpartition("@")[2].casefold() not in settings.undeliverable_domains
