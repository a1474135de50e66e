"""The types of the async client. Checked by mypy --strict and pyright strict, never run."""

import os
from datetime import datetime
from typing import assert_type

from workos_async import (
    NOT_GIVEN,
    Authenticated,
    Identity,
    NotAuthenticated,
    NotFoundError,
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
from workos_core.models.connect import ConnectApplication, M2mConnectApplication, UnknownConnectApplication
from workos_core.models.organizations import Organization, OrganizationDomainData
from workos_core.models.user_management import OrganizationMembership, User, UserIdentity


async def responses(workos: WorkOS) -> None:
    organization = await workos.organizations.get_organization("org_1")
    assert_type(organization, Organization)
    assert_type(organization.name, str)
    assert_type(organization.external_id, str | None)
    assert_type(organization.stripe_customer_id, str | None)
    assert_type(organization.created_at, datetime)
    assert_type(organization.metadata, dict[str, str])
    assert_type(await workos.user_management.get_user_identities("user_1"), list[UserIdentity])
    assert_type(workos.user_management.get_logout_url(session_id="session_1"), str)
    await workos.organizations.delete_organization("org_1")


async def lists(workos: WorkOS) -> None:
    pager = workos.user_management.list_users(email="a@b.c", order="asc")
    assert_type(pager, Pager[User])
    async for user in pager:
        assert_type(user, User)
    async for page in pager.pages():
        assert_type(page, Page[User])
    assert_type(await pager.take(3), list[User])
    assert_type((await pager.page()).list_metadata.after, str | None)


async def arguments(workos: WorkOS, membership: OrganizationMembership) -> None:
    await workos.organizations.update_organization("org_1", external_id=None, name=NOT_GIVEN)
    await workos.organizations.create_organization(
        name="x",
        domain_data=(OrganizationDomainData(domain="a.b", state="pending"), {"domain": "c.d", "state": "verified"}),
    )
    await workos.organizations.create_organization()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await workos.organizations.create_organization(name=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await workos.organizations.create_organization(nmae="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await workos.organizations.update_organization("org_1", name=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await workos.user_management.create_user(email="a@b.c", password="p")
    await workos.user_management.create_user(email="a@b.c", password_hash="h", password_hash_type="bcrypt")
    await workos.user_management.create_user(  # type: ignore[call-overload]
        email="a@b.c",
        password="p",
        password_hash="h",  # pyright: ignore[reportCallIssue]
    )
    await workos.user_management.update_organization_membership(  # type: ignore[call-overload]
        membership.id,
        role_slug="a",
        role_slugs=["b"],  # pyright: ignore[reportCallIssue]
    )
    workos.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.b")
    workos.user_management.get_authorization_url(
        provider="authkit", organization_id="org_1", redirect_uri="https://a.b"
    )
    workos.user_management.get_authorization_url(
        provider="authkit", organization_id=os.environ.get("ORGANIZATION"), redirect_uri="https://a.b"
    )
    workos.user_management.get_authorization_url(  # type: ignore[call-overload]
        provider="GoogleOAuth",  # pyright: ignore[reportArgumentType]
        organization_id="org_1",
        redirect_uri="https://a.b",
    )
    workos.user_management.get_authorization_url(redirect_uri="https://a.b")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


def unions(application: ConnectApplication) -> None:
    if application.application_type == "m2m":
        assert_type(application, M2mConnectApplication)
    if isinstance(application, UnknownConnectApplication):
        assert_type(application.tag, str)


async def errors(workos: WorkOS) -> None:
    try:
        await workos.organizations.get_organization("org_1")
    except NotFoundError as error:
        assert_type(error.status, int)
        assert_type(error.request_id, str | None)


async def sign_in(flow: SignIn, cookies: dict[str, str]) -> None:
    assert_type(flow.start(cookies), Redirect)
    result = await flow.complete("code=c", cookies)
    assert_type(result, SignedIn | SignInFailed)
    assert_type(result.cookies, tuple[SetCookie, ...])
    if result.authenticated is True:
        assert_type(result, SignedIn)
        assert_type(result.return_to, str)
    else:
        assert_type(result, SignInFailed)
    authentication = await flow.authenticate(cookies, authorization=None)
    if authentication:
        assert_type(authentication, Authenticated)
        assert_type(authentication.identity, Identity)
        assert_type(authentication.identity.user_id, str | None)
    else:
        assert_type(authentication, NotAuthenticated)
        assert_type(authentication.retryable, bool)
    switched = await flow.switch_organization(cookies, "org_1")
    if isinstance(switched, OrganizationSwitched):
        assert_type(switched, OrganizationSwitched)
    else:
        assert_type(switched, OrganizationNotSwitched)
        assert_type(switched.sign_in, Redirect | None)
    assert_type(await flow.sign_out(cookies), Redirect)
