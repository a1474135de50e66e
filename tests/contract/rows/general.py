"""Items 1 to 26: the client, its credentials, status codes and pagination."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from workos_core import errors, models

from ..bodies import CONNECTION, ORGANIZATION, page
from ..sdk import CLIENT_ID, KEY, SDK, StubResponse
from .base import Listed, Table

ROOT = Path(__file__).parent.parent.parent.parent
rows = Table()


def query(request: Any) -> dict[str, str]:
    return dict(parse_qsl(request.url.query.decode(), keep_blank_values=True))


@rows.check(1, "base URL")
def _(sdk: SDK) -> None:
    assert sdk.client().base_url == "https://api.workos.com"
    call = sdk.call("organizations.get_organization", "org_1", responses=[ORGANIZATION])
    assert str(call.request.url) == "https://api.workos.com/organizations/org_1"


@rows.check(2, "install command")
def _(sdk: SDK) -> None:
    name = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    assert f"pip install {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@rows.check(3, "API key as bearer token")
def _(sdk: SDK) -> None:
    call = sdk.call("organizations.get_organization", "org_1", responses=[ORGANIZATION])
    assert call.request.headers["authorization"] == f"Bearer {KEY}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOS_API_KEY", "sk_from_the_environment")
        call = sdk.call("organizations.get_organization", "org_1", responses=[ORGANIZATION], settings={"api_key": None})
    assert call.request.headers["authorization"] == "Bearer sk_from_the_environment"


def raises(status: int, kind: type[errors.APIError], body: Any, **expected: Any) -> Any:
    """Check that a response with this status and body raises `kind` with the expected attributes."""

    def check(sdk: SDK) -> None:
        response = StubResponse(body, status, {"X-Request-ID": "req_1"})
        error = sdk.expect_error(kind, "organizations.get_organization", "org_1", responses=[response])
        assert (error.status, error.request_id, error.body) == (status, "req_1", body)
        assert {name: getattr(error, name) for name in expected} == expected

    return check


rows.add(
    4,
    "401 for a missing or invalid API key",
    raises(401, errors.AuthenticationError, {"message": "Unauthorized"}, message="Unauthorized"),
)
rows.add(
    5,
    "403 for an API key without the permission",
    raises(403, errors.PermissionDeniedError, {"code": "forbidden", "message": "No."}, code="forbidden", message="No."),
)


@rows.check(6, "HTTPS only, except on loopback")
def _(sdk: SDK) -> None:
    for url in ("http://api.workos.com", "ftp://api.workos.com", "http://127.0.0.1.example.com"):
        with pytest.raises(errors.ConfigurationError):
            sdk.client(base_url=url)
    for url in ("http://localhost:4100", "http://127.0.0.1:4100"):
        assert sdk.client(base_url=url).base_url == url


@rows.check(7, "client constructor")
def _(sdk: SDK) -> None:
    assert sdk.package.WorkOS(KEY).client_id is None
    assert sdk.package.WorkOS(KEY, client_id=CLIENT_ID).client_id == CLIENT_ID
    assert sdk.package.WorkOS(client_id=CLIENT_ID).client_id == CLIENT_ID
    assert sdk.package.WorkOS().client_id is None  # reported by the first call that requires a key or a client ID


@rows.check(8, "API keys start with sk_ and are not disclosed")
def _(sdk: SDK) -> None:
    assert KEY.startswith("sk_")
    assert KEY not in repr(sdk.client())
    error = sdk.expect_error(
        errors.AuthenticationError,
        "organizations.get_organization",
        "org_1",
        responses=[StubResponse({"message": "no"}, 401)],
    )
    assert KEY not in f"{error} {error!r} {vars(error)}"


@rows.check(9, "the API key alone selects the environment")
def _(sdk: SDK) -> None:
    def sent(key: str) -> Any:
        settings = {"api_key": key}
        return sdk.call("organizations.get_organization", "org_1", responses=[ORGANIZATION], settings=settings).request

    production, staging = sent("sk_live_1"), sent("sk_test_2")
    assert production.url == staging.url
    different = {name for name in production.headers if production.headers[name] != staging.headers[name]}
    assert different == {"authorization"}


@rows.check(10, "status 200")
def _(sdk: SDK) -> None:
    call = sdk.call("organizations.get_organization", "org_1", responses=[StubResponse(ORGANIZATION, 200)])
    assert call.result.id == ORGANIZATION["id"]


for number, status, kind in (
    (11, 400, errors.BadRequestError),
    (12, 401, errors.AuthenticationError),
    (13, 403, errors.PermissionDeniedError),
    (14, 404, errors.NotFoundError),
    (15, 422, errors.UnprocessableEntityError),
    (16, 429, errors.RateLimitExceededError),
):
    body = {"code": "some_code", "message": "A sentence.", "errors": [{"field": "name", "code": "required"}]}
    details = {"code": "some_code", "message": "A sentence.", "errors": body["errors"]}
    rows.add(number, f"status {status}", raises(status, kind, body, **details))


@rows.check(17, "status 5xx")
def _(sdk: SDK) -> None:
    for status in (500, 502, 503, 504, 599):
        raises(status, errors.ServerError, {"message": "Broken."}, message="Broken.")(sdk)
    proxy_page = StubResponse("<html>Bad gateway</html>", 502)
    error = sdk.expect_error(errors.ServerError, "organizations.get_organization", "org_1", responses=[proxy_page])
    assert error.body == "<html>Bad gateway</html>"


@rows.check(18, "status 409 and 410, which the list of status codes omits")
def _(sdk: SDK) -> None:
    raises(409, errors.ConflictError, {"code": "taken", "message": "Taken."}, code="taken")(sdk)
    raises(410, errors.APIError, {"message": "Gone."}, message="Gone.")(sdk)


def sends_query(**arguments: Any) -> Any:
    """Check that these arguments of a list are sent as query parameters."""

    def check(sdk: SDK) -> None:
        call = sdk.call("organizations.list_organizations", responses=[page(ORGANIZATION)], **arguments)
        assert query(call.request) == {name: str(value) for name, value in arguments.items()}

    return check


rows.add(19, "list parameter limit", sends_query(limit=100))


@rows.check(20, "list parameter order")
def _(sdk: SDK) -> None:
    for order in ("asc", "desc", "normal"):
        sends_query(order=order)(sdk)


rows.add(21, "list parameter after", sends_query(after="org_1"))


@rows.check(22, "list parameter before")
def _(sdk: SDK) -> None:
    sends_query(before="org_9")(sdk)
    sdk.expect_error(
        errors.InvalidArgumentError, "organizations.list_organizations", every_page=True, before="org_9", after="org_1"
    )


def organization(organization_id: str) -> dict[str, Any]:
    return {**ORGANIZATION, "id": organization_id}


@rows.check(23, "cursors are IDs, in both directions")
def _(sdk: SDK) -> None:
    def list_all(**arguments: Any) -> tuple[list[str], list[dict[str, str]]]:
        responses = [page(organization("org_2"), before="b1", after="a1"), page(organization("org_3"))]
        call = sdk.call("organizations.list_organizations", responses=responses, every_page=True, **arguments)
        return [item.id for item in call.result], [query(request) for request in call.requests]

    ids, queries = list_all(after="org_1", order="asc")
    assert ids == ["org_2", "org_3"]
    assert [sent["after"] for sent in queries] == ["org_1", "a1"]
    assert {sent["order"] for sent in queries} == {"asc"}
    _, queries = list_all(before="org_9", order="desc")
    assert [sent["before"] for sent in queries] == ["org_9", "b1"]
    _, queries = list_all(order="normal")
    assert [sent.get("before") for sent in queries] == [None, "b1"]


@rows.check(24, "request pages until `after` is null")
def _(sdk: SDK) -> None:
    pages = [page({**CONNECTION, "id": f"conn_{n}"}, after=f"conn_{n}" if n < 3 else None) for n in (1, 2, 3)]
    call = sdk.call("sso.list_connections", limit=100, order="desc", responses=pages, every_page=True)
    assert [connection.id for connection in call.result] == ["conn_1", "conn_2", "conn_3"]
    common = {"limit": "100", "order": "desc"}
    assert [query(request) for request in call.requests] == [
        common,
        {**common, "after": "conn_1"},
        {**common, "after": "conn_2"},
    ]
    ids, after = [], None
    for response in pages:
        result = sdk.call("sso.list_connections", limit=100, after=after, responses=[response]).result
        ids += [connection.id for connection in result.data]
        after = result.list_metadata.after
    assert (ids, after) == (["conn_1", "conn_2", "conn_3"], None)


rows.call(
    25, "list connections", "sso.list_connections", (), {}, "GET /connections", Listed(models.Connection), CONNECTION
)


@rows.check(26, "back off after a 429")
def _(sdk: SDK) -> None:
    limited = StubResponse({"message": "Too many requests"}, 429, {"Retry-After": "17"})
    error = sdk.expect_error(
        errors.RateLimitExceededError, "organizations.get_organization", "org_1", responses=[limited]
    )
    assert error.retry_after == 17
    retry_now = StubResponse({"message": "Too many requests"}, 429, {"Retry-After": "0"})
    call = sdk.call(
        "organizations.get_organization", "org_1", responses=[retry_now, ORGANIZATION], settings={"max_retries": 1}
    )
    assert (len(call.requests), call.result.id) == (2, ORGANIZATION["id"])
