"""The authorization URL, to which an app sends the browser, and the keys of the access tokens."""

from urllib.parse import quote, urlencode

from workos_emulator import auth, errors, urls
from workos_emulator.entities import AuthorizationCode
from workos_emulator.messages import Response
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import fold

_SELECTORS = ("connection_id", "organization_id", "provider")
_UNSAFE_SCHEMES = frozenset({"", "data", "file", "javascript", "vbscript"})


@operation("getAuthorizationUrl", exclusive_rules=False)
def authorize(call: Call) -> Answer:
    """Send the browser back to the app with a code for the user that `login_hint` names.

    There is no sign-in page: without the e-mail address of an existing user in `login_hint` the sign-in is refused.
    """
    query, state = call.query, call.state
    _check_request(call)
    selectors = [name for name in _SELECTORS if name in query]
    if len(selectors) != 1:
        return _refused(call, "invalid_connection_selector", "Give one of connection_id, organization_id and provider.")
    if "connection_id" in query:
        return _refused(call, "connection_invalid", "There is no connection for the provided ID.")
    organization_id = query.get("organization_id")
    if organization_id is not None and organization_id not in state.organizations:
        return _refused(call, "organization_invalid", "There is no organization matching the provided ID.")
    user = state.users.find("email", fold(query.get("login_hint", "")))
    if user is None:
        message = "The emulator has no sign-in page: give the e-mail address of an existing user as login_hint."
        return _refused(call, "access_denied", message)
    now = state.now()
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=user.id,
        organization_id=organization_id,
        authentication_method=_method(query.get("provider")),
        code_challenge=query.get("code_challenge"),
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.authorization_codes.add(code)
    return _back(call, {"code": code.id})


@operation("getJwks")
def jwks(call: Call) -> Answer:
    """The public keys of the access tokens."""
    (client_id,) = call.path.values()
    if client_id != call.environment.client_id:
        raise errors.not_found("Client", client_id)
    return call.environment.signing_key.jwks


def _check_request(call: Call) -> None:
    """Find what is wrong with the app's request itself: then the browser must not be sent anywhere."""
    if not auth.same(call.query["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    if urls.scheme(call.query["redirect_uri"]) in _UNSAFE_SCHEMES:
        raise errors.invalid_field("redirect_uri", "invalid_format")


def _method(provider: str | None) -> str:
    if provider is None:
        return "SSO"
    return "Password" if provider == "authkit" else provider


def _refused(call: Call, error: str, description: str) -> Response:
    return _back(call, {"error": error, "error_description": description})


def _back(call: Call, parameters: dict[str, str]) -> Response:
    if "state" in call.query:
        parameters["state"] = call.query["state"]
    base, hash_mark, fragment = call.query["redirect_uri"].partition("#")
    location = f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, quote_via=quote)}{hash_mark}{fragment}"
    return Response.redirect(urls.encoded(location))
