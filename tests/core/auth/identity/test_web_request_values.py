from typing import Any

import pytest

from workos_core.auth.identity.web_request import MAX_FORM, WebRequest

ORIGIN = "https://app.example"


def request(method: str = "GET", **headers: str) -> WebRequest:
    return WebRequest(method, "/", headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("headers", "is_same_origin"),
    [
        ({}, True),
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "same-site"}, False),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "cross-site", "origin": ORIGIN}, True),  # one of several origins of the application
        ({"sec_fetch_site": "same-origin", "origin": "https://evil.example"}, True),
        ({"origin": ORIGIN}, True),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "https://evil.example", "host": "app.example"}, False),
        ({"origin": "http://other.example", "host": "other.example"}, False),
        ({"origin": "https://other.example", "host": "other.example"}, True),
        ({"origin": "https://other.example:8443", "host": "other.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "null", "host": ""}, False),
        ({"origin": "https://xxxx"}, False),  # a request without a host
    ],
)
def test_origin_of_a_form(headers: dict[str, str], is_same_origin: bool) -> None:
    assert request("POST", **headers).is_same_origin([ORIGIN]) is is_same_origin


@pytest.mark.parametrize(
    ("method", "headers", "accepts_page"),
    [
        ("GET", {"accept": "text/html,*/*"}, True),
        ("HEAD", {"accept": "text/html"}, True),
        ("POST", {"accept": "text/html"}, True),  # a form
        ("GET", {"accept": "application/json"}, False),
        ("GET", {}, False),
        ("GET", {"accept": "text/html", "authorization": "Bearer x"}, False),
        ("GET", {"accept": "text/html", "sec_fetch_mode": "cors"}, False),
        ("GET", {"sec_fetch_mode": "navigate"}, True),
        ("POST", {"sec_fetch_mode": "navigate"}, True),
    ],
)
def test_navigations(method: str, headers: dict[str, str], accepts_page: bool) -> None:
    assert request(method, **headers).accepts_page is accepts_page


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("name=a", "a"),
        ("name=", ""),
        ("other=b", None),
        ("", None),
        ("name=a&name=b", None),
        ("name=a&name=", None),
        ("name=%C3%A9", "é"),
        ("name=a" + "&x=1" * 99, "a"),
        ("name=a" + "&x=1" * 100, None),
    ],
)
def test_values_of_queries_and_forms(text: str, value: str | None) -> None:
    request = WebRequest("POST", "/", query=text, body=text.encode())
    assert request.query_value("name") == value
    assert request.form_value("name") == value


def test_body_that_is_not_utf_8() -> None:
    assert WebRequest("POST", "/", body=b"name=\xff").form_value("name") == "\ufffd"


@pytest.mark.parametrize(("size", "is_read"), [(MAX_FORM, True), (MAX_FORM + 1, False)])
def test_longest_form(size: int, is_read: bool) -> None:
    form: Any = WebRequest("POST", "/", body=b"name=".ljust(size, b"a")).form_value("name")
    assert (form is not None) is is_read


def test_headers() -> None:
    both = request(cookie="a=1; b=2", authorization="Bearer x")
    assert both.cookies == {"a": "1", "b": "2"}
    assert both.authorization == "Bearer x"
    assert (request().cookies, request().authorization) == ({}, None)
