"""Validation of client metadata, from dynamic registrations (RFC 7591) and from metadata documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from workos_emulator.auth import oauth
from workos_emulator.auth.authorization_server.scopes import BUILT_IN
from workos_emulator.http import payload, urls

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"

_AUTH_METHODS = ("none", "client_secret_post", "client_secret_basic")
_GRANT_TYPES = ("authorization_code", "refresh_token", DEVICE_CODE)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_MAX_REDIRECT_URIS = 50
_MAX_NAME = 200


class InvalidMetadataError(Exception):
    """Client metadata is invalid.

    Attributes:
        error: The error code of RFC 7591, section 3.2.2.
        description: The error description.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description


@dataclass(slots=True, frozen=True)
class ClientData:
    """The validated metadata of a client."""

    name: str
    redirect_uris: list[str]
    auth_method: str
    grant_types: list[str]
    scopes: list[str]


def read(document: Any, *, default_auth_method: str) -> ClientData:
    """Return the validated metadata. Unknown fields are ignored.

    Raises:
        InvalidMetadataError: A field is invalid.
    """
    if not payload.is_object(document):
        raise InvalidMetadataError("invalid_client_metadata", "The metadata must be a JSON object.")
    auth_method = document.get("token_endpoint_auth_method", default_auth_method)
    if auth_method not in _AUTH_METHODS:
        methods = ", ".join(_AUTH_METHODS)
        raise InvalidMetadataError("invalid_client_metadata", f"token_endpoint_auth_method must be one of {methods}.")
    grant_types = _read_strings(document, "grant_types", ["authorization_code"])
    for grant_type in grant_types:
        if grant_type not in _GRANT_TYPES:
            raise InvalidMetadataError("invalid_client_metadata", f"The grant type {grant_type!r} is not supported.")
    if _read_strings(document, "response_types", ["code"]) != ["code"]:
        raise InvalidMetadataError("invalid_client_metadata", "response_types must be code.")
    redirect_uris = _read_redirect_uris(document)
    if not redirect_uris and "authorization_code" in grant_types:
        raise InvalidMetadataError("invalid_redirect_uri", "redirect_uris must have at least one URI.")
    return ClientData(_read_name(document), redirect_uris, auth_method, grant_types, _read_scopes(document))


def _read_strings(document: Mapping[str, Any], name: str, default: list[str]) -> list[str]:
    value = document.get(name, default)
    if not payload.is_list(value) or not all(isinstance(item, str) for item in value):
        raise InvalidMetadataError("invalid_client_metadata", f"{name} must be an array of strings.")
    return list(dict.fromkeys(value))


def _read_redirect_uris(document: Mapping[str, Any]) -> list[str]:
    value = document.get("redirect_uris", [])
    if not payload.is_list(value) or len(value) > _MAX_REDIRECT_URIS:
        text = f"redirect_uris must be an array of at most {_MAX_REDIRECT_URIS} URIs."
        raise InvalidMetadataError("invalid_redirect_uri", text)
    for uri in value:
        if not isinstance(uri, str) or not _is_redirect_uri(uri):
            text = (
                f"{uri!r} is not a valid redirect URI: use https, http on loopback addresses, or a scheme of your own."
            )
            raise InvalidMetadataError("invalid_redirect_uri", text)
    return list(dict.fromkeys(value))


def _is_redirect_uri(uri: str) -> bool:
    if "*" in uri or "#" in uri or oauth.redirect_uri_problem(uri) is not None:
        return False
    parts = urlsplit(uri)
    if parts.scheme == "http":
        return parts.hostname in _LOOPBACK
    return parts.scheme not in urls.UNSAFE_SCHEMES and parts.username is None


def _read_name(document: Mapping[str, Any]) -> str:
    name = document.get("client_name")
    if name is None:
        return "Unnamed application"
    if not isinstance(name, str) or not name.strip() or len(name) > _MAX_NAME:
        text = f"client_name must be a string of 1 to {_MAX_NAME} characters."
        raise InvalidMetadataError("invalid_client_metadata", text)
    return name.strip()


def _read_scopes(document: Mapping[str, Any]) -> list[str]:
    scope = document.get("scope", "")
    if not isinstance(scope, str):
        raise InvalidMetadataError("invalid_client_metadata", "scope must be a string of scopes separated by spaces.")
    scopes = list(dict.fromkeys(scope.split()))
    for item in scopes:
        if item not in BUILT_IN:
            raise InvalidMetadataError("invalid_client_metadata", f"The scope {item!r} is unknown.")
    return scopes
