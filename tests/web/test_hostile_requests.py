"""No header, cookie or query string causes an internal error, in any framework, and no path leads back into the sign-in."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.web.browser import ADA, NAVIGATION, PASSWORD, Browser, Send
from tests.web.cached_apps import KITS, start_app
from tests.web.test_caching import SECRET, create_session
from workos_core.auth.sign_in.return_paths import MAX_LENGTH
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, verifier_cookie_name
from workos_emulator import Emulator
from workos_sync import WorkOS

WSGI = ("flask", "django_sync")


@pytest.fixture(scope="module", params=KITS)
def app(request: pytest.FixtureRequest) -> Iterator[tuple[str, Send, Emulator, str]]:
    """A kit, its app, the emulator, and a session cookie."""
    emulator = Emulator()
    with ExitStack() as stack:
        workos = stack.enter_context(
            WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport)
        )
        workos.user_management.create_user(email=ADA, email_verified=True, password=SECRET)
        session = create_session(workos, ADA)
        yield request.param, stack.enter_context(start_app(request.param, emulator)), emulator, session


def send(
    app: tuple[str, Send, Emulator, str], method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> int:
    """Send a request and return the status. A server passes bytes that are not ASCII as Latin-1 (WSGI) or as they are (ASGI)."""
    kit, send_request, _, _ = app
    encoded: Any = headers if kit in WSGI else {name: value.encode("latin-1") for name, value in headers.items()}
    return send_request(method, path, encoded, body).status


# What an HTTP server lets through in a header: no control characters except tab.
HEADER_TEXT = st.text(
    st.characters(codec="latin-1", exclude_characters="\r\n\0", exclude_categories=["Cc"]) | st.just("\t")
)
STATE = seal_verifier("v" * 43, PASSWORD, return_pathname="/page")
COOKIE_NAMES = st.sampled_from(
    ["wos-session", "wos-session.0", "__Host-wos-session", "wos-auth-verifier", verifier_cookie_name(STATE), "a"]
) | HEADER_TEXT.map(lambda text: f"wos-auth-verifier-{text}")
COOKIE_VALUES = st.sampled_from(["", STATE, "Fe26.2*1*a*b*c**d*e~2", "gAAAAAmalformed", '"', "%"]) | HEADER_TEXT
COOKIES = st.lists(st.tuples(COOKIE_NAMES, COOKIE_VALUES), max_size=12).map(
    lambda cookies: "; ".join(f"{name}={value}" for name, value in cookies)
)
ORIGINS = st.sampled_from(
    ["http://[", "null", "http://", "http://testserver", "http://testserver:x", "//", "http://[::1]:99999"]
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Cookie": COOKIES | HEADER_TEXT,
        "Origin": ORIGINS | HEADER_TEXT,
        "Authorization": st.sampled_from(
            ["Bearer", "Bearer ", "Bearer a.b.c", "bearer ..", "Basic x", "Bearer sk_12345678"]
        )
        | HEADER_TEXT.map(lambda text: f"Bearer {text}"),
        "Sec-Fetch-Site": st.sampled_from(["same-origin", "none", "cross-site"]) | HEADER_TEXT,
        "Sec-Fetch-Mode": st.sampled_from(["navigate", "cors"]) | HEADER_TEXT,
        "Accept": st.sampled_from(["text/html", "*/*"]) | HEADER_TEXT,
        "User-Agent": HEADER_TEXT,
        "Referer": HEADER_TEXT,
        "X-Forwarded-For": HEADER_TEXT,
        "X-Forwarded-Host": HEADER_TEXT,
        "X-Forwarded-Proto": HEADER_TEXT,
        "Forwarded": HEADER_TEXT,
        "HX-Request": st.sampled_from(["true", "false"]),
        "HX-Current-URL": ORIGINS | HEADER_TEXT,
    },
)
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["/page", STATE, "/" + "é" * 1000, "//evil.example", "org_1", "sign-up", "x" * 5000]
)
PARAMETERS = (
    "return_to",
    "code",
    "state",
    "error",
    "error_description",
    "screen_hint",
    "login_hint",
    "organization_id",
    "a",
)
PAIRS = st.lists(st.tuples(st.sampled_from(PARAMETERS), TEXTS), max_size=6)
QUERIES = PAIRS.map(
    lambda pairs: "&".join(f"{name}={quote(value, safe='', errors='surrogatepass')}" for name, value in pairs)
) | st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="#"), max_size=60)
ROUTES = st.sampled_from(
    [
        ("GET", "/login"),
        ("GET", "/callback"),
        ("POST", "/logout"),
        ("POST", "/switch-organization"),
        ("GET", "/page"),
        ("GET", "/guarded"),
        ("HEAD", "/login"),
        ("PUT", "/logout"),
    ]
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(route=ROUTES, headers=HEADERS, query=QUERIES, body=PAIRS)
@example(("POST", "/logout"), {"Origin": "http://["}, "", [])
@example(("GET", "/login"), {}, "return_to=/" + "%C3%A9" * 1000, [])
@example(
    ("GET", "/login"),
    {"Cookie": "; ".join(f"wos-auth-verifier-{name}=1" for name in ["é", "(a)", "b", "1", "2", "3"])},
    "",
    [],
)
@example(("GET", "/guarded"), {"Cookie": "wos-session=\x85; \x85=1; wos-session=2", **NAVIGATION}, "a=%FF", [])
@example(("GET", "/callback"), {"Cookie": f"{verifier_cookie_name(STATE)}={STATE}"}, f"code=c&state={quote(STATE)}", [])
def test_no_request_causes_an_internal_error(
    app: tuple[str, Send, Emulator, str],
    route: tuple[str, str],
    headers: dict[str, str],
    query: str,
    body: list[tuple[str, str]],
) -> None:
    method, path = route
    form = "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in body).encode()
    if method == "POST":
        headers = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    status = send(app, method, f"{path}?{query}" if query else path, headers, form if method == "POST" else b"")
    assert status in (200, 204, 303, 400, 401, 403, 405, 503)


@pytest.mark.parametrize("length", [100, MAX_LENGTH // 9, MAX_LENGTH // 6, MAX_LENGTH // 3, MAX_LENGTH, 2000])
def test_long_paths_to_return_to(app: tuple[str, Send, Emulator, str], length: int) -> None:
    for character in ("a", "é", "\U0001f600"):
        assert send(app, "GET", f"/login?return_to=/{quote(character * length)}", {}) == 303
        assert send(app, "GET", f"/guarded?a={quote(character * length)}", NAVIGATION) == 303


SPELLINGS = [
    "/login",
    "/login/",
    "/%6Cogin",
    "/%256Cogin",
    "/./login",
    "/page/../login",
    "//login",
    "/LOGIN",
    "/login;a=b",
    "/login?return_to=/login",
    "/login#a",
    "/login%3Freturn_to=%2F",
    "/page/%2E%2E/login",
    "/login%2F",
    "/login%23",
    "/callback",
    "/callback/",
    "/%63allback",
    "/%2563allback",
    "/./callback",
    "/callback?code=c",
    "/CALLBACK",
    "/logout",
    "/switch-organization",
    "/%6Cogout",
    "/switch%2Dorganization",
]


def test_no_spelling_of_a_sign_in_route_is_returned_to(app: tuple[str, Send, Emulator, str]) -> None:
    _, send_request, emulator, session = app
    for spelling in SPELLINGS:
        browser = Browser(send_request, emulator)
        page = browser.request("GET", f"/login?login_hint={ADA}&return_to={quote(spelling, safe='')}")
        page = browser.follow_redirect(page.header("location") or "")
        page = browser.follow_redirect(page.header("location") or "")
        assert (page.status, page.header("location")) == (303, "/"), spelling
        browser.jar["wos-session"] = session
        page = browser.request(
            "POST",
            "/switch-organization",
            body=f"return_to={quote(spelling, safe='')}".encode(),
            Sec_Fetch_Site="same-origin",
        )
        assert 'href="/"' in page.text, spelling
    page = Browser(send_request, emulator).request("GET", "/login?return_to=/page%3Fa%3D/login")
    assert "state" in parse_qs(urlsplit(page.header("location") or "").query)
