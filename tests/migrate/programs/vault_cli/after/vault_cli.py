"""Encrypts values with Vault, stores objects, and prepares a PKCE sign-in."""

from workos_sync import WorkOS

client = WorkOS()
CONTEXT = {"organization_id": "org_1"}


def encrypt(text: str) -> str:
    return client.vault.encrypt(plaintext=text, context=CONTEXT, associated_data="record-1")


def decrypt(text: str) -> str:
    return client.vault.decrypt(value=text, associated_data="record-1")


def store(name: str, value: str) -> str:
    created = client.vault.create_object(name=name, value=value, key_context=CONTEXT)
    client.vault.update_object(created.id, value=value * 2)
    versions = client.vault.list_object_versions(created.id)
    print(len(versions), "versions")
    found = client.vault.read_object_by_name(name)
    return found.value or ""


def names() -> list[str]:
    return [item.name for item in client.vault.list_objects()]


def start_sign_in() -> tuple[str, str]:
    pair = client.pkce.generate()
    url = client.user_management.get_authorization_url(
        redirect_uri="http://localhost:8000/callback",
        provider="authkit",
        code_challenge=pair.code_challenge,
    )
    return url, pair.code_verifier
