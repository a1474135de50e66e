"""URLs from requests that browsers are redirected to."""

from urllib.parse import quote, urlsplit

UNSAFE_SCHEMES = frozenset({"", "data", "file", "javascript", "vbscript"})
"""The URL schemes that a browser must not be redirected to."""


def scheme(url: str) -> str:
    """Return the scheme of an absolute URL in lower case; an empty string for anything else."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def percent_encode(url: str) -> str:
    """Return a URL for use in a header, with characters that are not allowed in URLs percent-encoded."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%")
