"""URLs that are parsed only when somebody asks: they must say what the library's own say."""

import copy
import pickle
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.http.lazy_url import Base
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
ASKED_BY_TRANSPORTS = ("raw_scheme", "raw_host", "port", "raw_path")
ASKED_BY_OTHERS = ("scheme", "host", "path", "query", "params", "netloc", "fragment", "userinfo", "is_absolute_url")

each_library = pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)


@each_library
@pytest.mark.parametrize("base", BASES)
def test_it_says_what_the_library_says(library: Any, base: str) -> None:
    target = "/users/a%2Fb?limit=10&email=a%40example.com"
    real = library.URL(base + target)
    for name in (*ASKED_BY_TRANSPORTS, *ASKED_BY_OTHERS):
        assert getattr(Base(library, base).join(target), name) == getattr(real, name), name
    url = Base(library, base).join(target)
    assert (str(url), repr(url), hash(url)) == (str(real), repr(real), hash(real))
    assert url == real
    assert real == url
    assert url.copy_with(path="/x") == real.copy_with(path="/x")
    assert isinstance(url, library.URL)


@each_library
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text not in (".", "..")),
    st.text(),
)
def test_whatever_the_arguments(library: Any, identifier: str, search: str) -> None:
    search = search.encode("utf-8", "ignore").decode()
    operation: Operation[Any] = Operation("things.get_thing", "GET", "/things/{id}")
    target = build_request(operation, {"id": identifier}, {"search": search}, None).target
    url, real = Base(library, "https://api.workos.com").join(target), library.URL("https://api.workos.com" + target)
    assert [getattr(url, name) for name in ASKED_BY_TRANSPORTS] == [getattr(real, name) for name in ASKED_BY_TRANSPORTS]


@each_library
def test_copies(library: Any) -> None:
    url, real = Base(library, "https://api.workos.com").join("/x?a=1"), library.URL("https://api.workos.com/x?a=1")
    assert pickle.loads(pickle.dumps(url)) == copy.copy(url) == copy.deepcopy(url) == real


@each_library
def test_what_no_url_has(library: Any) -> None:
    url = Base(library, "https://api.workos.com").join("/x")
    for _ in range(2):
        assert not hasattr(url, "nothing")
    assert url.path == "/x"
