"""The fields and icons that several pages have."""

from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageRequest
from workos_emulator.rendering import provider_icons

EXAMPLE_EMAIL = "ada@example.com"


def email(request: PageRequest, value: str, error: str, *, focus: bool = True, autocomplete: str = "username") -> str:
    """Return the field for the email address of the user."""
    label = request.text("common.email")
    return html.field("email", label, type="email", value=value, error=error, autocomplete=autocomplete, focus=focus)


def invalid_email(request: PageRequest) -> str:
    """Return the error for a text that is not an email address."""
    return request.text("problems.email_invalid", example=EXAMPLE_EMAIL)


def names(request: PageRequest, *, focus: bool = False) -> str:
    """Return the optional fields for the first and the last name, with the values of the form."""
    optional = request.text("common.optional")
    fields = (("first_name", "given-name", focus), ("last_name", "family-name", False))
    inputs = (
        html.field(
            name,
            request.text(f"common.{name}"),
            value=request.form.get(name, "").strip(),
            autocomplete=autocomplete,
            required=False,
            optional=optional,
            focus=is_focused,
        )
        for name, autocomplete, is_focused in fields
    )
    return html.pair(*inputs)


def new_password(request: PageRequest, label: str, error: str, *, focus: bool) -> str:
    """Return the field for a new password."""
    hint = request.text("common.password_hint", count=request.state.settings.password_min_length)
    return html.field(
        "password", label, type="password", error=error, hint=hint, autocomplete="new-password", focus=focus
    )


def code(request: PageRequest, error: str) -> str:
    """Return the field for a six-digit code."""
    label = request.text("common.code")
    return html.field("code", label, error=error, autocomplete="one-time-code", numeric=True, focus=True)


def provider_icon(provider: str) -> str:
    """Return the icon of a provider or connection type."""
    slug = provider_icons.slug_of(provider)
    return html.icon(provider_icons.data_url(slug, "light"), provider_icons.data_url(slug, "dark"))
