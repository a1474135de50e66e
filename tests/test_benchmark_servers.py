"""The servers that benchmarks start in processes of their own."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks import pagination, rate_limits
from benchmarks.suites.flow import start_server


@contextmanager
def server(module: Any, *arguments: str) -> Iterator[str]:
    process, url = start_server(module, *arguments)
    with process:
        yield url
        process.communicate()  # closes its standard input, which ends it


def test_the_server_of_the_pagination_benchmark_starts() -> None:
    with (
        server(pagination) as url,
        urllib.request.urlopen(f"{url}/user_management/users?limit=1", timeout=30) as response,
    ):
        assert json.loads(response.read())["data"]


def test_the_server_of_the_rate_limit_benchmark_starts() -> None:
    with server(rate_limits, "burst") as url:
        assert rate_limits.counts(url) == {"requests": 0, "rate_limited": 0}
