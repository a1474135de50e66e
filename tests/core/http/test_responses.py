"""Answers: what is decoded, and what is refused."""

import json
from typing import Any

import pytest

from workos_core.errors import DecodeError
from workos_core.http.operation import Operation
from workos_core.http.responses import Response, decode, decode_page
from workos_core.serialization.model import UNSET, Model, model


@model
class Thing(Model):
    id: str
    tags: list[str] | None = UNSET


GET: Operation[Thing] = Operation("things.get_thing", "GET", "/things/{thing_id}", returns=Thing)
LIST: Operation[Thing] = Operation(
    "things.list_things", "GET", "/things", returns=Thing, styles={"names": "comma", "extra": "brackets"}
)


def answer(body: Any, status: int = 200, **headers: str) -> Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response(status, {"x-request-id": "req_1", **headers}, content)


@pytest.mark.parametrize(
    ("body", "path", "message"),
    [
        (b"", "$", "the body is empty"),
        (b"<html>hello</html>", "$", "JSON expected"),
        (b'{"id": ', "$", "JSON expected"),
        (b"\xff\xfe", "$", "JSON expected"),
        (b'{"id": NaN}', "$", "NaN is no number of JSON"),
        (b'{"id": -Infinity}', "$", "-Infinity is no number of JSON"),
        (b'{"id": 1e999}', "$", "1e999 is no number of JSON"),
        (b"[" * 100_000, "$", "nested too deeply"),
        ([], "$", "object expected"),
        ("text", "$", "object expected"),
        (None, "$", "null is no answer"),
        ({"id": "1", "tags": [{}]}, "$.tags[0]", "plain value expected"),
    ],
)
def test_an_answer_that_is_not_what_it_should_be(body: Any, path: str, message: str) -> None:
    with pytest.raises(DecodeError, match=message) as caught:
        decode(GET, answer(body))
    error = caught.value
    assert (error.path, error.status, error.request_id) == (path, 200, "req_1")
    assert error.body == answer(body).content.decode("utf-8", "replace")


def test_answers_without_body() -> None:
    nothing: Operation[None] = Operation("x.delete", "DELETE", "/x")
    assert decode(nothing, answer(b"")) is None  # type: ignore[func-returns-value]
    maybe: Operation[Thing | None] = Operation("x.y", "POST", "/x", returns=Thing | None)
    assert decode(maybe, answer(b"")) is None
    assert decode(maybe, answer({"id": "1"})) == Thing(id="1")


def test_wrapped_answers() -> None:
    wrapped: Operation[Thing] = Operation("x.y", "POST", "/x", returns=Thing, wrapped="thing")
    assert decode(wrapped, answer({"thing": {"id": "1"}})).id == "1"
    with pytest.raises(DecodeError, match="'thing' is missing"):
        decode(wrapped, answer({}))
    with pytest.raises(DecodeError, match=r"at \$\.thing\.tags \("):
        decode(wrapped, answer({"thing": {"tags": {}}}))


def test_pages() -> None:
    items, before, after = decode_page(
        LIST, answer({"data": [{"id": "1"}], "list_metadata": {"before": None, "after": "1"}})
    )
    assert (items, before, after) == ([Thing(id="1")], None, "1")
    assert decode_page(LIST, answer({"data": []})) == ([], None, None)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ([], "$"),
        ({}, "$.data"),
        ({"data": {}}, "$.data"),
        ({"data": [{"id": "1"}, []]}, "$.data[1]"),
        ({"data": [], "list_metadata": []}, ""),
        ({"data": [], "list_metadata": "x"}, "$.list_metadata"),
        ({"data": [{"id": "1", "tags": [{}]}]}, "$.data[0].tags[0]"),
    ],
)
def test_a_page_that_is_none(body: Any, path: str) -> None:
    if not path:
        assert decode_page(LIST, answer(body)) == ([], None, None)
        return
    with pytest.raises(DecodeError) as caught:
        decode_page(LIST, answer(body))
    assert caught.value.path == path
