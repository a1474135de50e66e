"""`user` of sessions and identities: a model that is decoded when it is read."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from tests.core.auth.sessions.test_results import CLAIMS
from workos_core.auth.identity import identity as identity_module
from workos_core.auth.identity.identity import AuthenticatedUser, Identity, from_session
from workos_core.auth.identity.sign_in_hooks import SignedOut
from workos_core.auth.sessions.results import SessionAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sessions.stored_user import StoredUser
from workos_core.errors import DecodeError, InvalidArgumentTypeError, MissingFieldError
from workos_core.models.user_management import User

USER: dict[str, Any] = {
    "object": "user",
    "id": "user_1",
    "email": "ada@example.com",
    "email_verified": True,
    "first_name": "Ada",
    "last_name": None,
    "profile_picture_url": None,
    "external_id": "7",
    "metadata": {"plan": "gold"},
    "last_sign_in_at": None,
    "created_at": "2026-01-31T12:00:00.000Z",
    "updated_at": "2026-01-31T12:00:00.000Z",
}
Create = Callable[[Any], Any]
OWNERS: dict[str, Create] = {
    "authenticated": lambda user: SessionAuthenticated(user, CLAIMS, "token"),
    "refreshed": lambda user: SessionRefreshed("session", "sealed", "token", "token", user, None),
    "identity": lambda user: Identity(kind="session", user_id="user_1", organization_id=None, user=user),
    "authenticated_user": lambda user: AuthenticatedUser(
        kind="session", user_id="user_1", organization_id=None, user=user
    ),
    "signed_out": lambda user: SignedOut(url="https://example.com", user=user),
    "identity_of_a_session": lambda user: from_session(SessionAuthenticated(user, CLAIMS, "token")),
}
owners = pytest.mark.parametrize("create", OWNERS.values(), ids=OWNERS)


@owners
def test_user_is_a_model(create: Create) -> None:
    owner = create(USER)
    assert type(owner.user) is User
    assert (owner.user.email, owner.user.metadata, owner.user.created_at.year) == (
        "ada@example.com",
        {"plan": "gold"},
        2026,
    )
    assert owner.user is owner.user  # decoded once
    assert "ada@example.com" not in repr(owner) or isinstance(owner, (SessionAuthenticated, SessionRefreshed))


@owners
def test_unknown_fields_are_preserved(create: Create) -> None:
    data = {**USER, "pronouns": "she", "plan": {"tier": [1]}}
    user = create(data).user
    assert user.extra_fields == {"pronouns": "she", "plan": {"tier": [1]}}
    assert user.to_dict() == data


@owners
def test_incomplete_user_fails_when_a_field_is_read(create: Create) -> None:
    user = create({"id": "user_1"}).user
    assert (user.id, user.locale) == ("user_1", None)
    assert not hasattr(user, "email")
    with pytest.raises(MissingFieldError, match=r"^User\.email is required but missing"):
        _ = user.email


@owners
@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"email": {"secret": 1}}, "$.user.email"),
        ({"metadata": ["x"]}, "$.user.metadata"),
        ({"metadata": {"a": {}}}, "$.user.metadata.a"),
    ],
)
def test_wrong_structure_fails_when_the_user_is_read(create: Create, wrong: dict[str, Any], path: str) -> None:
    owner = create({**USER, **wrong})
    for _ in range(2):
        with pytest.raises(DecodeError) as caught:
            _ = owner.user
        assert (caught.value.path, caught.value.status, caught.value.request_id) == (path, None, None)
        assert str(caught.value).endswith(f"in the session at {path}")
        assert "ada@example.com" not in str(caught.value)
        assert '"id": "user_1"' in caught.value.body


@owners
def test_user_is_decoded_only_when_it_is_read(create: Create, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[Any] = []

    def decode(data: Any) -> User:
        decoded.append(data)
        return User.from_dict(data)

    monkeypatch.setattr("workos_core.auth.sessions.stored_user._decode", decode)
    owner = create(USER)
    assert bool(owner)
    assert evolve(owner) == owner
    assert copy.copy(owner) == owner
    repr(owner)
    assert decoded == []
    _ = owner.user
    assert len(decoded) == 1


@owners
def test_model_instead_of_a_mapping(create: Create) -> None:
    user = User.from_dict(USER)
    assert create(user).user is user
    assert create(user) == create(USER)
    assert create(user) != create(user.replace(email="bob@example.com"))


@owners
def test_copies(create: Create) -> None:
    owner = create(USER)
    for _ in range(2):  # before and after decoding
        assert pickle.loads(pickle.dumps(owner)) == owner
        assert copy.deepcopy(owner) == owner
        assert owner.user == User.from_dict(USER)


@owners
def test_equal_results_have_equal_hashes(create: Create) -> None:
    assert hash(create(USER)) == hash(create(User.from_dict(USER)))


@owners
@pytest.mark.parametrize("user", ["user_1", 5, ["user_1"]])
def test_user_of_a_wrong_type(create: Create, user: Any) -> None:
    with pytest.raises(InvalidArgumentTypeError, match=r"^user must be a User or a mapping, not"):
        create(user)


def test_identity_shares_the_user_of_its_session() -> None:
    session = SessionAuthenticated(USER, CLAIMS, "token")
    assert identity_module.from_session(session).user is session.user


def test_identity_without_a_user() -> None:
    assert Identity(kind="api_key", user_id=None, organization_id=None).user is None
    assert SignedOut(url="https://example.com").user is None


def test_positional_pattern() -> None:
    match SessionAuthenticated(USER, CLAIMS, "token"):
        case SessionAuthenticated(user, claims):
            assert (user.email, claims) == ("ada@example.com", CLAIMS)


def test_model_as_the_user_of_session_data() -> None:
    session = SessionData(access_token="a", user=User.from_dict({**USER, "pronouns": "she"}))
    assert session == SessionData(access_token="a", user={**USER, "pronouns": "she"})
    assert session.to_json()["user"]["emailVerified"] is True


def test_equality_with_other_objects() -> None:
    user = StoredUser(USER)
    assert user == StoredUser(User.from_dict(USER))
    assert user != StoredUser({**USER, "email": "other@example.com"})
    assert user != USER
    assert user != User.from_dict(USER)


def test_repr_is_that_of_the_value() -> None:
    assert repr(StoredUser(USER)) == repr(USER)


def test_body_of_an_error_has_values_that_are_no_json() -> None:
    user = StoredUser({**USER, "email": {"secret": 1}, "first_name": "Zoë", "tags": {"a"}})
    with pytest.raises(DecodeError) as caught:
        user.decode()
    assert '"first_name": "Zoë"' in caught.value.body
    assert '"tags": "{\'a\'}"' in caught.value.body
