"""Webhooks and Actions through the client. The verification itself is tested in tests/core/webhooks/test_signatures.py."""

import json
import time

import pytest

from workos_async import WorkOS
from workos_core.models.events import DsyncUserCreatedEvent, UnknownEvent
from workos_core.webhooks.signatures import SignatureVerificationError, sign

SECRET = "the signing secret"
BODY = json.dumps({"object": "event", "id": "event_1", "event": "dsync.user.created", "created_at": "x", "data": {}})


@pytest.fixture
def client() -> WorkOS:
    return WorkOS(client_id="client_1")


def test_webhooks(client: WorkOS) -> None:
    header = sign(BODY.encode(), SECRET)
    for construct in (client.webhooks.construct_event, client.webhooks.verify):
        assert isinstance(construct(BODY.encode(), header, SECRET), DsyncUserCreatedEvent)
        with pytest.raises(SignatureVerificationError):
            construct(BODY.encode() + b" ", header, SECRET)
    other = b'{"event": "something.new", "id": "event_2"}'
    assert isinstance(client.webhooks.verify(other, sign(other, SECRET), SECRET), UnknownEvent)


def test_tolerances(client: WorkOS) -> None:
    header = sign(BODY.encode(), SECRET, now=time.time() - 100)
    assert client.webhooks.verify(BODY.encode(), header, SECRET).id == "event_1"
    with pytest.raises(SignatureVerificationError, match="30 s"):
        client.actions.verify(BODY.encode(), header, SECRET)
    assert client.actions.construct_action(BODY.encode(), header, SECRET, tolerance=200)["id"] == "event_1"
    with pytest.raises(SignatureVerificationError, match="10 s"):
        client.webhooks.verify(BODY.encode(), header, SECRET, tolerance=10)


def test_responses_to_actions(client: WorkOS) -> None:
    response = client.actions.sign_response("user_registration", "Deny", SECRET, error_message="not today")
    assert response["object"] == "user_registration_action_response"
    assert response["payload"]["error_message"] == "not today"
    assert len(response["signature"]) == 64


def test_pkce(client: WorkOS) -> None:
    pair = client.pkce.generate()
    assert pair.code_challenge == client.pkce.generate_code_challenge(pair.code_verifier)
    assert len(client.pkce.generate_code_verifier(64)) == 64
