"""The rules for redirect URIs: which may be registered, and which ones a registered wildcard stands for.

The API decides in the end. These functions say beforehand what it will refuse, so that a deployment fails where it is configured and
not at the first sign-in.
"""

import re
from typing import Literal, TypeAlias
from urllib.parse import SplitResult, urlsplit

from workos_core.errors import InvalidArgumentError, shorten

__all__ = ["Environment", "check_redirect_uri", "redirect_uri_matches"]

Environment: TypeAlias = Literal["production", "staging"]
"""The kind of environment a redirect URI is registered in."""

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")  # urlsplit and browsers disagree about these
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")
_STANDS_FOR = "[A-Za-z0-9_-]+"
_IPV4 = re.compile(r"[0-9]+(\.[0-9]+){3}")

# Who may register below which domain is recorded in the Public Suffix List: 300 kB that change every week. We know the general rule
# (a name directly below a top-level domain belongs to somebody), the second level of country domains, and the suffixes under which
# hosting and tunnel services hand out names to anyone.
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gob", "gov", "gv", "ltd", "mil", "ne", "net", "or", "org"))
_SHARED = frozenset(
    """
    amplifyapp.com appspot.com azurecontainerapps.io azurestaticapps.net azurewebsites.net cloudfront.net deno.dev
    elasticbeanstalk.com firebaseapp.com fly.dev github.io gitlab.io glitch.me gitpod.io herokuapp.com lhr.life loca.lt
    netlify.app ngrok-free.app ngrok-free.dev ngrok.app ngrok.dev ngrok.io onrender.com pages.dev railway.app render.com
    repl.co replit.app replit.dev run.app serveo.net stackblitz.io surge.sh trycloudflare.com up.railway.app vercel.app
    vercel.dev web.app workers.dev
    """.split()
)


def check_redirect_uri(uri: str, *, environment: Environment = "production") -> None:
    """Check whether a redirect URI may be registered.

    In production it must be https, and the host is not `localhost`; plain http is only for `127.0.0.1`, where a native application
    listens on the user's own machine. In staging, http and `localhost` are fine.

    One `*` in the first label of the host stands for a subdomain: `https://*.example.com`, `https://preview-*-app.example.com`. Not in
    a further label, not twice, and not directly below a domain under which anyone can have a name, such as `com`, `co.uk` or
    `ngrok-free.app`. The last rule rests on the public suffixes that this SDK knows, which are not all: one that it does not know passes.

    Only http and https are looked at; the private schemes of native applications are refused.

    Args:
        uri: The redirect URI, with or without wildcard.
        environment: Where it is to be registered.

    Raises:
        InvalidArgumentError: It may not be registered; the message says why.
    """
    if environment not in ("production", "staging"):
        raise InvalidArgumentError(f"environment is {environment!r}; use 'production' or 'staging'")
    problem = _problem(uri) or (_problem_in_production(uri) if environment == "production" else None)
    if problem:
        raise InvalidArgumentError(f"the redirect URI {shorten(uri)!r} {problem}")


def redirect_uri_matches(pattern: str, uri: str) -> bool:
    """Whether a registered redirect URI, which may have a wildcard, covers the one that a sign-in uses.

    Without wildcard both must be the same, but for upper and lower case of scheme and host. The wildcard stands for one or more
    letters, digits, hyphens and underscores, so never for a dot (a further subdomain) nor for user name and password before an `@`;
    scheme, port, path and query must be the same. A pattern that may not be registered covers nothing: `check_redirect_uri` says why.

    Args:
        pattern: The registered redirect URI.
        uri: The redirect URI of a sign-in.
    """
    if _problem(pattern) or _problem(uri) or "*" in uri:
        return False
    registered, used = urlsplit(pattern), urlsplit(uri)
    host, used_host = registered.hostname or "", used.hostname or ""
    if _outside_of_host(registered) != _outside_of_host(used):
        return False
    before, wildcard, after = host.partition("*")
    if not wildcard:
        return host == used_host
    return re.fullmatch(f"{re.escape(before)}{_STANDS_FOR}{re.escape(after)}", used_host) is not None


def _outside_of_host(parts: SplitResult) -> tuple[str, str, str | None, str | None, int | None, str, str, bool]:
    tail = parts.geturl()
    return (
        parts.scheme,
        parts.path,
        parts.username,
        parts.password,
        parts.port,
        parts.query,
        parts.fragment,
        tail.endswith("?"),
    )


def _problem(uri: str) -> str | None:
    """What is wrong with a redirect URI in any environment."""
    if _UNSAFE.search(uri):
        return "has a space, a control character or a backslash in it"
    try:
        parts = urlsplit(uri)
        port_is_number = parts.port is None or True
    except ValueError:
        return "is not a URL"
    if parts.scheme not in ("http", "https"):
        return "is neither https nor http"
    host = parts.hostname
    if not host or not port_is_number:
        return "has no host"
    if "*" not in uri:
        return None
    return _problem_of_wildcard(uri, parts, host)


def _problem_of_wildcard(uri: str, parts: SplitResult, host: str) -> str | None:
    if uri.count("*") > 1:
        return "has more than one wildcard"
    if "*" not in host:
        return "has a wildcard outside of the host"
    first, _, domain = host.partition(".")
    if "*" not in first:
        return "has a wildcard that is not in the first label of the host"
    if parts.username is not None:
        return "has a user name beside a wildcard"
    labels = domain.split(".")
    if _IPV4.fullmatch(f"0.{domain}") or not all(_LABEL.fullmatch(label) for label in (first.replace("*", "a"), *labels)):
        return "has a wildcard in a host that is no domain name"
    if _is_public_suffix(labels):
        return f"has a wildcard directly below {domain!r}, where anyone can have a name"
    return None


def _is_public_suffix(labels: list[str]) -> bool:
    if len(labels) == 1 or ".".join(labels) in _SHARED:
        return True
    return len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _SECOND_LEVEL


def _problem_in_production(uri: str) -> str | None:
    parts = urlsplit(uri)
    host = parts.hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return "has the host localhost, which is for staging; production takes https, and http://127.0.0.1 for native applications"
    if parts.scheme == "http" and host != "127.0.0.1":
        return "is http; production takes https, and http only for 127.0.0.1"
    return None
