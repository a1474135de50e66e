"""The types of the sync client. Checked by mypy --strict and pyright strict, never run."""

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


def responses(workos: WorkOS) -> None:
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
    result = flow.complete("code=c", cookies)
    assert_type(result, SignedIn | SignInFailed)
    assert_type(result.cookies, tuple[SetCookie, ...])
    if result.authenticated is True:
        assert_type(result, SignedIn)
        assert_type(result.return_to, str)
    else:
        assert_type(result, SignInFailed)
    authentication = flow.authenticate(cookies, authorization=None)
    if authentication:
        assert_type(authentication, Authenticated)
        assert_type(authentication.identity, Identity)
        assert_type(authentication.identity.user_id, str | None)
    else:
        assert_type(authentication, NotAuthenticated)
        assert_type(authentication.retryable, bool)
    switched = flow.switch_organization(cookies, "org_1")
    if isinstance(switched, OrganizationSwitched):
        assert_type(switched, OrganizationSwitched)
    else:
        assert_type(switched, OrganizationNotSwitched)
        assert_type(switched.sign_in, Redirect | None)
    assert_type(flow.sign_out(cookies), Redirect)
