import base64
import hashlib
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from workos_emulator import Clock, Emulator

from ..support import Api

PASSWORD = "correct horse 42"


def test_create_and_get(api: Api) -> None:
    names = {"first_name": "Ada", "last_name": "Lovelace", "name": "Ada L."}
    fields = {"email": "Ada@Example.com", "external_id": "a/1", "metadata": {"k": "v"}}
    created = api("POST", "/user_management/users", 201, json={**names, **fields})
    assert created["id"].startswith("user_")
    assert (created["email"], created["email_verified"], created["name"]) == ("Ada@Example.com", False, "Ada L.")
    assert (created["last_sign_in_at"], created["locale"], created["profile_picture_url"]) == (None, None, None)
    assert api("GET", f"/user_management/users/{created['id']}") == created
    assert api("GET", "/user_management/users/external_id/a%2F1") == created
    assert not [name for name in created if "password" in name]


def test_nulls_are_accepted(api: Api) -> None:
    nullable = (
        "first_name",
        "last_name",
        "name",
        "email_verified",
        "metadata",
        "external_id",
        "ip_address",
        "password",
    )
    nothing: dict[str, Any] = dict.fromkeys(nullable)
    created = api.user(**nothing)
    assert (created["email_verified"], created["metadata"], created["external_id"]) == (False, {}, None)


def test_email_is_unique_case_insensitively(api: Api) -> None:
    api.user("ada@example.com", external_id="x")
    error = api("POST", "/user_management/users", 400, json={"email": "ADA@example.com", "external_id": "x"})
    assert error["code"] == "user_creation_error"
    assert [item["code"] for item in error["errors"]] == ["email_not_available", "external_id_already_used"]


def test_partial_update(api: Api, clock: Clock) -> None:
    user = api.user(first_name="Ada", external_id="x", metadata={"k": "v"}, email_verified=True)
    path = f"/user_management/users/{user['id']}"
    clock.advance(1)

    updated = api("PUT", path, json={"last_name": "L", "locale": "en-GB"})
    changes = {"last_name": "L", "locale": "en-GB", "updated_at": "2026-01-31T12:00:01.000Z"}
    assert updated == user | changes
    assert api("GET", path) == updated
    cleared = api("PUT", path, json={"external_id": None, "metadata": None, "locale": None})
    assert cleared == updated | {"external_id": None, "metadata": {}, "locale": None}
    api("GET", "/user_management/users/external_id/x", 404)


def test_new_email_is_unverified(api: Api) -> None:
    user = api.user("ada@example.com", email_verified=True)
    path = f"/user_management/users/{user['id']}"
    assert api("PUT", path, json={"email": "ADA@example.com"})["email_verified"] is True
    assert api("PUT", path, json={"email": "l@example.com"})["email_verified"] is False
    assert api("PUT", path, json={"email": "m@example.com", "email_verified": True})["email_verified"] is True
    assert [item["id"] for item in api("GET", "/user_management/users?email=M@example.com")["data"]] == [user["id"]]
    assert api("GET", "/user_management/users?email=ada@example.com")["data"] == []
    assert api.user("ada@example.com")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"email": "taken@example.com"}, 400, "email_not_available"),
        ({"external_id": "taken"}, 400, "external_id_already_used"),
        ({"email": "nothing"}, 400, "invalid_email"),
        ({"locale": "klingon"}, 400, "invalid_locale"),
        ({"metadata": {"k": 5}}, 400, "invalid_metadata"),
        ({"first_name": None}, 422, "invalid_request_parameters"),
        ({"password": "short"}, 400, "password_strength_error"),
    ],
)
def test_rejected_updates(api: Api, change: Any, status: int, code: str) -> None:
    api.user("taken@example.com", external_id="taken")
    user = api.user()
    path = f"/user_management/users/{user['id']}"
    assert api("PUT", path, status, json=change)["code"] == code
    assert api("GET", path) == user


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "email", "required"),
        ({"email": "a b@c.d"}, "email", "invalid_format"),
        ({"email": "@"}, "email", "invalid_format"),
    ],
)
def test_invalid_bodies(api: Api, body: Any, field: str, code: str) -> None:
    error = api("POST", "/user_management/users", 422, json=body)
    assert (error["code"], error["errors"]) == ("invalid_request_parameters", [{"field": field, "code": code}])


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        (
            {"password": PASSWORD, "password_hash": "x", "password_hash_type": "ssha"},
            400,
            "password_and_password_hash_provided",
        ),
        ({"password": PASSWORD, "password_hash_type": "ssha"}, 400, "password_and_password_hash_type_provided"),
        ({"password_salt_position": "prefix"}, 400, "password_salt_position_requires_password_hash"),
        ({"password_hash": "x", "password_hash_type": "bcrypt"}, 400, "invalid_password_hash"),
        ({"password_hash": "x"}, 422, "invalid_request_parameters"),
        ({"password_hash_type": "bcrypt"}, 422, "invalid_request_parameters"),
        ({"password_hash": "x", "password_hash_type": "md5"}, 422, "invalid_request_parameters"),
        ({"password": "a1b2c3d4e"}, 400, "password_strength_error"),
        ({"password": "aaaaaaaaaaaa"}, 400, "password_strength_error"),
        ({"password": "password1234"}, 400, "password_strength_error"),
    ],
)
def test_rejected_passwords(api: Api, fields: Any, status: int, code: str) -> None:
    assert api("POST", "/user_management/users", status, json={"email": "ada@example.com", **fields})["code"] == code
    assert api("GET", "/user_management/users")["data"] == []


def ssha(make: Any, password: str, salt: bytes, *, prefix: bool = False) -> str:
    text = salt + password.encode() if prefix else password.encode() + salt
    return base64.b64encode(make(text).digest() + salt).decode()


BCRYPT = "$2b$04$" + "." * 53
ARGON2 = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$" + "A" * 43


@pytest.mark.parametrize(
    ("kind", "value", "more"),
    [
        ("ssha", "{SSHA}" + ssha(hashlib.sha1, PASSWORD, b"salt"), {}),
        ("ssha256", ssha(hashlib.sha256, PASSWORD, b"salty"), {}),
        ("ssha256", ssha(hashlib.sha256, PASSWORD, b"salty", prefix=True), {"password_salt_position": "prefix"}),
    ],
)
def test_sign_in_with_an_imported_hash(api: Api, kind: str, value: str, more: Any) -> None:
    api.user(password_hash=value, password_hash_type=kind, **more)
    assert (
        api.authenticate("password", email="ada@example.com", password=PASSWORD)["authentication_method"] == "Password"
    )
    assert api.authenticate("password", 400, email="ada@example.com", password="wrong")["code"] == "invalid_credentials"


@pytest.mark.parametrize(
    ("kind", "value"),
    [("bcrypt", BCRYPT), ("argon2", ARGON2), ("scrypt", "s"), ("firebase-scrypt", "f"), ("pbkdf2", "p")],
)
def test_unchecked_hashes_are_stored(api: Api, kind: str, value: str) -> None:
    api.user(password_hash=value, password_hash_type=kind)
    assert api.authenticate("password", 400, email="ada@example.com", password="x")["code"] == "invalid_credentials"


def test_bcrypt(api: Api) -> None:
    bcrypt = pytest.importorskip("bcrypt")
    value = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    api.user(password_hash=value, password_hash_type="bcrypt")
    api.authenticate("password", email="ada@example.com", password=PASSWORD)


def test_argon2(api: Api) -> None:
    try:
        kdf: Any = Argon2id(salt=b"saltsalt", length=32, iterations=1, lanes=1, memory_cost=8)
        value = kdf.derive_phc_encoded(PASSWORD.encode())
    except (AttributeError, UnsupportedAlgorithm):
        pytest.skip("needs OpenSSL 3.2 and a recent cryptography")
    api.user(password_hash=value, password_hash_type="argon2")
    api.authenticate("password", email="ada@example.com", password=PASSWORD)
    api.authenticate("password", 400, email="ada@example.com", password="wrong")


def test_new_password_replaces_the_old_one(api: Api) -> None:
    user = api.user(password=PASSWORD)
    api("PUT", f"/user_management/users/{user['id']}", json={"password": "another horse 42"})
    api.authenticate("password", 400, email="ada@example.com", password=PASSWORD)
    api.authenticate("password", email="ada@example.com", password="another horse 42")
    api("PUT", f"/user_management/users/{user['id']}", json={"first_name": "A"})
    api.authenticate("password", email="ada@example.com", password="another horse 42")


def test_list_by_organization(api: Api) -> None:
    organization, other = api.organization(), api.organization("Other")
    users = [api.user(f"u{number}@example.com") for number in range(5)]
    for user in reversed(users[:4]):
        api.membership(user, organization)
    api.membership(users[4], other)

    def ids(query: str) -> list[str]:
        return [item["id"] for item in api("GET", f"/user_management/users?{query}")["data"]]

    newest = [user["id"] for user in reversed(users[:4])]
    assert ids(f"organization_id={organization['id']}") == newest
    assert ids(f"organization={organization['id']}&limit=2") == newest[:2]
    assert ids(f"organization_id={organization['id']}&limit=2&after={newest[1]}") == newest[2:]
    assert ids(f"organization_id={organization['id']}&email=u1@example.com") == [users[1]["id"]]
    assert ids(f"organization_id={organization['id']}&email=u4@example.com") == []
    assert ids("organization_id=org_none") == []
    api("DELETE", f"/user_management/users/{users[0]['id']}")
    assert ids(f"organization_id={organization['id']}") == newest[:3]


def test_delete_deletes_dependents(api: Api, emulator: Emulator) -> None:
    user, organization = api.user(password=PASSWORD, external_id="x"), api.organization()
    membership = api.membership(user, organization)
    emulator.seed.identity(user["id"], "GoogleOAuth")
    tokens = api.authenticate("password", email="ada@example.com", password=PASSWORD)

    assert api("DELETE", f"/user_management/users/{user['id']}") is None
    for path in ("", "/identities", "/sessions"):
        api("GET", f"/user_management/users/{user['id']}{path}", 404)
    api("GET", f"/user_management/organization_memberships/{membership['id']}", 404)
    api.authenticate("refresh_token", 400, refresh_token=tokens["refresh_token"])
    api("DELETE", f"/user_management/users/{user['id']}", 404)
    api.user(external_id="x")


def test_identities(api: Api, emulator: Emulator) -> None:
    user = api.user()
    path = f"/user_management/users/{user['id']}/identities"
    assert api("GET", path) == []
    emulator.seed.identity(user["id"], "GithubOAuth", "42")
    assert api("GET", path) == [{"idp_id": "42", "type": "OAuth", "provider": "GithubOAuth"}]
    with pytest.raises(KeyError):
        emulator.seed.identity("user_none", "GithubOAuth")
