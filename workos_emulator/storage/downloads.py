"""Temporary files that can be downloaded without an API key. The URL contains a secret."""

from datetime import timedelta

from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.transient import Download
from workos_emulator.storage.state import State

PREFIX = "/_emulator/downloads/"


def create_download(state: State, text: str, lifetime: timedelta) -> str:
    """Store a text file and return the path to download it from. It is available for the given lifetime."""
    now, secret = state.now(), state.ids.secret(32)
    for expired in [file for file in state.downloads if file.expires_at <= now]:
        state.downloads.remove(expired.id)
    state.downloads.add(Download(id=secret, text=text, expires_at=now + lifetime, created_at=now, updated_at=now))
    return PREFIX + secret


def get_download(state: State, path: str) -> Response:
    """Return the file at a path that `create_download` returned.

    Raises:
        ApiError: 404 if the file does not exist or has expired.
    """
    file = state.downloads.get(path.removeprefix(PREFIX))
    if file is None or file.expires_at <= state.now():
        raise errors.plain(404, "File not found, or the URL has expired.")
    return Response(200, {"content-type": "text/csv; charset=utf-8"}, file.text.encode())
