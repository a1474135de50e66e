"""Connect applications: consent, Standalone Connect, and invalid authorization requests."""

from typing import Any

from .tour import EMAIL, PASSWORD, Tour, journey

_RESOURCE = "https://mcp.example.com/mcp"
_SCOPE = "openid profile email offline_access"
_OPTIONS = [
    {"claim": "tenant", "type": "enum", "label": "Environment", "choices": [{"value": "eu"}, {"value": "us"}]},
    {
        "claim": "tier",
        "type": "enum",
        "label": "Tier",
        "choices": [{"group": "Paid", "choices": [{"value": "pro", "label": "Pro"}]}, {"value": "free"}],
    },
]


@journey
def consent(tour: Tour) -> None:
    application = _application(tour)
    organization = tour.emulator.create("organizations", name="Acme & Sons")
    tour.emulator.create("memberships", user_id=tour.ada["id"], organization_id=organization["id"])
    tour.emulator.create("redirect_uris", uri=tour.callback)
    tour.call("POST", "/user_management/authkit_oauth_resources", uri=_RESOURCE)
    _authorize(tour, application, scope=_SCOPE, resource=_RESOURCE)
    tour.stop("connect-sign-in")
    tour.submit(email=EMAIL, password=PASSWORD)
    tour.stop("consent")


@journey
def registered_application(tour: Tour) -> None:
    tour.emulator.settings.dynamic_client_registration = True
    metadata = {
        "client_name": "Self-registered",
        "redirect_uris": [tour.callback],
        "token_endpoint_auth_method": "none",
    }
    application = tour.call("POST", "/oauth2/register", **metadata)
    challenge = {"code_challenge": "a" * 43, "code_challenge_method": "S256"}
    _authorize(tour, application, scope="openid", **challenge)
    tour.submit(email=EMAIL, password=PASSWORD)
    tour.stop("consent-registered")


@journey
def standalone(tour: Tour) -> None:
    application = _application(tour)
    tour.emulator.settings.connect_login_uri = tour.callback
    _authorize(tour, application, scope="openid")
    id = tour.visitor.url.partition("external_auth_id=")[2]
    user = {"id": "u-1", "email": "grace@example.com", "first_name": "Grace"}
    body = {"external_auth_id": id, "user": user, "user_consent_options": _OPTIONS}
    completed = tour.call("POST", "/authkit/oauth2/complete", **body)
    tour.visitor.open(completed["redirect_uri"])
    tour.stop("consent-options")
    tour.submit("deny")
    tour.visitor.open(completed["redirect_uri"])
    tour.stop("standalone-ended")


@journey
def invalid_request(tour: Tour) -> None:
    tour.open("/oauth2/authorize", client_id="client_unknown", response_type="code")
    tour.stop("connect-invalid")


def _application(tour: Tour) -> Any:
    partner = tour.emulator.create("organizations", name="Partner")
    fields = {"is_first_party": False, "organization_id": partner["id"], "redirect_uris": [{"uri": tour.callback}]}
    return tour.emulator.create("applications", name="Forum", **fields)


def _authorize(tour: Tour, application: Any, **query: str) -> None:
    defaults = {"client_id": application["client_id"], "redirect_uri": tour.callback, "response_type": "code"}
    tour.open("/oauth2/authorize", **defaults, **query)
