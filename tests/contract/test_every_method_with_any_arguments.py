"""Arguments are drawn from the spec for every method of both flavours: what is sent is what was given, and fits the spec."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from workos_core.errors import InvalidArgumentError, WorkOSError
from workos_core.serialization.unstructure import to_dict
from workos_emulator import Request
from workos_emulator.http import query, validation
from workos_emulator.server import routing

from ..support.calling import Flavours
from ..support.methods import Method, all_methods, arguments_of, full_name

METHODS = all_methods()
ANSWERS = st.sampled_from(
    [
        httpx.Response(200, json={}),
        httpx.Response(200, json={"data": [{}], "list_metadata": {"after": None}}),
        httpx.Response(200, json=[]),
        httpx.Response(200, text="<html>"),
        httpx.Response(204),
        httpx.Response(400, json={"code": 1, "errors": [1, None, {"x": 1}]}),
        httpx.Response(404, text="null"),
        httpx.Response(429, headers={"retry-after": "soon"}),
        httpx.Response(503, json=[]),
    ]
)
TOKEN = "access"
SETTINGS = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Sent:
    """A transport that remembers the requests, for both flavours."""

    def __init__(self) -> None:
        self.answer = httpx.Response(200, json={})
        self.requests: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._handle)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.answer.status_code, headers=self.answer.headers, content=self.answer.content)


class Clients(Flavours):
    """Both flavours, that send to the same place."""

    def __init__(self) -> None:
        self.sent = Sent()
        super().__init__("sk_1", client_id="client_1", max_retries=0, rate_limiter=None, transport=self.sent.transport)


@pytest.fixture(scope="module")
def clients() -> Iterator[Clients]:
    made = Clients()
    yield made
    made.close()


@pytest.mark.parametrize("method", METHODS, ids=full_name)
@given(data=st.data())
@settings(SETTINGS, max_examples=4)
def test_what_is_sent_is_what_was_given(clients: Clients, method: Method, data: st.DataObject) -> None:
    arguments = data.draw(arguments_of(method))
    clients.sent.answer = data.draw(ANSWERS)
    if method.credentials == "access_token":
        arguments = {**arguments, "access_token": TOKEN}
    for flavour in clients.both:
        clients.sent.requests.clear()
        try:
            result = clients.call(flavour, method, dict(arguments))
        except WorkOSError as error:
            result = error
        assert not isinstance(result, InvalidArgumentError)
        assert str(result)
        if method.kind == "url":
            assert clients.sent.requests == []
            url = httpx.URL(result)
            check(method, arguments, "GET", url, b"")
        else:
            (request,) = clients.sent.requests
            check(method, arguments, request.method, request.url, request.content)


def check(method: Method, arguments: dict[str, Any], verb: str, url: httpx.URL, content: bytes) -> None:
    path, _, text = url.raw_path.decode().partition("?")
    operation, in_path = routing.default_router().match(verb, path)
    assert operation.id == method.operation_id
    in_query = query.read(operation, text)
    request = Request(verb, path, text, {"content-type": "application/json"} if content else {}, content)
    validation.check_path(operation, in_path)
    validation.check_query(operation, request)
    validation.check_body(operation, request)
    body = json.loads(content) if content else {}
    known = {item.wire for item in (*method.arguments, *method.constants)}
    assert body.keys() <= known
    for argument in method.arguments:
        if argument.name not in arguments or argument.coercion:
            continue
        value = to_dict(arguments[argument.name])
        if argument.location == "body":
            assert body[argument.wire] == value
        elif argument.location == "path":
            assert in_path[argument.wire] == value
        elif value is None or value in ([], {}):
            assert in_query.get(argument.wire) in (None, value)
        else:
            assert in_query[argument.wire] == value


@pytest.mark.parametrize("method", [method for method in METHODS if "{" in method.path], ids=full_name)
@given(data=st.data())
@settings(SETTINGS, max_examples=1)
def test_no_value_leaves_its_segment_of_the_path(clients: Clients, method: Method, data: st.DataObject) -> None:
    arguments = data.draw(arguments_of(method))
    in_path = {argument.name for argument in method.arguments if argument.location == "path"} & arguments.keys()
    for name, value, kind in itertools.product(sorted(in_path), ("", ".", "..", None), clients.both):
        clients.sent.requests.clear()
        with pytest.raises(TypeError if value is None else InvalidArgumentError, match=name):
            clients.call(kind, method, {**arguments, name: value})
        assert clients.sent.requests == []
