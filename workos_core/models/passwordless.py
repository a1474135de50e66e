# Generated from spec/resources/passwordless.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of passwordless."""

from workos_core.serialization.model import Model, field, model

__all__ = [
    "PasswordlessSession",
    "PasswordlessSessionReceipt",
]


@model
class PasswordlessSession(Model):
    """A passwordless session: a sign-in link for one user."""

    object: str
    """The type of the object."""
    id: str
    """The ID of the passwordless session (`passwordless_session_…`)."""
    email: str
    """The email address of the user."""
    expires_at: str
    """When the link expires."""
    link: str = field(repr=False)
    """The sign-in link. Anyone who opens it is signed in."""


@model
class PasswordlessSessionReceipt(Model):
    """The result of emailing the link of a passwordless session."""

    success: bool
    """Whether the email is being sent."""
