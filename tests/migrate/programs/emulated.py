"""The emulator for the programs: it is configured with environment variables, as WorkOS would be."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from workos_emulator import Emulator


@contextmanager
def _emulated() -> Iterator[Emulator]:
    emulator = Emulator()
    with emulator.serve() as url:
        os.environ.update(
            WORKOS_BASE_URL=url,
            WORKOS_API_KEY=emulator.api_key,
            WORKOS_CLIENT_ID=emulator.client_id,
            WORKOS_COOKIE_PASSWORD="x1Qp7vJ0x7m3bq0m1Z2y3X4w5V6u7T8s9R0q1P2o3N4=",
        )
        from workos_testing import follow_clock

        with follow_clock(emulator.clock):
            yield emulator


class _Emulated:
    """`emulated()` is a context manager with the emulator.

    Attributes:
        is_migrated: Whether the program has been migrated; otherwise, it uses the official SDK.
    """

    is_migrated = "--official" not in sys.argv

    def __call__(self) -> Any:
        return _emulated()


emulated = _Emulated()


def authorization_code(emulator: Emulator, url: str, user: dict[str, Any]) -> str:
    """Return the code that WorkOS sends to the redirect URI when a user signs in."""
    response = httpx.get(httpx.URL(url).copy_merge_params({"login_hint": user["email"]}), trust_env=False)
    location = response.headers.get("location", "")
    if "code=" not in location:
        raise AssertionError(f"no code: {response.status_code} {location}")
    return parse_qs(urlsplit(location).query)["code"][0]
