"""Clients: the Connect application that sends a request, and its authentication (RFC 6749, section 2.3)."""

import re
from base64 import b64decode
from urllib.parse import unquote_plus, urlsplit

from workos_emulator.auth import credentials, oauth
from workos_emulator.auth.authorization_server import protocol
from workos_emulator.auth.authorization_server.protocol import Parameters
from workos_emulator.http import errors
from workos_emulator.http.messages import Request
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.credentials import Application

_BASIC = {"www-authenticate": 'Basic realm="WorkOS Connect", charset="UTF-8"'}
_LOOPBACK_PORT = re.compile(r"(http://(?:localhost|127\.0\.0\.1|\[::1\]))(?::[0-9]{1,5})?(?=[/?]|$)")


def authenticate(environment: Environment, request: Request, form: Parameters) -> Application:
    """Return the application that sent a request, authenticated with `client_secret_basic`, `client_secret_post` or `none`.

    Only public clients can use `none`.

    Raises:
        ApiError: 401 `invalid_client`, or 400 `invalid_request` for several authentication methods at once.
    """
    state = environment.state
    client_id, secret, uses_header = read_credentials(request, form)
    application = state.credentials.applications.find("client_id", client_id)
    if application is None:
        raise _invalid_client(f"There is no application with the client ID {client_id!r}.", uses_header)
    if secret is None:
        if not application.is_public:
            raise _invalid_client("The application must authenticate with a client secret.", uses_header)
        return application
    # Compares all secrets, so that the time does not depend on which one matches.
    stored = state.credentials.client_secrets.group("application", application.id)
    matching = [item for item in stored if credentials.secrets_equal(secret, item.secret)]
    if not matching:
        raise _invalid_client("The client secret is incorrect.", uses_header)
    matching[0].last_used_at = state.now()
    state.credentials.client_secrets.changed(matching[0])
    return application


def read_credentials(request: Request, form: Parameters) -> tuple[str, str | None, bool]:
    """Return the client ID, the client secret, and whether the client has used the `Authorization` header.

    Raises:
        ApiError: 401 `invalid_client` if there is no client ID, or 400 `invalid_request` for several methods at once.
    """
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    client_id, secret = form.get("client_id"), form.get("client_secret")
    if scheme.lower() == "basic":
        try:
            text = b64decode(encoded.strip(), validate=True).decode("utf-8")
        except ValueError:
            raise _invalid_client("The Authorization header is malformed.", True) from None
        name, colon, password = text.partition(":")
        if not colon:
            raise _invalid_client("The Authorization header is malformed.", True)
        basic_id = unquote_plus(name)
        if secret is not None or client_id not in (None, basic_id):
            raise protocol.error("invalid_request", "Authenticate the client either in the header or in the body.")
        return basic_id, unquote_plus(password) or None, True
    if client_id is None:
        raise _invalid_client("client_id is required.", bool(scheme))
    return client_id, secret, bool(scheme)


def _invalid_client(description: str, uses_header: bool) -> errors.ApiError:
    return protocol.error("invalid_client", description, 401, _BASIC if uses_header else None)


def is_redirect_uri_allowed(application: Application, uri: str) -> bool:
    """Return whether an application may use a redirect URI: a registered one, or on loopback addresses with any port."""
    for registered in application.redirect_uris:
        if oauth.matches_redirect_uri(registered["uri"], uri):
            return True
        # RFC 8252, section 7.3: a native application listens on a port that the operating system assigns.
        if (
            _LOOPBACK_PORT.match(uri)
            and _has_valid_port(uri)
            and _without_port(registered["uri"]) == _without_port(uri)
        ):
            return True
    return False


def _without_port(uri: str) -> str:
    return _LOOPBACK_PORT.sub(r"\1", uri)


def _has_valid_port(uri: str) -> bool:
    try:
        return urlsplit(uri).port != 0
    except ValueError:
        return False
