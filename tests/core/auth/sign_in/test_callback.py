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


def rejection(callback: Any, **settings: Any) -> AuthorizationCallbackError:
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
def test_forms_of_a_callback(callback: Any) -> None:
    assert parse_authorization_callback(callback) == AuthorizationCallback(CODE, STATE)
    assert parse_authorization_callback(callback, expected_state=STATE).state == STATE


def test_question_mark_in_a_query_string() -> None:
    assert parse_authorization_callback("state=https://a?b&code=c") == AuthorizationCallback("c", "https://a?b")


def test_without_state() -> None:
    assert parse_authorization_callback(f"?code={CODE}").state is None


def test_repr_contains_no_code() -> None:
    assert CODE not in repr(parse_authorization_callback(QUERY))
    assert CODE not in str(rejection(QUERY, expected_state="other"))


def test_error_callback() -> None:
    error = rejection(
        "https://a.example/cb?error=organization_invalid&error_description=No%20such%20one&state=123456789"
    )
    assert (error.error, error.error_description, error.state) == ("organization_invalid", "No such one", "123456789")
    assert str(error) == "organization_invalid: No such one"
    assert isinstance(error, WorkOSError)


def test_unknown_errors_are_preserved() -> None:
    error = rejection({"error": "out_of_coffee"})
    assert (error.error, error.error_description, error.state, str(error)) == (
        "out_of_coffee",
        None,
        None,
        "out_of_coffee",
    )


def test_error_takes_precedence_over_a_code() -> None:
    assert rejection(f"{QUERY}&error=server_error").error == "server_error"


@pytest.mark.parametrize(
    "callback", ["", "?", "https://a.example/cb", "state=s", "code=&state=s", {}, {"code": None}, "#code=x"]
)
def test_missing_code(callback: Any) -> None:
    assert rejection(callback).error == "missing_code"


@pytest.mark.parametrize("expected", ["other", STATE + "x", STATE[:-1], "é", "\ud800", None])
def test_state_mismatch(expected: str | None) -> None:
    error = rejection(QUERY, expected_state=expected)
    assert (error.error, error.state) == ("state_mismatch", STATE)


@pytest.mark.parametrize("expected", ["s", None])
def test_missing_state_is_a_mismatch(expected: str | None) -> None:
    assert rejection(f"code={CODE}", expected_state=expected).error == "state_mismatch"


def test_state_is_checked_first() -> None:
    error = rejection("error=access_denied&error_description=call+0900&state=forged", expected_state=STATE)
    assert error.error == "state_mismatch"
    assert "0900" not in str(error)


def test_empty_expected_state_is_rejected() -> None:
    with pytest.raises(InvalidArgumentError, match="expected_state is empty"):
        parse_authorization_callback("code=c&state=", expected_state="")


@pytest.mark.parametrize("name", ["code", "state", "error"])
def test_duplicate_parameters_are_malformed(name: str) -> None:
    error = rejection(f"{name}=a&{name}=b&code=c" if name != "code" else "code=a&code=b")
    assert error.error == "malformed_callback"
    assert repr(name) in str(error)


@pytest.mark.parametrize("values", [["", "x"], ["x", ""], ["", ""]])
@pytest.mark.parametrize("name", ["code", "state", "error", "error_description"])
def test_duplicate_parameters_are_malformed_even_if_they_are_blank(name: str, values: list[str]) -> None:
    parameters = {"code": "c", "state": "s"} | ({"error": "server_error"} if name == "error_description" else {})
    query = urlencode({**parameters, name: values}, doseq=True)
    for callback in (
        query,
        f"https://a.example/cb?{query}",
        {**parameters, name: values},
        {**parameters, name: tuple(values)},
    ):
        error = rejection(callback)
        assert error.error == "malformed_callback"
        assert repr(name) in str(error)


def test_long_description_is_shortened_in_the_message_only() -> None:
    error = rejection({"error": "server_error", "error_description": "x" * 1000})
    assert len(str(error)) < 400
    assert error.error_description == "x" * 1000


def test_errors_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(rejection("error=access_denied&state=s")))
    assert (error.error, error.state, str(error)) == ("access_denied", "s", "access_denied")


def test_type_lists_all_documented_codes() -> None:
    known = {value for part in get_args(AuthorizationErrorCode) for value in get_args(part)}
    assert len(AUTHORIZATION_ERROR_CODES) == 14
    assert set(AUTHORIZATION_ERROR_CODES) == known - {"missing_code", "state_mismatch", "malformed_callback"}
    assert all(meaning.endswith(".") for meaning in AUTHORIZATION_ERROR_CODES.values())


@given(st.text(min_size=1), st.text(min_size=1))
def test_code_and_state_round_trip(code: str, state: str) -> None:
    query = urlencode({"code": code, "state": state})
    assert parse_authorization_callback(query) == AuthorizationCallback(code, state)
    assert parse_authorization_callback(f"https://a.example/cb?{query}").state == state


@given(st.text())
def test_any_text_returns_a_code_or_raises_the_documented_error(text: str) -> None:
    with contextlib.suppress(AuthorizationCallbackError):
        assert parse_authorization_callback(text).code
