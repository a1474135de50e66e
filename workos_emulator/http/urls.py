"""Addresses that callers give and browsers are sent to."""

from urllib.parse import quote, urlsplit

UNSAFE_SCHEMES = frozenset({"", "data", "file", "javascript", "vbscript"})
"""Schemes of addresses that no browser may be sent to."""


def scheme(url: str) -> str:
    """The scheme of an absolute URL in lower case; an empty text for anything else."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def percent_encode(url: str) -> str:
    """A URL as a header can carry it: what is not ASCII, or no part of a URL, percent-encoded."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%")
