"""Items 261 to 286: factors of your own sign-in, organizations, Pipes, Radar, and what the reference leaves out."""

from typing import Any

import pytest

from workos_core import models

from .api import Answer, Api
from .base import Listed, Table
from .bodies import ACCOUNT_TOKEN, CHALLENGE, FACTOR, ORGANIZATION, RADAR_ASSESSMENT
from .limits import operations

rows = Table()

# Factors

rows.object(261, "factor", "mfa_factor", models.EnrolledAuthenticationFactor, "mfa.enroll_factor", (), {"type": "totp"})
rows.object(
    262,
    "challenge",
    "mfa_challenge",
    models.AuthenticationChallenge,
    "mfa.challenge_factor",
    ("auth_factor_1",),
)
rows.call(
    263,
    "enroll a factor",
    "mfa.enroll_factor",
    (),
    {"type": "totp", "totp_issuer": "Foo Corp", "totp_user": "alan.turing@example.com"},
    "POST /auth/factors/enroll",
    models.EnrolledAuthenticationFactor,
    FACTOR,
    body={"type": "totp", "totp_issuer": "Foo Corp", "totp_user": "alan.turing@example.com"},
    status=201,
)


@rows.check(264, "challenge the factor that was enrolled")
def _(api: Api) -> None:
    factor = api.call("mfa.enroll_factor", type="totp", answers=[Answer(FACTOR, 201)]).result
    done = api.call("mfa.challenge_factor", factor.id, answers=[Answer(CHALLENGE, 201)])
    assert done.request.url.path == f"/auth/factors/{FACTOR['id']}/challenge"
    assert done.result.authentication_factor_id == factor.id


rows.call(
    265,
    "challenge a factor",
    "mfa.challenge_factor",
    ("auth_factor_1",),
    {},
    "POST /auth/factors/auth_factor_1/challenge",
    models.AuthenticationChallenge,
    CHALLENGE,
    body={},
    status=201,
)


@rows.check(266, "the text of the SMS has a place for the code")
def _(api: Api) -> None:
    template = "Your code is {{code}}"
    done = api.call("mfa.challenge_factor", "auth_factor_1", sms_template=template, answers=[CHALLENGE])
    assert done.body == {"sms_template": template}
    assert "{{code}}" in api.method("mfa.challenge_factor").__doc__


rows.call(
    267,
    "verify a challenge",
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
    "get a factor",
    "mfa.get_factor",
    ("auth_factor_1",),
    {},
    "GET /auth/factors/auth_factor_1",
    models.AuthenticationFactor,
    {**FACTOR, "totp": {"issuer": "Foo Corp", "user": "alan.turing@example.com"}},
)
rows.call(
    269,
    "delete a factor",
    "mfa.delete_factor",
    ("auth_factor_1",),
    {},
    "DELETE /auth/factors/auth_factor_1",
    None,
    status=204,
)

# Organizations

rows.object(270, "organization", "organization", models.Organization, "organizations.get_organization", ("org_1",))


def organization(number: int, name: str, method: str, request: str, *args: str, **more: Any) -> None:
    given = more.pop("given", {})
    returns = more.pop("returns", models.Organization)
    rows.call(number, name, f"organizations.{method}", args, given, request, returns, ORGANIZATION, **more)


organization(271, "get an organization", "get_organization", "GET /organizations/org_1", "org_1")
organization(
    272,
    "get an organization by external id",
    "get_organization_by_external_id",
    "GET /organizations/external_id/2fe01467%2F7",
    "2fe01467/7",
)
organization(
    273,
    "list organizations",
    "list_organizations",
    "GET /organizations?domains=foo-corp.com%2Cbar.com",
    given={"domains": ["foo-corp.com", "bar.com"]},
    returns=Listed(models.Organization),
)
NEW = {
    "name": "Foo Corp",
    "domain_data": [{"domain": "foo-corp.com", "state": "pending"}],
    "external_id": "2fe01467-f7ea-4dd2-8b79-c2b4f56d0191",
    "metadata": {"tier": "diamond"},
}
organization(
    274, "create an organization", "create_organization", "POST /organizations", given=NEW, body=NEW, status=201
)
rows.says(
    275,
    "check who owns a domain before calling it verified",
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
    given=CHANGED,
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
rows.says(
    278,
    "domains limit who signs in through SAML",
    "organizations.create_organization",
    "Whether users with other email domains can sign in through the organization's SAML connections.",
)
rows.says(
    279,
    "consumer domains are refused",
    "organizations.create_organization",
    "Consumer domains such as gmail.com are rejected.",
)
rows.object(
    280,
    "organization domain with the id of an organization",
    "user_email_domain",
    models.OrganizationDomain,
    "organization_domains.get",
    ("org_01EHZNVPK3SFK441A1RGBFSVCT",),
)

# Pipes and Radar


@rows.check(281, "get the access token of a connected account")
def _(api: Api) -> None:
    given = {"user_id": "user_1", "organization_id": "org_1"}
    done = api.call("pipes.get_access_token", "github", **given, answers=[ACCOUNT_TOKEN])
    assert (done.request.method, done.request.url.path) == ("POST", "/data-integrations/github/token")
    assert done.body == given
    assert done.result.access_token.access_token == ACCOUNT_TOKEN["access_token"]["access_token"]
    assert (done.result.active, done.result.error) == (True, None)
    for reason in ("not_installed", "needs_reauthorization"):
        refused = {"active": False, "error": reason}
        result = api.call("pipes.get_access_token", "github", **given, answers=[refused]).result
        assert (result.active, result.access_token, result.error) == (False, None, reason)


rows.says(
    282,
    "WorkOS refreshes the tokens of connected accounts",
    "pipes.get_access_token",
    "WorkOS refreshes the token if necessary, so that it is valid when you receive it.",
)
rows.says(283, "Radar of your own sign-ins is in preview", "radar", "Assessing attempts is in preview")
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


@rows.check(286, "the resources that the reference leaves out")
def _(api: Api) -> None:
    paths = {path for _, path, _ in operations()}
    client = api.client()
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
        _ = client.nonsense
    assert len(operations()) >= 212
