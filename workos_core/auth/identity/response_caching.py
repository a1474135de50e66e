"""Response headers that keep caches from sending one user's response to another user."""

from collections.abc import Iterable

IDENTITY_HEADERS = ("Cookie", "Authorization")
"""The request headers that an identity depends on."""

PRIVATE = "private, no-store"
"""The `Cache-Control` of a response that sets the cookies of a session or of a sign-in."""

_OTHERS = ("expires", "surrogate-control", "x-accel-expires")


def is_cache_header(name: str) -> bool:
    """Return whether a header controls how long caches store the response: `Cache-Control`, its variants for CDNs and proxies, or `Expires`."""
    name = name.lower()
    return name == "cache-control" or name.endswith("-cache-control") or name in _OTHERS


def vary_on_identity(vary: Iterable[str]) -> str:
    """Return the `Vary` header of a response that depends on the identity of the request.

    Args:
        vary: The `Vary` headers that the response has.
    """
    names = [name.strip() for header in vary for name in header.split(",") if name.strip()]
    if "*" in names:
        return "*"
    present = {name.lower() for name in names}
    return ", ".join([*names, *(name for name in IDENTITY_HEADERS if name.lower() not in present)])


def protect_headers(headers: Iterable[tuple[str, str]], *, vary: bool, private: bool) -> list[tuple[str, str]]:
    """Return the headers of a response with those that protect it from caches.

    Args:
        headers: The headers of the response.
        vary: Whether the response depends on the identity of the request.
        private: Whether the response sets a cookie of a session or of a sign-in. All other cache headers are removed then.
    """
    protected = [(name, value) for name, value in headers if not (private and is_cache_header(name))]
    if private:
        protected.append(("Cache-Control", PRIVATE))
    if vary:
        values = [value for name, value in protected if name.lower() == "vary"]
        protected = [(name, value) for name, value in protected if name.lower() != "vary"]
        protected.append(("Vary", vary_on_identity(values)))
    return protected
