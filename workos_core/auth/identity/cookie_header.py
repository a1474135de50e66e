"""The `Cookie` header of a request."""


def read_cookies(header: str | None) -> dict[str, str]:
    """The cookies of a `Cookie` header.

    A name that comes twice with different values is left out: one of the two was put there from a subdomain or for another path,
    and a request doesn't say which.

    Args:
        header: The header; several are joined with `; `. None when there is none.
    """
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for part in (header or "").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not name:
            continue
        value = value.removeprefix('"').removesuffix('"') if value[:1] == '"' else value
        if found.setdefault(name, value) != value:
            doubtful.add(name)
    return {name: value for name, value in found.items() if name not in doubtful}
