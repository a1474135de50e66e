"""Users, organizations, memberships, invitations, and every authentication method."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

workos = pytest.importorskip("workos", reason="the official SDK is not installed: nox -s official runs this")

from cryptography.fernet import Fernet  # noqa: E402
from workos import _errors  # some of its errors are not exported  # noqa: E402
from workos.organization_membership import RoleSingle  # noqa: E402
from workos.organizations.models import OrganizationDomainData  # noqa: E402
from workos.session import seal_session_from_auth_response  # noqa: E402
from workos.user_management import PasswordPlaintext  # noqa: E402

from workos_emulator import Emulator, totp_code  # noqa: E402

from .conftest import PASSWORD  # noqa: E402

EMAIL = "ada@example.com"


def test_users(official: Any, ada: Any) -> None:
    users = official.user_management
    changed = users.update_user(ada.id, last_name="Lovelace", metadata={"a": "b"}, external_id="hr-1", locale="en-GB")
    assert (changed.last_name, changed.external_id, changed.metadata) == ("Lovelace", "hr-1", {"a": "b"})
    assert users.get_user(ada.id) == users.get_user_by_external_id("hr-1") == changed
    assert [user.id for user in users.list_users(email=EMAIL).data] == [ada.id]
    assert users.get_user_identities(ada.id) == []
    for number in range(5):
        users.create_user(email=f"user{number}@example.com")
    assert len(list(users.list_users(limit=2).auto_paging_iter())) == 6
    with pytest.raises(workos.BadRequestError):
        users.create_user(email=EMAIL)
    users.delete_user(ada.id)
    with pytest.raises(workos.NotFoundError):
        users.get_user(ada.id)


def test_email_verification(official: Any, ada: Any, emulator: Emulator) -> None:
    users = official.user_management
    bob = users.create_user(email="bob@example.com")
    assert users.send_verification_email(bob.id).user.id == bob.id
    sent = emulator.outbox.last("bob@example.com")
    assert users.get_email_verification(sent.about).code == sent.code
    assert users.verify_email(bob.id, code=sent.code).user.email_verified is True
    assert users.send_email_change(ada.id, new_email="new@example.com").new_email == "new@example.com"
    code = emulator.outbox.last("new@example.com").code
    assert users.confirm_email_change(ada.id, code=code).user.email == "new@example.com"


def test_passwords(official: Any, ada: Any) -> None:
    users = official.user_management
    assert users.authenticate_with_password(email=EMAIL, password=PASSWORD).user.id == ada.id
    reset = users.reset_password(email=EMAIL)
    assert users.get_password_reset(reset.id).password_reset_token == reset.password_reset_token
    confirmed = users.confirm_password_reset(token=reset.password_reset_token, new_password="another password 7")
    assert confirmed.user.id == ada.id
    with pytest.raises(workos.BadRequestError):
        users.authenticate_with_password(email=EMAIL, password=PASSWORD)


def test_organizations(official: Any, acme: Any) -> None:
    organizations, domains = official.organizations, official.organization_domains
    assert organizations.get_organization(acme.id) == organizations.get_organization_by_external_id("crm-1")
    changed = organizations.update_organization(
        acme.id, name="Acme Ltd", domain_data=[OrganizationDomainData(domain="acme.com", state="verified")]
    )
    assert (changed.name, changed.domains[0].domain) == ("Acme Ltd", "acme.com")
    assert [item.id for item in organizations.list_organizations(domains=["acme.com"]).data] == [acme.id]
    domain = domains.create_organization_domain(domain="acme.org", organization_id=acme.id)
    assert domains.verify_organization_domain(domain.id).id == domain.id
    assert domains.get_organization_domain(domain.id).organization_id == acme.id
    domains.delete_organization_domain(domain.id)
    contact = organizations.create_it_contact(acme.id, email="it@acme.com")
    assert [item.id for item in organizations.list_it_contacts(acme.id).data] == [contact.id]
    organizations.invite_it_contact(acme.id, contact.id, intents=["sso"])
    organizations.revoke_it_contact(acme.id, contact.id)
    organizations.delete_it_contact(acme.id, contact.id)
    assert organizations.get_audit_log_configuration(acme.id).organization_id == acme.id
    assert organizations.list_authorized_applications(acme.id).data == []
    organizations.delete_organization(acme.id)
    with pytest.raises(workos.NotFoundError):
        organizations.get_organization(acme.id)


def test_memberships(official: Any, member: Any, acme: Any, ada: Any) -> None:
    memberships = official.organization_membership
    assert memberships.get_organization_membership(member.id).user_id == ada.id
    official.authorization.create_environment_role(slug="lead", name="Lead")
    changed = memberships.update_organization_membership(member.id, role=RoleSingle("lead"))
    assert changed.role.slug == "lead"
    assert memberships.deactivate_organization_membership(member.id).status == "inactive"
    assert memberships.list_organization_memberships(user_id=ada.id, statuses=["inactive"]).data[0].id == member.id
    assert memberships.reactivate_organization_membership(member.id).status == "active"
    group = official.groups.create_organization_group(acme.id, name="Admins")
    official.groups.create_group_organization_membership(acme.id, group.id, organization_membership_id=member.id)
    assert [item.id for item in memberships.list_organization_membership_groups(member.id).data] == [group.id]
    assert len(official.groups.list_group_organization_memberships(acme.id, group.id).data) == 1
    official.groups.update_group_organization_memberships(acme.id, group.id, remove=[member.id])
    assert official.groups.list_group_organization_memberships(acme.id, group.id).data == []
    assert official.groups.update_organization_group(acme.id, group.id, name="Root").name == "Root"
    assert official.groups.get_organization_group(acme.id, group.id).name == "Root"
    assert len(official.groups.list_organization_groups(acme.id).data) == 1
    official.groups.delete_organization_group(acme.id, group.id)
    memberships.delete_organization_membership(member.id)


def test_invitations(official: Any, acme: Any, ada: Any) -> None:
    users = official.user_management
    invitation = users.send_invitation(email="bob@example.com", organization_id=acme.id, inviter_user_id=ada.id)
    assert users.find_invitation_by_token(invitation.token).id == invitation.id
    assert users.get_invitation(invitation.id).state == "pending"
    assert users.resend_invitation(invitation.id).id == invitation.id
    assert [item.id for item in users.list_invitations(organization_id=acme.id).data] == [invitation.id]
    assert users.revoke_invitation(invitation.id).state == "revoked"
    users.create_user(email="eve@example.com")
    other = users.send_invitation(email="eve@example.com", organization_id=acme.id)
    assert users.accept_invitation(other.id).state == "accepted"


def test_sessions(official: Any, ada: Any, member: Any, acme: Any) -> None:
    users = official.user_management
    response = users.authenticate_with_password(email=EMAIL, password=PASSWORD)
    key = Fernet.generate_key().decode()
    sealed = seal_session_from_auth_response(
        access_token=response.access_token,
        refresh_token=response.refresh_token,
        user=response.user.to_dict(),
        cookie_password=key,
    )
    session = users.load_sealed_session(session_data=sealed, cookie_password=key)
    authenticated = session.authenticate()
    assert authenticated.authenticated
    assert authenticated.organization_id == acme.id
    assert session.refresh().authenticated
    (listed,) = users.list_sessions(ada.id).data
    assert listed.id == authenticated.session_id
    assert users.get_jwks(official.client_id).keys
    signed_in = users.authenticate_with_password(email=EMAIL, password=PASSWORD)
    refreshed = users.authenticate_with_refresh_token(refresh_token=signed_in.refresh_token, organization_id=acme.id)
    assert refreshed.refresh_token != signed_in.refresh_token
    users.revoke_session(session_id=listed.id)
    assert len(users.list_sessions(ada.id).data) == 1
    assert httpx.get(users.get_logout_url(session_id=listed.id)).status_code == 200


def authorization_code(url: str) -> str:
    """Open an authorization URL and return the code in the redirect."""
    location = httpx.get(url).headers["location"]
    return parse_qs(urlsplit(location).query)["code"][0]


def test_authorization_url(official: Any, ada: Any) -> None:
    users = official.user_management
    query = {"provider": "authkit", "redirect_uri": "http://localhost:3000/cb", "login_hint": EMAIL}
    assert users.authenticate_with_code(code=authorization_code(users.get_authorization_url(**query))).user.id == ada.id
    result = users.get_authorization_url_with_pkce(**query)
    code = authorization_code(result["url"] if isinstance(result, dict) else result.url)
    verifier = result["code_verifier"] if isinstance(result, dict) else result.code_verifier
    assert users.authenticate_with_code_pkce(code=code, code_verifier=verifier).user.id == ada.id


def test_magic_auth_and_device_codes(official: Any, ada: Any, emulator: Emulator) -> None:
    users = official.user_management
    magic = users.create_magic_auth(email=EMAIL)
    assert users.get_magic_auth(magic.id).code == magic.code
    assert users.authenticate_with_magic_auth(email=EMAIL, code=magic.code).user.id == ada.id
    device = users.create_device(client_id=official.client_id)
    emulator.seed.approve_device(device.user_code, ada.id)
    assert users.authenticate_with_device_code(device_code=device.device_code).user.id == ada.id


def test_sign_ins_with_further_steps(official: Any, ada: Any, member: Any, emulator: Emulator) -> None:
    users = official.user_management
    second = official.organizations.create_organization(name="Second")
    official.organization_membership.create_organization_membership(user_id=ada.id, organization_id=second.id)
    with pytest.raises(_errors.OrganizationSelectionRequiredError) as selection:
        users.authenticate_with_password(email=EMAIL, password=PASSWORD)
    token = selection.value.pending_authentication_token
    response = users.authenticate_with_organization_selection(
        pending_authentication_token=token, organization_id=second.id
    )
    assert response.organization_id == second.id
    official.organization_membership.delete_organization_membership(member.id)

    emulator.settings.mfa_required = True
    enrolled = official.mfa.create_user_auth_factor(ada.id, type="totp")
    secret = enrolled.authentication_factor.totp.secret
    with pytest.raises(_errors.MfaChallengeError) as caught:
        users.authenticate_with_password(email=EMAIL, password=PASSWORD)
    challenge = official.mfa.challenge_factor(enrolled.authentication_factor.id)
    response = users.authenticate_with_totp(
        code=totp_code(secret, emulator.clock.now()),
        pending_authentication_token=caught.value.pending_authentication_token,
        authentication_challenge_id=challenge.id,
    )
    assert response.user.id == ada.id
    emulator.settings.mfa_required = False

    users.create_user(email="bob@example.com", password=PasswordPlaintext(PASSWORD))
    with pytest.raises(_errors.EmailVerificationRequiredError) as verification:
        users.authenticate_with_password(email="bob@example.com", password=PASSWORD)
    response = users.authenticate_with_email_verification(
        code=emulator.outbox.last("bob@example.com").code,
        pending_authentication_token=verification.value.pending_authentication_token,
    )
    assert response.user.email_verified is True


def test_radar_challenges(official: Any, ada: Any, emulator: Emulator) -> None:
    users = official.user_management
    emulator.seed.radar_challenge(ada.id)
    with pytest.raises(workos.AuthorizationError) as caught:
        users.authenticate_with_password(email=EMAIL, password=PASSWORD)
    body = caught.value.response_json
    challenge = users.get_radar_challenge(body["radar_challenge_id"])
    response = users.authenticate_with_radar_email_challenge(
        code=challenge.code,
        radar_challenge_id=challenge.id,
        pending_authentication_token=body["pending_authentication_token"],
    )
    assert response.user.id == ada.id


def test_configuration(official: Any, emulator: Emulator) -> None:
    users = official.user_management
    uri = users.create_redirect_uri(uri="https://app.example.com/cb")
    assert [item.id for item in users.list_redirect_uris().data] == [uri.id]
    users.delete_redirect_uris(uri.id)
    assert users.create_cors_origin(origin="https://app.example.com").origin == "https://app.example.com"
    assert len(users.list_cors_origins().data) == 1
    resource = users.create_authkit_oauth_resource(uri="https://api.example.com/")
    assert [item.id for item in users.list_authkit_oauth_resources().data] == [resource.id]
    users.delete_authkit_oauth_resource(resource.id)
    assert users.update_jwt_template(content='{"mail": {{user.email}}}').content == users.list_jwt_template().content
    waitlist = emulator.seed.waitlist()
    entry = users.create_waitlist_entry(waitlist["id"], email="eve@example.com")
    assert users.get_waitlist(waitlist["id"]).id == users.list_waitlists().data[0].id
    assert users.create_waitlist_entry_approve(entry.id).id == entry.id
    assert len(users.list_waitlist_entries(waitlist["id"]).data) == 1
    other = users.create_waitlist_entry(waitlist["id"], email="mallory@example.com")
    users.create_waitlist_entry_deny(other.id)
    users.delete_waitlist_entry(other.id)


def test_authentication_factors(official: Any, ada: Any, emulator: Emulator) -> None:
    mfa = official.mfa
    factor = mfa.enroll_factor(type="totp", totp_issuer="Acme", totp_user="ada")
    challenge = mfa.challenge_factor(factor.id)
    verified = mfa.verify_challenge(challenge.id, code=totp_code(factor.totp.secret, emulator.clock.now()))
    assert verified.valid is True
    assert mfa.get_factor(factor.id).type == "totp"
    mfa.delete_factor(factor.id)
    mfa.enroll_factor(type="sms", phone_number="+15550100")
    mfa.create_user_auth_factor(ada.id, type="totp")
    assert len(mfa.list_user_auth_factors(ada.id).data) == 1
