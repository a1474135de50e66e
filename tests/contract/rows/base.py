"""The kinds of rows, and the table that collects them."""

import inspect
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Protocol, get_args, get_origin

from workos_core import models
from workos_core.serialization.model import Model
from workos_core.serialization.unstructure import to_dict

from ...support.methods import all_methods, full_name
from ..bodies import sample
from ..sdk import KEY, SDK, SDKS, StubResponse

NO_BODY: Any = object()


@cache
def _methods() -> dict[str, Any]:
    return {full_name(method): method for method in all_methods()}


def returns_requested_id(name: str) -> bool:
    """Return whether a method returns the object with the ID that it is called with."""
    return name in _methods() and bool(_methods()[name].returns_requested_id)


def requested_id(name: str, target: str) -> str | None:
    """Return the ID that the response to a request must have, because the SDK rejects the object with another ID; None if it may have any."""
    if not returns_requested_id(name):
        return None
    method = _methods()[name]
    segment = method.path.split("/").index(f"{{{method.returns_requested_id}}}")
    return str(target.split("/")[segment])


class Row(Protocol):
    """A documented item. `kind` says how it is verified; `verify` raises if it does not hold."""

    kind: ClassVar[str]

    @property
    def number(self) -> int: ...

    @property
    def name(self) -> str: ...

    def verify(self) -> None: ...


@dataclass(frozen=True)
class Listed:
    """The result is a pager of `item` objects."""

    item: type[Model]


@dataclass(frozen=True)
class Call:
    """An endpoint. The method sends exactly `request` with `body`, and decodes `response` into a complete value of the type `returns`.

    For a bare JSON array `returns` is `list[Item]`, for a paginated list `Listed(Item)`, for a response without a body None.
    `credentials` are the content of the Authorization header: `api_key` or `none`. If `result_property` is set, the result is that property
    of the response.
    """

    kind: ClassVar[str] = "call"
    number: int
    name: str
    method: str
    args: tuple[Any, ...]
    arguments: dict[str, Any]
    request: str
    returns: Any
    response: Any = None
    body: Any = NO_BODY
    status: int = 200
    credentials: str = "api_key"
    result_property: str = ""
    host: str = "api.workos.com"
    has_idempotency_key: bool = False

    @property
    def sent_response(self) -> Any:
        """The response with the ID in the path of the request, because the SDK rejects the object with another ID."""
        requested = requested_id(self.method, self.request.partition(" ")[2])
        return self.response if requested is None else {**self.response, "id": requested}

    def verify(self) -> None:
        for sdk in SDKS:
            response = self.sent_response
            if isinstance(self.returns, Listed):
                response = {"object": "list", "data": [response], "list_metadata": {"before": None, "after": None}}
            call = sdk.call(self.method, *self.args, responses=[StubResponse(response, self.status)], **self.arguments)
            self._check_request(call.request)
            self._check_result(call.result)

    def _check_request(self, request: Any) -> None:
        assert f"{request.method} {request.url.raw_path.decode()}" == self.request
        assert (request.url.scheme, request.url.host) == ("https", self.host)
        headers = request.headers
        assert headers.get("authorization") == (f"Bearer {KEY}" if self.credentials == "api_key" else None)
        assert headers["accept"] == "application/json"
        assert headers["user-agent"].startswith("workos-async/")
        assert ("idempotency-key" in headers) is self.has_idempotency_key
        if self.body is NO_BODY:
            assert request.content == b""
            assert "content-type" not in headers
        else:
            assert headers["content-type"] == "application/json"
            assert json.loads(request.content) == self.body

    def _check_result(self, result: Any) -> None:
        if isinstance(self.returns, Listed):
            assert [type(item) for item in result.data] == [self.returns.item]
            assert to_dict(result.data) == [self.sent_response]
            check_complete(result.data[0])
        elif self.returns is None:
            assert result is None
        else:
            assert type(result) is (get_origin(self.returns) or self.returns)
            if isinstance(result, list):
                assert [type(item) for item in result] == [*get_args(self.returns)]
            assert to_dict(result) == (
                self.response[self.result_property] if self.result_property else self.sent_response
            )
            check_complete(result)


def check_complete(value: Any) -> None:
    """Check that every promised field is present and that no field is unknown, so that the stubbed response is realistic."""
    if isinstance(value, Model):
        assert value.extra_fields == {}
        for attribute in type(value).__attrs_attrs__:
            check_complete(getattr(value, attribute.name))
    elif isinstance(value, list):
        for item in value:
            check_complete(item)


@dataclass(frozen=True)
class Object:
    """An object of the API reference. Its sample, returned as the response to `method`, decodes to `model` with every field set.

    `envelope` wraps the sample in the response body; `pick` takes the object from the result.
    """

    kind: ClassVar[str] = "object"
    number: int
    name: str
    file: str
    model: type[Model]
    method: str
    args: tuple[Any, ...]
    arguments: dict[str, Any] = field(default_factory=dict)
    envelope: Callable[[Any], Any] = lambda data: data
    pick: Callable[[Any], Any] = lambda result: result

    def verify(self) -> None:
        data = sample(self.file)
        if returns_requested_id(self.method):
            data = {**data, "id": self.args[-1]}  # the SDK rejects the object with another ID
        for sdk in SDKS:
            call = sdk.call(self.method, *self.args, responses=[self.envelope(data)], **self.arguments)
            result = self.pick(call.result)
            assert type(result) is self.model
            assert result.extra_fields == {}
            assert to_dict(result) == data
            assert {name: to_dict(getattr(result, name)) for name in data} == data


@dataclass(frozen=True)
class Documented:
    """A rule that only the API enforces. The docstring of a method, model or resource (`where`) must contain each of `phrases`."""

    kind: ClassVar[str] = "documented"
    number: int
    name: str
    where: str
    phrases: tuple[str, ...]

    def verify(self) -> None:
        for docstring in self._docstrings():
            for phrase in self.phrases:
                assert phrase in docstring, f"{phrase!r} is not in the documentation of {self.where}"

    def _docstrings(self) -> list[str]:
        if "." in self.where:
            documented = [sdk.method(self.where) for sdk in SDKS]
        elif self.where in models.__all__:
            documented = [getattr(models, self.where)]
        else:
            documented = [type(getattr(sdk.client(), self.where)) for sdk in SDKS]
        return [" ".join(str(inspect.getdoc(item)).split()) for item in documented]


@dataclass(frozen=True)
class Check:
    """Anything else, verified by a function that is called with the async and the sync SDK."""

    kind: ClassVar[str] = "check"
    number: int
    name: str
    check: Callable[[SDK], None]

    def verify(self) -> None:
        for sdk in SDKS:
            self.check(sdk)


@dataclass(frozen=True)
class Prose:
    """An item with nothing to execute, and the reason."""

    kind: ClassVar[str] = "prose"
    number: int
    name: str
    reason: str

    def verify(self) -> None:
        assert 20 <= len(self.reason) <= 160
        assert self.reason.endswith(".")


@dataclass(frozen=True)
class Planned:
    """An item that is not implemented yet, and the reason. Once one of the names in `absent` (`resource.method`) exists, the row must be replaced."""

    kind: ClassVar[str] = "planned"
    number: int
    name: str
    absent: tuple[str, ...]
    reason: str

    def verify(self) -> None:
        assert self.absent
        assert len(self.reason) >= 20
        for sdk in SDKS:
            for name in self.absent:
                resource, _, method = name.partition(".")
                assert not hasattr(getattr(sdk.client(), resource), method), (
                    f"{name} exists: replace the planned row {self.number} with a check"
                )


class Table:
    """The rows of one chapter."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def call(self, number: int, name: str, method: str, *args: Any, **kwargs: Any) -> None:
        """Add a `Call` with these arguments."""
        self._rows.append(Call(number, name, method, *args, **kwargs))

    def object(self, number: int, name: str, *args: Any, **kwargs: Any) -> None:
        """Add an `Object` with these arguments."""
        self._rows.append(Object(number, name, *args, **kwargs))

    def documented(self, number: int, name: str, where: str, *phrases: str) -> None:
        self._rows.append(Documented(number, name, where, phrases))

    def prose(self, number: int, name: str, reason: str) -> None:
        self._rows.append(Prose(number, name, reason))

    def planned(self, number: int, name: str, *absent: str, reason: str) -> None:
        self._rows.append(Planned(number, name, absent, reason))

    def add(self, number: int, name: str, check: Callable[[SDK], None]) -> None:
        self._rows.append(Check(number, name, check))

    def check(self, number: int, name: str) -> Callable[[Callable[[SDK], None]], Callable[[SDK], None]]:
        """Add the decorated function as the check of a row."""

        def decorate(check: Callable[[SDK], None]) -> Callable[[SDK], None]:
            self.add(number, name, check)
            return check

        return decorate


def count_by_kind(rows: list[Row]) -> dict[str, int]:
    """Return the number of rows of each kind."""
    return dict(sorted(Counter(row.kind for row in rows).items()))
