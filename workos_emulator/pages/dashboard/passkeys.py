"""The page of passkeys."""

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.pages.dashboard.layout import Cell
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.objects.passkeys import Passkey


@page("/passkeys")
def list_passkeys(request: DashboardRequest) -> Response:
    """List all passkeys, or those of one user, newest first; the form removes one."""
    if request.is_submitted:
        return _remove(request)
    passkeys, user = request.state.passkeys.all, request.query.get("user", "")
    numbers = passkeys.numbers("user", user) if user else passkeys.numbers()
    shown = listing.of_collection(passkeys, numbers, request.page_number)
    headings = ("ID", "User", "Action", "Host", "Last used", "Created")
    links = [layout.link("Show all passkeys", url("/passkeys"))] if user else []
    links.append(layout.link("All users", url("/users")))
    return layout.render(
        request,
        "Passkeys",
        layout.table(f"Passkeys ({len(numbers):,})", headings, [_row(request, each) for each in shown.items]),
        layout.pager(request, "/passkeys", shown, user=user),
        f'<ul class="links">{"".join(f"<li>{link}</li>" for link in links)}</ul>',
        section="/users",
    )


def _row(request: DashboardRequest, passkey: Passkey) -> tuple[Cell, ...]:
    user = request.state.users.peek(passkey.user_id)
    email = user.email if user else passkey.user_id
    return (
        layout.code(passkey.id),
        layout.link(email, url("/users", passkey.user_id)),
        layout.row_button(request, "Remove", f"the passkey of {email}", {"id": passkey.id}, url("/passkeys")),
        passkey.rp_id,
        layout.time(passkey.last_used_at) if passkey.last_used_at else "never",
        layout.time(passkey.created_at),
    )


def _remove(request: DashboardRequest) -> Response:
    if request.state.passkeys.all.remove(request.form.get("id", "")) is None:
        raise PageError("Passkey not found", "It may have been removed.", 404)
    return redirect("/passkeys", "passkey_removed")
