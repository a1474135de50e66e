"""Lazily parsed URLs have the same attributes as those of the HTTP library."""

import copy
import pickle
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.http.lazy_url import BaseURL
from workos_core.http.operation import Operation
from workos_core.http.requests import build_request

LIBRARIES = [import_module(name) for name in ("httpx", "httpx2") if find_spec(name)]
BASES = [
    "https://api.workos.com",
    "http://127.0.0.1:8080",
    "http://[::1]:8080",
    "http://localhost:80/behind/a%20proxy",
    "https://bücher.example/ä",
    "HTTPS://API.example",
]
LAZY_ATTRIBUTES = ("raw_scheme", "raw_host", "port", "raw_path")
PARSED_ATTRIBUTES = ("scheme", "host", "path", "query", "params", "netloc", "fragment", "userinfo", "is_absolute_url")

each_library = pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)


@each_library
@pytest.mark.parametrize("base", BASES)
def test_attributes(library: Any, base: str) -> None:
    target = "/users/a%2Fb?limit=10&email=a%40example.com"
    expected = library.URL(base + target)
    for name in (*LAZY_ATTRIBUTES, *PARSED_ATTRIBUTES):
        assert getattr(BaseURL(library, base).join(target), name) == getattr(expected, name), name
    url = BaseURL(library, base).join(target)
    assert (str(url), repr(url), hash(url)) == (str(expected), repr(expected), hash(expected))
    assert url == expected
    assert expected == url
    assert url.copy_with(path="/x") == expected.copy_with(path="/x")
    assert isinstance(url, library.URL)


@each_library
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text not in (".", "..")),
    st.text(),
)
def test_any_arguments(library: Any, identifier: str, search: str) -> None:
    search = search.encode("utf-8", "ignore").decode()
    operation: Operation[Any] = Operation("things.get_thing", "GET", "/things/{id}")
    target = build_request(operation, {"id": identifier}, {"search": search}, None).target
    url, expected = BaseURL(library, BASES[0]).join(target), library.URL(BASES[0] + target)
    assert [getattr(url, name) for name in LAZY_ATTRIBUTES] == [getattr(expected, name) for name in LAZY_ATTRIBUTES]


@each_library
def test_copy_and_pickle(library: Any) -> None:
    url, expected = BaseURL(library, BASES[0]).join("/x?a=1"), library.URL(f"{BASES[0]}/x?a=1")
    assert pickle.loads(pickle.dumps(url)) == copy.copy(url) == copy.deepcopy(url) == expected


@each_library
def test_unknown_attribute(library: Any) -> None:
    url = BaseURL(library, "https://api.workos.com").join("/x")
    for _ in range(2):
        assert not hasattr(url, "nothing")
    assert url.path == "/x"
