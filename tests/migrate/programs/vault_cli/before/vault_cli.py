"""Encrypts values with Vault, stores objects, and prepares a PKCE sign-in."""

from workos import WorkOSClient

client = WorkOSClient()
CONTEXT = {"organization_id": "org_1"}


def encrypt(text: str) -> str:
    return client.vault.encrypt(data=text, key_context=CONTEXT, associated_data="record-1")


def decrypt(text: str) -> str:
    return client.vault.decrypt(encrypted_data=text, associated_data="record-1")


def store(name: str, value: str) -> str:
    created = client.vault.create_kv(name=name, value=value, key_context=CONTEXT)
    client.vault.update_kv(created.id, value=value * 2)
    versions = client.vault.list_kv_versions(created.id).data
    print(len(versions), "versions")
    found = client.vault.get_name(name)
    return found.value or ""


def names() -> list[str]:
    return [item.name for item in client.vault.list_kv().auto_paging_iter()]


def start_sign_in() -> tuple[str, str]:
    pair = client.pkce.generate()
    url = client.user_management.get_authorization_url(
        redirect_uri="http://localhost:8000/callback",
        provider="authkit",
        code_challenge=pair.code_challenge,
        code_challenge_method=pair.code_challenge_method,
    )
    return url, pair.code_verifier
