"""The clients that are measured: this SDK with and without its limiter, and the official SDK.

Functions import their SDK only when they are called, in a process of an environment that has it.
"""

import os
from collections.abc import Callable
from typing import Any
from uuid import uuid4

Client = Callable[..., Any]


def this_async(url: str, **settings: Any) -> Any:
    """Return an async client of this SDK."""
    import workos_async

    return workos_async.WorkOS("sk_test", base_url=url, **settings)


def this_sync(url: str, **settings: Any) -> Any:
    """Return a sync client of this SDK."""
    import workos_sync

    return workos_sync.WorkOS("sk_test", base_url=url, **settings)


def this_async_shared(url: str) -> Any:
    """Return an async client of this SDK with a limiter in Redis, whose keys no other client uses."""
    from workos_async import RedisRateLimiter

    return this_async(url, rate_limiter=RedisRateLimiter(os.environ["BENCHMARK_REDIS"], prefix=f"{uuid4()}:"))


def this_sync_shared(url: str) -> Any:
    """Return a sync client of this SDK with a limiter in Redis, whose keys no other client uses."""
    from workos_sync import RedisRateLimiter

    return this_sync(url, rate_limiter=RedisRateLimiter(os.environ["BENCHMARK_REDIS"], prefix=f"{uuid4()}:"))


def this_async_unlimited(url: str) -> Any:
    """Return an async client of this SDK without a limiter."""
    return this_async(url, rate_limiter=None)


def this_sync_unlimited(url: str) -> Any:
    """Return a sync client of this SDK without a limiter."""
    return this_sync(url, rate_limiter=None)


def official_async(url: str) -> Any:
    """Return an async client of the official SDK."""
    from workos import AsyncWorkOSClient

    return AsyncWorkOSClient(api_key="sk_test", client_id="client_1", base_url=url)


def official_sync(url: str) -> Any:
    """Return a sync client of the official SDK."""
    from workos import WorkOSClient

    return WorkOSClient(api_key="sk_test", client_id="client_1", base_url=url)
