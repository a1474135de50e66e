"""Passkeys that a test creates and uses without a browser, and what is stored of them."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from workos_emulator import Emulator
from workos_emulator.storage.store import DuplicateKeyError

from ...support.authenticator import Authenticator, Credential, decode
from ..pages.browsing import Browser
from ..pages.conftest import complete_sign_in, start_sign_in
from ..pages.passkeys.conftest import use_passkey
from ..support import Api


def device_of(passkey: Any) -> Authenticator:
    """Return a device that has a passkey of the emulator."""
    key = load_pem_private_key(passkey["private_key"].encode(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    id, handle = decode(passkey["credential_id"]), decode(passkey["user_handle"])
    return Authenticator(credentials=[Credential(id, passkey["rp_id"], handle, key)])


def pem(curve: ec.EllipticCurve, password: bytes | None = None) -> str:
    encryption = BestAvailableEncryption(password) if password else NoEncryption()
    return ec.generate_private_key(curve).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption).decode()


def test_a_device_can_use_the_passkey(api: Api, emulator: Emulator) -> None:
    emulator.settings.passkey_enabled = True
    passkey = emulator.seed.passkey(api.user()["id"], rp_id="api.workos.com")
    browser = use_passkey(start_sign_in(Browser(api.client)), device_of(passkey))
    assert complete_sign_in(api, browser)["user"]["id"] == passkey["user_id"]
    (stored,) = api("GET", f"/_emulator/users/{passkey['user_id']}/passkeys")["data"]
    assert (stored["sign_count"], stored["last_used_at"]) == (1, "2026-01-31T12:00:00.000Z")


def test_a_chosen_key_pair(api: Api, emulator: Emulator) -> None:
    key = pem(ec.SECP256R1())
    passkey = emulator.seed.passkey(api.user()["id"], private_key=key, credential_id="A" * 22)
    assert (passkey["private_key"], passkey["credential_id"], passkey["rp_id"]) == (key, "A" * 22, "localhost")
    with pytest.raises(DuplicateKeyError):
        emulator.seed.passkey(passkey["user_id"], credential_id="A" * 22)
    assert "private_key" not in json.dumps(emulator.snapshot())


@pytest.mark.parametrize(
    "key", ["", "x", "-----BEGIN PRIVATE KEY-----", pem(ec.SECP384R1()), pem(ec.SECP256R1(), b"p")]
)
def test_invalid_private_keys(api: Api, emulator: Emulator, key: str) -> None:
    with pytest.raises(ValueError, match="private_key must be a P-256 private key in PEM format") as raised:
        emulator.seed.passkey(api.user()["id"], private_key=key)
    assert len(key) < 5 or key not in str(raised.value)


@pytest.mark.parametrize("id", ["", "short", "A" * 21, "=" * 24, "A" * 23 + "=", "é" * 24, "A+" * 12, "A" * 1400])
def test_invalid_credential_ids(api: Api, emulator: Emulator, id: str) -> None:
    with pytest.raises(ValueError, match="credential_id must be the base64url of 16 to 1023 bytes"):
        emulator.seed.passkey(api.user()["id"], credential_id=id)


def test_the_same_seed_generates_the_same_passkey() -> None:
    def create() -> Any:
        emulator = Emulator(seed=1)
        passkey = emulator.seed.passkey(emulator.create("users")["id"])
        return passkey["private_key"], passkey["credential_id"]

    assert create() == create()
    assert Emulator().create("passkeys")["private_key"] != Emulator().create("passkeys")["private_key"]


def test_sign_in_without_a_browser(api: Api, emulator: Emulator) -> None:
    user = api.user()
    emulator.settings.mfa_required = True
    code = emulator.seed.passkey_sign_in(user["id"])
    assert api.authenticate("authorization_code", code=code)["authentication_method"] == "Passkey"
    assert len(emulator.environment.state.passkeys.all) == 1
    emulator.seed.passkey_sign_in(user["id"])
    assert len(emulator.environment.state.passkeys.all) == 1
    (event,) = api("GET", "/events?events=authentication.passkey_succeeded")["data"]
    assert (event["data"]["type"], event["data"]["user_id"]) == ("passkey", user["id"])


def test_sign_in_with_the_verifier_of_the_app(api: Api, emulator: Emulator) -> None:
    user, verifier = api.user(), "v" * 43
    for name in ("Acme", "Initech"):
        api.membership(user, organization := api.organization(name))
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    url = f"https://api.workos.com/user_management/authorize?code_challenge={challenge}"
    code = emulator.seed.passkey_sign_in(user["id"], authorization_url=f"{url}&organization_id={organization['id']}")
    wrong = api.authenticate("authorization_code", 400, code=code, code_verifier="w" * 43)
    assert wrong["error"] == "invalid_grant"
    response = api.authenticate("authorization_code", code=code, code_verifier=verifier)
    assert response["organization_id"] == organization["id"]
    undecided = emulator.seed.passkey_sign_in(user["id"])
    error = api.authenticate("authorization_code", 403, code=undecided)
    assert error["code"] == "organization_selection_required"


def test_seed_files(api: Api, emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "seed.yaml"
    file.write_text(
        "settings: {passkey_enabled: true, passkey_progressive_enrollment: true, passkey_reminder_interval: 60}\n"
        "users: [{key: ada, email: ada@example.com}]\n"
        "passkeys: [{user_id: ada}, {user_id: ada, rp_id: auth.example.com}]\n"
        "passkey_sign_ins: [{user_id: ada}]\n"
    )
    ids = emulator.load(file)
    assert emulator.settings.passkey_reminder_interval.total_seconds() == 60
    assert [passkey.id for passkey in emulator.environment.state.passkeys.all] == list(ids["passkeys"].values())
    code = ids["passkey_sign_ins"]["ada"]
    assert api.authenticate("authorization_code", code=code)["user"]["email"] == "ada@example.com"


def test_passkeys_survive_snapshots_and_restarts(tmp_path: Path) -> None:
    with Emulator(db=tmp_path / "workos.db") as emulator:
        emulator.settings.passkey_enabled = True
        passkey = emulator.seed.passkey(emulator.create("users")["id"], rp_id="api.workos.com")
        emulator.environment.state.passkeys.skipped["user_other"] = None
        snapshot = json.loads(json.dumps(emulator.snapshot()))
    device = device_of(passkey)
    with Emulator(db=tmp_path / "workos.db") as emulator:
        assert emulator.environment.state.passkeys.skipped == {"user_other": None}
        _use(emulator, device)
    with Emulator(db=tmp_path / "workos.db") as emulator:
        device.credentials[0].sign_count = 0
        assert [passkey.sign_count for passkey in emulator.environment.state.passkeys.all] == [1]
        emulator.restore(snapshot)
        assert [passkey.sign_count for passkey in emulator.environment.state.passkeys.all] == [0]
        _use(emulator, device)


def _use(emulator: Emulator, device: Authenticator) -> None:
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com") as client:
        assert use_passkey(start_sign_in(Browser(client)), device).returned
