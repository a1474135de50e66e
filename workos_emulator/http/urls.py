"""URLs from requests that browsers are redirected to."""

from urllib.parse import quote, urlsplit

from workos_emulator.http.origins import is_loopback_host

UNSAFE_SCHEMES = frozenset({"", "data", "file", "javascript", "vbscript"})
"""The URL schemes that a browser must not be redirected to."""


def scheme(url: str) -> str:
    """Return the scheme of an absolute URL in lower case; an empty string for anything else."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def is_web_url(url: str) -> bool:
    """Return whether a URL is an absolute `http` or `https` URL without control characters and white space."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url


def is_secure(url: str) -> bool:
    """Return whether a URL is an https URL, or an http URL of this machine."""
    return is_web_url(url) and (scheme(url) == "https" or is_loopback_host(urlsplit(url).hostname or ""))


def has_credentials(url: str) -> bool:
    """Return whether a URL contains a user name or a password (`https://user:password@example.com`)."""
    parts = urlsplit(url)
    return parts.username is not None or parts.password is not None


def percent_encode(url: str) -> str:
    """Return a URL for use in a header, with characters that are not allowed in URLs percent-encoded."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%")
