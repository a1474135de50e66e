"""Parsing of the `Cookie` request header."""


def read_cookies(header: str | None) -> dict[str, str]:
    """Return the cookies of a `Cookie` header by name.

    A name that occurs more than once with different values is omitted: one of the cookies was set by a subdomain or for another
    path, and the request doesn't say which.

    Args:
        header: The header, or `None` if the request has none. Join several headers with `; `.
    """
    cookies: dict[str, str] = {}
    ambiguous: set[str] = set()
    for part in (header or "").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not name:
            continue
        value = value.removeprefix('"').removesuffix('"') if value[:1] == '"' else value
        if cookies.setdefault(name, value) != value:
            ambiguous.add(name)
    return {name: value for name, value in cookies.items() if name not in ambiguous}
