"""The user of an API request."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

from typing import Any, Literal

from attrs import frozen
from django.http import HttpRequest

from workos_core.auth.identity.identity import Identity
from workos_web.django._user_hooks import has_workos_backend

__all__ = ["IdentityUser", "user_of"]


@frozen
class IdentityUser:
    """The user of an API request in a project without Django users, which has what frameworks ask a user for.

    Attributes:
        identity: The identity of the request.
        is_authenticated: Always `True`.
        is_anonymous: Always `False`.
        is_active: Always `True`.
    """

    identity: Identity
    is_authenticated: Literal[True] = True
    is_anonymous: Literal[False] = False
    is_active: Literal[True] = True

    @property
    def pk(self) -> str | None:
        """The ID of the WorkOS user."""
        return self.identity.user_id

    @property
    def id(self) -> str | None:
        """The ID of the WorkOS user."""
        return self.identity.user_id

    def __str__(self) -> str:
        return str(self.identity.user_id)


class AnonymousIdentity:
    """The user of a request whose identity has no user, such as the API key of an organization.

    Attributes:
        is_authenticated: Always `False`.
        is_anonymous: Always `True`.
        is_active: Always `False`.
        pk: Always `None`.
    """

    is_authenticated = False
    is_anonymous = True
    is_active = False
    is_staff = False
    is_superuser = False
    pk = None
    id = None

    def __str__(self) -> str:
        return "AnonymousIdentity"


def user_of(request: HttpRequest, identity: Identity) -> Any:
    """Return the user of a request: a Django user if the project uses `WorkOSBackend`, or else an `IdentityUser`.

    Raises:
        RequestDenied: The user of an access token could not be fetched.
    """
    if has_workos_backend():
        from django.contrib.auth.models import AnonymousUser

        from workos_web.django.users import find_user

        return find_user(request, identity) or AnonymousUser()
    return AnonymousIdentity() if identity.user_id is None else IdentityUser(identity)
