"""Checks of the branding settings."""

import re
from urllib.parse import urlsplit

from workos_emulator.http import origins

_COLOR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_DATA_URL = re.compile(r"data:image/(png|jpeg|gif|webp|avif|svg\+xml)(;[a-z0-9=-]+)*,[!-~]+")
_URL = re.compile(r"https?://([a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?(/[!-~]*)?")

_MAX_LOGO_SIZE = 512 * 1024


def check_color(name: str, value: str | None) -> str | None:
    """Return a color with six lower-case digits.

    Raises:
        ValueError: It is not hexadecimal.
    """
    if value is None:
        return None
    if _COLOR.fullmatch(value) is None:
        raise ValueError(f"{name} must be a hexadecimal color, such as #4338ca (got {value[:40]!r})")
    digits = value[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


def check_logo(name: str, value: str | None) -> str | None:
    """Return the URL of an image that no other machine serves.

    Raises:
        ValueError: It is not an image in a `data:` URL of at most 512 KB, and not the URL of an image on this machine.
    """
    if value is None:
        return None
    if len(value) > _MAX_LOGO_SIZE:
        raise ValueError(f"{name} must have at most {_MAX_LOGO_SIZE // 1024} KB (got {len(value) // 1024} KB)")
    is_local = _URL.fullmatch(value) is not None and origins.is_loopback_host(urlsplit(value).hostname or "")
    if not is_local and _DATA_URL.fullmatch(value) is None:
        raise ValueError(
            f"{name} must be the URL of an image on this machine, such as http://localhost:3000/logo.svg, "
            f"or an image as a data: URL (got {value[:40]!r})"
        )
    return value
