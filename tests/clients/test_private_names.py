"""Calls succeed without the private names of other libraries that the SDK uses, with every client, with and without TLS."""

import ssl
import subprocess
import sys
from collections.abc import Iterator

import pytest
import trustme

from tests.faults.faults import respond_ok
from tests.faults.server import Server
from tests.support.private_names import PRIVATE_NAMES, PrivateName

OF_REQUESTS = [each for each in PRIVATE_NAMES if each.library not in ("threading", "ninja", "django")]
"""The others are those of web frameworks, and of locks, which work without them (see the architecture tests)."""


def http_libraries(library: str) -> list[str]:
    """Return the HTTP libraries that use a library."""
    if library in ("asyncio", "aiohttp"):
        return ["aiohttp"]
    if library in ("anyio", "trio"):
        return ["httpx"]
    return ["httpx2" if library.endswith("2") else "httpx"]


CASES = [(each, http_library) for each in OF_REQUESTS for http_library in http_libraries(each.library)]


@pytest.fixture(scope="module")
def servers() -> Iterator[list[Server]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with Server(respond_ok).running() as plain, Server(respond_ok, tls=context).running() as secure:
        yield [plain, secure]


@pytest.mark.parametrize(("private", "http_library"), CASES, ids=[f"{each.library}-{each.name}" for each, _ in CASES])
def test_calls_succeed_without_a_private_name(private: PrivateName, http_library: str, servers: list[Server]) -> None:
    before = [(len(server.requests), server.connections) for server in servers]
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "tests.support.private_names",
            private.library,
            private.name,
            http_library,
        ],
        input=" ".join(server.url for server in servers),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Unclosed" not in done.stderr
    clients = 1 if http_library == "aiohttp" else 6  # sync, asyncio and trio, each also while httpx is instrumented
    for server, (requests, connections) in zip(servers, before, strict=True):
        assert len(server.requests) - requests == 4 * clients
        assert server.connections - connections == clients  # they are kept alive
    warnings = done.stdout.splitlines()
    assert len(warnings) == (0 if not private.warns else 1 if http_library == "aiohttp" else 2), warnings
    assert all(private.name in warning and private.library in warning for warning in warnings)
