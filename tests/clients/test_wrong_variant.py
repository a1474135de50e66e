"""Sync syntax with the async client, and the reverse."""

from typing import Any

import pytest

import workos_async
import workos_sync


async def test_sync_syntax_with_the_async_client() -> None:
    workos: Any = workos_async.WorkOS("sk_1")
    pager = workos.organizations.list_organizations()
    with pytest.raises(TypeError, match="async client: write `async with`"), workos:
        pass
    with pytest.raises(TypeError, match="async: write `async for`"):
        list(pager)
    with pytest.raises(TypeError, match=r"can't be awaited: write `async for .*`await pager\.page\(\)`"):
        await pager
    with pytest.raises(AttributeError, match=r"use await workos\.aclose\(\)$"):
        workos.close()


async def test_async_syntax_with_the_sync_client() -> None:
    workos: Any = workos_sync.WorkOS("sk_1")
    pager = workos.organizations.list_organizations()
    with pytest.raises(TypeError, match="sync client: write `with`"):
        async with workos:
            pass
    with pytest.raises(TypeError, match="sync: write `for`"):
        async for _ in pager:
            pass
    with pytest.raises(TypeError, match=r"sync: iterate over it, or call `page\(\)`"):
        await pager
    with pytest.raises(AttributeError, match=r"use workos\.close\(\)$"):
        await workos.aclose()


@pytest.mark.parametrize("package", [workos_async, workos_sync])
def test_index_of_a_pager(package: Any) -> None:
    """A pager is not a list, although it is one in other SDKs."""
    pager = package.WorkOS("sk_1").organizations.list_organizations()
    for index in (0, slice(3)):
        with pytest.raises(TypeError, match=r"`take\(n\)` returns the first n items, `collect\(\)` a list of all"):
            _ = pager[index]


@pytest.mark.parametrize("package", ["workos_async", "workos_sync"])
def test_names_of_other_sdks(package: str) -> None:
    for name in ("AsyncWorkOS", "AsyncWorkOSClient", "WorkOSClient", "SyncWorkOS"):
        with pytest.raises(
            ImportError, match=rf"^{package} has no {name}; write `from workos_(a?sync) import WorkOS`$"
        ):
            exec(f"from {package} import {name}")
    with pytest.raises(ImportError, match="cannot import name 'Missing'"):
        exec(f"from {package} import Missing")
