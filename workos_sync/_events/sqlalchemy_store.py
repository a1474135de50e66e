# Generated from workos_async/_events/sqlalchemy_store.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A cursor store in the database of the application, through SQLAlchemy."""

from importlib import import_module
from typing import Any, Generic, TypeVar

from workos_core.errors import ConfigurationError, StoreUnavailableError
from workos_sync._concurrency.transactions import TRANSACTION_FACTORIES, TransactionFactory, is_transaction_factory
from workos_sync._events.cursor_stores import check_lease_seconds
from workos_sync._events.database_errors import is_database_error, is_transient
from workos_sync._events.event_stream import EventStream, EventTransaction

T = TypeVar("T")

TABLE_NAME = "workos_cursors"
_POOLS_WITH_ONE_CONNECTION = ("SingletonThreadPool", "StaticPool")
_MAX_ATTEMPTS = 10
"""How often a row is updated that another process changes at the same time."""


class SQLAlchemyCursorStore(Generic[T]):
    """Keeps the checkpoint in the database of your application (extra `sqlalchemy`, SQLAlchemy 2), in the table `workos_cursors`.

    `transaction` commits the changes of your application together with the position, so that each event takes effect exactly once.

    Only one stream at a time can save. Without `lease_seconds`, a new stream takes over at once, and the earlier one raises LeaseLostError.

    The first use creates the table if it is missing. Call `define_table` to create it with your own migrations.

    While the database is unreachable, restarting, overloaded or locked, the methods raise StoreUnavailableError, and a stream waits and
    tries again. If the table can't be used or created, they raise ConfigurationError.

    Args:
        bind: An engine, whose transactions yield a connection, or a session factory, whose transactions yield a session.
        name: The name of the stream, if several streams share the database. At most 255 characters.
        lease_seconds: For several consumers: how long a stream leads without renewing its lease, in seconds. The others stand by, and one
            of them takes over when the leader is closed, or this long after it was killed. It must be longer than your code may block
            the event loop. The lease is renewed while you handle an event, so the pool needs a second connection.

    Raises:
        ConfigurationError: SQLAlchemy 2 is not installed, `bind` has the wrong type, or its pool has only one connection and
            `lease_seconds` is set.
        InvalidArgumentError: `lease_seconds` is not positive.
    """

    def __init__(
        self, bind: TransactionFactory[T], *, name: str = "events", lease_seconds: float | None = None
    ) -> None:
        self._sqlalchemy = _library()
        if not is_transaction_factory(bind):
            raise ConfigurationError(
                f"bind must be {TRANSACTION_FACTORIES} of SQLAlchemy (got {type(bind).__module__}.{type(bind).__name__})"
            )
        self._bind = bind
        self._name = name
        self._lease_seconds = check_lease_seconds(lease_seconds)
        engine = getattr(bind, "kw", {}).get("bind", bind)
        pool = type(getattr(engine, "pool", None)).__name__
        if lease_seconds is not None and pool in _POOLS_WITH_ONE_CONNECTION:
            raise ConfigurationError(
                f"lease_seconds requires a pool with several connections (got {pool}): the lease is renewed while you handle an event"
            )
        self._table = self.define_table(self._sqlalchemy.MetaData())
        self._is_ready = False

    def __repr__(self) -> str:
        return f"SQLAlchemyCursorStore(name={self._name!r})"

    @staticmethod
    def define_table(metadata: Any) -> Any:
        """Add the table `workos_cursors` to a `MetaData`, and return it.

        Call it where you define your models, with `Base.metadata`, so that Alembic generates a migration for the table.
        """
        sqlalchemy = _library()
        column, text = sqlalchemy.Column, sqlalchemy.String(255)
        return sqlalchemy.Table(
            TABLE_NAME,
            metadata,
            column("name", text, primary_key=True),
            column("checkpoint", sqlalchemy.Text),
            column("holder", text),
            column("renewals", sqlalchemy.BigInteger, nullable=False, server_default="0"),
        )

    def transaction(self, stream: EventStream) -> EventTransaction[T]:
        """Return a transaction for the current event of a stream, a context manager that yields a connection or a session.

        At the end of the block, the position of the stream is saved in the transaction, which is then committed. If the block raises,
        everything is rolled back, and the event is not handled. Leave the commit to the context manager.

        Args:
            stream: The stream, which must have been created with this store.

        Raises:
            InvalidArgumentError: The stream has another store, or there is no current event.
            LeaseLostError: Another consumer has taken over the stream. The transaction was rolled back.
        """
        return stream.open_transaction(self, self._bind)

    def load(self) -> str | None:
        """See `CursorStore`."""
        rows, _ = self._execute(self._select(self._table.c.checkpoint))
        return rows[0][0] if rows else None

    def save(self, checkpoint: str | None) -> None:
        """See `CursorStore`."""
        if not self._update(self._row, checkpoint=checkpoint):
            self._insert()
            if not self._update(self._row, checkpoint=checkpoint):
                raise self._unusable("its row can't be updated")

    @property
    def lease_seconds(self) -> float | None:
        """See `LeasedCursorStore`."""
        return self._lease_seconds

    def acquire_lease(self, token: str, expected: tuple[str | None, int] | None) -> tuple[str | None, int]:
        """See `LeasedCursorStore`."""
        columns = self._table.c
        for _ in range(_MAX_ATTEMPTS):
            rows, _ = self._execute(self._select(columns.holder, columns.renewals))
            if not rows:
                self._insert()
                continue
            holder, renewals = rows[0]
            if holder is not None and (holder, renewals) != expected:
                return holder, renewals
            is_unchanged = (columns.holder.is_(None) if holder is None else columns.holder == holder) & (
                columns.renewals == renewals
            )
            if self._update(self._row & is_unchanged, holder=token, renewals=0):
                return token, 0
        raise self._unusable("its row can't be updated")

    def renew_lease(self, token: str) -> bool:
        """See `LeasedCursorStore`."""
        return self._update(self._is_holder(token), renewals=self._table.c.renewals + 1)

    def release_lease(self, token: str) -> None:
        """See `LeasedCursorStore`."""
        self._update(self._is_holder(token), holder=None)

    def save_with_lease(self, token: str, checkpoint: str) -> bool:
        """See `LeasedCursorStore`."""
        _, count = self._execute(self._fenced_save(token, checkpoint))
        return count == 1

    def save_in(self, transaction: Any, token: str, checkpoint: str) -> bool:
        """Do the same as `save_with_lease`, in a transaction of the application. Use `transaction` instead, which calls it."""
        return bool((transaction.execute(self._fenced_save(token, checkpoint))).rowcount)

    @property
    def _row(self) -> Any:
        return self._table.c.name == self._name

    def _is_holder(self, token: str) -> Any:
        return self._row & (self._table.c.holder == token)

    def _select(self, *columns: Any) -> Any:
        return self._sqlalchemy.select(*columns).where(self._row)

    def _fenced_save(self, token: str, checkpoint: str) -> Any:
        values = {"checkpoint": checkpoint, "renewals": self._table.c.renewals + 1}
        return self._sqlalchemy.update(self._table).where(self._is_holder(token)).values(values)

    def _update(self, condition: Any, **values: Any) -> bool:
        _, count = self._execute(self._sqlalchemy.update(self._table).where(condition).values(values))
        return count == 1

    def _insert(self) -> None:
        """Create the row, unless another process has created it."""
        try:
            self._execute(self._sqlalchemy.insert(self._table).values(name=self._name))
        except ConfigurationError as error:
            if not isinstance(error.__cause__, self._sqlalchemy.exc.IntegrityError):
                raise
            rows, _ = self._execute(self._select(self._table.c.name))
            if not rows:
                raise

    def _execute(self, statement: Any) -> tuple[list[Any], int]:
        """Execute a statement in a transaction of its own. Return its rows, and the number of rows it matched."""
        try:
            if not self._is_ready:
                self._prepare()
                self._is_ready = True
            return self._run(statement)
        except Exception as error:
            if not is_database_error(error):
                raise
            raise self._translate(error) from error

    def _prepare(self) -> None:
        """Check that the table can be written, and create it if it is missing."""
        # Without a write, missing permissions would be noticed only after the first event was handled.
        check = self._sqlalchemy.update(self._table).where(self._row).values(renewals=self._table.c.renewals)
        errors = self._sqlalchemy.exc
        try:
            self._run(check)
        except errors.DBAPIError as error:
            if is_transient(error):
                raise
            try:
                self._run(self._sqlalchemy.schema.CreateTable(self._table, if_not_exists=True))
            except errors.DBAPIError as creation_error:
                try:
                    self._run(check)  # another process may have created it at the same time
                except errors.DBAPIError:
                    raise creation_error from None
            else:
                self._run(check)

    def _run(self, statement: Any) -> tuple[list[Any], int]:
        bind: TransactionFactory[Any] = self._bind
        with bind.begin() as connection:
            result = connection.execute(statement)
            return (list(result), -1) if result.returns_rows else ([], result.rowcount)

    def _translate(self, error: Exception) -> Exception:
        cause = getattr(error, "orig", None) or error  # the message of the library has the statement and its parameters
        return StoreUnavailableError(f"{self}: {cause}") if is_transient(error) else self._unusable(cause)

    def _unusable(self, reason: object) -> ConfigurationError:
        return ConfigurationError(
            f"{self} can't use its database ({reason}); make it writable, and create the table {TABLE_NAME} with the columns of `define_table`"
        )


def _library() -> Any:
    try:
        sqlalchemy = import_module("sqlalchemy")
    except ImportError as error:
        raise ConfigurationError(
            "SQLAlchemyCursorStore requires SQLAlchemy: pip install 'workos-async[sqlalchemy]'"
        ) from error
    if sqlalchemy.__version__.startswith("1."):
        raise ConfigurationError(f"SQLAlchemyCursorStore requires SQLAlchemy 2 (got {sqlalchemy.__version__})")
    return sqlalchemy
