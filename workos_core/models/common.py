# Generated from spec/openapi.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models that several resources share."""

from typing import Any, Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "ErrorBody",
    "ListMetadata",
    "OauthTokens",
    "PaginationOrder",
    "Role",
]

PaginationOrder: TypeAlias = (
    Literal[
        "normal",
        "desc",
        "asc",
    ]
    | str
)
"""The order of a list by time of creation: `desc` is newest first, `asc` oldest first. `normal` is newest
first with `before` and `after` swapped.
"""


@model
class ListMetadata(Model):
    """The cursors of the neighbouring pages."""

    before: str | None
    """Cursor of the page before this one; null on the first page."""
    after: str | None
    """Cursor of the page after this one; null on the last page."""


@model
class ErrorBody(Model):
    """The body of a failed request. Which of the properties are there depends on the endpoint; some endpoints add
    their own.
    """

    code: str | None = UNSET
    """A machine-readable reason."""
    message: str | list[str] | None = UNSET
    """A sentence for developers, or several."""
    error: str | None = UNSET
    """A machine-readable reason in OAuth 2.0 form."""
    error_description: str | None = UNSET
    """A sentence for developers, beside `error`."""
    errors: list[Any] | None = UNSET
    """Details, one entry for each thing that was wrong. Five different shapes are in use."""


@model
class Role(Model):
    """A role that somebody has, named by its slug."""

    slug: str
    """The name of the role, unique in its environment."""


@model
class OauthTokens(Model):
    """Tokens of the provider a user signed in with, to call the provider's own API."""

    provider: str
    """The provider the tokens are from."""
    refresh_token: str = field(repr=False)
    """The provider's refresh token."""
    access_token: str = field(repr=False)
    """The provider's access token."""
    expires_at: int
    """When the access token expires, in seconds since 1970."""
    scopes: list[str]
    """The OAuth scopes the user agreed to."""
