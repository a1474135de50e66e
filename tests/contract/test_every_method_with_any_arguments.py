"""Draw arguments from the spec for every method of both clients: the request contains them unchanged and matches the spec."""

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

from ..support.client_pair import ClientPair
from ..support.methods import Method, all_methods, arguments_of, full_name

METHODS = all_methods()
RESPONSES = st.sampled_from(
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
IDEMPOTENCY_KEY = "key_1"
SETTINGS = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class RecordingTransport:
    """A transport for both clients that records the requests.

    Attributes:
        response: The response to every request.
        requests: The recorded requests.
        transport: The httpx transport.
    """

    def __init__(self) -> None:
        self.response = httpx.Response(200, json={})
        self.requests: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._handle)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        response = self.response
        return httpx.Response(response.status_code, headers=response.headers, content=response.content)


class RecordedClients(ClientPair):
    """Clients whose requests are recorded."""

    def __init__(self) -> None:
        self.recorder = RecordingTransport()
        super().__init__(
            "sk_1", client_id="client_1", max_retries=0, rate_limiter=None, transport=self.recorder.transport
        )


@pytest.fixture(scope="module")
def pair() -> Iterator[RecordedClients]:
    clients = RecordedClients()
    yield clients
    clients.close()


@pytest.mark.parametrize("method", METHODS, ids=full_name)
@given(data=st.data())
@settings(SETTINGS, max_examples=4)
def test_the_request_contains_the_arguments(pair: RecordedClients, method: Method, data: st.DataObject) -> None:
    arguments = data.draw(arguments_of(method))
    pair.recorder.response = data.draw(RESPONSES)
    if method.credentials == "access_token":
        arguments = {**arguments, "access_token": TOKEN}
    if method.has_idempotency_key:
        arguments = {**arguments, "idempotency_key": IDEMPOTENCY_KEY}
    for client in pair.clients:
        pair.recorder.requests.clear()
        try:
            result = pair.call(client, method, dict(arguments))
        except WorkOSError as error:
            result = error
        assert not isinstance(result, InvalidArgumentError)
        assert str(result)
        if method.kind == "url":
            assert pair.recorder.requests == []
            url = httpx.URL(result)
            check_request(method, arguments, "GET", url, b"")
        else:
            (request,) = pair.recorder.requests
            check_request(method, arguments, request.method, request.url, request.content)
            assert request.headers.get("idempotency-key") == arguments.get("idempotency_key")
            assert (request.method == "POST") is ("idempotency_key" in arguments)


def check_request(method: Method, arguments: dict[str, Any], verb: str, url: httpx.URL, content: bytes) -> None:
    path, _, query_string = url.raw_path.decode().partition("?")
    operation, in_path = routing.default_router().match(verb, path)
    assert operation.id == method.operation_id
    in_query = query.read(operation, query_string)
    request = Request(verb, path, query_string, {"content-type": "application/json"} if content else {}, content)
    validation.check_path(operation, in_path)
    validation.check_query(operation, request)
    validation.check_body(operation, request)
    body = json.loads(content) if content else {}
    wire_names = {item.wire for item in (*method.arguments, *method.constants)}
    assert body.keys() <= wire_names
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
def test_path_arguments_stay_in_their_path_segment(pair: RecordedClients, method: Method, data: st.DataObject) -> None:
    arguments = data.draw(arguments_of(method))
    in_path = {argument.name for argument in method.arguments if argument.location == "path"} & arguments.keys()
    for name, value, client in itertools.product(sorted(in_path), ("", ".", "..", None), pair.clients):
        pair.recorder.requests.clear()
        with pytest.raises(TypeError if value is None else InvalidArgumentError, match=name):
            pair.call(client, method, {**arguments, name: value})
        assert pair.recorder.requests == []
