import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core import errors
from workos_core.errors import APIError, DecodeError, MissingFieldError, RateLimitExceededError
from workos_core.http.error_responses import error_from_response


def error_for(status: int, body: Any, request_id: str | None = "req_1") -> APIError:
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
def test_class_depends_on_status(status: int, name: str) -> None:
    error = error_for(status, {"message": "no"})
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
        ({"code": 7, "message": {"x": 1}}, "the response has no error message", None, None),
        ([1], "the response has no error message", None, None),
        (b"<html> <b>502</b>\n Bad Gateway</html>", "<html> <b>502</b> Bad Gateway</html>", None, None),
        (b"", "the response has no error message", None, None),
        (b"\xff", "\ufffd", None, None),
    ],
)
def test_message_code_and_error_of_the_body(body: Any, message: str, code: str | None, error: str | None) -> None:
    raised = error_for(400, body)
    assert (raised.message, raised.code, raised.error) == (message, code, error)


def test_details_and_body_are_preserved() -> None:
    body = {"message": "m", "errors": [{"field": "name", "code": "required"}, {"instancePath": "/x"}], "email": "a@b.c"}
    error = error_for(422, body)
    assert error.errors == body["errors"]
    assert error.body == body
    assert error_for(422, {"message": "m", "errors": "x"}).errors == []
    assert error_for(502, b"<html>").body == "<html>"


def test_str_has_status_code_message_endpoint_and_request_id() -> None:
    text = str(error_for(400, {"code": "user_exists", "message": "Taken"}))
    assert text == "400 user_exists: Taken (GET /things/{id}, request ID req_1)"


def test_str_names_the_settings_if_a_key_is_not_accepted() -> None:
    hint = "check WORKOS_API_KEY and WORKOS_BASE_URL, or the access token of the call"
    error = error_for(401, {"message": "Unauthorized"})
    assert str(error) == f"401: Unauthorized; {hint} (GET /things/{{id}}, request ID req_1)"
    assert error.message == "Unauthorized"
    assert hint not in str(error_for(401, {"error": "invalid_grant", "error_description": "Used up"}))
    assert hint not in str(error_for(404, {"message": "Not found"}))


@pytest.mark.parametrize(
    ("details", "text"),
    [
        ([{"field": "email", "code": "invalid_format"}], "email: invalid_format"),
        (
            [{"field": "email", "code": "invalid_format", "message": "Bad"}, {"field": "name", "message": "Required"}],
            "email: invalid_format; name: Required",
        ),
        ([{"code": "password_too_short", "message": "Too short"}], "password_too_short"),
        ([{"instancePath": "/targets/0/id", "message": "must be string"}], "targets.0.id: must be string"),
        (["name is required"], "name is required"),
        ([{"field": str(number), "code": "x"} for number in range(7)], "0: x; 1: x; 2: x; 3: x; 4: x; and 2 more"),
        ([{}, 5, None], "Validation failed"),
        ([], "Validation failed"),
    ],
)
def test_str_shows_field_errors(details: list[Any], text: str) -> None:
    error = error_for(422, {"code": "invalid_request_parameters", "message": "Validation failed", "errors": details})
    assert str(error) == f"422 invalid_request_parameters: {text} (GET /things/{{id}}, request ID req_1)"
    assert error.message == "Validation failed"


def test_str_truncates_long_bodies() -> None:
    error = error_for(503, b"x" * 10_000)
    assert len(str(error)) < 500
    assert len(error.body) == 10_000


def test_redirect_message() -> None:
    assert error_for(302, b"").message == "redirect not followed"


@pytest.mark.parametrize(
    "error",
    [
        error_for(429, {"code": "c", "message": "m"}),
        MissingFieldError("User", "email"),
        DecodeError("m", path="$", status=200, request_id=None, body="b"),
        errors.APITimeoutError("late", sent=False),
        errors.InvalidTokenError("old", reason="expired"),
    ],
)
def test_errors_can_be_pickled(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert copy.__dict__ == error.__dict__


def test_retry_after_is_an_attribute() -> None:
    error = error_from_response(429, b"{}", None, retry_after=3.0)
    assert isinstance(error, RateLimitExceededError)
    assert error.retry_after == 3.0


@given(st.integers(300, 599), st.binary(), st.none() | st.text())
def test_any_response_becomes_an_error(status: int, content: bytes, request_id: str | None) -> None:
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
def test_any_json_becomes_an_error(body: dict[str, Any]) -> None:
    assert error_for(400, body).body == body


def test_class_tree_in_the_module_docstring() -> None:
    classes = {
        name: value
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.WorkOSError)
    }
    parents: dict[str, str] = {}
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
        parents[name] = trail[-2] if depth else "Exception"
    assert parents == {name: value.__bases__[0].__name__ for name, value in classes.items()}


def test_deeply_nested_body_stays_text() -> None:
    assert error_from_response(500, b"[" * 100_000, None).body == "[" * 100_000


def test_rate_limit_error_that_a_test_creates() -> None:
    error = RateLimitExceededError("slow down", retry_after=2)
    assert (error.status, error.retry_after) == (429, 2)
    again = pickle.loads(pickle.dumps(error))
    assert (again.retry_after, str(again)) == (2, str(error))
    assert RateLimitExceededError("slow down", status=429).retry_after is None
