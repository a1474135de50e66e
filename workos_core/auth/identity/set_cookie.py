"""The `Set-Cookie` response header."""

from typing import Literal, TypeAlias

from attrs import field, frozen

from workos_core.hidden_fields import HiddenFields

SameSite: TypeAlias = Literal["lax", "strict", "none"]


@frozen
class SetCookie(HiddenFields):
    """A cookie to set in a response. With a `max_age` of 0 the browser deletes the cookie.

    Attributes:
        name: The name of the cookie.
        value: The value of the cookie; not in `repr`.
        max_age: How long the browser keeps the cookie, in seconds.
        domain: The domain that the cookie is sent to, including its subdomains, or `None` for the current host only.
        secure: Whether the cookie is sent over https only.
        same_site: The `SameSite` attribute: on which cross-site requests the cookie is sent.
        path: The path prefix that the cookie is sent for.
        http_only: Whether the cookie is hidden from scripts.
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
        """The value of the `Set-Cookie` header."""
        parts = [f"{self.name}={self.value}", f"Max-Age={self.max_age}", f"Path={self.path}"]
        if self.max_age <= 0:
            parts.append("Expires=Thu, 01 Jan 1970 00:00:00 GMT")
        if self.domain is not None:
            parts.append(f"Domain={self.domain}")
        parts += ["HttpOnly"] if self.http_only else []
        parts += ["Secure"] if self.secure else []
        return "; ".join([*parts, f"SameSite={self.same_site.capitalize()}"])
