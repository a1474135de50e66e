"""Arguments of other types than JSON's, in paths, queries and bodies."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from workos_core.errors import DecodeError, InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.operation import Operation
from workos_core.http.requests import Request, build_request
from workos_core.http.responses import Response, decode
from workos_core.models.organizations import Organization

OPERATION: Operation[Any] = Operation(
    "things.update_thing", "PUT", "/things/{thing}", styles={"list": "comma", "map": "brackets"}
)


class Order(str, Enum):  # noqa: UP042 - formatted as `Order.ASC`, unlike a StrEnum
    ASC = "asc"


class NewOrder(StrEnum):
    ASC = "asc"


class Plain(Enum):
    ASC = "asc"


class Number(IntEnum):
    SEVEN = 7


class Text(str):
    __slots__ = ()


class SecretStr:
    """Behaves like the class of pydantic."""

    def __init__(self, text: str) -> None:
        self._text = text

    def get_secret_value(self) -> str:
        return self._text

    def __str__(self) -> str:
        return "**********"


UUID_TEXT = "0b38a3b4-6a7a-4e0a-9d3c-0d8a4f0a4c11"
VALUES: list[tuple[Any, Any]] = [
    (Order.ASC, "asc"),
    (NewOrder.ASC, "asc"),
    (Plain.ASC, "asc"),
    (Number.SEVEN, 7),
    (Text("asc"), "asc"),
    (SecretStr("hunter2"), "hunter2"),
    (UUID(UUID_TEXT), UUID_TEXT),
    (date(2026, 1, 31), "2026-01-31"),
    (datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2))), "2026-01-31T10:00:00.000Z"),
    (Decimal("12"), 12),
    (Decimal("0.1"), 0.1),
]
IDS = [type(value).__name__ for value, _ in VALUES]


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=IDS)
def test_bodies(value: Any, expected: Any) -> None:
    request = build_request(
        OPERATION, {"thing": "1"}, {}, {"a": value, "b": {"c": [value]}, "d": Organization.from_dict({"name": value})}
    )
    assert json.loads(request.content or b"") == {"a": expected, "b": {"c": [expected]}, "d": {"name": expected}}


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=IDS)
def test_queries(value: Any, expected: Any) -> None:
    request = build_request(OPERATION, {"thing": "1"}, {"a": value, "list": [value], "map": {"key": value}}, None)
    text = str(expected).replace(":", "%3A")
    assert request.target == f"/things/1?a={text}&list={text}&map%5Bkey%5D={text}"


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=IDS)
def test_paths(value: Any, expected: Any) -> None:
    if not isinstance(expected, str):
        with pytest.raises(InvalidArgumentTypeError, match=f"^thing must be a str, not {type(value).__name__}$"):
            build_request(OPERATION, {"thing": value}, {}, None)
        return
    assert build_request(OPERATION, {"thing": value}, {}, None).target == f"/things/{expected.replace(':', '%3A')}"


def test_the_requested_id_is_compared_as_text() -> None:
    operation: Operation[Organization] = Operation(
        "o.get", "GET", "/o/{id}", returns=Organization, returns_requested_id="id"
    )
    response = Response(200, {}, json.dumps({"id": UUID_TEXT}).encode())
    assert decode(operation, response, requested_id=UUID(UUID_TEXT)).id == UUID_TEXT  # type: ignore[arg-type]
    with pytest.raises(DecodeError, match="expected the requested id"):
        decode(operation, response, requested_id=UUID(int=1))  # type: ignore[arg-type]


def in_body(value: Any) -> Request:
    return build_request(OPERATION, {"thing": "1"}, {}, {"event": {"items": [1, value]}})


def in_model(value: Any) -> Request:
    return build_request(
        OPERATION, {"thing": "1"}, {}, {"event": Organization.from_dict({"metadata": {}}).replace(name=value)}
    )


def in_query(value: Any) -> Request:
    return build_request(OPERATION, {"thing": "1"}, {"event": value}, None)


@pytest.mark.parametrize(
    ("build", "path"), [(in_body, "event.items[1]"), (in_model, "event.name"), (in_query, "event")]
)
def test_a_datetime_without_a_time_zone_is_rejected_by_name(build: Callable[[Any], Request], path: str) -> None:
    with pytest.raises(InvalidArgumentError) as raised:
        build(datetime(2026, 1, 31, 12))
    assert str(raised.value) == (
        f"{path}: the datetime 2026-01-31 12:00:00 has no time zone; write datetime.now(UTC), or value.replace(tzinfo=…) with the "
        "zone it is meant in"
    )
    build(datetime(2026, 1, 31, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("build", "path"), [(in_body, "event.items[1]"), (in_model, "event.name"), (in_query, "event")]
)
@pytest.mark.parametrize("value", [Path("/etc/hosts"), b"bytes", {1, 2}, object(), 1j])
def test_other_types_are_rejected_by_name(build: Callable[[Any], Request], path: str, value: Any) -> None:
    with pytest.raises(InvalidArgumentTypeError, match=rf"^{re.escape(path)}\W.*{type(value).__name__}"):
        build(value)


def test_a_decimal_that_json_cannot_represent_is_rejected_by_name() -> None:
    with pytest.raises(InvalidArgumentError, match=r"^event\.items\[1\]: 0\.1000000000000000000000001 has more digits"):
        in_body(Decimal("0.1000000000000000000000001"))
