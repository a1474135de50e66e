"""The dashboard with data in it."""

from typing import Any

from .tour import Tour, journey

_LONG = "a.very.long.address.of.a.user@subdomain.example.com"


@journey
def lists(tour: Tour) -> None:
    objects = _create(tour)
    for name in ("users", "organizations", "memberships", "connections", "directories", "directory-users", "passkeys"):
        tour.open(f"/dashboard/{name}")
        tour.stop(f"dashboard-{name}")
    tour.open("/dashboard/users", q="nobody")
    tour.stop("dashboard-users-search")
    for name in (
        "directory-groups",
        "events",
        "webhooks",
        "requests",
        "feature-flags",
        "radar",
        "faults",
        "clock",
        "settings",
    ):
        tour.open(f"/dashboard/{name}")
        tour.stop(f"dashboard-{name}")
    for path, id in objects.items():
        tour.open(f"/dashboard/{path}/{id}")
        tour.stop(f"dashboard-{path}-one")
    tour.open("/hosted/mail")
    tour.stop("dashboard-mailbox")
    tour.open("/")
    tour.stop("dashboard-overview")


@journey
def empty_lists(tour: Tour) -> None:
    for name in ("organizations", "webhooks", "faults", "feature-flags", "passkeys"):
        tour.open(f"/dashboard/{name}")
        tour.stop(f"dashboard-{name}-empty")
    tour.open("/hosted/mail")
    tour.stop("dashboard-mailbox-empty")


@journey
def forms(tour: Tour) -> None:
    tour.open("/dashboard/clock")
    tour.submit("action", seconds="soon")
    tour.stop("dashboard-clock-rejected")
    tour.open("/dashboard/faults")
    tour.submit("action", status="none")
    tour.stop("dashboard-faults-rejected")
    tour.open("/dashboard/settings")
    tour.submit(brand_color="red", password_min_length="none")
    tour.stop("dashboard-settings-rejected")
    tour.open("/dashboard/settings")
    tour.submit(application_name="Acme")
    tour.stop("dashboard-settings-saved")
    tour.open("/dashboard/none")
    tour.stop("dashboard-not-found")


def _create(tour: Tour) -> dict[str, Any]:
    """Create objects of all kinds, and return the ID of one of each kind by its path."""
    emulator = tour.emulator
    organization = emulator.create("organizations", name="Acme <b>& Sons</b>")
    user = emulator.create("users", email=_LONG)
    for number in range(30):
        emulator.create("users", email=f"user-{number}@example.com", first_name="Name", last_name=str(number))
    membership = emulator.create("memberships", user_id=user["id"], organization_id=organization["id"])
    connection = emulator.create("connections", organization_id=organization["id"])
    directory = emulator.create("directories", organization_id=organization["id"])
    group = emulator.create("directory_groups", directory_id=directory["id"], name="Engineering")
    member = emulator.create("directory_users", directory_id=directory["id"], email=_LONG)
    for slug, enabled in (("beta", False), ("new-checkout", True)):
        emulator.create("feature_flags", slug=slug, name=slug.capitalize(), enabled=enabled)
    emulator.seed.passkey(user["id"])
    emulator.settings.webhook_delivery = "manual"
    emulator.create("webhook_endpoints", endpoint_url="http://127.0.0.1:9/hook", events=["user.created"])
    emulator.create("users", email="grace@example.com")
    emulator.deliveries.run()
    emulator.faults.add(status=503, path="/organizations/none", count=3)
    emulator.outbox.send("magic_auth", _LONG, "x", code="123456")
    tour.call("POST", "/user_management/password_reset", email=_LONG)
    state = emulator.environment.state
    return {
        "users": user["id"],
        "organizations": organization["id"],
        "memberships": membership["id"],
        "connections": connection["id"],
        "directories": directory["id"],
        "directory-users": member["id"],
        "directory-groups": group["id"],
        "events": state.events.events.at(state.events.events.numbers()[0]).id,
        "webhooks": state.webhook_deliveries.at(state.webhook_deliveries.numbers()[0]).id,
        "requests": [*emulator.requests][-1].id,
    }
