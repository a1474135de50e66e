"""Directory sync: the directories of the organization, and their setup."""

from workos_emulator.auth import directory_sync, email_addresses
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import TITLES, PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS, directory_access
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.objects.directories import Directory

_SHOWN_USERS = 50


@portal_page("/directories", "dsync")
def list_directories(request: PortalRequest) -> Response:
    """List the directories; without one, ask for the directory provider at once."""
    state = request.state
    directories = state.directories.group("organization", request.organization.id)
    if not directories:
        return request.redirect("/directories/provider")
    rows = [
        (
            Link(each.name, request.url("/directories/directory", directory=each.id)),
            DIRECTORY_PROVIDERS.get(each.type, each.type),
            each.state,
        )
        for each in directories
    ]
    return request.show(
        TITLES["dsync"],
        html.items(("Directory provider", "State"), rows),
        html.links({"Add a directory": request.url("/directories/provider")}),
        request.finish_form(),
        wide=True,
    )


@portal_page("/directories/provider", "dsync")
def choose_provider(request: PortalRequest) -> Response:
    """Ask for the directory provider. The choice creates an unlinked directory."""
    state, type = request.state, request.form.get("type", "")
    if type in DIRECTORY_PROVIDERS:
        name = f"{request.organization.name} {DIRECTORY_PROVIDERS[type]}"
        directory = directory_sync.add_directory(
            state, request.organization.id, name=name, type=type, status="unlinked"
        )
        return request.redirect("/directories/directory", directory=directory.id)
    error = "Choose a directory provider." if request.is_submitted else ""
    choices = [("", "", "Choose…"), *(("", type, name) for type, name in DIRECTORY_PROVIDERS.items())]
    return request.show(
        "Choose your directory provider",
        html.paragraph("It sends the users and groups of your organization, and later changes to them."),
        request.session_form(html.select("type", "Directory provider", choices, error=error), html.button("Continue")),
        problem=bool(error),
    )


@portal_page("/directories/directory", "dsync")
def show_directory(request: PortalRequest) -> Response:
    """Show a directory and how to connect it; the forms link it, add users to it and delete it."""
    directory = _find(request)
    if directory_access(directory.type) == "scim" and not directory.bearer_token:
        directory.bearer_token = request.state.ids.secret(40)
    if not request.is_submitted:
        return _show(request, directory)
    match request.form.get("do"):
        case "link" if directory.state not in ("linked", "deleting"):
            if errors := _missing(directory, request.form):
                return _show(request, directory, errors)
            directory.domain = request.form.get("domain", "").strip().lower() or directory.domain
            directory.state = "linked"
            directory_sync.update(request.state, directory, was_linked=False)
        case "add_user" if directory.state == "linked":
            email = request.form.get("email", "").strip()
            if not email_addresses.is_email(email):
                return _show(request, directory, {"email": "Enter an email address, such as ada@example.com."})
            first_name, last_name = (request.form.get(name, "").strip() or None for name in ("first_name", "last_name"))
            directory_sync.add_user(
                request.state, directory.id, email=email, first_name=first_name, last_name=last_name
            )
        case "delete":
            request.call("deleteDirectory", {"directory_id": directory.id})
            return request.redirect("/directories")
        case _:
            raise PageError("Invalid form", "The directory has changed. Go back and try again.", 409)
    return request.redirect("/directories/directory", directory=directory.id)


def _find(request: PortalRequest) -> Directory:
    directory = request.state.directories.get(request.query.get("directory", ""))
    if directory is None or directory.organization_id != request.organization.id:
        raise PageError("Directory not found", "It may have been deleted. Go back to the list of directories.", 404)
    return directory


def _missing(directory: Directory, form: dict[str, str]) -> dict[str, str]:
    """Return the errors of the form that links a directory, by field."""
    errors: dict[str, str] = {}
    access = directory_access(directory.type)
    if access == "oauth" and "." not in form.get("domain", "").strip():
        errors["domain"] = "Enter the domain of your organization at the provider, such as example.com."
    if access == "api_key" and not form.get("api_key", "").strip():
        errors["api_key"] = "Enter the API key."
    return errors


def _show(request: PortalRequest, directory: Directory, errors: dict[str, str] | None = None) -> Response:
    name = DIRECTORY_PROVIDERS.get(directory.type, directory.type)
    facts = {"Directory provider": name, "State": directory.state, "Directory ID": directory.id}
    if directory.domain:
        facts["Domain"] = directory.domain
    is_linked = directory.state == "linked"
    content = _contents(request, directory, errors or {}) if is_linked else _setup(request, directory, errors or {})
    return request.show(
        directory.name if is_linked else f"Set up {name}",
        html.facts(facts),
        *content,
        request.session_form(html.button("Delete directory", plain=True), do="delete"),
        request.finish_form() if is_linked else "",
        html.links({"All directories": request.url("/directories")}),
        problem=bool(errors),
    )


def _connection_details(request: PortalRequest, directory: Directory) -> str:
    """Return what the provider needs to know to send users."""
    match directory_access(directory.type):
        case "scim":
            endpoint = f"{request.state.base_url}/scim/v2.0/{directory.id}"
            return html.facts({"SCIM endpoint": endpoint, "Bearer token": directory.bearer_token or "—"})
        case "files":
            return html.facts({"User name": directory.id, "Folder": f"/{directory.external_key}"})
        case _:
            return ""


def _setup(request: PortalRequest, directory: Directory, errors: dict[str, str]) -> tuple[str, ...]:
    """Return the instructions, and the form that links the directory."""

    def field(name: str, label: str, type: str = "text") -> str:
        return html.field(name, label, type=type, value=request.form.get(name, ""), error=errors.get(name, ""))

    match directory_access(directory.type):
        case "scim":
            text, inputs, button = "Enter these details at your directory provider.", "", "I have entered the details"
        case "oauth":
            text = "Allow access to the users and groups of your organization. The emulator asks no other server."
            inputs, button = field("domain", "Domain"), "Allow access"
        case "files":
            text, inputs, button = "Upload files with your users and groups.", "", "I have uploaded the files"
        case _:
            text = "Enter an API key of your directory provider. The emulator neither uses nor stores it."
            inputs, button = field("api_key", "API key", "password"), "Connect"
    return (
        html.paragraph(text),
        _connection_details(request, directory),
        html.paragraph("The emulator receives no users at this address: add them on the next page or with its API.")
        if directory_access(directory.type) in ("scim", "files")
        else "",
        request.session_form(inputs, html.button(button), do="link"),
    )


def _contents(request: PortalRequest, directory: Directory, errors: dict[str, str]) -> tuple[str, ...]:
    """Return the users and groups, and the form that adds a user."""
    state, form = request.state, request.form if errors else {}
    numbers = state.directory_users.numbers("directory", directory.id)
    users = [state.directory_users.at(number) for number in numbers[:_SHOWN_USERS]]
    groups = [group.name for group in state.directory_groups.group("directory", directory.id)]
    rows = [
        (user.email or user.idp_id, " ".join(filter(None, (user.first_name, user.last_name))) or "—", user.state)
        for user in users
    ]
    more = f"These are the first {_SHOWN_USERS}." if len(numbers) > _SHOWN_USERS else ""
    return (
        _connection_details(request, directory),
        html.heading(f"Groups ({len(groups)})"),
        html.bullets(groups) or html.paragraph("The directory has no groups."),
        html.heading(f"Users ({len(numbers)})"),
        html.items(("Name", "State"), rows) if rows else html.paragraph("The directory has no users."),
        html.paragraph(more) if more else "",
        html.heading("Add a user"),
        html.paragraph("In place of the directory provider, this form adds a user to the directory."),
        request.session_form(
            html.field(
                "email", "Email address", type="email", value=form.get("email", ""), error=errors.get("email", "")
            ),
            html.field("first_name", "First name", value=form.get("first_name", ""), required=False),
            html.field("last_name", "Last name", value=form.get("last_name", ""), required=False),
            html.button("Add user", plain=True),
            do="add_user",
        ),
    )
