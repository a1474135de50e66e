"""The kinds of rows, and the table that collects them."""

import inspect
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, get_args, get_origin

from workos_core import models
from workos_core.serialization.model import Model
from workos_core.serialization.unstructure import to_dict

from .api import BOTH, CLIENT_ID, KEY, Answer, Api
from .bodies import sample

NOTHING: Any = object()


class Row(Protocol):
    """A documented item. `kind` says how it is proved; `prove` proves it or raises."""

    kind: ClassVar[str]

    @property
    def number(self) -> int: ...

    @property
    def name(self) -> str: ...

    def prove(self) -> None: ...


@dataclass(frozen=True)
class Listed:
    """The result is a pager of such items."""

    item: type[Model]


@dataclass(frozen=True)
class Call:
    """An endpoint. Our method sends exactly `request` with `body`, and makes of `answer` a complete value of the type `returns`.

    A bare JSON array `returns` `list[Item]`, a list in pages `Listed(Item)`, an answer without body None.
    `sent` is what goes in the Authorization header: the `api_key`, or `nothing`. With `wrapped` the result is that property.
    """

    kind: ClassVar[str] = "call"
    number: int
    name: str
    method: str
    args: tuple[Any, ...]
    given: dict[str, Any]
    request: str
    returns: Any
    answer: Any = None
    body: Any = NOTHING
    status: int = 200
    sent: str = "api_key"
    wrapped: str = ""
    host: str = "api.workos.com"
    idempotent: bool = False

    def prove(self) -> None:
        for api in BOTH:
            answer = {"object": "list", "data": [self.answer], "list_metadata": {"before": None, "after": None}}
            done = api.call(
                self.method,
                *self.args,
                answers=[Answer(answer if isinstance(self.returns, Listed) else self.answer, self.status)],
                **self.given,
            )
            self._check_request(done.request)
            self._check_result(done.result)

    def _check_request(self, request: Any) -> None:
        assert f"{request.method} {request.url.raw_path.decode()}" == self.request
        assert (request.url.scheme, request.url.host) == ("https", self.host)
        headers = request.headers
        assert headers.get("authorization") == (f"Bearer {KEY}" if self.sent == "api_key" else None)
        assert headers["accept"] == "application/json"
        assert headers["user-agent"].startswith("workos-async/")
        assert ("idempotency-key" in headers) is self.idempotent
        if self.body is NOTHING:
            assert request.content == b""
            assert "content-type" not in headers
        else:
            assert headers["content-type"] == "application/json"
            assert json.loads(request.content) == self.body

    def _check_result(self, result: Any) -> None:
        if isinstance(self.returns, Listed):
            assert [type(item) for item in result.data] == [self.returns.item]
            assert to_dict(result.data) == [self.answer]
            check_complete(result.data[0])
        elif self.returns is None:
            assert result is None
        else:
            assert type(result) is (get_origin(self.returns) or self.returns)
            if isinstance(result, list):
                assert [type(item) for item in result] == [*get_args(self.returns)]
            assert to_dict(result) == (self.answer[self.wrapped] if self.wrapped else self.answer)
            check_complete(result)


def check_complete(value: Any) -> None:
    """Every promised field is there, and no field is one that we don't know: the answer is a realistic one."""
    if isinstance(value, Model):
        assert value.extra_fields == {}
        for attribute in type(value).__attrs_attrs__:
            check_complete(getattr(value, attribute.name))
    elif isinstance(value, list):
        for item in value:
            check_complete(item)


@dataclass(frozen=True)
class Object:
    """An object of the reference: its sample, sent as the answer to `method`, comes out as `model` with every field in its place."""

    kind: ClassVar[str] = "object"
    number: int
    name: str
    file: str
    model: type[Model]
    method: str
    args: tuple[Any, ...]
    given: dict[str, Any] = field(default_factory=dict)
    envelope: Callable[[Any], Any] = lambda data: data
    pick: Callable[[Any], Any] = lambda result: result

    def prove(self) -> None:
        data = sample(self.file)
        for api in BOTH:
            result = self.pick(api.call(self.method, *self.args, answers=[self.envelope(data)], **self.given).result)
            assert type(result) is self.model
            assert result.extra_fields == {}
            assert to_dict(result) == data
            assert {name: to_dict(getattr(result, name)) for name in data} == data


@dataclass(frozen=True)
class Says:
    """A rule that nothing in the code enforces, because the API does: the documentation of a method, model or resource (`where`) tells it."""

    kind: ClassVar[str] = "documented"
    number: int
    name: str
    where: str
    words: tuple[str, ...]

    def prove(self) -> None:
        for text in self._texts():
            for words in self.words:
                assert words in text, f"{words!r} is not in the documentation of {self.where}"

    def _texts(self) -> list[str]:
        if "." in self.where:
            found = [api.method(self.where) for api in BOTH]
        elif self.where in models.__all__:
            found = [getattr(models, self.where)]
        else:
            found = [type(getattr(api.client(), self.where)) for api in BOTH]
        return [" ".join(str(inspect.getdoc(one)).split()) for one in found]


@dataclass(frozen=True)
class Check:
    """Anything else, proved by a function that is called with each flavour."""

    kind: ClassVar[str] = "check"
    number: int
    name: str
    proof: Callable[[Api], None]

    def prove(self) -> None:
        for api in BOTH:
            self.proof(api)


@dataclass(frozen=True)
class Prose:
    """Nothing to execute, and why."""

    kind: ClassVar[str] = "prose"
    number: int
    name: str
    why: str

    def prove(self) -> None:
        assert 20 <= len(self.why) <= 160
        assert self.why.endswith(".")


@dataclass(frozen=True)
class Planned:
    """Not there yet, and why. The names in `absent` (`resource.method`) stay absent, or this row must be proved from then on."""

    kind: ClassVar[str] = "planned"
    number: int
    name: str
    absent: tuple[str, ...]
    why: str

    def prove(self) -> None:
        assert self.absent
        assert len(self.why) >= 20
        for api in BOTH:
            for name in self.absent:
                resource, _, method = name.partition(".")
                assert not hasattr(getattr(api.client(), resource), method), (
                    f"{name} is there: prove item {self.number}"
                )


class Table:
    """The rows of one chapter."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def call(self, number: int, name: str, method: str, *rest: Any, **more: Any) -> None:
        """Arguments as those of Call."""
        self._rows.append(Call(number, name, method, *rest, **more))

    def object(self, number: int, name: str, *rest: Any, **more: Any) -> None:
        """Arguments as those of Object."""
        self._rows.append(Object(number, name, *rest, **more))

    def says(self, number: int, name: str, where: str, *words: str) -> None:
        self._rows.append(Says(number, name, where, words))

    def prose(self, number: int, name: str, why: str) -> None:
        self._rows.append(Prose(number, name, why))

    def planned(self, number: int, name: str, *absent: str, why: str) -> None:
        self._rows.append(Planned(number, name, absent, why))

    def add(self, number: int, name: str, proof: Callable[[Api], None]) -> None:
        self._rows.append(Check(number, name, proof))

    def check(self, number: int, name: str) -> Callable[[Callable[[Api], None]], Callable[[Api], None]]:
        """Make the decorated function the proof of a row."""

        def decorate(proof: Callable[[Api], None]) -> Callable[[Api], None]:
            self.add(number, name, proof)
            return proof

        return decorate


def count(rows: list[Row]) -> dict[str, int]:
    """How many rows there are of each kind."""
    return dict(sorted(Counter(row.kind for row in rows).items()))


__all__ = ["CLIENT_ID", "KEY", "NOTHING", "Api", "Listed", "Row", "Table", "check_complete", "count", "sample"]
