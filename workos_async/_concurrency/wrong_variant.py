"""Errors of sync syntax with the async client, which name the right syntax."""

from typing import TYPE_CHECKING, NoReturn

OTHER_VARIANT = {"close": "await workos.aclose()"}
"""Methods of the sync client, and what to write instead."""


class ClientSyntax:
    """The `with` statement, which the client does not support."""

    # Hidden from type checkers, so that they report the mistake, too.
    if not TYPE_CHECKING:

        def __enter__(self) -> NoReturn:
            raise TypeError("this is the async client: write `async with`, or use workos_sync.WorkOS")

        def __exit__(self, *_: object) -> None: ...


class PagerSyntax:
    """`for` and `await`, which a pager does not support."""

    if not TYPE_CHECKING:

        def __iter__(self) -> NoReturn:
            raise TypeError(
                "this pager is async: write `async for`, or `await pager.collect()` for a list of all items"
            )

        def __await__(self) -> NoReturn:
            raise TypeError(
                "a pager can't be awaited: write `async for item in pager`, `await pager.page()` for one page, or "
                "`await pager.collect()` for a list of all items"
            )
