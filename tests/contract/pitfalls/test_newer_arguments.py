"""Arguments that the API added to existing endpoints."""

import inspect

from ..sdk import SDK
from .support import pitfall


@pitfall("11.1")
def test_newer_arguments_are_accepted_by_older_methods(sdk: SDK) -> None:
    for name, arguments in (
        ("portal.generate_link", {"external_user_id"}),
        ("user_management.create_magic_auth", {"locale"}),
        ("user_management.create_password_reset", {"locale"}),
        ("audit_logs.update_organization_audit_logs_retention", {"retention_period_in_days"}),
    ):
        assert arguments <= inspect.signature(sdk.method(name)).parameters.keys(), name
