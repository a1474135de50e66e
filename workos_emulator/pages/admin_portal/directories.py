"""Directory sync: the directories of the organization, and their setup."""

from workos_emulator.auth import directory_sync, email_addresses
from workos_emulator.http.messages import Response
from workos_emulator.pages import fields, html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS, directory_access
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import LocalizedError
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
            request.state_name(each.state),
        )
        for each in directories
    ]
    return request.show(
        request.intent_title("dsync"),
        html.items((request.text("portal.dsync.provider"), request.text("portal.states.label")), rows),
        html.links({request.text("portal.dsync.add"): request.url("/directories/provider")}),
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
    error = request.text("portal.dsync.missing") if request.is_submitted else ""
    choices = [
        ("", "", request.text("portal.choose")),
        *(("", type, name) for type, name in DIRECTORY_PROVIDERS.items()),
    ]
    return request.show(
        request.text("portal.dsync.choose"),
        html.paragraph(request.text("portal.dsync.intro")),
        request.session_form(
            html.select("type", request.text("portal.dsync.provider"), choices, error=error),
            html.button(request.text("common.continue")),
        ),
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
            if errors := _missing(request, directory):
                return _show(request, directory, errors)
            directory.domain = request.form.get("domain", "").strip().lower() or directory.domain
            directory.state = "linked"
            directory_sync.update(request.state, directory, was_linked=False)
        case "add_user" if directory.state == "linked":
            email = request.form.get("email", "").strip()
            if not email_addresses.is_email(email):
                return _show(request, directory, {"email": fields.invalid_email(request)})
            first_name, last_name = (request.form.get(name, "").strip() or None for name in ("first_name", "last_name"))
            directory_sync.add_user(
                request.state, directory.id, email=email, first_name=first_name, last_name=last_name
            )
        case "delete":
            request.call("deleteDirectory", {"directory_id": directory.id})
            return request.redirect("/directories")
        case _:
            raise LocalizedError("portal_changed", 409)
    return request.redirect("/directories/directory", directory=directory.id)


def _find(request: PortalRequest) -> Directory:
    directory = request.state.directories.get(request.query.get("directory", ""))
    if directory is None or directory.organization_id != request.organization.id:
        raise LocalizedError("directory", 404)
    return directory


def _missing(request: PortalRequest, directory: Directory) -> dict[str, str]:
    """Return the errors of the form that links a directory, by field."""
    form, errors = request.form, dict[str, str]()
    access = directory_access(directory.type)
    if access == "oauth" and "." not in form.get("domain", "").strip():
        errors["domain"] = request.text("portal.dsync.domain_missing", example="example.com")
    if access == "api_key" and not form.get("api_key", "").strip():
        errors["api_key"] = request.text("portal.dsync.api_key_missing")
    return errors


def _show(request: PortalRequest, directory: Directory, errors: dict[str, str] | None = None) -> Response:
    name = DIRECTORY_PROVIDERS.get(directory.type, directory.type)
    facts = {
        request.text("portal.dsync.provider"): name,
        request.text("portal.states.label"): request.state_name(directory.state),
        request.text("portal.dsync.id"): directory.id,
    }
    if directory.domain:
        facts[request.text("portal.domains.domain")] = directory.domain
    is_linked = directory.state == "linked"
    content = _contents(request, directory, errors or {}) if is_linked else _setup(request, directory, errors or {})
    return request.show(
        directory.name if is_linked else request.text("portal.setup", name=name),
        html.facts(facts | _connection_details(request, directory)) if is_linked else html.facts(facts),
        *content,
        html.actions(
            request.session_form(html.button(request.text("portal.dsync.delete"), plain=True), do="delete"),
            request.finish_form() if is_linked else "",
        ),
        html.links({request.text("portal.dsync.all"): request.url("/directories")}),
        problem=bool(errors),
        wide=True,
    )


def _connection_details(request: PortalRequest, directory: Directory) -> dict[str, str]:
    """Return what the provider needs to know to send users."""
    match directory_access(directory.type):
        case "scim":
            endpoint = f"{request.state.base_url}/scim/v2.0/{directory.id}"
            return {
                request.text("portal.dsync.endpoint"): endpoint,
                request.text("portal.dsync.token"): directory.bearer_token or "—",
            }
        case "files":
            return {
                request.text("portal.dsync.user_name"): directory.id,
                request.text("portal.dsync.folder"): f"/{directory.external_key}",
            }
        case _:
            return {}


def _setup(request: PortalRequest, directory: Directory, errors: dict[str, str]) -> tuple[str, ...]:
    """Return the instructions, and the form that links the directory."""

    def field(name: str, label: str, type: str = "text") -> str:
        return html.field(name, label, type=type, value=request.form.get(name, ""), error=errors.get(name, ""))

    access, details = directory_access(directory.type), _connection_details(request, directory)
    match access:
        case "oauth":
            inputs = field("domain", request.text("portal.domains.domain"))
        case "api_key":
            inputs = field("api_key", request.text("portal.fields.api_key"), "password")
        case _:
            inputs = ""
    return (
        html.paragraph(request.text(f"portal.dsync.{access}")),
        html.facts(details) if details else "",
        html.paragraph(request.text("portal.dsync.no_users_here")) if access in ("scim", "files") else "",
        request.session_form(inputs, html.button(request.text(f"portal.dsync.{access}_done")), do="link"),
    )


def _contents(request: PortalRequest, directory: Directory, errors: dict[str, str]) -> tuple[str, ...]:
    """Return the users and groups, and the form that adds a user."""
    state, form = request.state, request.form if errors else {}
    numbers = state.directory_users.numbers("directory", directory.id)
    users = [state.directory_users.at(number) for number in numbers[:_SHOWN_USERS]]
    groups = [group.name for group in state.directory_groups.group("directory", directory.id)]
    rows = [
        (
            user.email or user.idp_id,
            " ".join(filter(None, (user.first_name, user.last_name))) or "—",
            request.state_name(user.state),
        )
        for user in users
    ]
    more = request.text("portal.dsync.first_users", count=_SHOWN_USERS) if len(numbers) > _SHOWN_USERS else ""
    listed = (
        html.heading(request.text("portal.dsync.groups", count=len(groups))),
        html.bullets(groups) or html.paragraph(request.text("portal.dsync.no_groups")),
        html.heading(request.text("portal.dsync.users", count=len(numbers))),
        html.items((request.text("portal.name"), request.text("portal.states.label")), rows)
        if rows
        else html.paragraph(request.text("portal.dsync.no_users")),
        html.paragraph(more) if more else "",
    )
    email, error = form.get("email", ""), errors.get("email", "")
    names = (
        html.field(
            name,
            request.text(f"common.{name}"),
            value=form.get(name, ""),
            required=False,
            optional=request.text("common.optional"),
        )
        for name in ("first_name", "last_name")
    )
    addition = (
        html.heading(request.text("portal.dsync.add_user_title")),
        html.paragraph(request.text("portal.dsync.add_user_intro")),
        request.session_form(
            html.field("email", request.text("common.email"), type="email", value=email, error=error),
            html.pair(*names),
            html.button(request.text("portal.dsync.add_user"), plain=True),
            do="add_user",
        ),
    )
    return (html.columns("".join(listed), "".join(addition)),)
