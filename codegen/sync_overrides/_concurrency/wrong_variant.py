"""Errors of async syntax with the sync client, which name the right syntax."""

from typing import TYPE_CHECKING, NoReturn

OTHER_VARIANT = {"aclose": "workos.close()"}
"""Methods of the async client, and what to write instead."""


class ClientSyntax:
    """The `async with` statement, which the client does not support."""

    # Hidden from type checkers, so that they report the mistake, too.
    if not TYPE_CHECKING:

        async def __aenter__(self) -> NoReturn:
            raise TypeError("this is the sync client: write `with`, or use workos_async.WorkOS")

        async def __aexit__(self, *_: object) -> None: ...


class PagerSyntax:
    """`async for` and `await`, which a pager does not support."""

    if not TYPE_CHECKING:

        def __aiter__(self) -> NoReturn:
            raise TypeError("this pager is sync: write `for`, or use workos_async.WorkOS")

        def __await__(self) -> NoReturn:
            raise TypeError("this pager is sync: iterate over it, or call `page()` or `collect()` without await")
