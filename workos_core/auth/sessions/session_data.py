"""What a session cookie holds, between Python and the camelCase JSON that the kits for Node share."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from workos_core.auth.sealing.iron import SealError
from workos_core.json_types import is_object

# In the order in which the SDK for Node writes them.
_TEXTS = ("organization_id", "access_token", "refresh_token", "authentication_method")
_KEYS = {
    "organization_id": "organizationId",
    "user": "user",
    "access_token": "accessToken",
    "refresh_token": "refreshToken",
    "authentication_method": "authenticationMethod",
    "impersonator": "impersonator",
}
_USER_KEYS = {
    "object": "object",
    "id": "id",
    "email": "email",
    "email_verified": "emailVerified",
    "name": "name",
    "first_name": "firstName",
    "profile_picture_url": "profilePictureUrl",
    "last_name": "lastName",
    "last_sign_in_at": "lastSignInAt",
    "locale": "locale",
    "created_at": "createdAt",
    "updated_at": "updatedAt",
    "external_id": "externalId",
    "metadata": "metadata",
}
_SNAKE = {key: name for name, key in _USER_KEYS.items()}


@frozen(kw_only=True)
class SessionData:
    """What a session cookie holds. Checking a session takes the access token, refreshing it the refresh token and the user.

    Attributes:
        access_token: The access token.
        refresh_token: The token that gets the next access token; it works once.
        user: The user as decoded JSON, with the field names of the API.
        organization_id: The organization the user is signed in to: the claim `org_id` of the access token.
        authentication_method: How the user signed in, such as `Password`.
        impersonator: Who is signed in as the user: `email` and `reason`. None when it is the user.
        extra: What else the cookie holds, as it stands there. Written back unchanged.
    """

    access_token: str | None = field(default=None, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    user: dict[str, Any] | None = None
    organization_id: str | None = None
    authentication_method: str | None = None
    impersonator: dict[str, Any] | None = None
    extra: dict[str, Any] = field(factory=dict[str, Any], repr=False)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "SessionData":
        """Read the object that a cookie of this SDK or of a kit for Node holds.

        Raises:
            SealError: A key that the session needs has a value of the wrong kind (reason `bad_payload`).
        """
        session = _read(data, _KEYS)
        user = session.get("user")
        if user is not None:
            session["user"] = {_SNAKE.get(key, key): value for key, value in user.items()}
        return cls(**session)

    @classmethod
    def from_python_sdk(cls, data: Mapping[str, Any]) -> "SessionData":
        """Read the object that a cookie of the official Python SDK holds, whose keys are snake_case.

        Raises:
            SealError: A key that the session needs has a value of the wrong kind (reason `bad_payload`).
        """
        return cls(**_read(data, {name: name for name in _KEYS}))

    @classmethod
    def from_answer(cls, answer: Mapping[str, Any], *, organization_id: str | None = None) -> "SessionData":
        """Take the session out of the API's answer to an authentication, as the SDK for Node does.

        Args:
            answer: The answer as decoded JSON. Fields that are no part of a session are left out.
            organization_id: The claim `org_id` of the access token in the answer; None when it has none.

        Raises:
            SealError: A field has a value of the wrong kind (reason `bad_payload`).
        """
        session = _read(answer, {name: name for name in _KEYS})
        user = session.get("user")
        if user is not None:
            session["user"] = {"name": None, "external_id": None, **user, "metadata": user.get("metadata") or {}}
        session.update(organization_id=organization_id, extra={})
        return cls(**session)

    def to_json(self) -> dict[str, Any]:
        """The object to seal: camelCase, in the order of the SDK for Node, without keys that have no value.

        Keys of the user that are not known, and everything inside of `metadata`, are not renamed.
        """
        data = {key: value for name, key in _KEYS.items() if (value := getattr(self, name)) is not None}
        if self.user is not None:
            known = {key: self.user[name] for name, key in _USER_KEYS.items() if name in self.user}
            data["user"] = known | {
                key: value for key, value in self.user.items() if key not in _USER_KEYS and key not in known
            }
        return data | {key: value for key, value in self.extra.items() if key not in data}


def _read(data: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    """The arguments of SessionData."""
    extra = dict(data)
    session: dict[str, Any] = {"extra": extra}
    for name, key in keys.items():
        value = extra.pop(key, None)
        if value is not None and not (isinstance(value, str) if name in _TEXTS else is_object(value)):
            raise SealError(f"{name} of the session has a value of the wrong kind", reason="bad_payload")
        session[name] = value
    return session
