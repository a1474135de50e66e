"""OAuth 2.0 checks that all sign-ins share: client credentials, PKCE and redirect URIs."""

import hmac
import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import SplitResult, urlsplit

from workos_emulator.auth import credentials
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.state import State

# Domains in which anyone can register a subdomain: a wildcard would match other people's sites.
_PUBLIC_SUFFIXES = frozenset(
    {"fly.dev", "github.io", "herokuapp.com", "netlify.app", "ngrok-free.app", "ngrok.io", "vercel.app"}
)
_WILDCARD = "[A-Za-z0-9_-]+"
_LOOPBACK_WITH_ANY_PORT = re.compile(r"(https?://(?:localhost|127\.0\.0\.1|\[::1\])):\*(?=[/?]|$)")


def check_client(call: Call) -> None:
    """Check the `client_id` and, if present, the `client_secret` of the body.

    Raises:
        ApiError: 400 `invalid_client`.
    """
    if not credentials.secrets_equal(call.body["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    secret = call.body.get("client_secret")
    if secret is not None and not credentials.secrets_equal(secret, call.environment.api_key):
        raise errors.oauth("invalid_client", "Invalid client secret.")


def check_verifier(call: Call, challenge: str | None) -> None:
    """Check the `code_verifier` of the body against the `code_challenge` of the authorization URL (None if it had none).

    Raises:
        ApiError: 400 if they do not match, or if neither `code_verifier` nor `client_secret` was provided.
    """
    verifier = call.body.get("code_verifier")
    if challenge is None:
        if verifier is not None:
            message = "code_verifier was provided, but the authorization URL had no code_challenge."
            if call.operation.status_of("code_challenge_not_found"):
                raise errors.coded(400, "code_challenge_not_found", message)
            raise errors.oauth("invalid_grant", message)
        if call.body.get("client_secret") is None:
            raise errors.oauth("invalid_client", "Provide either client_secret or code_verifier.")
        return
    if verifier is None:
        raise errors.oauth("invalid_grant", "code_verifier is required: the authorization URL had a code_challenge.")
    digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    if not hmac.compare_digest(digest.encode(), challenge.encode()):
        raise errors.oauth("invalid_grant", "The code_verifier does not match the code_challenge.")


def is_redirect_allowed(state: State, uri: str) -> bool:
    """Return whether a redirect URI is allowed: any URI if none is registered, otherwise only registered ones."""
    registered = state.configuration.redirect_uris
    return not len(registered) or any(matches_redirect_uri(address.uri, uri) for address in registered)


def matches_redirect_uri(pattern: str, uri: str) -> bool:
    """Return whether a URI matches a registered one.

    `*` matches letters, digits, hyphens and underscores of one label, or any port of a loopback address.
    """
    if loopback := _LOOPBACK_WITH_ANY_PORT.match(pattern):
        expression = re.escape(loopback[1]) + "(:[0-9]{1,5})?" + re.escape(pattern[loopback.end() :])
        return re.fullmatch(expression, uri) is not None
    if "*" not in pattern:
        return pattern == uri
    expression = re.escape(pattern).replace(re.escape("*"), _WILDCARD)
    return re.fullmatch(expression, uri) is not None


def redirect_uri_problem(uri: str) -> str | None:
    """Return the error code for a URI that cannot be registered as a redirect URI; None if it can."""
    parts = _split(_LOOPBACK_WITH_ANY_PORT.sub(r"\1:0", uri))
    if (
        parts is None
        or not parts.scheme
        or parts.scheme in ("data", "file", "javascript", "vbscript")
        or parts.fragment
    ):
        return "invalid_format"
    host = parts.hostname or ""
    if parts.scheme in ("http", "https") and not host:
        return "invalid_format"
    if "*" in parts.geturl():
        first, _, rest = host.partition(".")
        in_first_label = uri.count("*") == 1 and "*" in first
        if not in_first_label or parts.scheme != "https" or "." not in rest or rest in _PUBLIC_SUFFIXES:
            return "invalid_wildcard"
    return None


def is_origin(text: str) -> bool:
    """Return whether a string is a web origin, such as `https://app.example.com:8443`."""
    parts = _split(text)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return False
    return text == f"{parts.scheme}://{parts.netloc}" and re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc) is not None


def _split(uri: str) -> SplitResult | None:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        return None
    return parts if uri.isprintable() and " " not in uri else None
