"""Items 1 to 26: the client, its credentials, status codes and pagination."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from workos_core import errors, models

from .api import CLIENT_ID, KEY, Answer, Api
from .base import Listed, Table
from .bodies import CONNECTION, ORGANIZATION, page

ROOT = Path(__file__).parent.parent.parent.parent
rows = Table()


def query(request: Any) -> dict[str, str]:
    return dict(parse_qsl(request.url.query.decode(), keep_blank_values=True))


@rows.check(1, "base URL")
def _(api: Api) -> None:
    assert api.client().base_url == "https://api.workos.com"
    done = api.call("organizations.get_organization", "org_1", answers=[ORGANIZATION])
    assert str(done.request.url) == "https://api.workos.com/organizations/org_1"


@rows.check(2, "install command")
def _(api: Api) -> None:
    name = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    assert f"pip install {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@rows.check(3, "API key as bearer token")
def _(api: Api) -> None:
    done = api.call("organizations.get_organization", "org_1", answers=[ORGANIZATION])
    assert done.request.headers["authorization"] == f"Bearer {KEY}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOS_API_KEY", "sk_from_outside")
        given = {"api_key": None}
        done = api.call("organizations.get_organization", "org_1", answers=[ORGANIZATION], settings=given)
    assert done.request.headers["authorization"] == "Bearer sk_from_outside"


def refused_with(status: int, kind: type[errors.APIError], body: Any, **expected: Any) -> Any:
    def proof(api: Api) -> None:
        answer = Answer(body, status, {"X-Request-ID": "req_1"})
        error = api.refusal(kind, "organizations.get_organization", "org_1", answers=[answer])
        assert (error.status, error.request_id, error.body) == (status, "req_1", body)
        assert {name: getattr(error, name) for name in expected} == expected

    return proof


rows.add(
    4,
    "401 without or with a wrong key",
    refused_with(401, errors.AuthenticationError, {"message": "Unauthorized"}, message="Unauthorized"),
)
rows.add(
    5,
    "403 with a key that may not",
    refused_with(
        403, errors.PermissionDeniedError, {"code": "forbidden", "message": "No."}, code="forbidden", message="No."
    ),
)


@rows.check(6, "https only")
def _(api: Api) -> None:
    for url in ("http://api.workos.com", "ftp://api.workos.com", "http://127.0.0.1.example.com"):
        with pytest.raises(errors.ConfigurationError):
            api.client(base_url=url)
    for url in ("http://localhost:4100", "http://127.0.0.1:4100"):
        assert api.client(base_url=url).base_url == url


@rows.check(7, "the constructor")
def _(api: Api) -> None:
    assert api.package.WorkOS(KEY).client_id is None
    assert api.package.WorkOS(KEY, client_id=CLIENT_ID).client_id == CLIENT_ID
    assert api.package.WorkOS(client_id=CLIENT_ID).client_id == CLIENT_ID
    with pytest.raises(errors.ConfigurationError):
        api.package.WorkOS()


@rows.check(8, "API keys begin with sk_ and stay secret")
def _(api: Api) -> None:
    assert KEY.startswith("sk_")
    assert KEY not in repr(api.client())
    error = api.refusal(
        errors.AuthenticationError, "organizations.get_organization", "org_1", answers=[Answer({"message": "no"}, 401)]
    )
    assert KEY not in f"{error} {error!r} {vars(error)}"


@rows.check(9, "the key alone decides the environment")
def _(api: Api) -> None:
    def sent(key: str) -> Any:
        settings = {"api_key": key}
        return api.call("organizations.get_organization", "org_1", answers=[ORGANIZATION], settings=settings).request

    production, staging = sent("sk_live_1"), sent("sk_test_2")
    assert production.url == staging.url
    different = {name for name in production.headers if production.headers[name] != staging.headers[name]}
    assert different == {"authorization"}


@rows.check(10, "status 200")
def _(api: Api) -> None:
    done = api.call("organizations.get_organization", "org_1", answers=[Answer(ORGANIZATION, 200)])
    assert done.result.id == ORGANIZATION["id"]


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
    rows.add(number, f"status {status}", refused_with(status, kind, body, **details))


@rows.check(17, "status 5xx")
def _(api: Api) -> None:
    for status in (500, 502, 503, 504, 599):
        refused_with(status, errors.ServerError, {"message": "Broken."}, message="Broken.")(api)
    page_of_a_proxy = Answer("<html>Bad gateway</html>", 502)
    error = api.refusal(errors.ServerError, "organizations.get_organization", "org_1", answers=[page_of_a_proxy])
    assert error.body == "<html>Bad gateway</html>"


@rows.check(18, "409 and 410 which the list of status codes lacks")
def _(api: Api) -> None:
    refused_with(409, errors.ConflictError, {"code": "taken", "message": "Taken."}, code="taken")(api)
    refused_with(410, errors.APIError, {"message": "Gone."}, message="Gone.")(api)


def filters(**given: Any) -> Any:
    def proof(api: Api) -> None:
        done = api.call("organizations.list_organizations", answers=[page(ORGANIZATION)], **given)
        assert query(done.request) == {name: str(value) for name, value in given.items()}

    return proof


rows.add(19, "list parameter limit", filters(limit=100))


@rows.check(20, "list parameter order")
def _(api: Api) -> None:
    for order in ("asc", "desc", "normal"):
        filters(order=order)(api)


rows.add(21, "list parameter after", filters(after="org_1"))


@rows.check(22, "list parameter before")
def _(api: Api) -> None:
    filters(before="org_9")(api)
    api.refusal(
        errors.InvalidArgumentError, "organizations.list_organizations", every_page=True, before="org_9", after="org_1"
    )


def item(name: str) -> dict[str, Any]:
    return {**ORGANIZATION, "id": name}


@rows.check(23, "cursors are ids and run in both directions")
def _(api: Api) -> None:
    def walked(**given: Any) -> tuple[list[str], list[dict[str, str]]]:
        answers = [page(item("org_2"), before="b1", after="a1"), page(item("org_3"))]
        done = api.call("organizations.list_organizations", answers=answers, every_page=True, **given)
        return [one.id for one in done.result], [query(request) for request in done.requests]

    ids, queries = walked(after="org_1", order="asc")
    assert ids == ["org_2", "org_3"]
    assert [one["after"] for one in queries] == ["org_1", "a1"]
    assert {one["order"] for one in queries} == {"asc"}
    _, queries = walked(before="org_9", order="desc")
    assert [one["before"] for one in queries] == ["org_9", "b1"]
    _, queries = walked(order="normal")
    assert [one.get("before") for one in queries] == [None, "b1"]


@rows.check(24, "follow after until it is empty")
def _(api: Api) -> None:
    pages = [page({**CONNECTION, "id": f"conn_{n}"}, after=f"conn_{n}" if n < 3 else None) for n in (1, 2, 3)]
    done = api.call("sso.list_connections", limit=100, order="desc", answers=pages, every_page=True)
    assert [one.id for one in done.result] == ["conn_1", "conn_2", "conn_3"]
    common = {"limit": "100", "order": "desc"}
    assert [query(request) for request in done.requests] == [
        common,
        {**common, "after": "conn_1"},
        {**common, "after": "conn_2"},
    ]
    ids, after = [], None
    for answer in pages:
        first = api.call("sso.list_connections", limit=100, after=after, answers=[answer]).result
        ids += [one.id for one in first.data]
        after = first.list_metadata.after
    assert (ids, after) == (["conn_1", "conn_2", "conn_3"], None)


rows.call(
    25, "list connections", "sso.list_connections", (), {}, "GET /connections", Listed(models.Connection), CONNECTION
)


@rows.check(26, "slow down after 429")
def _(api: Api) -> None:
    slow = Answer({"message": "Too many requests"}, 429, {"Retry-After": "17"})
    error = api.refusal(errors.RateLimitExceededError, "organizations.get_organization", "org_1", answers=[slow])
    assert error.retry_after == 17
    now = Answer({"message": "Too many requests"}, 429, {"Retry-After": "0"})
    done = api.call("organizations.get_organization", "org_1", answers=[now, ORGANIZATION], settings={"max_retries": 1})
    assert (len(done.requests), done.result.id) == (2, ORGANIZATION["id"])
