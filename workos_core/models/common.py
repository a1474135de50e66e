# Generated from spec/openapi.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models shared by several resources."""

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
"""The sort order of a list by creation time: `desc` is newest first, `asc` is oldest first, and `normal` is
newest first with `before` and `after` swapped.
"""


@model
class ListMetadata(Model):
    """The cursors of the previous and next pages."""

    before: str | None
    """The cursor of the previous page, or null on the first page."""
    after: str | None
    """The cursor of the next page, or null on the last page."""


@model
class ErrorBody(Model):
    """The body of an error response. The endpoint determines which properties are present; some endpoints add
    their own.
    """

    code: str | None = UNSET
    """A machine-readable error code."""
    message: str | list[str] | None = UNSET
    """One or more human-readable error messages."""
    error: str | None = UNSET
    """A machine-readable error code in OAuth 2.0 format."""
    error_description: str | None = UNSET
    """A human-readable error message that accompanies `error`."""
    errors: list[Any] | None = UNSET
    """The individual errors, one entry for each problem. Entries use five different formats."""


@model
class Role(Model):
    """An assigned role, identified by its slug."""

    slug: str
    """The slug of the role, which is unique within its environment."""


@model
class OauthTokens(Model):
    """OAuth tokens of the provider that a user signed in with. Use them to call the provider's own API."""

    provider: str
    """The provider that issued the tokens."""
    refresh_token: str = field(repr=False)
    """The provider's refresh token."""
    access_token: str = field(repr=False)
    """The provider's access token."""
    expires_at: int
    """When the access token expires, as a Unix timestamp in seconds."""
    scopes: list[str]
    """The OAuth scopes that the user granted."""
