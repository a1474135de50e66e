from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@pytest.fixture
def device(api: Api) -> Any:
    body = {"client_id": api.emulator.client_id}
    return api("POST", "/user_management/authorize/device", json=body, headers={"authorization": ""})


def poll(api: Api, device: Any, status: int = 200) -> Any:
    fields = {"device_code": device["device_code"], "client_secret": None}
    return api.authenticate(GRANT, status, **fields)


def test_approval(api: Api, device: Any, emulator: Emulator, clock: Clock) -> None:
    assert (device["expires_in"], device["interval"]) == (300, 5)
    assert device["verification_uri_complete"].endswith(f"/device?user_code={device['user_code']}")
    assert poll(api, device, 400)["error"] == "authorization_pending"
    clock.advance(4)
    assert poll(api, device, 400)["error"] == "slow_down"
    clock.advance(9)
    assert poll(api, device, 400)["error"] == "slow_down"
    clock.advance(15)
    assert poll(api, device, 400)["error"] == "authorization_pending"
    user, organization = api.user(), api.organization()
    api.membership(user, organization)
    emulator.seed.approve_device(device["user_code"], user["id"], organization["id"])
    response = poll(api, device)
    assert (response["user"]["id"], response["organization_id"]) == (user["id"], organization["id"])
    assert poll(api, device, 400)["error"] == "invalid_grant"


def test_denial(api: Api, device: Any, emulator: Emulator) -> None:
    emulator.seed.deny_device(device["user_code"])
    assert poll(api, device, 400)["error"] == "access_denied"


def test_expiry(api: Api, device: Any, clock: Clock) -> None:
    clock.advance(300)
    error = poll(api, device, 400)
    assert (error["error"], error["error_description"]) == ("expired_token", "The device code has expired.")


def test_errors(api: Api, emulator: Emulator) -> None:
    wrong = {"client_id": "client_other"}
    assert api("POST", "/user_management/authorize/device", 400, json=wrong)["error"] == "invalid_client"
    assert poll(api, {"device_code": "none"}, 400)["error"] == "invalid_grant"
    form = {"client_id": emulator.client_id, "device_code": "none", "grant_type": GRANT}
    assert api("POST", "/user_management/authenticate", 400, data=form)["error"] == "invalid_grant"
    with pytest.raises(KeyError):
        emulator.seed.deny_device("none")
