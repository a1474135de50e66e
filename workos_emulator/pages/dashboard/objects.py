"""The pages of users, organizations, memberships, connections and directories."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing, search
from workos_emulator.pages.dashboard.dashboard_request import PAGES, DashboardRequest, url
from workos_emulator.pages.dashboard.layout import Cell
from workos_emulator.pages.dashboard.paths import PREFIX
from workos_emulator.pages.dashboard.search import SearchableList
from workos_emulator.pages.page_request import PageError
from workos_emulator.rendering.directories import render_directory, render_directory_group, render_directory_user
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.rendering.organizations import render_organization
from workos_emulator.rendering.sso import render_connection
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection


@dataclass(slots=True, frozen=True)
class _Kind:
    """A kind of object with a list and a page for each object.

    Attributes:
        path: The path of the list.
        title: The heading of the list.
        name: The name of one object.
        collection: Returns the stored objects.
        headings: The headings of the columns.
        row: Returns the cells of an object; the first one links to its page.
        text: Returns the texts that a search looks at.
        render: Returns the object as JSON.
        groups: The group indexes that the list can be filtered by, which are the names of query parameters.
        related: The lists of related objects, by title: the path and the query parameter that takes the ID.
        section: The path of the section in the navigation, by default that of the list.
    """

    path: str
    title: str
    name: str
    collection: Callable[[State], Collection[Any]]
    headings: Sequence[str]
    row: Callable[[State, Any], Sequence[Cell]]
    text: Callable[[State, Any], Sequence[str | None]]
    render: Callable[[State, Any], Any]
    groups: Sequence[str] = ()
    related: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    section: str = ""


def _list(kind: _Kind, request: DashboardRequest) -> Response:
    state, collection = request.state, kind.collection(request.state)
    group = next((name for name in kind.groups if request.query.get(name)), None)
    numbers = collection.numbers(group, request.query[group]) if group else collection.numbers()
    wanted, found = request.search_text, request.services.found
    if found is not None:
        shown = listing.of_search(collection, found, request.page_number)
    else:
        shown = listing.of_collection(collection, numbers, request.page_number)
    kept = {group: request.query[group]} if group else {}
    filtered = layout.link(f"Show all {kind.title.lower()}", url(kind.path)) if group or wanted else ""
    rows = [(*kind.row(state, each), layout.time(each.created_at)) for each in shown.items]
    caption = f"{kind.title} that match the search" if wanted else f"{kind.title} ({len(numbers):,})"
    return layout.render(
        request,
        kind.title,
        layout.search(request, f"Search {kind.title.lower()}", **kept),
        layout.table(caption, (*kind.headings, "Created"), rows),
        layout.pager(request, kind.path, shown, **kept),
        filtered and f"<p>{filtered}</p>",
        section=kind.section or kind.path,
    )


def _show(kind: _Kind, request: DashboardRequest) -> Response:
    found = kind.collection(request.state).peek(request.id)
    if found is None:
        raise PageError(f"{kind.name} not found", "It may have been deleted.", 404)
    links = [layout.link(title, url(path, **{name: found.id})) for title, (path, name) in kind.related.items()]
    back = layout.link(f"All {kind.title.lower()}", url(kind.path))
    items = "".join(f"<li>{item}</li>" for item in (*links, back))
    return layout.render(
        request,
        f"{kind.name} {found.id}",
        layout.json_block(kind.render(request.state, found), f"The {kind.name.lower()} as JSON"),
        f'<ul class="links">{items}</ul>',
        section=kind.section or kind.path,
    )


def _user_email(state: State, id: str) -> str:
    user = state.users.peek(id)
    return user.email if user else id


def _organization_name(state: State, id: str | None) -> str:
    organization = state.organizations.peek(id or "")
    return organization.name if organization else id or "—"


def _to_user(state: State, id: str) -> Cell:
    return layout.link(_user_email(state, id), url("/users", id))


def _to_organization(state: State, id: str | None) -> Cell:
    return layout.link(_organization_name(state, id), url("/organizations", id)) if id else "—"


def _full_name(each: Any) -> str:
    return " ".join(part for part in (each.first_name, each.last_name) if part) or "—"


_KINDS = (
    _Kind(
        "/users",
        "Users",
        "User",
        lambda state: state.users,
        ("Email", "Name", "Verified", "ID"),
        lambda state, u: (
            layout.link(u.email, url("/users", u.id)),
            u.name or _full_name(u),
            "yes" if u.email_verified else "no",
            layout.code(u.id),
        ),
        lambda state, u: (u.email, u.name, u.first_name, u.last_name, u.external_id),
        lambda state, u: render_user(u),
        ("organization",),
        {"Memberships of the user": ("/memberships", "user"), "Passkeys of the user": ("/passkeys", "user")},
    ),
    _Kind(
        "/organizations",
        "Organizations",
        "Organization",
        lambda state: state.organizations,
        ("Name", "Members", "ID"),
        lambda state, o: (
            layout.link(o.name, url("/organizations", o.id)),
            f"{len(state.memberships.numbers('organization', o.id)):,}",
            layout.code(o.id),
        ),
        lambda state, o: (o.name, o.external_id),
        render_organization,
        (),
        {
            "Users of the organization": ("/users", "organization"),
            "Memberships of the organization": ("/memberships", "organization"),
            "Connections of the organization": ("/connections", "organization"),
            "Directories of the organization": ("/directories", "organization"),
        },
    ),
    _Kind(
        "/memberships",
        "Memberships",
        "Membership",
        lambda state: state.memberships,
        ("ID", "User", "Organization", "Roles", "Status"),
        lambda state, m: (
            layout.link(m.id, url("/memberships", m.id)),
            _to_user(state, m.user_id),
            _to_organization(state, m.organization_id),
            ", ".join(m.role_slugs),
            m.status,
        ),
        lambda state, m: (
            m.user_id,
            m.organization_id,
            _user_email(state, m.user_id),
            _organization_name(state, m.organization_id),
        ),
        render_membership,
        ("user", "organization"),
    ),
    _Kind(
        "/connections",
        "Connections",
        "Connection",
        lambda state: state.sso.connections,
        ("Name", "Type", "State", "Organization", "ID"),
        lambda state, c: (
            layout.link(c.name, url("/connections", c.id)),
            c.type,
            c.state,
            _to_organization(state, c.organization_id),
            layout.code(c.id),
        ),
        lambda state, c: (c.name, c.type, c.organization_id, _organization_name(state, c.organization_id)),
        render_connection,
        ("organization",),
    ),
    _Kind(
        "/directories",
        "Directories",
        "Directory",
        lambda state: state.directories,
        ("Name", "Type", "State", "Users", "Organization", "ID"),
        lambda state, d: (
            layout.link(d.name, url("/directories", d.id)),
            d.type,
            d.state,
            f"{len(state.directory_users.numbers('directory', d.id)):,}",
            _to_organization(state, d.organization_id),
            layout.code(d.id),
        ),
        lambda state, d: (d.name, d.type, d.organization_id, _organization_name(state, d.organization_id)),
        render_directory,
        ("organization",),
        {
            "Users of the directory": ("/directory-users", "directory"),
            "Groups of the directory": ("/directory-groups", "directory"),
        },
    ),
    _Kind(
        "/directory-users",
        "Directory users",
        "Directory user",
        lambda state: state.directory_users,
        ("ID", "Email", "Name", "State"),
        lambda state, u: (layout.link(u.id, url("/directory-users", u.id)), u.email or "—", _full_name(u), u.state),
        lambda state, u: (u.email, u.first_name, u.last_name),
        render_directory_user,
        ("directory", "group"),
        section="/directories",
    ),
    _Kind(
        "/directory-groups",
        "Directory groups",
        "Directory group",
        lambda state: state.directory_groups,
        ("Name", "ID"),
        lambda state, g: (layout.link(g.name, url("/directory-groups", g.id)), layout.code(g.id)),
        lambda state, g: (g.name,),
        render_directory_group,
        ("directory",),
        {"Users of the group": ("/directory-users", "group")},
        section="/directories",
    ),
)


def _register(kind: _Kind) -> None:
    PAGES[f"{PREFIX}{kind.path}"] = lambda request: _list(kind, request)
    PAGES[f"{PREFIX}{kind.path}/{{id}}"] = lambda request: _show(kind, request)
    search.LISTS[f"{PREFIX}{kind.path}"] = SearchableList(kind.collection, kind.text, kind.groups)


for _kind in _KINDS:
    _register(_kind)
