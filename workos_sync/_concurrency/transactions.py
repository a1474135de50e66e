# Generated from codegen/sync_overrides/_concurrency/transactions.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Transactions of SQLAlchemy."""

from contextlib import AbstractContextManager
from importlib import import_module
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)

TRANSACTION_FACTORIES = "an Engine or a sessionmaker"
"""The classes that `is_transaction_factory` accepts, for error messages."""


class TransactionFactory(Protocol[T_co]):
    """An `Engine` (its transactions yield a `Connection`) or a `sessionmaker` (a `Session`)."""

    def begin(self) -> AbstractContextManager[T_co]:
        """Return a transaction, which commits at the end of its block and rolls back if the block raises."""
        ...


def is_transaction_factory(bind: object) -> bool:
    """Return whether an object is an `Engine` or a `sessionmaker`."""
    engines, sessions = import_module("sqlalchemy"), import_module("sqlalchemy.orm")
    return isinstance(bind, engines.Engine | sessions.sessionmaker)
