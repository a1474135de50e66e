"""Files that can be fetched without a key, for a while, by whoever knows the address."""

from datetime import timedelta

from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.transient import Download
from workos_emulator.storage.state import State

PREFIX = "/_emulator/downloads/"


def create_download(state: State, text: str, lifetime: timedelta) -> str:
    """The path at which a text can be fetched for a while."""
    now, secret = state.now(), state.ids.secret(32)
    for old in [file for file in state.downloads if file.expires_at <= now]:
        state.downloads.remove(old.id)
    state.downloads.add(Download(id=secret, text=text, expires_at=now + lifetime, created_at=now, updated_at=now))
    return PREFIX + secret


def get_download(state: State, path: str) -> Response:
    """The file at a path that `offer` has made.

    Raises:
        ApiError: 404, there is none, or its time is over.
    """
    file = state.downloads.get(path.removeprefix(PREFIX))
    if file is None or file.expires_at <= state.now():
        raise errors.plain(404, "There is no such file, or its time is over.")
    return Response(200, {"content-type": "text/csv; charset=utf-8"}, file.text.encode())
