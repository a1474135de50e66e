"""The user in a session, which is decoded when it is read: most requests need only the claims of the access token."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workos_core.argument_checks import check_type
from workos_core.errors import DecodeError
from workos_core.lazy_names import lazy_type

if TYPE_CHECKING:
    from workos_core.models.user_management import User
else:
    User = lazy_type("workos_core.models.user_management", "User")


class StoredUser:
    """A user as decoded JSON, which becomes a model on first access.

    Args:
        value: The user as decoded JSON with the field names of the API, or as a model.
    """

    __slots__ = ("_value",)

    def __init__(self, value: "Mapping[str, Any] | User") -> None:
        if value.__class__ is not dict:
            _check(value)
        self._value = value

    def decode(self) -> "User":
        """Return the model. Unknown fields are preserved, and missing ones stay unset.

        Raises:
            DecodeError: The user has the wrong structure. `path` is the position in the session.
        """
        if isinstance(self._value, Mapping):
            self._value = _decode(dict(self._value))
        return self._value

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object."""
        from workos_core.serialization.unstructure import to_dict

        result: dict[str, Any] = to_dict(self._value)
        return result

    def __eq__(self, other: object) -> bool:
        return self.to_dict() == other.to_dict() if isinstance(other, StoredUser) else NotImplemented

    def __repr__(self) -> str:
        return repr(self._value)


def stored_user(value: StoredUser | User | Mapping[str, Any]) -> StoredUser:
    """Return the argument `user` of a session or an identity as a stored user."""
    return value if isinstance(value, StoredUser) else StoredUser(value)


def optional_stored_user(value: StoredUser | User | Mapping[str, Any] | None) -> StoredUser | None:
    """Return the argument `user` as a stored user, or `None`."""
    return None if value is None else stored_user(value)


def decode_user(user: StoredUser | None) -> "User | None":
    """Return the model, or `None` if there is no user."""
    return None if user is None else user.decode()


def _check(value: object) -> None:
    from workos_core.models.user_management import User

    check_type("user", value, (User, Mapping), "a User or a mapping")


def _decode(data: dict[str, Any]) -> "User":
    from workos_core.models.user_management import User
    from workos_core.serialization.converter import from_dict  # slow to import
    from workos_core.serialization.structure_errors import StructureError

    try:
        return from_dict(User, data)
    except StructureError as error:
        message, path = f"expected {error.expected}", f"$.user{error.path[1:]}"
    body = json.dumps(data, ensure_ascii=False, default=repr)
    raise DecodeError(f"{message} in the session", path=path, status=None, request_id=None, body=body)
