"""Device authorization."""

from .tour import EMAIL, PASSWORD, Tour, journey


@journey
def device(tour: Tour) -> None:
    device = tour.call("POST", "/user_management/authorize/device", client_id=tour.emulator.client_id)
    tour.open("/hosted/device")
    tour.stop("device")
    tour.submit(user_code="BCDF-GHJK")
    tour.stop("device-unknown")
    _confirm(tour, device)
    tour.stop("device-confirm")
    tour.submit("approve")
    tour.stop("device-approved")
    device = tour.call("POST", "/user_management/authorize/device", client_id=tour.emulator.client_id)
    _confirm(tour, device)
    confirm = tour.visitor.url
    tour.submit("deny")
    tour.stop("device-denied")
    tour.visitor.open(confirm)
    tour.stop("device-ended")


@journey
def rejected_device(tour: Tour) -> None:
    organization = tour.emulator.create("organizations", name="Acme & Sons")
    tour.emulator.create("memberships", user_id=tour.ada["id"], organization_id=organization["id"])
    tour.emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    _confirm(tour, tour.call("POST", "/user_management/authorize/device", client_id=tour.emulator.client_id))
    tour.stop("device-rejected")


@journey
def application(tour: Tour) -> None:
    organization = tour.emulator.create("organizations", name="Partner")
    fields = {"is_first_party": False, "organization_id": organization["id"], "scopes": ["posts:read"]}
    application = tour.emulator.create("applications", name="Blog CLI", uses_pkce=True, **fields)
    scope = "openid profile email offline_access posts:read"
    device = tour.post_form("/oauth2/device_authorization", client_id=application["client_id"], scope=scope)
    _confirm(tour, device)
    tour.stop("device-application")


def _confirm(tour: Tour, device: dict[str, str]) -> None:
    tour.open("/hosted/device", user_code=device["user_code"])
    tour.submit()
    tour.submit(email=EMAIL, password=PASSWORD)
