"""Parsing of the `Cookie` request header (RFC 6265, section 4.2)."""

from collections.abc import Mapping


class RequestCookies(dict[str, str]):
    """The cookies of a request by name, without those that occur more than once with different values.

    Attributes:
        duplicates: The different values of each name that occurs more than once, in the order of the header.
    """

    def __init__(self, cookies: Mapping[str, str], duplicates: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(cookies)
        self.duplicates = duplicates

    def __repr__(self) -> str:
        return f"RequestCookies({sorted(self)}, duplicates={sorted(self.duplicates)})"


def read_cookies(header: str | None) -> RequestCookies:
    """Return the cookies of a `Cookie` header by name.

    A name that occurs more than once with different values is omitted: one of the cookies was set by a subdomain or for another
    path, and the request doesn't say which. `duplicates` of the result has their values. Empty values are not counted.

    Args:
        header: The header, or `None` if the request has none. Join several headers with `; `.
    """
    values: dict[str, list[str]] = {}
    for part in (header or "").split(";"):
        # Other Unicode white space is part of the name: a server would read it in a name that browsers let any subdomain set.
        name, equals, value = part.strip(" \t").partition("=")
        if not equals or not name:
            continue
        value = value.removeprefix('"').removesuffix('"') if value[:1] == '"' else value
        found = values.setdefault(name, [])
        if value not in found:
            found.append(value)
    distinct = {name: tuple(value for value in found if value) or ("",) for name, found in values.items()}
    return RequestCookies(
        {name: found[0] for name, found in distinct.items() if len(found) == 1},
        {name: found for name, found in distinct.items() if len(found) > 1},
    )
