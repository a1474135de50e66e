"""Types whose modules are imported on first use."""

from typing import Any

import pytest

from workos_core.http.operation import Operation
from workos_core.lazy_names import lazy_type, resolve_type
from workos_core.models.organizations import Organization
from workos_core.models.user_management import User

LAZY_ORGANIZATION: Any = lazy_type("workos_core.models.organizations", "Organization")
LAZY_USER: Any = lazy_type("workos_core.models.user_management", "User")


@pytest.mark.parametrize(
    ("kind", "resolved"),
    [
        (LAZY_USER, User),
        (list[LAZY_USER], list[User]),
        (dict[str, LAZY_USER], dict[str, User]),
        (LAZY_USER | None, User | None),
        (LAZY_USER | LAZY_ORGANIZATION, User | Organization),
        (list[LAZY_USER | LAZY_ORGANIZATION], list[User | Organization]),
        (User, User),
        (Any, Any),
        (dict[str, Any], dict[str, Any]),
    ],
    ids=str,
)
def test_resolve_type(kind: Any, resolved: Any) -> None:
    assert resolve_type(kind) == resolved


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="Usr"):
        resolve_type(lazy_type("workos_core.models.user_management", "Usr"))


def test_result_type_is_resolved_once() -> None:
    operation: Operation[list[User]] = Operation("x.y", "GET", "/x", returns=list[LAZY_USER])
    assert operation.result_type == list[User]
    assert operation.result_type is operation.result_type
    assert Operation("x.y", "DELETE", "/x").result_type is None
