import pytest

from ..support import Api

PATH = "/webhook_endpoints"


def test_endpoint_lifecycle(api: Api) -> None:
    body = {"endpoint_url": "https://app.example.com/hook", "events": ["user.created", "user.created"]}
    endpoint = api("POST", PATH, 201, json=body)
    assert endpoint["id"].startswith("we_")
    assert (endpoint["status"], endpoint["events"]) == ("enabled", ["user.created"])
    assert api("GET", PATH)["data"] == [endpoint]
    assert api("POST", PATH, 409, json=body)["code"] == "duplicate_endpoint"

    path = f"{PATH}/{endpoint['id']}"
    changed = api("PATCH", path, json={"status": "disabled"})
    assert (changed["status"], changed["events"], changed["secret"]) == (
        "disabled",
        ["user.created"],
        endpoint["secret"],
    )
    moved = api("PATCH", path, json={"endpoint_url": "http://localhost:3000/hook", "events": ["user.deleted"]})
    assert (moved["endpoint_url"], moved["events"]) == ("http://localhost:3000/hook", ["user.deleted"])
    api("POST", PATH, 201, json=body)
    assert api("PATCH", path, 409, json={"endpoint_url": body["endpoint_url"]})["code"] == "duplicate_endpoint"
    api("DELETE", path, 204)
    assert api("DELETE", path, 404)["code"] == "entity_not_found"


@pytest.mark.parametrize(
    "url",
    ["", "hook", "http://app.example.com", "https://", "https://[", "https://localhost:99999", "ftp://localhost/"],
)
def test_invalid_urls(api: Api, url: str) -> None:
    assert api("POST", PATH, 422, json={"endpoint_url": url, "events": []})["code"] == "invalid_url"


def test_unknown_events(api: Api) -> None:
    error = api("POST", PATH, 422, json={"endpoint_url": "https://a.example.com", "events": ["vault.data.read"]})
    assert (error["code"], error["errors"]) == (
        "invalid_request_parameters",
        [{"field": "events.0", "code": "invalid_value"}],
    )
