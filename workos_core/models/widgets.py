# Generated from spec/resources/widgets.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of widgets."""

from typing import Literal, TypeAlias

from workos_core.serialization.model import Model, field, model

__all__ = [
    "WidgetScope",
    "WidgetToken",
]


@model
class WidgetToken(Model):
    """A Widgets token."""

    token: str = field(repr=False)
    """The token. Pass it to the widget in the browser."""


WidgetScope: TypeAlias = (
    Literal[
        "widgets:users-table:manage",
        "widgets:domain-verification:manage",
        "widgets:sso:manage",
        "widgets:api-keys:manage",
        "widgets:dsync:manage",
        "widgets:audit-log-streaming:manage",
        "widgets:pipes:manage",
        "widgets:user-api-keys:manage-self",
        "widgets:user-api-keys:manage-all",
    ]
    | str
)
"""A scope of a Widgets token. The two `widgets:user-api-keys` scopes are newer than the others."""
