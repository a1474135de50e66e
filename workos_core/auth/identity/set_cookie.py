"""Cookies to set in a response."""

from typing import Literal, TypeAlias

from attrs import field, frozen

SameSite: TypeAlias = Literal["lax", "strict", "none"]


@frozen
class SetCookie:
    """A cookie to set in an answer. One with `max_age` 0 takes the cookie of this name away.

    Attributes:
        name: The name.
        value: The value; not in `repr`.
        max_age: Seconds for which the browser keeps it.
        domain: For which domain and its subdomains; None for the host alone.
        secure: Whether it is sent over https only.
        same_site: Which requests from other sites bring it.
        path: For which paths.
        http_only: Whether scripts can't read it.
    """

    name: str
    value: str = field(repr=False)
    max_age: int
    domain: str | None
    secure: bool
    same_site: SameSite
    path: str = "/"
    http_only: bool = True

    @property
    def header(self) -> str:
        """The value of a `Set-Cookie` header."""
        parts = [f"{self.name}={self.value}", f"Max-Age={self.max_age}", f"Path={self.path}"]
        if self.max_age <= 0:
            parts.append("Expires=Thu, 01 Jan 1970 00:00:00 GMT")
        if self.domain is not None:
            parts.append(f"Domain={self.domain}")
        parts += ["HttpOnly"] if self.http_only else []
        parts += ["Secure"] if self.secure else []
        return "; ".join([*parts, f"SameSite={self.same_site.capitalize()}"])
