"""The content of a session cookie, and its conversion to and from the camelCase JSON that the WorkOS SDKs for Node share."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from workos_core.auth.sealing.iron import SealError
from workos_core.hidden_fields import HiddenFields
from workos_core.json_types import is_object
from workos_core.models.user_management import User

_STRING_FIELDS = ("organization_id", "access_token", "refresh_token", "authentication_method")
# In the order in which the SDK for Node writes them.
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
_REQUIRED = ("object", "id", "email", "email_verified", "created_at", "updated_at")
_NULLABLE = ("name", "first_name", "last_name", "profile_picture_url", "last_sign_in_at", "locale", "external_id")
_USER_FIELDS = {key: name for name, key in _USER_KEYS.items()}


def _user_json(user: User | dict[str, Any] | None) -> dict[str, Any] | None:
    return user.to_dict() if isinstance(user, User) else user


@frozen(kw_only=True)
class SessionData(HiddenFields):
    """The content of a session cookie. Authenticating requires the access token, refreshing the refresh token and the user.

    Attributes:
        access_token: The access token.
        refresh_token: The refresh token, which works once.
        user: The user as decoded JSON, with the field names of the API. A `User` becomes decoded JSON.
        organization_id: The ID of the organization that the user is signed in to: the claim `org_id` of the access token.
        authentication_method: How the user signed in, such as `Password`.
        impersonator: The `email` and `reason` of the person who impersonates the user, or `None`.
        extra: All other keys of the cookie. They are preserved unchanged.
    """

    access_token: str | None = field(default=None, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    user: dict[str, Any] | None = field(default=None, converter=_user_json, hash=False)
    organization_id: str | None = None
    authentication_method: str | None = None
    impersonator: dict[str, Any] | None = field(default=None, hash=False)
    extra: dict[str, Any] = field(factory=dict[str, Any], repr=False, hash=False)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "SessionData":
        """Create the session from the JSON object in a cookie of this SDK or of a WorkOS SDK for Node.

        Raises:
            SealError: A value has the wrong type (reason `bad_payload`).
        """
        session = _read(data, _KEYS)
        user = session.get("user")
        if user is not None:
            session["user"] = {_USER_FIELDS.get(key, key): value for key, value in user.items()}
        return cls(**session)

    @classmethod
    def from_python_sdk(cls, data: Mapping[str, Any]) -> "SessionData":
        """Create the session from the JSON object in a cookie of the official Python SDK, whose keys are snake_case.

        Raises:
            SealError: A value has the wrong type (reason `bad_payload`).
        """
        return cls(**_read(data, {name: name for name in _KEYS}))

    @classmethod
    def from_response(cls, response: Mapping[str, Any], *, organization_id: str | None = None) -> "SessionData":
        """Create the session from an authentication response of the API, with the same content as the SDK for Node.

        Args:
            response: The response as decoded JSON. Fields that don't belong to a session are omitted.
            organization_id: The claim `org_id` of the access token in the response, or `None` if it has none.

        Raises:
            SealError: A value has the wrong type (reason `bad_payload`).
        """
        session = _read(response, {name: name for name in _KEYS})
        user = session.get("user")
        if user is not None:
            session["user"] = {"name": None, "external_id": None, **user, "metadata": user.get("metadata") or {}}
        session.update(organization_id=organization_id, extra={})
        return cls(**session)

    def without_details(self) -> "SessionData":
        """Return the session with the tokens and the short fields of the user only, for sessions that are too long for a cookie.

        Other fields that can be null become null; metadata and unknown fields are removed.
        """
        if self.user is None:
            return evolve(self, extra={})
        short = {name: value for name, value in self.user.items() if _is_short(value)}
        kept: dict[str, Any] = {name: short[name] for name in _REQUIRED if name in short}
        kept |= {name: short.get(name) for name in _NULLABLE if name in self.user}
        return evolve(self, user={**kept, "metadata": {}}, extra={})

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object to seal, with camelCase keys in the order of the SDK for Node. Keys without a value are omitted.

        Unknown keys of the user and all keys in `metadata` are not renamed.
        """
        data = {key: value for name, key in _KEYS.items() if (value := getattr(self, name)) is not None}
        if self.user is not None:
            known = {key: self.user[name] for name, key in _USER_KEYS.items() if name in self.user}
            data["user"] = known | {
                key: value for key, value in self.user.items() if key not in _USER_KEYS and key not in known
            }
        return data | {key: value for key, value in self.extra.items() if key not in data}


def _is_short(value: object) -> bool:
    """Return whether a value of a user is short enough to keep."""
    return isinstance(value, bool) or (isinstance(value, str) and len(value) <= 255)


def _read(data: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    """Return the arguments of `SessionData`."""
    extra = dict(data)
    session: dict[str, Any] = {"extra": extra}
    for name, key in keys.items():
        value = extra.pop(key, None)
        if value is not None and not (isinstance(value, str) if name in _STRING_FIELDS else is_object(value)):
            raise SealError(f"{name} in the session has the wrong type ({type(value).__name__})", reason="bad_payload")
        session[name] = value
    return session
