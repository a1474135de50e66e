from typing import Any

import pytest

from workos_core.errors import MissingFieldError
from workos_core.feature_flags.flag_set import FlagSet
from workos_core.models.feature_flags import RuntimeFeatureFlag
from workos_core.serialization.converter import from_dict


def flag(
    slug: str = "beta",
    enabled: bool = True,
    default_value: bool = False,
    users: dict[str, bool] | None = None,
    organizations: dict[str, bool] | None = None,
) -> RuntimeFeatureFlag:
    targets: dict[str, Any] = {
        name: [{"id": id, "enabled": enabled} for id, enabled in (ids or {}).items()]
        for name, ids in (("users", users), ("organizations", organizations))
    }
    return from_dict(
        RuntimeFeatureFlag, {"slug": slug, "enabled": enabled, "default_value": default_value, "targets": targets}
    )


ON, OFF = {"user_1": True}, {"user_1": False}
ORG_ON, ORG_OFF = {"org_1": True}, {"org_1": False}


@pytest.mark.parametrize(
    ("settings", "user_id", "organization_id", "expected"),
    [
        ({"enabled": False, "default_value": True, "users": ON, "organizations": ORG_ON}, "user_1", "org_1", False),
        ({"default_value": True}, None, None, True),
        ({"default_value": False}, "user_1", "org_1", False),
        ({"users": ON}, "user_1", None, True),
        ({"users": ON}, "user_2", None, False),
        ({"users": ON}, None, None, False),
        ({"default_value": True, "users": OFF}, "user_1", None, False),
        ({"organizations": ORG_ON}, None, "org_1", True),
        ({"organizations": ORG_ON}, "user_1", "org_1", True),
        ({"default_value": True, "organizations": ORG_OFF}, "user_1", "org_1", False),
        ({"users": OFF, "organizations": ORG_ON}, "user_1", "org_1", False),
        ({"users": ON, "organizations": ORG_OFF}, "user_1", "org_1", True),
        ({"users": ON}, None, "user_1", False),
    ],
)
def test_evaluation(settings: Any, user_id: str | None, organization_id: str | None, expected: bool) -> None:
    flags = FlagSet({"beta": flag(**settings)})
    assert flags.is_enabled("beta", user_id, organization_id, not expected) is expected
    assert flags.evaluate_all(user_id, organization_id) == {"beta": expected}


def test_unknown_flag_has_the_default() -> None:
    assert FlagSet({}).is_enabled("beta", None, None, True) is True
    assert FlagSet({}).is_enabled("beta", None, None, False) is False


def test_changes() -> None:
    before = FlagSet({"gone": flag("gone"), "same": flag("same", users=ON), "other": flag("other")})
    after = FlagSet({"same": flag("same", users=ON), "other": flag("other", users=ON), "new": flag("new")})
    changes = list(before.changes(after))
    assert [(change.slug, change.before is None, change.after is None) for change in changes] == [
        ("gone", False, True),
        ("new", True, False),
        ("other", False, False),
    ]
    assert list(after.changes(after)) == []


def test_incomplete_flag_raises() -> None:
    with pytest.raises(MissingFieldError):
        FlagSet({"beta": from_dict(RuntimeFeatureFlag, {"slug": "beta"})})
