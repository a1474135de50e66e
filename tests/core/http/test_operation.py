import pytest

from workos_core.errors import InvalidArgumentError
from workos_core.http.operation import Credentials, Operation
from workos_core.http.retry_policy import RetryPolicy

OPERATIONS = {
    "get": Operation("x.get", "GET", "/x"),
    "head": Operation("request", "HEAD", "/x"),
    "options": Operation("request", "OPTIONS", "/x"),
    "put": Operation("x.put", "PUT", "/x"),
    "delete": Operation("x.delete", "DELETE", "/x"),
    "post": Operation("x.post", "POST", "/x"),
    "patch": Operation("x.patch", "PATCH", "/x"),
    "keyed": Operation("x.keyed", "POST", "/x", accepts_idempotency_key=True),
    "once": Operation("x.once", "POST", "/x", single_use=True),
    "raw": Operation("request", "POST", "/x"),
}


@pytest.mark.parametrize(
    ("retry_non_idempotent", "override", "idempotent"),
    [
        (False, None, {"get", "head", "options", "put", "delete", "keyed"}),
        (True, None, {"get", "head", "options", "put", "delete", "keyed", "post", "patch"}),
        (False, False, set()),
        (True, False, set()),
    ],
)
def test_idempotent_operations(retry_non_idempotent: bool, override: bool | None, idempotent: set[str]) -> None:
    policy = RetryPolicy(retry_non_idempotent=retry_non_idempotent)
    assert {name for name, operation in OPERATIONS.items() if operation.is_idempotent(policy, override)} == idempotent


def test_idempotent_option_of_a_call() -> None:
    overridden = {
        name
        for name, operation in OPERATIONS.items()
        if name != "once" and operation.is_idempotent(RetryPolicy(), True)
    }
    assert overridden == set(OPERATIONS) - {"once"}
    with pytest.raises(InvalidArgumentError, match=r"once\(\) consumes a single-use code or token"):
        OPERATIONS["once"].is_idempotent(RetryPolicy(), True)


@pytest.mark.parametrize(
    ("credentials", "client", "expected"),
    [
        ("api_key", "https://api.workos.com", "https://auth.workos.com"),
        ("api_key", "https://proxy.example", "https://proxy.example"),
        ("access_token", "https://proxy.example", "https://proxy.example"),
        ("body", "https://proxy.example", "https://proxy.example"),
        ("none", "https://proxy.example", "https://auth.workos.com"),
    ],
)
def test_credentials_are_sent_to_another_server_only_with_the_default_base_url(
    credentials: Credentials, client: str, expected: str
) -> None:
    server = "https://auth.workos.com"
    assert Operation("x.y", "GET", "/x", credentials=credentials, server=server).base_url(client) == expected
    assert Operation("x.y", "GET", "/x", credentials=credentials).base_url(client) == client
