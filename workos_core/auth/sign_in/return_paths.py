"""Open-redirect protection: the path to return to after a sign-in always belongs to the app itself."""

import re
from urllib.parse import quote, unquote

MAX_LENGTH = 1024
"""Characters of the longest accepted path, percent-encoded. It is stored in the cookie of the sign-in."""

_DECODINGS = 5
# What a browser, a proxy or a framework may interpret as the start of another host, or strip before it parses the host.
_FOREIGN_HOST = re.compile(r"//|\\|[\x00-\x1f\x7f-\xa0]")
_FORBIDDEN = re.compile(r"[\\\x00-\x20\x7f-\xa0]")
_UNQUOTED = "%/:?#[]@!$&'()*+,;=~"


def safe_return_path(wanted: str | None, default: str = "/") -> str:
    """Return a path that is safe to redirect to: `wanted` if it is a path of the same app, else `default`.

    The path must start with exactly one slash; it may have a query and a fragment. Rejected are full URLs, `//host`, backslashes,
    control characters and spaces, even if they are percent-encoded once or several times. Non-ASCII characters are
    percent-encoded in the result, which has at most 1024 characters.

    Args:
        wanted: The untrusted path, from a link or form.
        default: The fallback. It is trusted and not checked.
    """
    if not wanted or len(wanted) > MAX_LENGTH or not wanted.startswith("/"):
        return default
    path, mark, rest = _split(wanted)
    if _FORBIDDEN.search(wanted) or _has_foreign_host(path):
        return default
    try:
        encoded = quote(f"{path}{mark}{rest}", safe=_UNQUOTED)
    except UnicodeEncodeError:  # a lone surrogate
        return default
    return encoded if len(encoded) <= MAX_LENGTH else default


def is_same_path(wanted: str, path: str) -> bool:
    """Return whether a server may route an untrusted path like `path`.

    The query and the fragment of `wanted` are ignored. So are the case, empty and dot segments, parameters after a semicolon and
    slashes at the end; it may be percent-encoded once or several times.
    """
    target = _normalize(path)
    spelling = wanted
    for _ in range(_DECODINGS):
        if _normalize(spelling) == target:
            return True
        decoded = unquote(spelling)
        if decoded == spelling:
            return False
        spelling = decoded
    return True


def _normalize(path: str) -> list[str]:
    segments: list[str] = []
    for part in re.split(r"[?#]", path, maxsplit=1)[0].replace("\\", "/").split("/"):
        segment = part.partition(";")[0].casefold()
        if segment == "..":
            segments = segments[:-1]
        elif segment not in ("", "."):
            segments.append(segment)
    return segments


def _split(wanted: str) -> tuple[str, str, str]:
    match = re.search(r"[?#]", wanted)
    if match is None:
        return wanted, "", ""
    return wanted[: match.start()], match.group(), wanted[match.end() :]


def _has_foreign_host(path: str) -> bool:
    """Return whether a path could be interpreted as a URL of another host, either as it is or percent-decoded."""
    for _ in range(_DECODINGS):
        if _FOREIGN_HOST.search(path):
            return True
        decoded = unquote(path)
        if decoded == path:
            return False
        path = decoded
    return True
