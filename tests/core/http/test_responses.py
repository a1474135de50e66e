"""Decoding of responses and pages, and the errors for malformed ones."""

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


def respond(body: Any, status: int = 200, **headers: str) -> Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response(status, {"x-request-id": "req_1", **headers}, content)


@pytest.mark.parametrize(
    ("body", "path", "message"),
    [
        (b"", "$", "the body is empty"),
        (b"<html>hello</html>", "$", "expected JSON"),
        (b'{"id": ', "$", "expected JSON"),
        (b"\xff\xfe", "$", "expected JSON"),
        (b'{"id": NaN}', "$", "NaN is not a JSON number"),
        (b'{"id": -Infinity}', "$", "-Infinity is not a JSON number"),
        (b'{"id": 1e999}', "$", "1e999 is not a JSON number"),
        (b"[" * 100_000, "$", "nested too deeply"),
        ([], "$", "expected an object"),
        ("text", "$", "expected an object"),
        (None, "$", "expected a value, not null"),
        ({"id": "1", "tags": [{}]}, "$.tags[0]", "expected a scalar value"),
        ({"id": "1", "tags": ["a", None]}, "$.tags[1]", r"expected a value instead of null at \$\.tags\[1\]"),
    ],
)
def test_malformed_response(body: Any, path: str, message: str) -> None:
    with pytest.raises(DecodeError, match=message) as caught:
        decode(GET, respond(body))
    error = caught.value
    assert (error.path, error.status, error.request_id) == (path, 200, "req_1")
    assert error.body == respond(body).content.decode("utf-8", "replace")


def test_the_id_must_be_the_requested_one() -> None:
    assert decode(GET, respond({"id": "1"}), "1").id == "1"
    with pytest.raises(DecodeError, match="expected the requested id '2' instead of '1' at ") as caught:
        decode(GET, respond({"id": "1"}), "2")
    assert caught.value.path == "$.id"


def test_the_case_of_an_id_does_not_matter() -> None:
    assert decode(GET, respond({"id": "0c1e7b52-aaaa"}), "0C1E7B52-AAAA").id == "0c1e7b52-aaaa"


@pytest.mark.parametrize("body", [{}, {"id": None}])
def test_an_absent_id_is_not_compared(body: Any) -> None:
    decode(GET, respond(body), "2")


def test_response_without_body() -> None:
    without_body: Operation[None] = Operation("x.delete", "DELETE", "/x")
    assert decode(without_body, respond(b"")) is None  # type: ignore[func-returns-value]
    optional: Operation[Thing | None] = Operation("x.y", "POST", "/x", returns=Thing | None)
    assert decode(optional, respond(b"")) is None
    assert decode(optional, respond({"id": "1"})) == Thing(id="1")


def test_wrapped_response() -> None:
    wrapped: Operation[Thing] = Operation("x.y", "POST", "/x", returns=Thing, wrapped="thing")
    assert decode(wrapped, respond({"thing": {"id": "1"}})).id == "1"
    with pytest.raises(DecodeError, match="missing the field 'thing'"):
        decode(wrapped, respond({}))
    with pytest.raises(DecodeError, match=r"at \$\.thing\.tags \("):
        decode(wrapped, respond({"thing": {"tags": {}}}))


def test_pages() -> None:
    items, before, after = decode_page(
        LIST, respond({"data": [{"id": "1"}], "list_metadata": {"before": None, "after": "1"}})
    )
    assert (items, before, after) == ([Thing(id="1")], None, "1")
    assert decode_page(LIST, respond({"data": []})) == ([], None, None)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ([], "$"),
        ({}, "$.data"),
        ({"data": {}}, "$.data"),
        ({"data": [{"id": "1"}, None]}, "$.data[1]"),
        ({"data": [{"id": "1"}, []]}, "$.data[1]"),
        ({"data": [], "list_metadata": []}, ""),
        ({"data": [], "list_metadata": "x"}, "$.list_metadata"),
        ({"data": [], "list_metadata": {"after": 5}}, "$.list_metadata.after"),
        ({"data": [], "list_metadata": {"before": {}}}, "$.list_metadata.before"),
        ({"data": [{"id": "1", "tags": [{}]}]}, "$.data[0].tags[0]"),
    ],
)
def test_malformed_page(body: Any, path: str) -> None:
    if not path:
        assert decode_page(LIST, respond(body)) == ([], None, None)
        return
    with pytest.raises(DecodeError) as caught:
        decode_page(LIST, respond(body))
    assert caught.value.path == path


@pytest.mark.parametrize("prefix", ["", "\n ", "\ufeff", "\0"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_of_an_error_does_not_show_json(prefix: str, encoding: str) -> None:
    body = (prefix + json.dumps({"data": [{"id": ["planted"]}]})).encode(encoding)
    with pytest.raises(DecodeError) as caught:
        decode_page(LIST, respond(body))
    assert "the body has " in str(caught.value)
    assert "id" not in str(caught.value).partition("the body")[2]


def test_text_of_an_error_shows_the_page_of_a_proxy() -> None:
    with pytest.raises(DecodeError, match="the body starts with '\\\\n<html>'"):
        decode_page(LIST, respond(b"\n<html>"))
