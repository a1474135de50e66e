"""Private names of other libraries that the packages use, and calls in a process in which a library lacks one of them.

`python -m tests.support.private_names LIBRARY NAME HTTP_LIBRARY` reads the URLs of servers from its standard input, and prints the
log messages.
"""

import asyncio
import importlib.abc
import importlib.machinery
import logging
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import SourceFileLoader
from types import CodeType, ModuleType
from typing import Any, NamedTuple


class PrivateName(NamedTuple):
    """A private name.

    Attributes:
        library: The library that it belongs to.
        name: The name.
        modules: The modules that use it, relative to the packages.
        without: What happens without it.
        warns: Whether the log says so.
    """

    library: str
    name: str
    modules: tuple[str, ...]
    without: str
    warns: bool = False


UNREAD = "workos_async/_http/connections/unread_bytes.py"
STREAMS = "workos_async/_concurrency/network_streams.py"
SYNC_STREAMS = "codegen/sync_overrides/_concurrency/network_streams.py"
TRANSPORT = "workos_async/_http/connections/core_transport.py"
AIOHTTP = "workos_async/_http/backends/aiohttp_backend.py"
AIOHTTP_REQUESTS = "workos_async/_http/backends/aiohttp_requests.py"
LOCKS = "workos_async/_concurrency/locks.py"
_OWN_POOL = "httpcore's own connection pool is used, which is slower and does not notice bytes behind a response"
_SHARED = "with a custom transport or client, bytes behind a response are not noticed"
_BODY = "an error response to a large request that breaks the connection is reported as a broken connection"

PRIVATE_NAMES = (
    *(
        name
        for suffix in ("", "2")
        for name in (
            PrivateName(
                f"httpx{suffix}", "_pool", (TRANSPORT,), "an instrumented transport uses the pool of httpx", warns=True
            ),
            PrivateName(f"httpx{suffix}", "_stream", (UNREAD,), _SHARED),
            PrivateName(f"httpx{suffix}", "_httpcore_stream", (UNREAD,), _SHARED),
            PrivateName(f"httpcore{suffix}", "_h11_state", (UNREAD,), _OWN_POOL, warns=True),
            PrivateName(f"httpcore{suffix}", "_connection", (UNREAD,), _OWN_POOL, warns=True),
            PrivateName(f"httpcore{suffix}", "_stream", (STREAMS, UNREAD), "unread bytes of a paused read are missed"),
        )
    ),
    PrivateName("anyio", "_protocol", (STREAMS,), "unread bytes of a paused read are missed"),
    PrivateName("anyio", "_read_bio", (STREAMS,), _BODY),
    PrivateName("trio", "_incoming", (STREAMS,), _BODY),
    PrivateName("asyncio", "_ssl_protocol", (AIOHTTP_REQUESTS,), _BODY),
    PrivateName("asyncio", "_incoming", (AIOHTTP_REQUESTS,), _BODY),
    PrivateName(
        "aiohttp", "_retry_connection", (AIOHTTP,), "aiohttp retries idempotent requests itself as well", warns=True
    ),
    PrivateName("aiohttp", "_request", ("workos_core/http/mocked_libraries.py",), "mocks of aiohttp are not noticed"),
    PrivateName("threading", "_is_owned", (LOCKS,), "a fork during a call of another thread can block the child"),
    PrivateName("threading", "_at_fork_reinit", (LOCKS,), "a fork during a call of another thread can block the child"),
    PrivateName("ninja", "_ninja_csrf_exempt", ("workos_web/django/ninja.py",), "exempt views are checked as well"),
    PrivateName(
        "django",
        "_cache_update_cache",
        ("workos_web/django/_caching.py",),
        "responses that depend on the user are kept out of shared caches by their headers only",
    ),
)
PUBLIC = {
    ("workos_web/django/users.py", "_meta"),
    ("workos_web/django/users.py", "_default_manager"),
    ("workos_web/django/rest_framework.py", "_request"),
}
"""Names with an underscore that their libraries document for use by others: Django and Django REST framework."""


class _Renaming(importlib.abc.MetaPathFinder):
    """Loads a library in whose source a name is replaced by another one."""

    def __init__(self, library: str, name: str) -> None:
        self._library = library
        self._pattern = re.compile(rf"(?<![\w]){re.escape(name)}\b")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] != self._library:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path, self._pattern)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, pattern: re.Pattern[str]) -> None:
        super().__init__(fullname, path)
        self._pattern = pattern

    def get_code(self, fullname: str) -> CodeType:
        source = self._pattern.sub("_renamed_in_a_later_version", self.get_data(self.path).decode())
        return compile(source, self.path, "exec", dont_inherit=True)


def _call_sync(url: str, library: Any) -> None:
    import workos_sync

    with workos_sync.WorkOS("sk_1", base_url=url, verify=False, max_retries=0, http_library=library) as workos:
        for _ in range(3):
            assert workos.organizations.get_organization("org_1").id == "org_1"
        assert workos.organizations.create_organization(name="x" * 300_000).id == "org_1"


async def _call(url: str, library: Any) -> None:
    import workos_async

    async with workos_async.WorkOS("sk_1", base_url=url, verify=False, max_retries=0, http_library=library) as workos:
        for _ in range(3):
            assert (await workos.organizations.get_organization("org_1")).id == "org_1"
        assert (await workos.organizations.create_organization(name="x" * 300_000)).id == "org_1"


def clients_of(http_library: str) -> list[Callable[[str, str], object]]:
    """Return functions that make four calls each, with every client of an HTTP library."""
    if http_library == "aiohttp":
        return [lambda url, library: asyncio.run(_call(url, library))]
    import trio

    return [
        _call_sync,
        lambda url, library: asyncio.run(_call(url, library)),
        lambda url, library: trio.run(_call, url, library),
    ]


@contextmanager
def instrumented(http_library: str) -> Iterator[None]:
    """Replace the methods of httpx that send requests, as tracing libraries do."""
    library = import_module(http_library)

    def wrapper(original: Any) -> Any:
        return lambda *args: original(*args)

    classes = ((library.HTTPTransport, "handle_request"), (library.AsyncHTTPTransport, "handle_async_request"))
    originals = [getattr(transport, method) for transport, method in classes]
    for (transport, method), original in zip(classes, originals, strict=True):
        setattr(transport, method, wrapper(original))
    try:
        yield
    finally:
        for (transport, method), original in zip(classes, originals, strict=True):
            setattr(transport, method, original)


class _Printing(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        sys.stdout.write(f"{record.getMessage()}\n")


if __name__ == "__main__":
    renamed, name, http_library = sys.argv[1:]
    # The standard library is loaded already; its classes don't call these names of each other by `getattr`.
    for module in [module for module in sys.modules if module.partition(".")[0] == renamed]:
        del sys.modules[module]
    sys.meta_path.insert(0, _Renaming(renamed, name))
    if renamed == "asyncio":
        import asyncio
    logging.getLogger("workos").addHandler(_Printing(logging.WARNING))
    for url in sys.stdin.read().split():
        for client in clients_of(http_library):
            client(url, http_library)
            if http_library != "aiohttp":
                with instrumented(http_library):
                    client(url, http_library)
