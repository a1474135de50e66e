"""Errors of the drivers of PostgreSQL and MySQL in `SQLAlchemyCursorStore`: which of them a stream waits for."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import create_engine
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

import workos_async
import workos_sync
from workos_core.errors import ConfigurationError, StoreUnavailableError

Load = Callable[[Path, Exception], object]


def _load_sync(path: Path, error: Exception) -> object:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    store = workos_sync.SQLAlchemyCursorStore(engine)
    sqlalchemy.event.listen(engine, "before_execute", _raise(error))
    return store.load()


def _load_async(path: Path, error: Exception) -> object:
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}", poolclass=NullPool)
    store = workos_async.SQLAlchemyCursorStore(engine)
    sqlalchemy.event.listen(engine.sync_engine, "before_execute", _raise(error))
    return asyncio.run(store.load())


def _raise(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.fixture(params=[_load_async, _load_sync], ids=["async", "sync"])
def load(request: pytest.FixtureRequest) -> Load:
    result: Load = request.param
    return result


def driver_error(module: str, name: str, *args: object, **attributes: object) -> Exception:
    """Return an exception as the driver raises it."""
    base = type("Error", (Exception,), {"__module__": module})
    error: Exception = type(name, (base,), {"__module__": module})(*args)
    for key, value in attributes.items():
        setattr(error, key, value)
    return error


def wrapped(original: Exception) -> Exception:
    """Return the exception of SQLAlchemy for one of a driver."""
    error: Exception = DBAPIError.instance("UPDATE workos_cursors", {}, original, Exception)
    return error


def asyncpg_error(state: str) -> Exception:
    """Return an error of the server as SQLAlchemy's adapter of asyncpg raises it: most have no class of their own."""
    make_error: Any = AsyncAdapt_asyncpg_dbapi.Error
    error = make_error("<class 'asyncpg.exceptions.X'>: a reason")
    error.sqlstate = error.pgcode = state
    assert type(wrapped(error)) is DBAPIError
    return wrapped(error)


def psycopg_error(name: str, state: str | None) -> Exception:
    return wrapped(driver_error("psycopg.errors", name, "a reason", sqlstate=state))


def psycopg2_error(name: str, state: str | None) -> Exception:
    return wrapped(driver_error("psycopg2.errors", name, "a reason", pgcode=state))


def pg8000_error(state: str) -> Exception:
    return wrapped(driver_error("pg8000.exceptions", "ProgrammingError", {"C": state, "M": "a reason"}))


def mysql_error(module: str, name: str, code: int) -> Exception:
    return wrapped(driver_error(module, name, code, "a reason"))


POSTGRESQL_TRANSIENT = [
    *("08000", "08003", "08006", "08P01", "40001", "40P01", "53100", "53300", "55006", "55P03"),
    *("57014", "57P01", "57P02", "57P03", "58030"),
]
POSTGRESQL_FINAL = ["28P01", "3D000", "42501", "42703", "42P01", "55000", "XX000"]
MYSQL_TRANSIENT = [1040, 1047, 1053, 1158, 1203, 1205, 1213, 1317, 1927, 2002, 2003, 2006, 2013, 2055, 3024, 3572, 4031]
MYSQL_FINAL = [1044, 1045, 1049, 1054, 1142, 1146, 1290, 1364, 2059]

TRANSIENT = {
    **{f"asyncpg {state}": asyncpg_error(state) for state in POSTGRESQL_TRANSIENT},
    **{
        f"asyncpg {state}, connecting": driver_error("asyncpg.exceptions", "PostgresError", "a reason", sqlstate=state)
        for state in POSTGRESQL_TRANSIENT
    },
    "asyncpg without a primary": driver_error("asyncpg.exceptions", "TargetServerAttributeNotMatched", "a reason"),
    "asyncpg, closed": driver_error("asyncpg.exceptions._base", "InterfaceError", "a reason"),
    **{f"psycopg {state}": psycopg_error("DatabaseError", state) for state in POSTGRESQL_TRANSIENT},
    "psycopg, connecting": psycopg_error("OperationalError", None),
    **{f"psycopg2 {state}": psycopg2_error("DatabaseError", state) for state in POSTGRESQL_TRANSIENT},
    "psycopg2, connecting": psycopg2_error("OperationalError", None),
    "psycopg2, closed": psycopg2_error("InterfaceError", None),
    **{f"pg8000 {state}": pg8000_error(state) for state in POSTGRESQL_TRANSIENT},
    **{f"pymysql {code}": mysql_error("pymysql.err", "OperationalError", code) for code in MYSQL_TRANSIENT},
    "pymysql, closed": mysql_error("pymysql.err", "InterfaceError", 0),
    **{f"mysqlclient {code}": mysql_error("MySQLdb._exceptions", "DatabaseError", code) for code in MYSQL_TRANSIENT},
    **{f"asyncmy {code}": mysql_error("asyncmy.errors", "InternalError", code) for code in MYSQL_TRANSIENT},
    **{
        f"mysql-connector {code}": wrapped(
            driver_error("mysql.connector.errors", "DatabaseError", "a reason", errno=code, sqlstate="HY000")
        )
        for code in MYSQL_TRANSIENT
    },
    "mysql-connector, closed": wrapped(driver_error("mysql.connector.errors", "OperationalError", -1, "a reason")),
    "pool": PoolTimeout("a reason"),
    "refused": ConnectionRefusedError("a reason"),
    "timeout": TimeoutError("a reason"),
}
FINAL = {
    **{f"asyncpg {state}": asyncpg_error(state) for state in POSTGRESQL_FINAL},
    **{
        f"asyncpg {state}, connecting": driver_error("asyncpg.exceptions", "PostgresError", "a reason", sqlstate=state)
        for state in POSTGRESQL_FINAL
    },
    "asyncpg, settings": driver_error("asyncpg.exceptions._base", "ClientConfigurationError", "a reason"),
    **{f"psycopg {state}": psycopg_error("ProgrammingError", state) for state in POSTGRESQL_FINAL},
    **{f"pymysql {code}": mysql_error("pymysql.err", "OperationalError", code) for code in MYSQL_FINAL},
    "SQLAlchemy": DisconnectionError("a reason"),
}


@pytest.mark.parametrize("error", TRANSIENT.values(), ids=TRANSIENT)
def test_transient_errors_are_waited_for(load: Load, error: Exception, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match=r"SQLAlchemyCursorStore\(name='events'\): .*a reason") as caught:
        load(tmp_path / "app.db", error)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", FINAL.values(), ids=FINAL)
def test_other_errors_are_raised(load: Load, error: Exception, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"SQLAlchemyCursorStore\(name='events'\) can't .*a reason.*; make it"):
        load(tmp_path / "app.db", error)


def test_broken_connection(load: Load, tmp_path: Path) -> None:
    """SQLAlchemy recognizes it by the state of the connection, whatever the class of the exception is."""
    error: Any = wrapped(driver_error("driver", "DatabaseError", "a reason"))
    error.connection_invalidated = True
    with pytest.raises(StoreUnavailableError, match="a reason"):
        load(tmp_path / "app.db", error)


def test_exceptions_of_the_application_are_not_translated(load: Load, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        load(tmp_path / "app.db", ZeroDivisionError())
