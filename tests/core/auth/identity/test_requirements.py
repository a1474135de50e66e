"""Requirements and their combinations."""

from itertools import product

import pytest

from workos_core.auth import anyone, feature_flag, permission, role, user
from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.requirements import Requirement, check_requirement
from workos_core.errors import InvalidArgumentError

ADMIN, READER, BETA = role("admin"), permission("reports:read"), feature_flag("beta")


def make_identity(is_admin: bool = False, is_reader: bool = False, is_beta: bool = False) -> Identity:
    return Identity(
        kind="session",
        user_id="user_1",
        organization_id="org_1",
        role="admin" if is_admin else "member",
        permissions=("reports:read",) if is_reader else (),
        feature_flags=("beta",) if is_beta else (),
    )


@pytest.mark.parametrize(("is_admin", "is_reader", "is_beta"), list(product([False, True], repeat=3)))
def test_combinations_follow_the_logic_of_their_operators(is_admin: bool, is_reader: bool, is_beta: bool) -> None:
    identity = make_identity(is_admin, is_reader, is_beta)
    for requirement, expected in (
        (ADMIN | READER, is_admin or is_reader),
        (ADMIN & READER, is_admin and is_reader),
        (ADMIN | READER & BETA, is_admin or (is_reader and is_beta)),
        ((ADMIN | READER) & BETA, (is_admin or is_reader) and is_beta),
        (ADMIN & READER & BETA, is_admin and is_reader and is_beta),
        (ADMIN | READER | BETA, is_admin or is_reader or is_beta),
    ):
        assert requirement.is_satisfied_by(identity) is expected


def test_an_api_key_satisfies_the_part_that_it_can() -> None:
    key = Identity(kind="api_key", user_id=None, organization_id="org_1", permissions=("reports:read",))
    assert (ADMIN | READER).is_satisfied_by(key)
    assert not (user() & READER).is_satisfied_by(key)
    assert (anyone() & READER).is_satisfied_by(key)


def test_equality_ignores_order_nesting_and_duplicates() -> None:
    assert ADMIN | READER == READER | ADMIN
    assert hash(ADMIN & READER & BETA) == hash(BETA & (READER & ADMIN))
    assert (ADMIN | READER) | BETA == ADMIN | (BETA | READER)
    assert ADMIN | role("admin") == ADMIN
    assert ADMIN & READER != ADMIN | READER
    assert len({ADMIN | READER, READER | ADMIN, ADMIN & READER}) == 2


def test_text_names_every_part() -> None:
    assert str(ADMIN | READER) == "role 'admin' or permission 'reports:read'"
    assert str(ADMIN | READER & BETA) == "role 'admin' or (permission 'reports:read' and feature_flag 'beta')"
    assert str((ADMIN | READER) & user()) == "(role 'admin' or permission 'reports:read') and user"


def test_boolean_operators_are_rejected() -> None:
    """`role("admin") and permission("x")` would require the permission only."""
    with pytest.raises(TypeError, match=r"combine requirements with \| and & instead of `or` and `and`"):
        bool(ADMIN and READER)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(ADMIN or READER)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(not ADMIN)


@pytest.mark.parametrize("other", ["admin", None, True])
def test_only_requirements_can_be_combined(other: object) -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        ADMIN | other  # type: ignore[operator]
    with pytest.raises(TypeError, match="unsupported operand"):
        other & ADMIN  # type: ignore[operator]


def test_invalid_requirements_are_rejected() -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"slug must be the slug of the role to require, a string \(got function\)"
    ):
        role(make_identity)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="slug is empty: pass the slug of the permission to require"):
        permission("")
    with pytest.raises(InvalidArgumentError, match=r"requirement must be a Requirement.*\(got str\)"):
        check_requirement("admin")
    for kind, parts in (("all_of", ()), ("any_of", ()), ("user", (ADMIN,))):
        with pytest.raises(InvalidArgumentError, match=r"combine with \| and &"):
            Requirement(kind, parts=parts)  # type: ignore[arg-type]
