"""What type checkers know about the sync client. Checked by mypy --strict and pyright strict, never run."""

from typing import assert_type

from workos_core.models.organizations import Organization
from workos_core.models.user_management import AuthenticationResponse, User
from workos_core.tokens import AccessTokenClaims
from workos_sync import Page, Pager, WorkOS


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
