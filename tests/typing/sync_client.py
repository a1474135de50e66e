"""What type checkers know about the sync client. Checked by mypy --strict and pyright strict, never run."""

from typing import assert_type

from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.models.organizations import Organization
from workos_core.models.user_management import AuthenticationResponse, User
from workos_sync import (
    Authenticated,
    Identity,
    NotAuthenticated,
    OrganizationNotSwitched,
    OrganizationSwitched,
    Page,
    Pager,
    Redirect,
    SetCookie,
    SignedIn,
    SignIn,
    SignInFailed,
    WorkOS,
)


def answers(workos: WorkOS) -> None:
    with workos as client:
        assert_type(client, WorkOS)
    assert_type(workos.organizations.get_organization("org_1"), Organization)
    assert_type(workos.verify_access_token("token"), AccessTokenClaims)
    signed_in = workos.user_management.authenticate_with_password(email="a@b.c", password="p", options={"timeout": 5})
    assert_type(signed_in, AuthenticationResponse)
    workos.organizations.get_organization("org_1", options={"timeuot": 5})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def lists(workos: WorkOS) -> None:
    pager = workos.user_management.list_users()
    assert_type(pager, Pager[User])
    assert_type(list(pager), list[User])
    assert_type(list(pager.pages()), list[Page[User]])
    assert_type(pager.collect(), list[User])


def sign_in(flow: SignIn, cookies: dict[str, str]) -> None:
    assert_type(flow.start(cookies), Redirect)
    done = flow.complete("code=c", cookies)
    assert_type(done, SignedIn | SignInFailed)
    assert_type(done.cookies, tuple[SetCookie, ...])
    if done.authenticated is True:
        assert_type(done, SignedIn)
        assert_type(done.return_to, str)
    else:
        assert_type(done, SignInFailed)
    found = flow.authenticate(cookies, authorization=None)
    if found:
        assert_type(found, Authenticated)
        assert_type(found.identity, Identity)
        assert_type(found.identity.user_id, str | None)
    else:
        assert_type(found, NotAuthenticated)
        assert_type(found.retryable, bool)
    switched = flow.switch_organization(cookies, "org_1")
    if isinstance(switched, OrganizationSwitched):
        assert_type(switched, OrganizationSwitched)
    else:
        assert_type(switched, OrganizationNotSwitched)
        assert_type(switched.sign_in, Redirect | None)
    assert_type(flow.sign_out(cookies), Redirect)
