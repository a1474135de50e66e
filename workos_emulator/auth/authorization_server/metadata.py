"""The metadata of the authorization server: both discovery documents."""

from typing import Any

from workos_emulator.auth.authorization_server.scopes import BUILT_IN
from workos_emulator.http.messages import Request
from workos_emulator.storage.state import State


def issuer(state: State, request: Request) -> str:
    """Return the issuer: `Settings.authkit_url`, or by default the origin that the request was sent to."""
    return (state.settings.authkit_url or request.origin).rstrip("/")


def _page_url(state: State, request: Request) -> str:
    """Return the base URL of pages, which browsers open: for clients in process that use the host of WorkOS, not that host."""
    return (state.settings.authkit_url or request.base_url).rstrip("/")


def authorization_server(state: State, request: Request) -> dict[str, Any]:
    """Return the OAuth 2.0 authorization server metadata (RFC 8414)."""
    base = issuer(state, request)
    document: dict[str, Any] = {
        "authorization_endpoint": f"{_page_url(state, request)}/oauth2/authorize",
        "code_challenge_methods_supported": ["S256"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "introspection_endpoint": f"{base}/oauth2/introspection",
        "issuer": base,
        "scopes_supported": list(BUILT_IN),
        "response_modes_supported": ["query"],
        "response_types_supported": ["code"],
        "token_endpoint": f"{base}/oauth2/token",
        "token_endpoint_auth_methods_supported": ["none", "client_secret_post", "client_secret_basic"],
    }
    if state.settings.dynamic_client_registration:
        document["registration_endpoint"] = f"{base}/oauth2/register"
    if state.settings.client_id_metadata_documents:
        document["client_id_metadata_document_supported"] = True
    return document


def openid_configuration(state: State, request: Request) -> dict[str, Any]:
    """Return the OpenID Connect discovery document."""
    base = issuer(state, request)
    return {
        **authorization_server(state, request),
        "id_token_signing_alg_values_supported": ["RS256"],
        "jwks_uri": f"{base}/oauth2/jwks",
        "subject_types_supported": ["public"],
        "userinfo_endpoint": f"{base}/oauth2/userinfo",
    }
