"""Transactions of SQLAlchemy."""

from contextlib import AbstractAsyncContextManager
from importlib import import_module
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)

TRANSACTION_FACTORIES = "an AsyncEngine or an async_sessionmaker"
"""The classes that `is_transaction_factory` accepts, for error messages."""


class TransactionFactory(Protocol[T_co]):
    """An `AsyncEngine` (its transactions yield an `AsyncConnection`) or an `async_sessionmaker` (an `AsyncSession`)."""

    def begin(self) -> AbstractAsyncContextManager[T_co]:
        """Return a transaction, which commits at the end of its block and rolls back if the block raises."""
        ...


def is_transaction_factory(bind: object) -> bool:
    """Return whether an object is an `AsyncEngine` or an `async_sessionmaker`."""
    library = import_module("sqlalchemy.ext.asyncio")
    return isinstance(bind, library.AsyncEngine | library.async_sessionmaker)
