"""Files that can be fetched without a key, for a while, by whoever knows the address."""

from datetime import timedelta

from workos_emulator import errors
from workos_emulator.messages import Response
from workos_emulator.state import State

PREFIX = "/_emulator/downloads/"


def offer(state: State, text: str, lifetime: timedelta) -> str:
    """The path at which a text can be fetched for a while."""
    now = state.now()
    for secret in [secret for secret, (until, _) in state.downloads.items() if until <= now]:
        del state.downloads[secret]
    secret = state.ids.secret(32)
    state.downloads[secret] = (now + lifetime, text)
    return PREFIX + secret


def fetch(state: State, path: str) -> Response:
    """The file at a path that `offer` has made.

    Raises:
        ApiError: 404, there is none, or its time is over.
    """
    until, text = state.downloads.get(path.removeprefix(PREFIX), (None, ""))
    if until is None or until <= state.now():
        raise errors.plain(404, "There is no such file, or its time is over.")
    return Response(200, {"content-type": "text/csv; charset=utf-8"}, text.encode())
