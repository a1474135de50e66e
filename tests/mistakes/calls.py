"""Mistakes in calls, pagers and names."""

import copy
import pickle
import re
from typing import Any

from tests.mistakes.mistake import Mistake
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError

T: Any = InvalidArgumentTypeError
V = InvalidArgumentError
C = ConfigurationError


def _pager(sdk: Any) -> Any:
    return sdk.client.organizations.list_organizations()


def _with(client: Any) -> None:
    with client:
        pass


async def _call_after_close(sdk: Any) -> None:
    client = sdk.new("sk_test_1")
    await client.aclose()
    await client.organizations.get_organization("org_1")


MISTAKES = [
    Mistake(
        "a call without an API key",
        lambda sdk: sdk.keyless.organizations.get_organization("org_1"),
        C,
        "this call requires an API key: pass WorkOS(api_key=…) or set WORKOS_API_KEY",
    ),
    Mistake(
        "an authorization URL without a client ID",
        lambda sdk: sdk.keyless.user_management.get_authorization_url(
            redirect_uri="https://a.com/", provider="authkit"
        ),
        C,
        "this call requires a client ID: pass WorkOS(client_id=…) or set WORKOS_CLIENT_ID",
    ),
    Mistake(
        "a call after the client was closed",
        _call_after_close,
        C,
        "this client is closed; create a new one",
        only="workos_async",
    ),
    Mistake(
        "the name of another SDK",
        lambda sdk: sdk.client.admin_portal,
        AttributeError,
        "WorkOS has no attribute 'admin_portal'; use workos.portal",
    ),
    Mistake(
        "a resource client of another SDK",
        lambda sdk: sdk.client.users,
        AttributeError,
        "WorkOS has no attribute 'users'; use workos.user_management",
    ),
    Mistake(
        "a resource client in the singular",
        lambda sdk: sdk.client.organization,
        AttributeError,
        "WorkOS has no attribute 'organization'; use organizations",
    ),
    Mistake(
        "a misspelled method",
        lambda sdk: sdk.client.organizations.get_organisation("org_1"),
        AttributeError,
        "Organizations has no attribute 'get_organisation'; use get_organization",
    ),
    Mistake(
        "an unknown method",
        lambda sdk: sdk.client.organizations.frobnicate,
        AttributeError,
        "Organizations has no attribute 'frobnicate'",
    ),
    Mistake(
        "close of the async client",
        lambda sdk: sdk.client.close,
        AttributeError,
        "WorkOS has no attribute 'close'; use await workos.aclose()",
        only="workos_async",
    ),
    Mistake(
        "aclose of the sync client",
        lambda sdk: sdk.client.aclose,
        AttributeError,
        "WorkOS has no attribute 'aclose'; use workos.close()",
        only="workos_sync",
    ),
    Mistake(
        "with on the async client",
        lambda sdk: _with(sdk.client),
        TypeError,
        "this is the async client: write `async with`, or use workos_sync.WorkOS",
        only="workos_async",
    ),
    Mistake(
        "await on a pager",
        lambda sdk: _pager(sdk).__await__(),
        TypeError,
        "a pager can't be awaited: write `async for item in pager`, `await pager.page()` for one page, or `await pager.collect()` for a list of all items",
        only="workos_async",
    ),
    Mistake(
        "for over an async pager",
        lambda sdk: list(_pager(sdk)),
        TypeError,
        "this pager is async: write `async for`, or `await pager.collect()` for a list of all items",
        only="workos_async",
    ),
    Mistake(
        "data of a pager",
        lambda sdk: _pager(sdk).data,
        AttributeError,
        "Pager has no attribute 'data'; use page(), whose result has data",
    ),
    Mistake(
        "auto_paging_iter of a pager",
        lambda sdk: _pager(sdk).auto_paging_iter,
        AttributeError,
        "Pager has no attribute 'auto_paging_iter'; use the pager itself, which iterates over all pages",
    ),
    Mistake(
        "an index of a pager",
        lambda sdk: _pager(sdk)[0],
        TypeError,
        "a pager has no items by index: `take(n)` returns the first n items, `collect()` a list of all",
    ),
    Mistake("len of a pager", lambda sdk: len(_pager(sdk)), TypeError, "object of type 'Pager' has no len()"),
    Mistake("a negative number of items", lambda sdk: _pager(sdk).take(-1), V, "count must be at least 0 (got -1)"),
    Mistake("text as number of items", lambda sdk: _pager(sdk).take("10"), T, "count must be an int, not str"),
    Mistake(
        "a negative prefetch",
        lambda sdk: _pager(sdk).items(prefetch=-1),
        V,
        "prefetch must be a number of pages, at least 0 (got -1)",
    ),
    Mistake(
        "text as prefetch",
        lambda sdk: _pager(sdk).pages(prefetch="2"),
        V,
        "prefetch must be a number of pages, at least 0 (got '2')",
    ),
    Mistake(
        "a pickled client",
        lambda sdk: pickle.dumps(sdk.client),
        TypeError,
        "a client can't be copied or pickled: it has open connections. Create one in each process, or call with_options() for other settings",
    ),
    Mistake(
        "a copied client",
        lambda sdk: copy.deepcopy(sdk.client),
        TypeError,
        "a client can't be copied or pickled: it has open connections. Create one in each process, or call with_options() for other settings",
    ),
    Mistake(
        "AsyncWorkOS",
        lambda sdk: sdk.package.AsyncWorkOS,
        ImportError,
        re.compile("workos_(async|sync) has no AsyncWorkOS; write `from workos_async import WorkOS`"),
    ),
    Mistake(
        "an unknown name of the package",
        lambda sdk: sdk.package.NoSuchName,
        AttributeError,
        re.compile("module 'workos_(async|sync)' has no attribute 'NoSuchName'"),
    ),
    Mistake(
        "with_response of a result",
        lambda sdk: sdk.client.with_response({}),
        T,
        "method must be a method, not dict: pass workos.organizations.get_organization and its arguments",
    ),
    Mistake(
        "with_response of a method without a request",
        lambda sdk: sdk.client.with_response(_pager(sdk).pages),
        V,
        "Pager.pages sent no request; for a list, pass the method `page` of the pager",
    ),
    Mistake(
        "both cursors, before the list is read",
        lambda sdk: sdk.client.organizations.list_organizations(before="org_1", after="org_2"),
        V,
        "before and after are mutually exclusive; pass one of them",
    ),
    Mistake(
        "an unknown option of a list, before it is read",
        lambda sdk: sdk.client.organizations.list_organizations(options={"timeuot": 5}),
        T,
        "unknown option timeuot; the options of a call are timeout, max_retries, retry, deadline, headers, idempotent, priority, on_response",
    ),
    Mistake(
        "an empty ID in the path of a list, before it is read",
        lambda sdk: sdk.client.user_management.list_user_api_keys(""),
        V,
        "user_id must not be empty, '.' or '..' (got ''); pass the ID of an existing object",
    ),
    Mistake(
        "an idempotency key of a raw GET",
        lambda sdk: sdk.client.request("GET", "/organizations", idempotency_key="key"),
        V,
        "idempotency_key is for POST requests; omit it for a GET",
    ),
]
