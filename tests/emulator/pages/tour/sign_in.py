"""Sign-in, sign-up, and the links in messages."""

from .tour import EMAIL, PASSWORD, Tour, journey

LOGO = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 32'%3E"
    "%3Crect width='80' height='32' rx='8' fill='%23c026d3'/%3E%3C/svg%3E"
).replace(" ", "%20")


@journey
def sign_in(tour: Tour) -> None:
    tour.start()
    tour.stop("sign-in")
    tour.submit()
    tour.stop("sign-in-empty")
    tour.submit(email=EMAIL, password="wrong")
    tour.stop("sign-in-wrong")
    tour.emulator.settings.password_attempts_limit = 2
    tour.submit(email=EMAIL, password="wrong")
    tour.submit(email=EMAIL, password="wrong")
    tour.stop("sign-in-locked")
    organization = tour.emulator.create("organizations", name="Acme & Sons")
    tour.start(organization_id=organization["id"])
    tour.stop("sign-in-organization")
    tour.emulator.settings.password_enabled = False
    tour.start()
    tour.stop("sign-in-without-password")
    tour.open("/user_management/sessions/logout", session_id="session_ended")
    tour.stop("signed-out")


@journey
def blocked(tour: Tour) -> None:
    tour.emulator.seed.radar_assessment("block")
    tour.sign_in()
    tour.stop("sign-in-blocked")


@journey
def branding(tour: Tour) -> None:
    settings = tour.emulator.settings
    settings.application_name, settings.brand_color, settings.brand_logo = "Acme", "#ffd400", LOGO
    tour.start()
    tour.stop("branding")
    tour.submit(email=EMAIL, password="wrong")
    tour.stop("branding-wrong")


@journey
def sign_up(tour: Tour) -> None:
    tour.start(screen_hint="sign-up")
    tour.stop("sign-up")
    tour.submit()
    tour.stop("sign-up-empty")
    tour.submit(email=EMAIL, password="aaa")
    tour.stop("sign-up-taken")
    tour.submit(email="nobody", password="aaa")
    tour.stop("sign-up-invalid")
    tour.emulator.settings.sign_up_enabled = False
    tour.start(screen_hint="sign-up")
    tour.stop("sign-up-disabled")


@journey
def codes(tour: Tour) -> None:
    tour.start()
    tour.visitor.follow("/hosted/magic-auth")
    tour.stop("magic-auth")
    tour.submit(email="nobody")
    tour.stop("magic-auth-invalid")
    tour.submit(email="ada@undeliverable.example")
    tour.stop("magic-auth-undeliverable")
    tour.submit(email=EMAIL)
    tour.stop("magic-auth-code")
    tour.submit(code="000000")
    tour.stop("magic-auth-code-wrong")


@journey
def passwords(tour: Tour) -> None:
    tour.start()
    tour.visitor.follow("/hosted/forgot-password")
    tour.stop("forgot-password")
    tour.submit()
    tour.stop("forgot-password-empty")
    tour.submit(email=EMAIL)
    tour.stop("forgot-password-sent")
    link = tour.emulator.outbox.last(EMAIL).url or ""
    tour.visitor.open(link)
    tour.stop("reset-password")
    tour.submit(password="aaa")
    tour.stop("reset-password-weak")
    tour.submit(password="an entirely new one 7")
    tour.stop("reset-password-done")
    tour.visitor.open(link)
    tour.stop("reset-password-used")


@journey
def invitation(tour: Tour) -> None:
    organization = tour.emulator.create("organizations", name="Acme & Sons")
    body = {"email": "grace@example.com", "organization_id": organization["id"]}
    invitation = tour.call("POST", "/user_management/invitations", **body)
    tour.visitor.open(invitation["accept_invitation_url"])
    tour.stop("invitation")
    tour.emulator.create("redirect_uris", uri=tour.callback)
    tour.visitor.open(invitation["accept_invitation_url"])
    tour.submit(email="joan@example.com", password=PASSWORD)
    tour.stop("invitation-other-address")
    tour.open("/hosted/invite", invitation_token="used")
    tour.stop("invitation-used")


@journey
def magic_link(tour: Tour) -> None:
    tour.open("/hosted/magic-link", token="used")
    tour.stop("magic-link-used")


@journey
def steps(tour: Tour) -> None:
    from workos_emulator import totp_code

    tour.call("PUT", f"/user_management/users/{tour.ada['id']}", email_verified=False)
    for name in ("Acme & Sons", "Initech"):
        organization = tour.emulator.create("organizations", name=name)
        tour.emulator.create("memberships", user_id=tour.ada["id"], organization_id=organization["id"])
    tour.emulator.seed.radar_challenge(tour.ada["id"], "sms")
    tour.emulator.settings.mfa_required = True
    tour.sign_in()
    tour.stop("radar-phone")
    tour.submit(phone_number="nobody")
    tour.stop("radar-phone-invalid")
    tour.submit(phone_number="+1 555 0100")
    tour.stop("radar-code")
    tour.submit(code=tour.message_code("+1 555 0100"))
    tour.stop("verify-email")
    tour.submit(code="000000")
    tour.stop("verify-email-wrong")
    tour.submit(code=tour.message_code())
    tour.stop("second-factor-setup")
    secret = tour.visitor.code()
    tour.submit(code="000000")
    tour.stop("second-factor-setup-wrong")
    tour.submit(code=totp_code(secret, tour.emulator.clock.now()))
    tour.stop("organization")
    tour.sign_in()
    tour.stop("second-factor")
    tour.submit(code="000000")
    tour.stop("second-factor-wrong")


@journey
def many_organizations(tour: Tour) -> None:
    for number in range(30):
        organization = tour.emulator.create("organizations", name=f"Organization {number}")
        tour.emulator.create("memberships", user_id=tour.ada["id"], organization_id=organization["id"])
    tour.sign_in()
    tour.stop("organization-many")


@journey
def text_message(tour: Tour) -> None:
    tour.emulator.settings.mfa_required = True
    tour.call("POST", "/auth/factors/enroll", type="sms", phone_number="+15550100", user_id=tour.ada["id"])
    tour.sign_in()
    tour.stop("second-factor-sms")
