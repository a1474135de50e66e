# Generated from workos_async/_events/database_errors.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Errors of SQL databases: which ones are transient, because the database is unreachable, restarting, overloaded or locked."""

from importlib import import_module
from typing import Any

_POSTGRESQL_STATES = ("08", "40", "53", "55006", "55P03", "57", "58")
"""Classes and codes: connections, rollbacks, resources, locks, shutdown and canceled statements, and errors of the operating system.

https://www.postgresql.org/docs/current/errcodes-appendix.html
"""
_MYSQL_DRIVERS = ("MySQLdb", "asyncmy", "mariadb", "mysql", "pymysql")
"""The packages whose exceptions have a number. That of aiomysql is pymysql."""
_MYSQL_CODES = {
    # Resources and limits
    *(1021, 1037, 1040, 1041, 1203, 1226, 1637),
    # Connections, shutdown, and a node of a cluster that is not ready
    *(1047, 1053, 1080, 1152, *range(1154, 1162), 1184, 1927, 3168, 3169, 4031),
    # Locks and deadlocks
    *(1205, 1206, 1213, 3572),
    # Canceled statements
    *(1317, 1969, 3024),
    # Errors of the client: connections
    *(*range(2000, 2015), 2026, 2027, 2045, 2055),
}
"""https://dev.mysql.com/doc/mysql-errors/en/ and https://mariadb.com/kb/en/mariadb-error-code-reference/"""
_FIRST_MYSQL_CODE = 1000


def is_database_error(error: Exception) -> bool:
    """Return whether an exception is one of SQLAlchemy, of the operating system, or of asyncpg.

    SQLAlchemy 2.0 does not translate the exceptions that asyncpg raises while it connects.
    """
    return isinstance(error, import_module("sqlalchemy.exc").SQLAlchemyError | OSError) or _package(error) == "asyncpg"


def is_transient(error: Any) -> bool:
    """Return whether an exception for which `is_database_error` is true may pass without a change to the database or the settings."""
    errors = import_module("sqlalchemy.exc")
    if isinstance(error, errors.TimeoutError | OSError):
        return True
    if not isinstance(error, errors.DBAPIError):
        return _is_transient_state(error) or type(error).__name__ in (
            "InterfaceError",
            "TargetServerAttributeNotMatched",
        )
    if error.connection_invalidated:
        return True
    original = error.orig
    sqlite_code = getattr(original, "sqlite_errorcode", None)
    if sqlite_code is not None:
        import sqlite3

        return (sqlite_code & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    # Drivers of MySQL raise OperationalError for most codes, also for those of a wrong table or password.
    mysql_code = _mysql_code(original)
    if mysql_code is not None:
        return mysql_code in _MYSQL_CODES
    # With asyncpg, most errors of the server have no class of their own.
    return _is_transient_state(original) or isinstance(error, errors.OperationalError | errors.InterfaceError)


def _is_transient_state(error: Any) -> bool:
    """Return whether an exception of a driver of PostgreSQL has the SQLSTATE of a transient error."""
    details: Any = error.args[0] if error.args else None
    state = getattr(error, "sqlstate", None) or getattr(error, "pgcode", None)
    if state is None and hasattr(details, "get"):  # of pg8000
        state = details.get("C")
    return isinstance(state, str) and state.startswith(_POSTGRESQL_STATES)


def _mysql_code(error: Any) -> int | None:
    """Return the number of an error of MySQL or MariaDB; None for another database, and if the driver has given it none."""
    if _package(error) not in _MYSQL_DRIVERS:
        return None
    codes = (getattr(error, "errno", None), *error.args[:1])
    return next((code for code in codes if isinstance(code, int) and code >= _FIRST_MYSQL_CODE), None)


def _package(error: Any) -> str:
    return type(error).__module__.partition(".")[0]
