"""The rules for redirect URIs: which may be registered, and which ones a registered wildcard stands for.

The API decides in the end. These functions say beforehand what it will refuse, so that a deployment fails where it is configured and
not at the first sign-in.
"""

import re
from typing import Literal, TypeAlias

from attrs import frozen

from workos_core.errors import InvalidArgumentError, shorten

__all__ = ["Environment", "check_redirect_uri", "redirect_uri_matches"]

Environment: TypeAlias = Literal["production", "staging"]
"""The kind of environment a redirect URI is registered in."""

# Not urlsplit: it drops tabs and line ends, and where a backslash stands browsers see another host than it does.
_URI = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://(?P<user>[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\[\]]*)"
    r"(?P<port>:[0-9]{0,5})?(?P<rest>([/?#].*)?)"
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"[A-Za-z0-9_-]+")
_NUMBERS = re.compile(r"[0-9.]+")

# Below which domains anyone can have a name is recorded in the Public Suffix List: 300 kB that change every week. We know the
# top-level domains (every single label), the second level of country domains, and the suffixes that hosting and tunnel services use.
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gob", "gov", "mil", "ne", "net", "or", "org"))
_SHARED = frozenset(
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
    """Check whether a redirect URI may be registered.

    In production it must be https, and the host is not `localhost`; plain http is only for `127.0.0.1`, where a native application
    listens on the user's own machine. In staging, http and `localhost` are fine.

    One `*` in the first label of the host stands for a subdomain: `https://*.example.com`, `https://preview-*-app.example.com`. It
    stands in no other label, there are no two of them, and it is not directly below a domain under which anyone can have a name, such
    as `com`, `co.uk` or `ngrok-free.app`. The last rule rests on the public suffixes that this SDK knows, which are not all: below
    one that it does not know, a wildcard passes here and is refused by the API.

    Only http and https are looked at; the private schemes of native applications are refused.

    Args:
        uri: The redirect URI, with or without wildcard.
        environment: Where it is to be registered.

    Raises:
        InvalidArgumentError: It may not be registered; the message says why.
    """
    if environment not in ("production", "staging"):
        raise InvalidArgumentError(f"environment is {environment!r}; use 'production' or 'staging'")
    found = _parse(uri)
    problem = found if isinstance(found, str) else _wildcard_problem(found)
    if problem is None and isinstance(found, _Uri) and environment == "production":
        problem = _production_problem(found)
    if problem:
        raise InvalidArgumentError(f"the redirect URI {shorten(uri)!r} {problem}")


def redirect_uri_matches(pattern: str, uri: str) -> bool:
    """Whether a registered redirect URI, which may have a wildcard, covers the one that a sign-in uses.

    Without wildcard both must be the same, but for upper and lower case in scheme and host. The wildcard stands for one or more
    letters, digits, hyphens and underscores, so never for a dot (a further subdomain) nor for a user name and password before an
    `@`; scheme, port, path and query must be the same. A pattern that may not be registered covers nothing: `check_redirect_uri`
    says why it may not.

    Args:
        pattern: The registered redirect URI.
        uri: The redirect URI of a sign-in.
    """
    registered, used = _parse(pattern), _parse(uri)
    if isinstance(registered, str) or isinstance(used, str) or _wildcard_problem(registered) or "*" in used.host:
        return False
    if (registered.scheme, registered.user, registered.port) != (used.scheme, used.user, used.port):
        return False
    if registered.rest != used.rest:
        return False
    before, wildcard, after = registered.host.partition("*")
    if not wildcard:
        return registered.host == used.host
    return re.fullmatch(f"{re.escape(before)}{_LABEL.pattern}{re.escape(after)}", used.host) is not None


def _parse(uri: str) -> _Uri | str:
    """The parts of a redirect URI, or what is wrong with it whatever the environment."""
    if _UNSAFE.search(uri):
        return "has a space, a control character or a backslash in it"
    found = _URI.fullmatch(uri)
    if found is None:
        return "is not an absolute URL"
    scheme, host = found["scheme"].lower(), found["host"].lower()
    if scheme not in ("http", "https"):
        return "is neither https nor http"
    if not all(host.split(".")):
        return "has no proper host"
    return _Uri(scheme, found["user"], host, found["port"], found["rest"])


def _wildcard_problem(uri: _Uri) -> str | None:
    wildcards = sum((part or "").count("*") for part in (uri.user, uri.host, uri.rest))
    if not wildcards:
        return None
    first, _, domain = uri.host.partition(".")
    if wildcards > 1:
        return "has more than one wildcard"
    if "*" not in uri.host:
        return "has a wildcard outside of the host"
    if "*" not in first:
        return "has a wildcard in another label of the host than the first"
    labels = domain.split(".") if domain else []
    if _NUMBERS.fullmatch(domain) or not all(_LABEL.fullmatch(label) for label in [first.replace("*", "a"), *labels]):
        return "has a wildcard in a host that is not a domain name"
    if not domain:
        return "has a wildcard and no domain after it"
    if _is_public_suffix(labels):
        return f"has a wildcard directly below {domain!r}, where anyone can have a name"
    return None


def _is_public_suffix(labels: list[str]) -> bool:
    if len(labels) < 2 or ".".join(labels) in _SHARED:
        return True
    return len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _SECOND_LEVEL


def _production_problem(uri: _Uri) -> str | None:
    if uri.host == "localhost":
        return "has the host localhost, which is for staging; native applications use http://127.0.0.1"
    if uri.scheme == "http" and uri.host != "127.0.0.1":
        return "is plain http, which production takes for 127.0.0.1 only"
    return None
