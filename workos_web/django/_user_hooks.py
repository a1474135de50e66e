"""What a sign-in and a sign-out do in a project with Django users."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

from typing import Any

from attrs import evolve
from django.apps import apps

from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.sign_in_hooks import SignedOut, SignInDenied, SignInHooks
from workos_core.auth.identity.sign_in_results import SignedIn
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.tokens.claims import text_claim, text_claims
from workos_core.auth.tokens.signed_token import unverified_claims
from workos_web.django._callbacks import to_sync

_SESSION_KEY = "_workos_user_id"


def has_workos_backend() -> bool:
    """Return whether the project uses Django users for identities of WorkOS."""
    if not apps.is_installed("django.contrib.auth"):
        return False
    from django.contrib.auth import get_backends

    from workos_web.django.users import WorkOSBackend

    return any(isinstance(backend, WorkOSBackend) for backend in get_backends())


def with_django_users(hooks: SignInHooks) -> SignInHooks:
    """Return hooks that also sign Django users in and out, if the project uses `WorkOSBackend`."""
    on_signed_in = None if hooks.on_signed_in is None else to_sync(hooks.on_signed_in)
    on_signed_out = None if hooks.on_signed_out is None else to_sync(hooks.on_signed_out)

    def sign_in_user(request: WebRequest, signed_in: SignedIn) -> WebResponse | None:
        response = None if on_signed_in is None else on_signed_in(request, signed_in)
        if has_workos_backend():
            _sign_in_user(request.native, signed_in)
        return response

    def sign_out_user(request: WebRequest, signed_out: SignedOut) -> WebResponse | None:
        response = None if on_signed_out is None else on_signed_out(request, signed_out)
        if has_workos_backend() and hasattr(request.native, "session"):
            from django.contrib.auth import logout

            logout(request.native)
        return response

    return evolve(hooks, on_signed_in=sign_in_user, on_signed_out=sign_out_user)


def _sign_in_user(request: Any, signed_in: SignedIn) -> None:
    """Find or create the Django user of a completed sign-in. The data of another user in Django's session is deleted.

    Raises:
        SignInDenied: There is no Django user.
    """
    from django.contrib.auth import user_logged_in

    from workos_web.django.users import find_user

    user = find_user(request, _read_identity(signed_in))
    if user is None:
        raise SignInDenied("no_account", message="You have no account in this application.")
    session = getattr(request, "session", None)
    if session is not None:
        if session.get(_SESSION_KEY, str(user.pk)) != str(user.pk) or "_auth_user_id" in session:
            session.flush()
        else:
            session.cycle_key()
        session[_SESSION_KEY] = str(user.pk)
    user_logged_in.send(sender=type(user), request=request, user=user)


def _read_identity(signed_in: SignedIn) -> Identity:
    response = signed_in.response
    claims = unverified_claims(response.access_token)  # received from the API
    return Identity(
        kind="session",
        user_id=response.user.id,
        organization_id=text_claim(claims, "org_id"),
        role=text_claim(claims, "role"),
        roles=text_claims(claims, "roles"),
        user=response.user,
        impersonator=signed_in.impersonator,
    )
