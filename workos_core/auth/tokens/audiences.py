"""Audiences and issuers: the URLs for which, and by which, a token was issued."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from urllib.parse import urlsplit

from workos_core.auth.tokens.claims import text_claims
from workos_core.config import is_loopback
from workos_core.errors import ConfigurationError, InvalidTokenError

_DEFAULT_PORTS = {"http": 80, "https": 443}


def normalized_url(text: str) -> str:
    """Return a form of a URL in which equal URLs are equal; other text, such as a client ID, is returned unchanged.

    Scheme and host are in lower case and the default port is omitted. The path is unchanged, except that the one of an origin is empty,
    with or without a slash.
    """
    if any(char <= " " for char in text):  # urlsplit removes some of them
        return text
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        return text
    host = url.hostname
    if url.scheme not in _DEFAULT_PORTS or not host:
        return text
    host = f"[{host}]" if ":" in host else host
    user, at, _ = url.netloc.rpartition("@")
    origin = f"{url.scheme}://{user}{at}{host}" + ("" if port in (None, _DEFAULT_PORTS[url.scheme]) else f":{port}")
    rest = text[text.index("//") + 2 + len(url.netloc) :]
    return origin if rest in ("", "/") else origin + rest


def required_values(name: str, values: str | Sequence[str]) -> tuple[str, ...]:
    """Return one or several values as a tuple of normalized URLs.

    Raises:
        ConfigurationError: There is none, or one of them is empty or no string.
    """
    items = cast("object", (values,) if isinstance(values, str) else values)
    if isinstance(items, (bytes, bytearray)) or not isinstance(items, Sequence):
        raise ConfigurationError(f"{name} must be a str or a list of them, not {type(values).__name__}")
    texts = cast("Sequence[object]", items)
    for item in texts:
        if not isinstance(item, str):
            raise ConfigurationError(f"{name} must be a str or a list of them, not a list with {type(item).__name__}")
        if not item.strip():
            raise ConfigurationError(
                f"{name} must not be empty; pass the URL of your resource server as registered with WorkOS"
            )
    if not texts:
        raise ConfigurationError(
            f"{name} must not be empty; pass the URL of your resource server as registered with WorkOS"
        )
    return tuple(normalized_url(str(item)) for item in texts)


def check_audience(claims: Mapping[str, Any], accepted: Sequence[str]) -> tuple[str, ...]:
    """Return the audiences of a token.

    Args:
        claims: The claims of the token.
        accepted: Normalized audiences, of which the token must have one.

    Raises:
        InvalidTokenError: It has none of them.
    """
    audiences = audiences_of(claims)
    if not any(normalized_url(each) in accepted for each in audiences):
        raise InvalidTokenError("the token was issued for another audience (aud)", reason="wrong_audience")
    return audiences


def audiences_of(claims: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the audiences of a token: `aud` is a string or a list."""
    audience = claims.get("aud")
    return (audience,) if isinstance(audience, str) else text_claims(claims, "aud")


def check_ascii_host(name: str, text: str, host: str | None) -> None:
    """Check that a URL can be compared with those in tokens and metadata, which have international host names in their ASCII form.

    Raises:
        ConfigurationError: The host has other characters.
    """
    if host is None or host.isascii():
        return
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return
    raise ConfigurationError(f"the host of {name} {text!r} must be in its ASCII form, {ascii_host}")


def authkit_origin(domain: str, *, allow_insecure_http: bool = False) -> str:
    """Return the origin of an AuthKit domain, which is the issuer of its tokens.

    Args:
        domain: The domain, such as `example.authkit.app`, or its URL.
        allow_insecure_http: Whether plain http is allowed for other hosts than this machine.

    Raises:
        ConfigurationError: It is empty, malformed, has a path, or is not https.
    """
    if not isinstance(cast("object", domain), str) or not domain.strip():
        raise ConfigurationError(
            "authkit_domain must not be empty; pass the AuthKit domain, such as example.authkit.app"
        )
    domain = domain.strip()
    try:
        url = urlsplit(domain if "//" in domain else f"https://{domain}")
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"authkit_domain {domain!r} is malformed ({error})") from None
    check_ascii_host("authkit_domain", domain, host)
    text = normalized_url(url.geturl())
    if url.scheme not in _DEFAULT_PORTS or not host or "@" in url.netloc or not domain.isascii() or " " in domain:
        raise ConfigurationError(
            f"authkit_domain {domain!r} must look like example.authkit.app or https://example.authkit.app"
        )
    if url.path.strip("/") or "?" in domain or "#" in domain:
        raise ConfigurationError(f"authkit_domain {domain!r} must have no path, query or fragment")
    if url.scheme == "http" and not allow_insecure_http and not is_loopback(host):
        raise ConfigurationError(
            f"authkit_domain {domain!r} must be https; plain http is allowed only for this machine"
        )
    return text.rstrip("/")
