"""The Admin Portal, one journey per intent."""

from datetime import timedelta

from .tour import Tour, journey

_PREFIX = "/hosted/admin-portal"


@journey
def links(tour: Tour) -> None:
    _open(tour)
    tour.stop("admin-portal")
    session = tour.visitor.url.partition("session=")[2]
    tour.open(f"{_PREFIX}/sso/connection", session=session, connection="none")
    tour.stop("admin-portal-not-found")
    _open(tour, "bring_your_own_key")
    tour.stop("admin-portal-keys")
    tour.open(f"{_PREFIX}/sso", session=tour.visitor.url.partition("session=")[2])
    tour.stop("admin-portal-other-intent")
    tour.visitor.follow(f"{_PREFIX}/keys")
    tour.submit()
    tour.stop("admin-portal-finished")
    tour.open(f"{_PREFIX}/sso", session="none")
    tour.stop("admin-portal-ended")
    tour.open(_PREFIX, token="used")
    tour.stop("admin-portal-used")


@journey
def single_sign_on(tour: Tour) -> None:
    _open(tour, "sso")
    tour.stop("admin-portal-sso-provider")
    tour.submit()
    tour.stop("admin-portal-sso-provider-rejected")
    tour.submit(type="GenericOIDC")
    tour.stop("admin-portal-sso-oidc")
    tour.submit()
    tour.stop("admin-portal-sso-oidc-rejected")
    tour.visitor.follow(f"{_PREFIX}/sso")
    tour.visitor.follow(f"{_PREFIX}/sso/provider")
    tour.submit(type="OktaSAML")
    tour.stop("admin-portal-sso-saml")
    tour.submit("way")
    tour.stop("admin-portal-sso-saml-rejected")
    tour.submit("way", metadata_url="https://idp.example.com/metadata")
    tour.stop("admin-portal-sso-connection")
    tour.submit()
    tour.submit(email="ada@example.com")
    tour.stop("admin-portal-sso-tested")
    tour.visitor.open(tour.visitor.url)
    tour.stop("admin-portal-sso-test-failed")
    tour.visitor.follow(f"{_PREFIX}/sso/connection")
    tour.visitor.follow(f"{_PREFIX}/sso")
    tour.stop("admin-portal-sso")


@journey
def certificates(tour: Tour) -> None:
    _open(tour, "certificate_renewal")
    tour.stop("admin-portal-certificates-none")
    (organization,) = tour.emulator.environment.state.organizations
    tour.emulator.seed.connection(organization.id, type="OktaSAML", name="Staff")
    tour.visitor.open(tour.visitor.url)
    tour.stop("admin-portal-certificates")
    tour.visitor.follow(f"{_PREFIX}/certificates/connection")
    tour.submit()
    tour.stop("admin-portal-certificate-rejected")
    now = tour.emulator.clock.now().replace(microsecond=0)
    key = tour.emulator.environment.signing_key
    certificate = key.certificate("idp.example.com", 1, now, now + timedelta(days=30))
    tour.submit(certificate=certificate)
    tour.stop("admin-portal-certificate")


@journey
def directory_sync(tour: Tour) -> None:
    _open(tour, "dsync")
    tour.stop("admin-portal-dsync-provider")
    for number, type in enumerate(("workday", "gsuite directory", "sftp", "okta scim v2.0")):
        if number:
            tour.visitor.follow(f"{_PREFIX}/directories")
            tour.visitor.follow(f"{_PREFIX}/directories/provider")
        tour.submit(type=type)
        tour.stop(f"admin-portal-dsync-setup-{type.partition(' ')[0]}")
    tour.submit()
    tour.stop("admin-portal-dsync-empty")
    tour.submit(email="ada@example.com")
    tour.submit(email="none")
    tour.stop("admin-portal-dsync-directory")
    tour.visitor.follow(f"{_PREFIX}/directories")
    tour.stop("admin-portal-dsync")


@journey
def domains(tour: Tour) -> None:
    _open(tour, "domain_verification")
    tour.stop("admin-portal-domains-none")
    tour.submit(domain="none")
    tour.stop("admin-portal-domains-rejected")
    tour.submit(domain="acme.com")
    tour.stop("admin-portal-domain")
    tour.submit()
    tour.stop("admin-portal-domain-verified")
    tour.visitor.follow(f"{_PREFIX}/domains")
    tour.stop("admin-portal-domains")


@journey
def audit_logs(tour: Tour) -> None:
    _open(tour, "audit_logs")
    tour.stop("admin-portal-audit-logs-none")
    _record(tour)
    tour.visitor.open(tour.visitor.url)
    tour.stop("admin-portal-audit-logs")
    tour.visitor.open(f"{tour.visitor.url}&from=none")
    tour.stop("admin-portal-audit-logs-rejected")
    tour.visitor.open(tour.visitor.url.replace("&from=none", ""))
    tour.visitor.follow(f"{_PREFIX}/audit-logs/event")
    tour.stop("admin-portal-audit-logs-event")


@journey
def log_streams(tour: Tour) -> None:
    _open(tour, "log_streams")
    tour.stop("admin-portal-log-streams")
    tour.visitor.follow(f"{_PREFIX}/log-streams/setup")
    tour.stop("admin-portal-log-stream-setup")
    tour.submit()
    tour.stop("admin-portal-log-stream-rejected")
    tour.submit(api_key="key")
    _record(tour)
    tour.visitor.open(tour.visitor.url)
    tour.stop("admin-portal-log-stream")


def _open(tour: Tour, intent: str | None = None) -> None:
    """Open a link for an organization, which is created the first time."""
    organizations = tour.emulator.environment.state.organizations
    id = (
        next(iter(organizations)).id
        if len(organizations)
        else tour.emulator.create("organizations", name="Acme & Sons")["id"]
    )
    fields = {} if intent is None else {"intent": intent}
    tour.visitor.open(tour.call("POST", "/portal/generate_link", organization=id, **fields)["link"])


def _record(tour: Tour) -> None:
    """Record an audit log event of the organization."""
    (organization,) = tour.emulator.environment.state.organizations
    event = {
        "action": "user.signed_in",
        "occurred_at": tour.emulator.clock.now().isoformat(),
        "actor": {"id": "user_1", "type": "user", "name": "Ada Lovelace"},
        "targets": [{"id": "team_1", "type": "team"}],
        "context": {"location": "192.0.2.1"},
    }
    tour.call("POST", "/audit_logs/events", organization_id=organization.id, event=event)
