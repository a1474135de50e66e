import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core import errors
from workos_core.errors import APIError, DecodeError, MissingFieldError, RateLimitExceededError, error_from_response


def failed(status: int, body: Any, request_id: str | None = "req_1") -> APIError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return error_from_response(status, content, request_id, where="GET /things/{id}")


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitExceededError"),
        (500, "ServerError"),
        (502, "ServerError"),
        (599, "ServerError"),
        (410, "APIError"),
        (418, "APIError"),
        (302, "APIError"),
    ],
)
def test_the_class_follows_the_status(status: int, name: str) -> None:
    error = failed(status, {"message": "no"})
    assert type(error).__name__ == name
    assert (error.status, error.message, error.request_id) == (status, "no", "req_1")


@pytest.mark.parametrize(
    ("body", "message", "code", "error"),
    [
        ({"message": "Not found"}, "Not found", None, None),
        ({"code": "user_exists", "message": "Taken"}, "Taken", "user_exists", None),
        ({"error": "invalid_grant", "error_description": "Used up"}, "Used up", None, "invalid_grant"),
        ({"error": "not here"}, "not here", None, "not here"),
        ({"message": ["a", "b"], "error": "Bad Request"}, "a; b", None, "Bad Request"),
        ({"message": "m", "code": "c", "statusCode": 403}, "m", "c", None),
        ({"code": 7, "message": {"x": 1}}, "the API gave no reason", None, None),
        ([1], "the API gave no reason", None, None),
        (b"<html> <b>502</b>\n Bad Gateway</html>", "<html> <b>502</b> Bad Gateway</html>", None, None),
        (b"", "the API gave no reason", None, None),
        (b"\xff", "\ufffd", None, None),
    ],
)
def test_every_form_of_body(body: Any, message: str, code: str | None, error: str | None) -> None:
    found = failed(400, body)
    assert (found.message, found.code, found.error) == (message, code, error)


def test_details_and_body_are_kept() -> None:
    body = {"message": "m", "errors": [{"field": "name", "code": "required"}, {"instancePath": "/x"}], "email": "a@b.c"}
    error = failed(422, body)
    assert error.errors == body["errors"]
    assert error.body == body
    assert failed(422, {"message": "m", "errors": "x"}).errors == []
    assert failed(502, b"<html>").body == "<html>"


def test_the_text_says_what_where_and_which_request() -> None:
    text = str(failed(400, {"code": "user_exists", "message": "Taken"}))
    assert text == "400 [user_exists] Taken (GET /things/{id}, request id req_1)"


def test_long_pages_are_kept_whole_but_not_shown() -> None:
    error = failed(503, b"x" * 10_000)
    assert len(str(error)) < 500
    assert len(error.body) == 10_000


def test_a_redirect_says_so() -> None:
    assert failed(302, b"").message == "redirect not followed"


@pytest.mark.parametrize(
    "error",
    [
        failed(429, {"code": "c", "message": "m"}),
        MissingFieldError("User", "email"),
        DecodeError("m", path="$", status=200, request_id=None, body="b"),
        errors.APITimeoutError("late", sent=False),
        errors.InvalidTokenError("old", reason="expired"),
    ],
)
def test_errors_cross_process_borders(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert copy.__dict__ == error.__dict__


def test_the_wait_is_an_attribute() -> None:
    error = error_from_response(429, b"{}", None, retry_after=3.0)
    assert isinstance(error, RateLimitExceededError)
    assert error.retry_after == 3.0


@given(st.integers(300, 599), st.binary(), st.none() | st.text())
def test_no_answer_makes_it_fail(status: int, content: bytes, request_id: str | None) -> None:
    error = error_from_response(status, content, request_id)
    assert isinstance(error, APIError)
    assert str(error)
    assert error.body is not None


@given(
    st.dictionaries(
        st.sampled_from(["message", "code", "error", "error_description", "errors"]),
        st.recursive(st.none() | st.text() | st.integers(), st.lists),
    )
)
def test_no_json_makes_it_fail(body: dict[str, Any]) -> None:
    assert failed(400, body).body == body


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    classes = {
        name: value
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.WorkOSError)
    }
    drawn: dict[str, str] = {}
    trail: list[str] = []
    base: int | None = None
    for line in (errors.__doc__ or "").splitlines():
        name = next(
            (
                word
                for word in line.replace("└──", " ").replace("├──", " ").replace("│", " ").split()
                if word in classes
            ),
            None,
        )
        if name is None:
            continue
        base = base if base is not None else line.index(name)
        depth = (line.index(name) - base) // 4
        trail = [*trail[:depth], name]
        drawn[name] = trail[-2] if depth else "Exception"
    assert drawn == {name: value.__bases__[0].__name__ for name, value in classes.items()}


def test_a_body_that_is_nested_too_deeply_stays_text() -> None:
    assert error_from_response(500, b"[" * 100_000, None).body == "[" * 100_000
