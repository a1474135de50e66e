"""Users, invitations, memberships, waitlists and API keys of users."""

import pytest

from workos_emulator import Emulator

from .conftest import NodeError, NodeSdk, ids


def test_users(node: NodeSdk) -> None:
    created = node(
        "userManagement.createUser",
        email="ada@example.com",
        firstName="Ada",
        externalId="hr-1",
        metadata={"team": "a", "old": "b"},
    )
    assert (created["email"], created["firstName"], created["emailVerified"]) == ("ada@example.com", "Ada", False)
    id = created["id"]
    assert node("userManagement.getUser", id) == created
    assert node("userManagement.getUserByExternalId", "hr-1") == created
    changed = node("userManagement.updateUser", userId=id, lastName="Lovelace", metadata={"old": None, "new": "c"})
    assert (changed["lastName"], changed["metadata"]) == ("Lovelace", {"team": "a", "new": "c"})
    for number in range(12):
        node("userManagement.createUser", email=f"user{number}@example.com")
    assert len(ids(node("userManagement.listUsers", limit=5))) >= 5
    assert ids(node("userManagement.listUsers", email="ada@example.com")) == [id]
    assert node("userManagement.getUserIdentities", id) == []
    with pytest.raises(NodeError) as caught:
        node("userManagement.createUser", email="ada@example.com")
    assert caught.value.status == 400
    assert node("userManagement.deleteUser", id) is None
    with pytest.raises(NodeError) as caught:
        node("userManagement.getUser", id)
    assert (caught.value.name, caught.value.status) == ("NotFoundException", 404)


def test_email_verification(node: NodeSdk, emulator: Emulator) -> None:
    id = node("userManagement.createUser", email="bob@example.com")["id"]
    assert node("userManagement.sendVerificationEmail", userId=id)["user"]["id"] == id
    sent = emulator.outbox.last("bob@example.com")
    assert node("userManagement.getEmailVerification", sent.about)["code"] == sent.code
    assert node("userManagement.verifyEmail", userId=id, code=sent.code)["user"]["emailVerified"] is True


def test_password_reset(node: NodeSdk, ada: str) -> None:
    reset = node("userManagement.createPasswordReset", email="ada@example.com")
    assert node("userManagement.getPasswordReset", reset["id"]) == reset
    token = reset["passwordResetToken"]
    assert node("userManagement.resetPassword", token=token, newPassword="another password 7")["user"]["id"] == ada


def test_memberships(node: NodeSdk, acme: str, ada: str, emulator: Emulator) -> None:
    emulator.seed.role("editor", [])
    created = node("userManagement.createOrganizationMembership", userId=ada, organizationId=acme, roleSlug="editor")
    id = created["id"]
    assert (created["role"]["slug"], created["status"]) == ("editor", "active")
    assert node("userManagement.getOrganizationMembership", id)["id"] == id
    for filters in ({"userId": ada}, {"organizationId": acme}, {"userId": ada, "statuses": ["active", "pending"]}):
        assert ids(node("userManagement.listOrganizationMemberships", **filters)) == [id]
    assert ids(node("userManagement.listOrganizationMemberships", userId=ada, statuses=["inactive"])) == []
    changed = node("userManagement.updateOrganizationMembership", id, roleSlugs=["member", "editor"])
    assert {role["slug"] for role in changed["roles"]} == {"member", "editor"}
    assert node("userManagement.deactivateOrganizationMembership", id)["status"] == "inactive"
    assert node("userManagement.reactivateOrganizationMembership", id)["status"] == "active"
    group = node("groups.createGroup", organizationId=acme, name="Board")["id"]
    node("groups.addOrganizationMembership", organizationId=acme, groupId=group, organizationMembershipId=id)
    assert ids(node("userManagement.listGroupsForOrganizationMembership", organizationMembershipId=id)) == [group]
    node("userManagement.deleteOrganizationMembership", id)
    assert ids(node("userManagement.listOrganizationMemberships", userId=ada)) == []


def test_invitations(node: NodeSdk, acme: str, ada: str) -> None:
    options = {"email": "grace@example.com", "organizationId": acme, "expiresInDays": 3, "inviterUserId": ada}
    invitation = node("userManagement.sendInvitation", **options)
    assert (invitation["state"], invitation["organizationId"]) == ("pending", acme)
    assert "workos.com" not in invitation["acceptInvitationUrl"]
    assert node("userManagement.getInvitation", invitation["id"])["email"] == "grace@example.com"
    assert node("userManagement.findInvitationByToken", invitation["token"])["id"] == invitation["id"]
    assert ids(node("userManagement.listInvitations", organizationId=acme)) == [invitation["id"]]
    assert node("userManagement.resendInvitation", invitation["id"], {"locale": "de"})["state"] == "pending"
    assert node("userManagement.revokeInvitation", invitation["id"])["state"] == "revoked"
    second = node("userManagement.sendInvitation", email="ada@example.com", organizationId=acme)
    assert node("userManagement.acceptInvitation", second["id"])["state"] == "accepted"
    assert len(ids(node("userManagement.listOrganizationMemberships", userId=ada))) == 1


def test_waitlists(node: NodeSdk, emulator: Emulator) -> None:
    waitlist = emulator.create("waitlists")["id"]
    assert ids(node("userManagement.listWaitlists")) == [waitlist]
    assert node("userManagement.getWaitlist", waitlist)["id"] == waitlist
    entries = [
        node("userManagement.createWaitlistEntry", waitlist, email=f"{name}@example.com")["id"] for name in "abc"
    ]
    assert node("userManagement.approveWaitlistEntry", entries[0])["state"] == "approved"
    assert node("userManagement.denyWaitlistEntry", entries[1])["state"] == "denied"
    assert ids(node("userManagement.listWaitlistEntries", waitlist, state="pending")) == [entries[2]]
    assert node("userManagement.deleteWaitlistEntry", entries[2]) is None
    assert len(ids(node("userManagement.listWaitlistEntries", waitlist))) == 2


def test_api_keys_of_users(node: NodeSdk, acme: str, ada: str, member: str) -> None:
    expires = {"date": "2040-01-01T00:00:00.000Z"}
    key = node("userManagement.createUserApiKey", ada, {"name": "CLI", "organizationId": acme, "expiresAt": expires})
    assert key["value"].startswith("sk_")
    listed = node("userManagement.listUserApiKeys", ada, {"organizationId": acme})
    assert ids(listed) == [key["id"]]
    assert listed["data"][0]["expiresAt"] == "2040-01-01T00:00:00.000Z"
    assert node("apiKeys.createValidation", value=key["value"])["apiKey"]["id"] == key["id"]


def test_api_keys_of_organizations(node: NodeSdk, acme: str) -> None:
    key = node("apiKeys.createOrganizationApiKey", organizationId=acme, name="CI")
    assert ids(node("apiKeys.listOrganizationApiKeys", organizationId=acme)) == [key["id"]]
    assert node("apiKeys.createValidation", value=key["value"])["apiKey"]["name"] == "CI"
    assert node("apiKeys.createValidation", value="sk_none")["apiKey"] is None
    assert node("apiKeys.deleteApiKey", key["id"]) is None
    assert ids(node("apiKeys.listOrganizationApiKeys", organizationId=acme)) == []
