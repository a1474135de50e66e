"""Validation of authorization requests (RFC 6749, section 4.1.1; RFC 7636; OpenID Connect Core, section 3.1.2.1)."""

import re

from workos_emulator.auth.authorization_server import clients, protocol, resources, scopes
from workos_emulator.auth.authorization_server.protocol import AuthorizationError, Parameters
from workos_emulator.storage.objects.connect import AuthorizationRequest
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.state import State

_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_PROMPTS = frozenset({"none", "login", "consent", "select_account"})


def find_client(state: State, parameters: Parameters) -> tuple[Application, str]:
    """Return the application and the redirect URI of a request.

    Raises:
        ApiError: 400 if one of them is invalid. The browser must not be redirected then.
    """
    for name in ("client_id", "redirect_uri"):
        if name in parameters.repeated:
            raise protocol.error("invalid_request", f"{name} is included more than once.")
    client_id = protocol.require(parameters, "client_id")
    application = state.credentials.applications.find("client_id", client_id)
    if application is None:
        raise protocol.error("invalid_client", f"There is no application with the client ID {client_id!r}.")
    if application.type != "oauth":
        raise protocol.error("unauthorized_client", "M2M applications cannot sign in users.")
    return application, _find_redirect_uri(application, parameters.get("redirect_uri"))


def _find_redirect_uri(application: Application, requested: str | None) -> str:
    registered = [str(item["uri"]) for item in application.redirect_uris]
    if requested is None:
        if len(registered) != 1:
            raise protocol.error("invalid_request", "redirect_uri is required unless exactly one is registered.")
        if "*" in registered[0]:
            raise protocol.error("invalid_request", "redirect_uri is required if the registered one has a wildcard.")
        return registered[0]
    if "#" in requested or not clients.is_redirect_uri_allowed(application, requested):
        raise protocol.error("invalid_request", f"The redirect URI {requested} is not registered for the application.")
    return requested


def read(
    state: State, application: Application, redirect_uri: str, parameters: Parameters, request_id: str
) -> AuthorizationRequest:
    """Return the validated authorization request of an application.

    Raises:
        AuthorizationError: The request is invalid.
    """
    if parameters.repeated:
        raise AuthorizationError("invalid_request", f"{parameters.repeated[0]} is included more than once.")
    _check_response(parameters)
    now = state.now()
    return AuthorizationRequest(
        id=request_id,
        application_id=application.id,
        redirect_uri=redirect_uri,
        is_redirect_uri_given=parameters.get("redirect_uri") is not None,
        client_state=parameters.get("state"),
        scopes=_read_scopes(application, parameters),
        has_default_scopes=parameters.get("scope") is None and bool(application.scopes),
        resources=_read_resources(state, parameters),
        code_challenge=_read_code_challenge(application, parameters),
        nonce=parameters.get("nonce"),
        prompts=_read_prompts(parameters),
        max_age=_read_max_age(parameters),
        expires_at=now + state.settings.pending_authentication_lifetime,
        created_at=now,
        updated_at=now,
    )


def _check_response(parameters: Parameters) -> None:
    for name in ("request", "request_uri", "registration"):
        if parameters.get(name) is not None:
            raise AuthorizationError(f"{name}_not_supported", f"{name} is not supported.")
    response_type = parameters.get("response_type")
    if response_type is None:
        raise AuthorizationError("invalid_request", "response_type is required.")
    if response_type != "code":
        raise AuthorizationError("unsupported_response_type", "response_type must be code.")
    if parameters.get("response_mode") not in (None, "query"):
        raise AuthorizationError("invalid_request", "response_mode must be query.")


def _read_scopes(application: Application, parameters: Parameters) -> list[str]:
    try:
        return scopes.select(application, parameters.get("scope"))
    except scopes.UnknownScopeError as error:
        raise AuthorizationError("invalid_scope", str(error)) from None


def _read_resources(state: State, parameters: Parameters) -> list[str]:
    try:
        return resources.select(state, parameters.all("resource"))
    except resources.InvalidTargetError as error:
        raise AuthorizationError("invalid_target", str(error)) from None


def _read_code_challenge(application: Application, parameters: Parameters) -> str | None:
    challenge, method = parameters.get("code_challenge"), parameters.get("code_challenge_method")
    if challenge is None:
        if method is not None:
            raise AuthorizationError("invalid_request", "code_challenge_method requires code_challenge.")
        if application.is_public:
            raise AuthorizationError("invalid_request", "code_challenge is required: the application is public.")
        return None
    if method != "S256":
        raise AuthorizationError("invalid_request", "code_challenge_method must be S256.")
    if _CHALLENGE.fullmatch(challenge) is None:
        raise AuthorizationError("invalid_request", "code_challenge must be a base64url-encoded SHA-256 hash.")
    return challenge


def _read_prompts(parameters: Parameters) -> frozenset[str]:
    prompts = frozenset((parameters.get("prompt") or "").split())
    if unknown := sorted(prompts - _PROMPTS):
        raise AuthorizationError("invalid_request", f"prompt has the unknown value {unknown[0]!r}.")
    if "none" in prompts and len(prompts) > 1:
        raise AuthorizationError("invalid_request", "prompt=none excludes other values.")
    return prompts


def _read_max_age(parameters: Parameters) -> int | None:
    text = parameters.get("max_age")
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 10):
        raise AuthorizationError("invalid_request", "max_age must be a number of seconds.")
    return int(text)
