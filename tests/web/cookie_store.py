"""The cookies of a browser with their domains and paths, as RFC 6265 and its successor describe."""

from collections.abc import Iterator
from http.cookies import SimpleCookie


class CookieStore:
    """The cookies of a browser. A cookie is identified by its name, its domain, whether it is for one host only, and its path.

    Args:
        host: The host of the application.
    """

    def __init__(self, host: str) -> None:
        self.host = host
        self.cookies: dict[tuple[str, str, bool, str], str] = {}

    def set(self, name: str, value: str, *, domain: str | None = None, path: str = "/") -> None:
        """Set a cookie, as an earlier deployment or another application did."""
        self.cookies[name, domain or self.host, domain is None, path] = value

    def store(self, header: str) -> None:
        """Store or delete the cookie of a `Set-Cookie` header; a browser rejects one for another domain."""
        (morsel,) = SimpleCookie(header).values()
        domain = morsel["domain"].removeprefix(".")
        if domain and not f".{self.host}".endswith(f".{domain}"):
            return
        if morsel.key.startswith("__Host-") and (domain or morsel["path"] != "/" or not morsel["secure"]):
            return
        key = morsel.key, domain or self.host, not domain, morsel["path"]
        if morsel["max-age"] == "0":
            self.cookies.pop(key, None)
        else:
            self.cookies[key] = morsel.value

    def header(self, path: str) -> str:
        """Return the `Cookie` header of a request."""
        return "; ".join(f"{name}={value}" for name, value in self._sent(path))

    def names(self) -> list[str]:
        """Return the names of all cookies."""
        return sorted(key[0] for key in self.cookies)

    def _sent(self, path: str) -> Iterator[tuple[str, str]]:
        for (name, _, _, prefix), value in sorted(self.cookies.items(), key=lambda item: -len(item[0][3])):
            if path == prefix or path.startswith(prefix if prefix.endswith("/") else f"{prefix}/"):
                yield name, value
