"""The modes in which every call is made: each HTTP library, under asyncio, under trio and in synchronous code where it supports them."""

from typing import Literal

from attrs import frozen

Flavor = Literal["asyncio", "trio", "sync"]


@frozen
class Mode:
    """An HTTP library, and the kind of code that uses it."""

    library: Literal["httpx", "httpx2", "aiohttp"]
    flavor: Flavor

    def __str__(self) -> str:
        return f"{self.library}, {self.flavor}"


MODES = (
    Mode("httpx", "asyncio"),
    Mode("httpx", "trio"),
    Mode("httpx", "sync"),
    Mode("httpx2", "asyncio"),
    Mode("httpx2", "trio"),
    Mode("httpx2", "sync"),
    Mode("aiohttp", "asyncio"),
)
