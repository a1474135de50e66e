from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sign_in.return_paths import MAX_LENGTH, is_same_path, safe_return_path


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("/", "/"),
        ("/a/b?c=d&e=//f#g", "/a/b?c=d&e=//f#g"),
        ("/a?next=https://other.example/", "/a?next=https://other.example/"),
        ("/a%20b%2Fc", "/a%20b%2Fc"),
        ("/café", "/caf%C3%A9"),
        ("/\uff0fevil.example", "/%EF%BC%8Fevil.example"),
    ],
)
def test_safe_paths(wanted: str, path: str) -> None:
    assert safe_return_path(wanted, "/home") == path


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "a",
        "https://evil.example/",
        "HTTPS:evil.example",
        "javascript:alert(1)",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/a\\..\\b",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/ /evil.example",
        "/\x00",
        "/\x7f",
        "/\x85",
        "/\xa0",
        "/a?b=\r\nSet-Cookie: x=y",
        "/a?b=\\",
        "/%2fevil.example",
        "/%2F%2Fevil.example",
        "/%5cevil.example",
        "/%252f%252fevil.example",
        "/%25252525252525252f",
        "/%09/evil.example",
        "/%0d%0aSet-Cookie:x=y",
        "/.//evil.example",
        "/..//evil.example",
        "/a/%2e%2e//evil.example",
        "/\ud800",
        "/" + "a" * MAX_LENGTH,
    ],
)
def test_unsafe_paths_return_the_default(wanted: str | None) -> None:
    assert safe_return_path(wanted, "/home") == "/home"


@given(st.text(alphabet="/\\%25fFcC.:@?#\t\n \x00ab\u2028é", max_size=20).map("/".__add__))
def test_result_never_leads_to_another_host(wanted: str) -> None:
    path = safe_return_path(wanted)
    assert path.isascii()
    assert path.isprintable()
    assert path.startswith("/")
    assert not path.startswith(("//", "/\\"))
    assert urlsplit(urljoin("https://app.example/login", path)).netloc == "app.example"


@pytest.mark.parametrize("wanted", ["/" + "é" * 400, "/a?" + "é" * 400, "/" + "\U0001f600" * 200])
def test_path_that_is_too_long_once_percent_encoded(wanted: str) -> None:
    assert len(wanted) < MAX_LENGTH
    assert safe_return_path(wanted, "/home") == "/home"


SPELLINGS = [
    "/login",
    "/login/",
    "/login//",
    "/LOGIN",
    "/login?a=b",
    "/login#a",
    "/login;a=b",
    "/./login",
    "/x/../login",
]
SPELLINGS += [
    "/%6Cogin",
    "/%6cog%69n",
    "/%256Cogin",
    "/login%2F",
    "/login%3Freturn_to=/a",
    "/%2e/login",
    "/x%2F..%2Flogin",
]
SPELLINGS += ["/lo%67in?a", "/%2525256cogin", "//login", "/login/.", "/login/x/..", "/\\login", "/login%23"]


@pytest.mark.parametrize("wanted", SPELLINGS)
def test_spellings_of_the_same_path(wanted: str) -> None:
    assert is_same_path(wanted, "/login")
    assert is_same_path(f"/shop{wanted}", "/shop/login")


@pytest.mark.parametrize(
    "wanted", ["/", "", "/logins", "/a/login", "/login/a", "/a?next=/login", "/a#/login", "/lo gin"]
)
def test_other_paths(wanted: str) -> None:
    assert not is_same_path(wanted, "/login")


def test_path_that_is_encoded_too_often_counts_as_the_same() -> None:
    assert not is_same_path(f"/%{'25' * 3}61", "/login")
    assert is_same_path(f"/%{'25' * 6}61", "/login")
