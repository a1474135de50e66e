"""Passkeys. Browsers allow them only for host names."""

from .tour import EMAIL, Tour, journey


@journey
def passkeys(tour: Tour) -> None:
    tour.start()
    flow = tour.visitor.url.partition("flow=")[2]
    tour.open("/hosted/sign-in/passkey", flow=flow)
    tour.stop("passkeys-disabled")
    settings = tour.emulator.settings
    settings.passkey_enabled = settings.passkey_progressive_enrollment = True
    tour.use_host("127.0.0.1")
    tour.start()
    tour.stop("passkey-host-sign-in")
    tour.open("/hosted/sign-up/passkey", flow=tour.visitor.url.partition("flow=")[2])
    tour.stop("passkey-host")
    tour.use_host("localhost")
    tour.start()
    tour.stop("passkey-sign-in")
    tour.open("/hosted/sign-in/passkey", flow=tour.visitor.url.partition("flow=")[2])
    tour.stop("passkey-sign-in-again")
    tour.sign_in()
    tour.stop("passkey-enrollment")


@journey
def sign_up(tour: Tour) -> None:
    tour.use_host("localhost")
    tour.emulator.settings.passkey_enabled = True
    tour.start(screen_hint="sign-up")
    tour.stop("passkey-sign-up-link")
    tour.visitor.follow("/hosted/sign-up/passkey")
    tour.stop("passkey-sign-up")
    tour.submit(email=EMAIL)
    tour.stop("passkey-sign-up-taken")
    tour.submit(email="grace@example.com")
    tour.stop("passkey-sign-up-create")
