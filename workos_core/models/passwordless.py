# Generated from spec/resources/passwordless.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of passwordless."""

from workos_core.serialization.model import Model, field, model

__all__ = [
    "PasswordlessSession",
]


@model
class PasswordlessSession(Model):
    """A sign-in link for one person."""

    object: str
    """The kind of object."""
    id: str
    """The id of the session (`passwordless_session_…`)."""
    email: str
    """The e-mail address of the person."""
    expires_at: str
    """When the link stops working."""
    link: str = field(repr=False)
    """The link. Whoever opens it is signed in."""
