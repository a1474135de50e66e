"""Users of `django.contrib.auth` for identities of WorkOS. They are opt-in: add an authentication backend and a middleware.

# settings.py
AUTHENTICATION_BACKENDS = ["workos_web.django.users.WorkOSBackend"]    # or your subclass
MIDDLEWARE = [
    …,
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "shop.auth.middleware",                                            # the middleware of DjangoSignIn
    "workos_web.django.middleware.UserMiddleware",
]
"""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportAttributeAccessIssue=false
# pyright: reportGeneralTypeIssues=false, reportArgumentType=false, reportUntypedBaseClass=false, reportMissingParameterType=false, reportIncompatibleMethodOverride=false

import logging
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from asgiref.sync import sync_to_async
from django.contrib.auth import get_backends, get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from workos_core.auth.identity.identity import Identity
from workos_core.models.user_management import User
from workos_web.django._user_data import load_user_data

__all__ = ["WorkOSBackend", "find_user"]

logger: logging.Logger = logging.getLogger("workos")


class WorkOSBackend(ModelBackend):
    """An authentication backend that finds the Django user of an identity. To configure it, set the attributes in a subclass.

    A user is found by `user_id_field`, else by the external ID, else by the email address. Only an email address that WorkOS has verified
    counts, and only if exactly one Django user has it. A user who is not active is not found. Permissions are those of `ModelBackend`.

    A sign-in without a Django user is denied, so that nobody is redirected between your pages and the hosted ones without end.

    Attributes:
        external_id_field: The field of the Django user that is the external ID of the WorkOS user; `None` to ignore external IDs. Only your
            server can set an external ID.
        match_email: Whether a user can be found by a verified email address. Disable it if people can register in your application with an
            email address that they have not verified.
        user_id_field: A field of the Django user for the ID of the WorkOS user (`user_…`), which must be unique. It is filled when a user is
            found in another way. `None` if there is no such field.
        create_users: Whether to create a Django user for a user with a verified email address who is not found. It requires `match_email` or
            `user_id_field`, so that the user is found again.
        role_organizations: The IDs of the organizations whose roles count for the attributes below, usually only your own: the admin
            of a customer's organization must not become staff. In the session of another organization a user has no roles.
        staff_roles: The slugs of roles that make a user staff, who may use the admin site. All other users lose it. `None` to not
            change `is_staff`.
        superuser_roles: The slugs of roles that make a user a superuser and staff. All other users lose it. `None` to not change
            `is_superuser`.
        role_groups: The names of groups by the slug of a role. Users are added to the groups of their roles, and removed from the other
            groups that are listed here. A group that does not exist is created.
        accept_api_keys: Whether the API key of a user stands for the user, with all Django permissions of the user.
    """

    external_id_field: ClassVar[str | None] = "pk"
    match_email: ClassVar[bool] = True
    user_id_field: ClassVar[str | None] = None
    create_users: ClassVar[bool] = False
    role_organizations: ClassVar[Collection[str]] = ()
    staff_roles: ClassVar[Collection[str] | None] = None
    superuser_roles: ClassVar[Collection[str] | None] = None
    role_groups: ClassVar[Mapping[str, Collection[str]]] = {}
    accept_api_keys: ClassVar[bool] = False

    def __init__(self) -> None:
        lists = {"role_organizations": self.role_organizations, "staff_roles": self.staff_roles}
        lists |= {
            "superuser_roles": self.superuser_roles,
            **{f"role_groups[{k!r}]": v for k, v in self.role_groups.items()},
        }
        for name, value in lists.items():
            if isinstance(value, str):
                raise ImproperlyConfigured(f"{type(self).__name__}.{name} must be a list, not the text {value!r}")
        if self.create_users and not self.match_email and self.user_id_field is None:
            raise ImproperlyConfigured(f"{type(self).__name__}.create_users requires match_email or user_id_field")
        if self._maps_roles and not self.role_organizations:
            raise ImproperlyConfigured(
                f"{type(self).__name__}.role_organizations is empty: list the IDs of the organizations whose roles may make users staff"
            )

    @property
    def _maps_roles(self) -> bool:
        return bool(self.role_groups) or self.staff_roles is not None or self.superuser_roles is not None

    def authenticate(self, request: HttpRequest | None, workos_identity: Identity) -> Any:
        """Return the Django user of an identity, with the flags and groups of the user's roles, or None.

        Args:
            request: The request.
            workos_identity: The identity. If it has no user data, as that of an access token, the user is fetched from WorkOS.
        """
        if workos_identity.kind == "api_key" and not self.accept_api_keys:
            return None
        data = load_user_data(request, workos_identity)
        user = None if data is None else self.find_user(data)
        if user is None or not self.user_can_authenticate(user):
            return None
        if (
            self._maps_roles and workos_identity.kind != "api_key"
        ):  # an API key has no roles, and must not remove those of its owner
            self.apply_roles(user, workos_identity)
        user.backend = f"{type(self).__module__}.{type(self).__qualname__}"
        return user

    async def aauthenticate(self, request: HttpRequest | None, workos_identity: Identity) -> Any:
        """Return the Django user of an identity, or None, in async code."""
        return await sync_to_async(self.authenticate)(request, workos_identity)

    def find_user(self, workos_user: User) -> Any:
        """Return the Django user of a WorkOS user, or None. The user is created if `create_users` is set.

        Args:
            workos_user: The user. It may be incomplete; its ID is present.
        """
        user_id = workos_user.id
        user = self._unique_user(self.user_id_field, user_id)
        if user is not None:
            return user
        user = self._unique_user(self.external_id_field, getattr(workos_user, "external_id", None))
        email = _verified_email(workos_user)
        if user is None and email and self.match_email:
            users = self._users_with_email(email)
            if len(users) > 1:
                logger.warning(
                    "Several Django users have the email address of a WorkOS user: none of them is signed in"
                )
                return None
            user = users[0] if users else None
        if user is None and email and self.create_users:
            user = self.create_user(workos_user)
        return user if user is None or self._link(user, user_id) else None

    def create_user(self, workos_user: User) -> Any:
        """Create the Django user of a WorkOS user with a verified email address. Return None if the name is taken by another user.

        The name of the user is the email address if that is the name field of the user model, else the ID of the WorkOS user. Override this
        method for a model with other required fields.
        """
        model = get_user_model()
        email = workos_user.email
        by_email = model.get_email_field_name() == model.USERNAME_FIELD
        fields = {model.USERNAME_FIELD: email if by_email else workos_user.id, model.get_email_field_name(): email}
        names = {name: getattr(workos_user, name, None) or "" for name in ("first_name", "last_name")}
        known = {field.name for field in model._meta.get_fields()}
        user = model(**fields, **{name: value[:150] for name, value in names.items() if name in known})
        user.set_unusable_password()
        try:
            with transaction.atomic():
                user.save()
        except IntegrityError:  # created by a concurrent request, or a user of that name has another email address
            users = self._users_with_email(email) if self.match_email else []
            return users[0] if len(users) == 1 else None
        return user

    def apply_roles(self, user: Any, identity: Identity) -> None:
        """Set `is_staff`, `is_superuser` and the groups of a user as the roles of an identity require."""
        counts = identity.organization_id in self.role_organizations
        roles = {role for role in (*identity.roles, identity.role) if role} if counts else set[str]()
        is_superuser = not roles.isdisjoint(self.superuser_roles or ())
        flags: dict[str, bool] = {}
        if self.superuser_roles is not None:
            flags["is_superuser"] = is_superuser
        if self.staff_roles is not None or self.superuser_roles is not None:
            flags["is_staff"] = is_superuser or not roles.isdisjoint(self.staff_roles or ())
        changed = [name for name, value in flags.items() if getattr(user, name) != value]
        for name in changed:
            setattr(user, name, flags[name])
        if changed:
            user.save(update_fields=changed)
        if self.role_groups:
            self._set_groups(user, roles)

    def _set_groups(self, user: Any, roles: set[str]) -> None:
        managed = {name for names in self.role_groups.values() for name in names}
        wanted = {name for role, names in self.role_groups.items() if role in roles for name in names}
        current = set(user.groups.filter(name__in=managed).values_list("name", flat=True))
        if wanted - current:
            user.groups.add(*(Group.objects.get_or_create(name=name)[0] for name in sorted(wanted - current)))
        if current - wanted:
            user.groups.remove(*Group.objects.filter(name__in=current - wanted))

    def _unique_user(self, field: str | None, value: str | None) -> Any:
        """Return the user whose field has exactly this text, or None."""
        if field is None or not value:
            return None
        try:
            users = list(get_user_model()._default_manager.filter(**{field: value})[:2])
        except (ValueError, ValidationError, OverflowError):  # not a value of the field, such as text for a number
            return None
        return users[0] if len(users) == 1 and str(getattr(users[0], field)) == value else None

    def _users_with_email(self, email: str) -> list[Any]:
        model = get_user_model()
        field = model.get_email_field_name()
        candidates = model._default_manager.filter(**{f"{field}__iexact": email})[:10]
        # Databases compare other letters in their own ways: "ı" must not match "i".
        return [user for user in candidates if _ascii_lower(getattr(user, field)) == _ascii_lower(email)]

    def _link(self, user: Any, user_id: str) -> bool:
        """Store the ID of the WorkOS user. Return whether the Django user does not belong to another WorkOS user."""
        if self.user_id_field is None:
            return True
        linked = getattr(user, self.user_id_field)
        if linked and linked != user_id:
            logger.warning(
                "The Django user %s belongs to another WorkOS user with the same email address or external ID", user.pk
            )
            return False
        if not linked:
            setattr(user, self.user_id_field, user_id)
            user.save(update_fields=[self.user_id_field])
        return True


def _verified_email(user: User) -> str | None:
    is_verified = getattr(user, "email_verified", None) is True
    return getattr(user, "email", None) if is_verified else None


def _ascii_lower(text: str) -> bytes:
    return text.encode().lower()


def find_user(request: HttpRequest, identity: Identity) -> Any:
    """Return the Django user of an identity, or None.

    Raises:
        ImproperlyConfigured: `AUTHENTICATION_BACKENDS` contains no `WorkOSBackend`.
    """
    for backend in get_backends():
        if isinstance(backend, WorkOSBackend):
            return backend.authenticate(request, identity)
    raise ImproperlyConfigured(
        "AUTHENTICATION_BACKENDS contains no WorkOSBackend: add workos_web.django.users.WorkOSBackend"
    )
