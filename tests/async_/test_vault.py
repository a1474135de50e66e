"""Local encryption with data keys of the emulator."""

import base64

import pytest

from workos_async import APIError, WorkOS
from workos_core.vault.envelope import EnvelopeError, encrypt
from workos_emulator import Emulator

CONTEXT = {"organization_id": "org_1"}


async def test_encrypt_and_decrypt(workos: WorkOS, emulator: Emulator) -> None:
    value = await workos.vault.encrypt("a secret – ünï", context=CONTEXT, associated_data="user_1")
    request_bodies = b"".join(base64.b64encode(entry.request.body) for entry in emulator.requests)
    assert base64.b64encode(b"a secret")[:-4] not in request_bodies
    assert await workos.vault.decrypt(value, associated_data="user_1") == "a secret – ünï"
    assert await workos.vault.decrypt_bytes(value, associated_data=b"user_1") == "a secret – ünï".encode()
    assert len(emulator.requests) == 3
    with pytest.raises(EnvelopeError) as caught:
        await workos.vault.decrypt(value, associated_data="user_2")
    assert caught.value.reason == "not_genuine"


async def test_bytes(workos: WorkOS) -> None:
    value = await workos.vault.encrypt(b"\xff\x00", context=CONTEXT)
    assert await workos.vault.decrypt_bytes(value) == b"\xff\x00"
    with pytest.raises(EnvelopeError) as caught:
        await workos.vault.decrypt(value)
    assert caught.value.reason == "not_text"


async def test_malformed_value_is_rejected_before_any_request(workos: WorkOS, emulator: Emulator) -> None:
    for value in ("", "x", "AAAA", "é"):
        with pytest.raises(EnvelopeError):
            await workos.vault.decrypt(value)
    assert len(emulator.requests) == 0


async def test_unknown_data_key(workos: WorkOS) -> None:
    with pytest.raises(APIError):
        await workos.vault.decrypt(encrypt("text", b"k" * 32, b"of nobody"))


async def test_each_value_has_its_own_data_key(workos: WorkOS) -> None:
    one, other = [await workos.vault.encrypt("text", context=CONTEXT) for _ in range(2)]
    assert one != other
    key = await workos.vault.create_data_key(context=CONTEXT)
    assert key.data_key not in repr(key)
