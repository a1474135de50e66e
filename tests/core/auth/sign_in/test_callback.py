import contextlib
import pickle
from typing import Any, get_args
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sign_in.callback import (
    AUTHORIZATION_ERROR_CODES,
    AuthorizationCallback,
    AuthorizationCallbackError,
    AuthorizationErrorCode,
    parse_authorization_callback,
)
from workos_core.errors import InvalidArgumentError, WorkOSError

CODE = "01E2RJ4C05B52KKZ8FSRDAP23J"
STATE = "dj1kUXc0dzlXZ1hjUQ=="
QUERY = f"code={CODE}&state=dj1kUXc0dzlXZ1hjUQ%3D%3D"


def refused(callback: Any, **settings: Any) -> AuthorizationCallbackError:
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(callback, **settings)
    return caught.value


@pytest.mark.parametrize(
    "callback",
    [
        f"https://app.example.com/callback?{QUERY}",
        f"https://app.example.com/callback?{QUERY}#top",
        f"/callback?{QUERY}",
        f"?{QUERY}",
        QUERY,
        f"https://app.example.com/callback?code={CODE}&state={STATE}&tenant=a?b",
        {"code": CODE, "state": STATE},
        {"code": [CODE], "state": [STATE], "other": 1},
    ],
)
def test_the_ways_to_pass_it(callback: Any) -> None:
    assert parse_authorization_callback(callback) == AuthorizationCallback(CODE, STATE)
    assert parse_authorization_callback(callback, expected_state=STATE).state == STATE


def test_a_question_mark_in_a_query_string_is_a_character_like_others() -> None:
    assert parse_authorization_callback("state=https://a?b&code=c") == AuthorizationCallback("c", "https://a?b")


def test_without_state() -> None:
    assert parse_authorization_callback(f"?code={CODE}").state is None


def test_the_code_is_not_shown() -> None:
    assert CODE not in repr(parse_authorization_callback(QUERY))
    assert CODE not in str(refused(QUERY, expected_state="other"))


def test_an_error() -> None:
    error = refused("https://a.example/cb?error=organization_invalid&error_description=No%20such%20one&state=123456789")
    assert (error.error, error.error_description, error.state) == ("organization_invalid", "No such one", "123456789")
    assert str(error) == "organization_invalid: No such one"
    assert isinstance(error, WorkOSError)


def test_an_unknown_error_is_kept() -> None:
    error = refused({"error": "out_of_coffee"})
    assert (error.error, error.error_description, error.state, str(error)) == (
        "out_of_coffee",
        None,
        None,
        "out_of_coffee",
    )


def test_an_error_wins_over_a_code() -> None:
    assert refused(f"{QUERY}&error=server_error").error == "server_error"


@pytest.mark.parametrize(
    "callback", ["", "?", "https://a.example/cb", "state=s", "code=&state=s", {}, {"code": None}, "#code=x"]
)
def test_a_missing_code(callback: Any) -> None:
    assert refused(callback).error == "missing_code"


@pytest.mark.parametrize("expected", ["other", STATE + "x", STATE[:-1], "é", "\ud800", None])
def test_another_state(expected: str | None) -> None:
    error = refused(QUERY, expected_state=expected)
    assert (error.error, error.state) == ("state_mismatch", STATE)


@pytest.mark.parametrize("expected", ["s", None])
def test_a_missing_state_is_another_state(expected: str | None) -> None:
    assert refused(f"code={CODE}", expected_state=expected).error == "state_mismatch"


def test_the_state_is_looked_at_first() -> None:
    error = refused("error=access_denied&error_description=call+0900&state=forged", expected_state=STATE)
    assert error.error == "state_mismatch"
    assert "0900" not in str(error)


def test_an_empty_expected_state_protects_from_nothing() -> None:
    with pytest.raises(InvalidArgumentError, match="expected_state is empty"):
        parse_authorization_callback("code=c&state=", expected_state="")


@pytest.mark.parametrize("name", ["code", "state", "error"])
def test_nothing_comes_twice(name: str) -> None:
    error = refused(f"{name}=a&{name}=b&code=c" if name != "code" else "code=a&code=b")
    assert error.error == "malformed_callback"
    assert repr(name) in str(error)


def test_a_long_description_is_cut_in_the_message_only() -> None:
    error = refused({"error": "server_error", "error_description": "x" * 1000})
    assert len(str(error)) < 400
    assert error.error_description == "x" * 1000


def test_errors_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(refused("error=access_denied&state=s")))
    assert (error.error, error.state, str(error)) == ("access_denied", "s", "access_denied")


def test_the_documented_codes_are_all_in_the_type() -> None:
    known = {value for part in get_args(AuthorizationErrorCode) for value in get_args(part)}
    assert len(AUTHORIZATION_ERROR_CODES) == 9
    assert set(AUTHORIZATION_ERROR_CODES) == known - {"missing_code", "state_mismatch", "malformed_callback"}
    assert all(meaning.endswith(".") for meaning in AUTHORIZATION_ERROR_CODES.values())


@given(st.text(min_size=1), st.text(min_size=1))
def test_what_goes_in_comes_out(code: str, state: str) -> None:
    query = urlencode({"code": code, "state": state})
    assert parse_authorization_callback(query) == AuthorizationCallback(code, state)
    assert parse_authorization_callback(f"https://a.example/cb?{query}").state == state


@given(st.text())
def test_any_text_is_a_code_or_a_typed_error(text: str) -> None:
    with contextlib.suppress(AuthorizationCallbackError):
        assert parse_authorization_callback(text).code
