"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import time

import httpx

HTTPClient = httpx.Client
Transport = httpx.BaseTransport


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)
