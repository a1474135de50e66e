"""Where a user goes after signing in: a path of the app itself, whatever somebody put into the link."""

import re
from urllib.parse import quote, unquote

MAX_LENGTH = 1024
"""Characters of the longest path that is kept: it travels in the cookie of the sign-in."""

_ROUNDS = 5
# What a browser, a proxy or a framework may read as the start of another host, or drop before it looks for one.
_LEADS_AWAY = re.compile(r"//|\\|[\x00-\x1f\x7f-\xa0]")
_UNSENDABLE = re.compile(r"[\\\x00-\x20\x7f-\xa0]")
_KEPT = "%/:?#[]@!$&'()*+,;=~"


def safe_return_path(wanted: str | None, default: str = "/") -> str:
    """A path to redirect to: `wanted` if it leads to a page of the same app, else `default`.

    Only a path with one slash at its start is accepted, with or without query and fragment. Refused are full URLs, `//host`, backslashes,
    control characters and spaces, and all of these hidden by percent-encoding, once or several times. Other characters than
    ASCII come back percent-encoded.

    Args:
        wanted: What the link or form says.
        default: What to use instead; it is your own, and not checked.
    """
    if not wanted or len(wanted) > MAX_LENGTH or not wanted.startswith("/"):
        return default
    path, mark, rest = _split(wanted)
    if _UNSENDABLE.search(wanted) or _leads_away(path):
        return default
    try:
        return quote(f"{path}{mark}{rest}", safe=_KEPT)
    except UnicodeEncodeError:  # half of a surrogate pair
        return default


def _split(wanted: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", wanted)
    if found is None:
        return wanted, "", ""
    return wanted[: found.start()], found.group(), wanted[found.end() :]


def _leads_away(path: str) -> bool:
    """Whether a path may be read as that of another host, as it stands or decoded."""
    for _ in range(_ROUNDS):
        if _LEADS_AWAY.search(path):
            return True
        decoded = unquote(path)
        if decoded == path:
            return False
        path = decoded
    return True
