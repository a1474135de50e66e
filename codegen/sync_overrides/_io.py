"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
import time
from collections.abc import Hashable

import httpx

HTTPClient = httpx.Client
Transport = httpx.BaseTransport


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def context() -> Hashable:
    """What open connections belong to: they don't work in a forked process."""
    return os.getpid()
