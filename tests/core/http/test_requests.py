import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.errors import InvalidArgumentError
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.requests import array, build_raw_request, build_request
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.model import UNSET, Model, model


@model
class Thing(Model):
    id: str
    tags: list[str] | None = UNSET


GET: Operation[Thing] = Operation("things.get_thing", "GET", "/things/{thing_id}", returns=Thing)
LIST: Operation[Thing] = Operation(
    "things.list_things", "GET", "/things", returns=Thing, styles={"names": "comma", "extra": "brackets"}
)
CREATE: Operation[Thing] = Operation("things.create_thing", "POST", "/things", returns=Thing)


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_path_parameters_that_change_the_path_are_rejected(value: str) -> None:
    with pytest.raises(ValueError, match="thing_id must not be empty") as caught:
        build_request(GET, {"thing_id": value}, {}, None)
    assert isinstance(caught.value, InvalidArgumentError)


@pytest.mark.parametrize("value", [None, 7, b"x", ["x"]])
def test_path_parameters_must_be_str(value: Any) -> None:
    with pytest.raises(TypeError, match="thing_id must be a str"):
        build_request(GET, {"thing_id": value}, {}, None)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text not in (".", "..")))
def test_path_parameter_stays_in_its_segment(value: str) -> None:
    target = build_request(GET, {"thing_id": value}, {}, None).target
    assert target.count("/") == 2
    assert set(target) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%-._~/")
    assert unquote(target.removeprefix("/things/")) == value


def test_lone_surrogates() -> None:
    with pytest.raises(InvalidArgumentError, match="thing_id has a lone surrogate"):
        build_request(GET, {"thing_id": "a\ud800"}, {}, None)
    with pytest.raises(InvalidArgumentError, match="search has a lone surrogate"):
        build_request(LIST, {}, {"search": "\udfff"}, None)
    assert build_request(CREATE, {}, {}, {"name": "a\ud800ä"}).content == b'{"name":"a\\ud800\\u00e4"}'


def test_numbers_that_json_does_not_support() -> None:
    with pytest.raises(InvalidArgumentError, match="can't be encoded as JSON"):
        build_request(CREATE, {}, {}, {"size": float("nan")})


def test_query_values() -> None:
    query = {
        "names": ["a b", "c&d"],
        "extra": {"login hint": "x=y"},
        "limit": 5,
        "on": True,
        "since": datetime(2026, 1, 1, tzinfo=UTC),
        "nothing": None,
        "omitted": NOT_GIVEN,
    }
    target = build_request(LIST, {}, query, None).target
    assert parse_qsl(urlsplit(target).query) == [
        ("names", "a b,c&d"),
        ("extra[login hint]", "x=y"),
        ("limit", "5"),
        ("on", "true"),
        ("since", "2026-01-01T00:00:00.000Z"),
    ]


def test_unsupported_query_value_is_rejected() -> None:
    with pytest.raises(TypeError, match="limit must be a str, number, bool or datetime, not dict"):
        build_request(LIST, {}, {"limit": {"a": 1}}, None)


def test_body_omits_arguments_that_are_not_given_and_sends_null() -> None:
    request = build_request(
        CREATE, {}, {}, {"name": "Ünï", "note": None, "other": NOT_GIVEN, "things": [Thing(id="1")]}
    )
    assert json.loads(request.content or b"") == {"name": "Ünï", "note": None, "things": [{"id": "1"}]}
    assert request.headers == {"Content-Type": "application/json"}


def test_empty_body_is_an_empty_object_and_no_body_is_none() -> None:
    assert build_request(CREATE, {}, {}, {}).content == b"{}"
    assert build_request(CREATE, {}, {}, None).content is None


def test_idempotency_key_is_always_sent_and_generated_only_if_the_api_honors_it() -> None:
    honored: Operation[Thing] = Operation("x.y", "POST", "/x", returns=Thing, accepts_idempotency_key=True)
    assert build_request(honored, {}, {}, {}, "mine").headers["Idempotency-Key"] == "mine"
    generated = [build_request(honored, {}, {}, {}).headers["Idempotency-Key"] for _ in range(2)]
    assert len(set(generated)) == 2
    assert all(len(key) == 36 for key in generated)
    assert build_request(CREATE, {}, {}, {}, "mine").headers["Idempotency-Key"] == "mine"
    assert "Idempotency-Key" not in build_request(CREATE, {}, {}, {}).headers


@pytest.mark.parametrize("value", ["text", b"bytes", {"a": 1}])
def test_single_value_is_not_a_list(value: Any) -> None:
    with pytest.raises(TypeError, match="names must be a list"):
        array("names", value)


def test_list_argument_accepts_any_sequence() -> None:
    assert array("names", ("a", "b")) == ["a", "b"]
    assert array("names", None) is None
    assert array("names", NOT_GIVEN) is NOT_GIVEN


PASSWORD = Exclusive((("password",), ("password_hash", "password_hash_type", "salt")), optional=("salt",))
SELECTOR = Exclusive((("connection",), ("organization",)), required=True)


@pytest.mark.parametrize(
    ("rule", "given_arguments", "message"),
    [
        (PASSWORD, {"password": "a", "password_hash": "b"}, "not password and password_hash together"),
        (PASSWORD, {"password_hash": "b"}, "requires password_hash_type together with password_hash"),
        (SELECTOR, {}, "requires connection or organization"),
        (SELECTOR, {"connection": "a", "organization": "b"}, "either connection or organization"),
    ],
)
def test_mutually_exclusive_arguments(rule: Exclusive, given_arguments: dict[str, str], message: str) -> None:
    operation: Operation[None] = Operation("x.create_user", "POST", "/x", exclusive=(rule,))
    with pytest.raises(InvalidArgumentError, match=message) as caught:
        build_request(operation, {}, {}, given_arguments)
    assert "create_user()" in str(caught.value)


@pytest.mark.parametrize(
    ("rule", "given_arguments"),
    [
        (PASSWORD, {}),
        (PASSWORD, {"password": "a", "password_hash": NOT_GIVEN}),
        (PASSWORD, {"password_hash": "b", "password_hash_type": "c"}),
        (PASSWORD, {"password_hash": "b", "password_hash_type": "c", "salt": "prefix"}),
        (SELECTOR, {"organization": "b", "connection": None}),
    ],
)
def test_allowed_combinations(rule: Exclusive, given_arguments: dict[str, Any]) -> None:
    operation: Operation[None] = Operation("x.y", "POST", "/x", exclusive=(rule,))
    build_request(operation, {}, {}, given_arguments)


@pytest.mark.parametrize(
    "character", ["{", "}", "|", "^", "`", '"', "<", ">", "[", "]", "\\", " ", "?", "#", "ä", "\n", "%", "%2"]
)
def test_raw_path_that_is_not_percent_encoded_is_rejected(character: str) -> None:
    operation: Operation[Any] = Operation("request", "GET", f"/things/{character}")
    with pytest.raises(InvalidArgumentError, match="percent-encoded"):
        build_raw_request(operation, {}, None)


def test_raw_path_is_sent_unchanged() -> None:
    path = "/things/a%2Fb/~user/x-y_z.json;v=1@2:3!$&'()*+,="
    assert build_raw_request(Operation("request", "GET", path), {"a": "b c"}, None).target == f"{path}?a=b%20c"


DOT_SEGMENTS = ["/a/../b", "/a/./b", "/a/..", "/a/.", "/..", "/."]
DOT_SEGMENTS += [
    "/a/%2e%2e/b",
    "/a/.%2E/b",
    "/a/%2e",
    "/a/%2E%2e",
    "/a/%252e%252e/b",
    "/a/..%2Fb",
    "/a/b%2F..%2Fc",
    "/a/..%5Cb",
]


@pytest.mark.parametrize("path", [*DOT_SEGMENTS, "a", "", "//a", "/a//b", "/a%" + "25" * 9 + "2e"])
def test_raw_path_with_dot_segments_is_rejected(path: str) -> None:
    with pytest.raises(InvalidArgumentError, match="path must be an API path"):
        build_raw_request(Operation("request", "GET", path), {}, None)


def test_raw_path_with_dots_in_its_segments() -> None:
    for path in ("/a/...", "/a/.b", "/a/b..c", "/a/..b", "/a/b.%2e"):
        assert build_raw_request(Operation("request", "GET", path), {}, None).target == path


@pytest.mark.parametrize("method", ["", "GETS", "TRACE", "CONNECT", "GET /x HTTP/1.1\r\nA: b", " GET", "GÉT", "get"])
def test_raw_request_with_another_method_is_rejected(method: str) -> None:
    with pytest.raises(InvalidArgumentError, match="method must be one of GET, HEAD, POST"):
        build_raw_request(Operation("request", method, "/x"), {}, None)
