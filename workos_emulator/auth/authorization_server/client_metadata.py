"""Client ID metadata documents: the client ID of an application is the URL of its metadata."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from workos_emulator.auth.authorization_server import client_data, protocol, registration
from workos_emulator.auth.authorization_server.protocol import Parameters
from workos_emulator.http import errors, payload
from workos_emulator.http.messages import Fetched, Request
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.state import State

PATHS = frozenset({"/oauth2/authorize", "/oauth2/device_authorization"})
"""The endpoints that start a sign-in. Only they fetch documents; the token endpoint knows the application."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_DEFAULT_LIFETIME = timedelta(minutes=5)
_MAX_LIFETIME = timedelta(hours=24)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age=([0-9]{1,9})(?=[\s,]|$)")


def requested_url(request: Request) -> str | None:
    """Return the client ID of a request that starts a sign-in, if it is a URL."""
    if request.path not in PATHS:
        return None
    text = request.body.decode("latin-1") if request.method == "POST" else request.query
    try:
        client_id = protocol.read_query(text).get("client_id") or ""
    except errors.ApiError:
        return None
    return client_id if client_id.startswith(("https://", "http://")) else None


def needs_fetch(state: State, url: str) -> bool:
    """Return whether the document must be fetched: it is allowed and valid as a client ID, but not cached."""
    return state.settings.client_id_metadata_documents and _url_problem(url) is None and not _is_cached(state, url)


def store(state: State, fetched: Fetched) -> None:
    """Store the application that a fetched document describes.

    Raises:
        ApiError: 400 `invalid_client` if it was not fetched, or is invalid.
    """
    if fetched.error is not None:
        raise _invalid(fetched.url, fetched.error)
    try:
        document = payload.parse(fetched.body)
    except ValueError:
        raise _invalid(fetched.url, "it is not valid JSON") from None
    application = add(state, fetched.url, document)
    application.metadata_expires_at = state.now() + _lifetime(fetched.cache_control)
    state.credentials.applications.changed(application)


def add(state: State, url: str, document: Any) -> Application:
    """Store the application that a document describes, which is then not fetched.

    Raises:
        ApiError: 400 `invalid_client` if the URL cannot be a client ID, or the document is invalid.
    """
    if (problem := _url_problem(url)) is not None:
        raise _invalid(url, problem)
    if not payload.is_object(document) or document.get("client_id") != url:
        raise _invalid(url, "its client_id is not its URL")
    if "client_secret" in document or "client_secret_expires_at" in document:
        raise _invalid(url, "it has a client secret")
    try:
        data = client_data.read(document, default_auth_method="none")
    except client_data.InvalidMetadataError as error:
        raise _invalid(url, error.description) from None
    if data.auth_method != "none":
        raise _invalid(url, "token_endpoint_auth_method must be none")
    application = state.credentials.applications.find("client_id", url)
    if application is None:
        return registration.add_application(state, url, data)
    registration.apply(application, data)
    application.metadata_expires_at, application.updated_at = None, state.now()
    state.credentials.applications.changed(application)
    return application


def check(state: State, parameters: Parameters, fetched: Fetched | None) -> None:
    """Store the document that was fetched for a request, and check that its client ID can be used.

    Raises:
        ApiError: 400 `invalid_client` if the client ID is a URL without a valid document.
    """
    client_id = parameters.get("client_id") or ""
    if not client_id.startswith(("https://", "http://")):
        return
    if not state.settings.client_id_metadata_documents:
        text = "client ID metadata documents are disabled; enable the setting client_id_metadata_documents"
        raise _invalid(client_id, text)
    if (problem := _url_problem(client_id)) is not None:
        raise _invalid(client_id, problem)
    if fetched is not None and fetched.url == client_id:
        store(state, fetched)


def _is_cached(state: State, url: str) -> bool:
    application = state.credentials.applications.find("client_id", url)
    if application is None:
        return False
    return application.metadata_expires_at is None or application.metadata_expires_at > state.now()


def _url_problem(url: str) -> str | None:
    """Return why a URL cannot be a client ID; None if it can."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "it is not a valid URL"
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        return "it must use https, except on loopback addresses"
    if not url.isascii() or not url.isprintable() or " " in url:
        return "it is not a valid URL"
    if not parts.hostname or "@" in parts.netloc or "#" in url:
        return "it must have a host, but no user information and no fragment"
    if parts.path in ("", "/") or any(segment in (".", "..") for segment in parts.path.split("/")):
        return "it must have a path without dot segments"
    return None


def _lifetime(cache_control: str) -> timedelta:
    if "no-store" in cache_control or "no-cache" in cache_control:
        return timedelta()
    match = _MAX_AGE.search(cache_control)
    return min(timedelta(seconds=int(match[1])), _MAX_LIFETIME) if match else _DEFAULT_LIFETIME


def _invalid(url: str, problem: str) -> errors.ApiError:
    return protocol.error("invalid_client", f"The client metadata at {url} cannot be used: {problem}.")
