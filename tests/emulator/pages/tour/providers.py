"""Identity providers."""

from .tour import Tour, journey


@journey
def provider(tour: Tour) -> None:
    tour.start()
    tour.visitor.follow("/hosted/provider")
    tour.stop("provider")
    tour.submit(email="nobody")
    tour.stop("provider-invalid")
    tour.submit("no_email")
    tour.stop("enter-email")
    tour.submit(email="nobody")
    tour.stop("enter-email-invalid")
    tour.submit(email="ada@undeliverable.example")
    tour.stop("enter-email-undeliverable")
    tour.start()
    tour.open("/hosted/provider", **_flow_of(tour), provider="none")
    tour.stop("provider-unknown")
    tour.start(provider="GoogleOAuth")
    tour.emulator.settings.sign_up_enabled = False
    tour.submit(email="grace@example.com")
    tour.stop("provider-no-account")


@journey
def connection(tour: Tour) -> None:
    organization = tour.emulator.create("organizations", name="Acme & Sons")
    connection = tour.emulator.create("connections", organization_id=organization["id"], name="Acme Okta")
    for name in ("ada", "grace", "joan", "a.very.long.name.of.somebody", "mary", "annie"):
        tour.emulator.create("profiles", connection_id=connection["id"], email=f"{name}@example.com")
    tour.start(connection_id=connection["id"])
    tour.stop("connection")
    tour.start()
    tour.visitor.follow("/hosted/sso")
    tour.stop("sso")
    tour.submit(email="ada@elsewhere.example.com")
    tour.stop("sso-unknown")


@journey
def account(tour: Tour) -> None:
    tour.call("POST", "/data-integrations", provider="github")
    for name, suffix in (("connected", ""), ("failed", "&error=access_denied")):
        started = tour.call("POST", "/data-integrations/github/authorize", user_id=tour.ada["id"])
        tour.visitor.open(started["url"] + suffix)
        tour.stop(f"pipes-{name}")
    tour.visitor.open(started["url"])
    tour.stop("pipes-used")


def _flow_of(tour: Tour) -> dict[str, str]:
    return {"flow": tour.visitor.url.partition("flow=")[2].partition("&")[0]}
