"""Items 261 to 286: authentication factors of the MFA API, organizations, Pipes, Radar, and resources that the API reference omits."""

from typing import Any

import pytest

from workos_core import models

from ..bodies import ACCOUNT_TOKEN, CHALLENGE, FACTOR, ORGANIZATION, RADAR_ASSESSMENT
from ..sdk import SDK, StubResponse
from .base import Listed, Table
from .limits import operations

rows = Table()

# Authentication factors

rows.object(
    261,
    "authentication factor",
    "mfa_factor",
    models.EnrolledAuthenticationFactor,
    "mfa.enroll_factor",
    (),
    {"type": "totp"},
)
rows.object(
    262,
    "authentication challenge",
    "mfa_challenge",
    models.AuthenticationChallenge,
    "mfa.challenge_factor",
    ("auth_factor_1",),
)
rows.call(
    263,
    "enroll an authentication factor",
    "mfa.enroll_factor",
    (),
    {"type": "totp", "totp_issuer": "Foo Corp", "totp_user": "alan.turing@example.com"},
    "POST /auth/factors/enroll",
    models.EnrolledAuthenticationFactor,
    FACTOR,
    body={"type": "totp", "totp_issuer": "Foo Corp", "totp_user": "alan.turing@example.com"},
    status=201,
)


@rows.check(264, "challenge an enrolled factor")
def _(sdk: SDK) -> None:
    factor = sdk.call("mfa.enroll_factor", type="totp", responses=[StubResponse(FACTOR, 201)]).result
    call = sdk.call("mfa.challenge_factor", factor.id, responses=[StubResponse(CHALLENGE, 201)])
    assert call.request.url.path == f"/auth/factors/{FACTOR['id']}/challenge"
    assert call.result.authentication_factor_id == factor.id


rows.call(
    265,
    "challenge an authentication factor",
    "mfa.challenge_factor",
    ("auth_factor_1",),
    {},
    "POST /auth/factors/auth_factor_1/challenge",
    models.AuthenticationChallenge,
    CHALLENGE,
    body={},
    status=201,
)


@rows.check(266, "the SMS template has a placeholder for the code")
def _(sdk: SDK) -> None:
    template = "Your code is {{code}}"
    call = sdk.call("mfa.challenge_factor", "auth_factor_1", sms_template=template, responses=[CHALLENGE])
    assert call.request_body == {"sms_template": template}
    assert "{{code}}" in sdk.method("mfa.challenge_factor").__doc__


rows.call(
    267,
    "verify an authentication challenge",
    "mfa.verify_challenge",
    ("auth_challenge_1",),
    {"code": "123456"},
    "POST /auth/challenges/auth_challenge_1/verify",
    models.ChallengeVerification,
    {"challenge": CHALLENGE, "valid": True},
    body={"code": "123456"},
    status=201,
)
rows.call(
    268,
    "get an authentication factor",
    "mfa.get_factor",
    ("auth_factor_1",),
    {},
    "GET /auth/factors/auth_factor_1",
    models.AuthenticationFactor,
    {**FACTOR, "totp": {"issuer": "Foo Corp", "user": "alan.turing@example.com"}},
)
rows.call(
    269,
    "delete an authentication factor",
    "mfa.delete_factor",
    ("auth_factor_1",),
    {},
    "DELETE /auth/factors/auth_factor_1",
    None,
    status=204,
)

# Organizations

rows.object(270, "organization", "organization", models.Organization, "organizations.get_organization", ("org_1",))


def organization(number: int, name: str, method: str, request: str, *args: str, **kwargs: Any) -> None:
    arguments = kwargs.pop("arguments", {})
    returns = kwargs.pop("returns", models.Organization)
    rows.call(number, name, f"organizations.{method}", args, arguments, request, returns, ORGANIZATION, **kwargs)


organization(271, "get an organization", "get_organization", "GET /organizations/org_1", "org_1")
organization(
    272,
    "get an organization by external ID",
    "get_organization_by_external_id",
    "GET /organizations/external_id/2fe01467%2F7",
    "2fe01467/7",
)
organization(
    273,
    "list organizations",
    "list_organizations",
    "GET /organizations?domains=foo-corp.com%2Cbar.com",
    arguments={"domains": ["foo-corp.com", "bar.com"]},
    returns=Listed(models.Organization),
)
NEW = {
    "name": "Foo Corp",
    "domain_data": [{"domain": "foo-corp.com", "state": "pending"}],
    "external_id": "2fe01467-f7ea-4dd2-8b79-c2b4f56d0191",
    "metadata": {"tier": "diamond"},
}
organization(
    274, "create an organization", "create_organization", "POST /organizations", arguments=NEW, body=NEW, status=201
)
rows.documented(
    275,
    "verify the owner of a domain before creating it as verified",
    "organizations.create_organization",
    "Verify that a customer owns a domain before you create it with the state `verified`",
)
CHANGED = {**NEW, "domain_data": [{"domain": "foo-corp.com", "state": "verified"}], "stripe_customer_id": "cus_R9qW"}
organization(
    276,
    "update an organization",
    "update_organization",
    "PUT /organizations/org_1",
    "org_1",
    arguments=CHANGED,
    body=CHANGED,
)
rows.call(
    277,
    "delete an organization",
    "organizations.delete_organization",
    ("org_1",),
    {},
    "DELETE /organizations/org_1",
    None,
    status=202,
)
rows.documented(
    278,
    "domains restrict sign-ins through SAML",
    "organizations.create_organization",
    "Whether users with other email domains can sign in through the organization's SAML connections.",
)
rows.documented(
    279,
    "consumer domains are rejected",
    "organizations.create_organization",
    "Consumer domains such as gmail.com are rejected.",
)
rows.object(
    280,
    "organization domain with an organization ID",
    "user_email_domain",
    models.OrganizationDomain,
    "organization_domains.get",
    ("org_01EHZNVPK3SFK441A1RGBFSVCT",),
)

# Pipes and Radar


@rows.check(281, "get the access token of a connected account")
def _(sdk: SDK) -> None:
    arguments = {"user_id": "user_1", "organization_id": "org_1"}
    call = sdk.call("pipes.get_access_token", "github", **arguments, responses=[ACCOUNT_TOKEN])
    assert (call.request.method, call.request.url.path) == ("POST", "/data-integrations/github/token")
    assert call.request_body == arguments
    assert call.result.access_token.access_token == ACCOUNT_TOKEN["access_token"]["access_token"]
    assert (call.result.active, call.result.error) == (True, None)
    for reason in ("not_installed", "needs_reauthorization"):
        inactive = {"active": False, "error": reason}
        result = sdk.call("pipes.get_access_token", "github", **arguments, responses=[inactive]).result
        assert (result.active, result.access_token, result.error) == (False, None, reason)


rows.documented(
    282,
    "WorkOS refreshes the tokens of connected accounts",
    "pipes.get_access_token",
    "WorkOS refreshes the token if necessary, so that it is valid when you receive it.",
)
rows.documented(
    283, "Radar assessments of your own sign-ins are in preview", "radar", "Assessing attempts is in preview"
)
ATTEMPT = {
    "ip_address": "192.168.1.1",
    "user_agent": "Mozilla/5.0",
    "email": "test@example.com",
    "auth_method": "Password",
    "action": "sign-up",
}
rows.call(
    284,
    "create a Radar attempt",
    "radar.create_attempt",
    (),
    ATTEMPT,
    "POST /radar/attempts",
    models.RadarAssessment,
    RADAR_ASSESSMENT,
    body=ATTEMPT,
)
rows.call(
    285,
    "update a Radar attempt",
    "radar.update_attempt",
    ("radar_att_1",),
    {"challenge_status": "success", "attempt_status": "success"},
    "PUT /radar/attempts/radar_att_1",
    None,
    body={"challenge_status": "success", "attempt_status": "success"},
    status=204,
)


@rows.check(286, "resources that the API reference omits")
def _(sdk: SDK) -> None:
    paths = {path for _, path, _ in operations()}
    client = sdk.client()
    for resource, path in (
        ("sso", "/sso/token"),
        ("vault", "/vault/v1/kv"),
        ("webhooks", "/webhook_endpoints"),
        ("widgets", "/widgets/token"),
        ("authorization", "/authorization/roles"),
        ("groups", "/organizations/{organization_id}/groups"),
        ("connect", "/connect/applications"),
        ("agents", "/agents/registrations/{agent_registration_id}"),
        ("radar", "/radar/lists/{type}/{action}"),
    ):
        assert path in paths
        assert [name for name in dir(getattr(client, resource)) if not name.startswith("_")]
    with pytest.raises(AttributeError):
        _ = client.unknown_resource
    assert len(operations()) >= 212
