"""The rules for redirect URIs: which ones can be registered, and which ones match a registered wildcard.

The API has the final say. These checks report early what it will reject, so that a misconfigured deployment fails at startup and not
at the first sign-in.
"""

import re
from typing import Literal, TypeAlias

from attrs import frozen

from workos_core.errors import InvalidArgumentError, shorten

__all__ = ["Environment", "check_redirect_uri", "redirect_uri_matches"]

Environment: TypeAlias = Literal["production", "staging"]
"""The type of the environment that a redirect URI is registered in."""

# Not urlsplit: it drops tabs and line breaks, and it reads a backslash differently from browsers, which then see another host.
_URI = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://(?P<user>[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\[\]]*)"
    r"(?P<port>:(?:[0-9]{0,5}|\*))?(?P<rest>([/?#].*)?)"
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_ANY_PORT = ":*"
_LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_LABEL = re.compile(r"[A-Za-z0-9_-]+")
_NUMBERS = re.compile(r"[0-9.]+")

# The Public Suffix List has 300 kB and changes every week. We treat as public suffixes the top-level domains (every single label),
# the second level of country domains, and the suffixes of hosting and tunnel services.
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gob", "gov", "mil", "ne", "net", "or", "org"))
_HOSTING_SUFFIXES = frozenset(
    (
        "amplifyapp.com",
        "appspot.com",
        "azurestaticapps.net",
        "azurewebsites.net",
        "cloudfront.net",
        "deno.dev",
        "firebaseapp.com",
        "fly.dev",
        "github.io",
        "gitlab.io",
        "herokuapp.com",
        "loca.lt",
        "netlify.app",
        "ngrok-free.app",
        "ngrok-free.dev",
        "ngrok.app",
        "ngrok.dev",
        "ngrok.io",
        "onrender.com",
        "pages.dev",
        "repl.co",
        "replit.app",
        "run.app",
        "trycloudflare.com",
        "up.railway.app",
        "vercel.app",
        "web.app",
        "workers.dev",
    )
)


@frozen
class _Uri:
    scheme: str
    user: str | None
    host: str
    port: str | None
    rest: str


def check_redirect_uri(uri: str, *, environment: Environment = "production") -> None:
    """Check that a redirect URI can be registered.

    In production it must be https and the host must not be `localhost`. Plain http is allowed only for `127.0.0.1`, where a native
    application listens on the machine of the user. In staging, http and `localhost` are allowed.

    One `*` in the first label of the host is a wildcard for a subdomain: `https://*.example.com`, `https://preview-*-app.example.com`.
    A wildcard is not allowed in another label, more than once, or directly below a public suffix such as `com`, `co.uk` or
    `ngrok-free.app`. This SDK knows only the most common public suffixes: below any other one, a wildcard passes this check and is
    rejected by the API.

    The port may be `*` if the host is a loopback address: `http://localhost:*/auth/callback`, `http://127.0.0.1:*/auth/callback`.

    Only http and https are supported; the private schemes of native applications are rejected.

    Args:
        uri: The redirect URI, with or without a wildcard.
        environment: The type of the environment to register it in.

    Raises:
        InvalidArgumentError: The redirect URI can't be registered; the message says why.
    """
    if environment not in ("production", "staging"):
        raise InvalidArgumentError(f"environment must be 'production' or 'staging' (got {environment!r})")
    parsed = _parse(uri)
    problem = parsed if isinstance(parsed, str) else _wildcard_problem(parsed)
    if problem is None and isinstance(parsed, _Uri) and environment == "production":
        problem = _production_problem(parsed)
    if problem:
        raise InvalidArgumentError(f"the redirect URI {shorten(uri)!r} {problem}")


def redirect_uri_matches(pattern: str, uri: str) -> bool:
    """Return whether the redirect URI of a sign-in matches a registered one, which may have a wildcard.

    Without a wildcard both must be equal, except for the case of scheme and host. The wildcard matches one or more letters, digits,
    hyphens and underscores; it matches neither a dot (another subdomain) nor a user name and password before an `@`. The port `*`
    matches every port, and none. Scheme, path and query must be equal, and so must any other port. A pattern that can't be registered matches nothing: `check_redirect_uri` says why.

    Args:
        pattern: The registered redirect URI.
        uri: The redirect URI of a sign-in.
    """
    registered, used = _parse(pattern), _parse(uri)
    if isinstance(registered, str) or isinstance(used, str) or _wildcard_problem(registered) or "*" in used.host:
        return False
    if (registered.scheme, registered.user) != (used.scheme, used.user) or used.port == _ANY_PORT:
        return False
    if registered.port not in (used.port, _ANY_PORT):
        return False
    if registered.rest != used.rest:
        return False
    before, wildcard, after = registered.host.partition("*")
    if not wildcard:
        return registered.host == used.host
    return re.fullmatch(f"{re.escape(before)}{_LABEL.pattern}{re.escape(after)}", used.host) is not None


def _parse(uri: str) -> _Uri | str:
    """Return the parts of a redirect URI, or a description of the problem if it is invalid in every environment."""
    if _UNSAFE.search(uri):
        return "contains a space, a control character or a backslash"
    match = _URI.fullmatch(uri)
    if match is None:
        return "is not an absolute URL"
    scheme, host = match["scheme"].lower(), match["host"].lower()
    if scheme not in ("http", "https"):
        return "must use https or http"
    if not all(host.split(".")):
        return "has no valid host"
    return _Uri(scheme, match["user"], host, match["port"], match["rest"])


def _wildcard_problem(uri: _Uri) -> str | None:
    if uri.port == _ANY_PORT and uri.host not in _LOOPBACK_HOSTS:
        return "has a wildcard port, which is allowed for localhost and 127.0.0.1 only"
    wildcards = sum((part or "").count("*") for part in (uri.user, uri.host, uri.rest))
    if not wildcards:
        return None
    first, _, domain = uri.host.partition(".")
    if wildcards > 1:
        return "has more than one wildcard"
    if "*" not in uri.host:
        return "has a wildcard outside of the host"
    if "*" not in first:
        return "has a wildcard that is not in the first label of the host"
    labels = domain.split(".") if domain else []
    if _NUMBERS.fullmatch(domain) or not all(_LABEL.fullmatch(label) for label in [first.replace("*", "a"), *labels]):
        return "has a wildcard in a host that is not a domain name"
    if not domain:
        return "has a wildcard and no domain after it"
    if _is_public_suffix(labels):
        return f"has a wildcard directly below the public suffix {domain!r}"
    return None


def _is_public_suffix(labels: list[str]) -> bool:
    if len(labels) < 2 or ".".join(labels) in _HOSTING_SUFFIXES:
        return True
    return len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _SECOND_LEVEL


def _production_problem(uri: _Uri) -> str | None:
    if uri.host == "localhost":
        return "has the host localhost, which is allowed in staging only; native applications use http://127.0.0.1"
    if uri.scheme == "http" and uri.host != "127.0.0.1":
        return "must use https in production; plain http is allowed for 127.0.0.1 only"
    return None
