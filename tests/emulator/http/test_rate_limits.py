import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.http import spec

from ..support import Api


@pytest.fixture(autouse=True)
def limited(emulator: Emulator) -> None:
    emulator.settings.rate_limits = True


def test_disabled_by_default(emulator: Emulator) -> None:
    assert Emulator().settings.rate_limits is False


def test_limit_per_email(api: Api, clock: Clock) -> None:
    for _ in range(3):
        api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    clock.advance(10)
    response = api.client.post("/user_management/magic_auth", json={"email": "Ada@example.com"})
    assert (response.status_code, response.headers["retry-after"]) == (429, "50")
    api("POST", "/user_management/magic_auth", 201, json={"email": "bob@example.com"})
    clock.advance(50)
    api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})


def test_limit_per_directory(api: Api, emulator: Emulator, clock: Clock) -> None:
    one, two = (emulator.create("directories")["id"] for _ in range(2))
    for _ in range(4):
        api("GET", "/directory_users", params={"directory": one})
    api("GET", "/directory_users", 429, params={"directory": one})
    api("GET", "/directory_users", params={"directory": two})
    clock.advance(1)
    api("GET", "/directory_users", params={"directory": one})


def test_sliding_window(api: Api, clock: Clock) -> None:
    for _ in range(3):
        api("POST", "/user_management/password_reset", 404, json={"email": "ada@example.com"})
        clock.advance(25)
    api("POST", "/user_management/password_reset", 404, json={"email": "ada@example.com"})
    api("POST", "/user_management/password_reset", 429, json={"email": "ada@example.com"})


def test_every_limit_has_a_known_key(api: Api) -> None:
    for operation in spec.load().operations.values():
        path = "".join("x" if part.startswith("{") else part for part in operation.path.replace("{", "\0{").split("\0"))
        assert api.client.request(operation.method, path, json={}).status_code < 500, operation.id


def test_clock_moved_back_does_not_lock_out(api: Api, clock: Clock) -> None:
    for _ in range(3):
        api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    clock.advance(-3600)
    api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
