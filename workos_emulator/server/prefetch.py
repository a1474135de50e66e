"""Documents that are fetched before a request is handled, since handling holds the lock."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from workos_emulator.auth.authorization_server import client_metadata
from workos_emulator.http.messages import Request
from workos_emulator.pages.dashboard import paths as dashboard_paths
from workos_emulator.storage.state import State


def may_block(request: Request) -> bool:
    """Return whether handling a request may wait, for the network or for other requests, so that an event loop must use a thread."""
    return _is_search(request) or client_metadata.requested_url(request) is not None


def _is_search(request: Request) -> bool:
    if not dashboard_paths.may_be_search(request):
        return False
    from workos_emulator.pages.dashboard import router

    return router.is_search(request)


def fetch(request: Request, lock: AbstractContextManager[Any], state: Callable[[], State]) -> Request:
    """Return the request with the client metadata document that it needs, if any. The lock is not held meanwhile."""
    url = client_metadata.requested_url(request)
    if url is None:
        return request
    from workos_emulator.http import fetching

    with lock:
        if not client_metadata.needs_fetch(state(), url):
            return request
        allow_remote = state().settings.remote_client_metadata_enabled
    return replace(request, fetched=fetching.fetch_json(url, allow_remote=allow_remote))
