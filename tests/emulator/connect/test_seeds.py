from pathlib import Path

from ..support import Api
from .client import OAuthClient

ROOT = Path(__file__).parents[3]


def yaml_blocks() -> list[str]:
    """Return the seeds in docs/connect.md."""
    text = (ROOT / "docs" / "connect.md").read_text(encoding="utf-8")
    return [part.partition("```")[0] for part in text.split("```yaml\n")[1:]]


def test_documented_seeds(api: Api, tmp_path: Path) -> None:
    blocks = yaml_blocks()
    assert len(blocks) == 2
    for block in blocks:
        file = tmp_path / "seed.yaml"
        file.write_text(block, encoding="utf-8")
        api.emulator.load(file)
    forum = OAuthClient(api, "client_forum", "forum-client-secret")
    assert forum.exchange("unknown", 400)["error"] == "invalid_grant"
    cli = OAuthClient(api, "client_01KFKHSZWK9ADVJV854PDFQCCR", None)
    scope = "openid email staging-environment:credentials:read offline_access"
    assert cli.post("/oauth2/device_authorization", scope=scope).status_code == 200


def test_seeded_secrets_and_documents(api: Api) -> None:
    document = {
        "client_id": "https://agent.example.com/client.json",
        "metadata": {"redirect_uris": ["http://[::1]/cb"]},
    }
    m2m = {"key": "job", "name": "Job", "application_type": "m2m", "organization_id": "acme", "client_id": "client_job"}
    seed = {
        "settings": {"client_id_metadata_documents": True},
        "organizations": [{"key": "acme", "name": "Acme"}],
        "users": [{"email": "ada@example.com"}],
        "applications": [m2m],
        "client_secrets": [{"application_id": "job", "secret": f"job-secret-{n}"} for n in (1, 2)],
        "client_metadata_documents": [document],
        "oauth_resources": [{"uri": "https://mcp.example.com/mcp", "default": True}],
        "authorized_applications": [
            {"user_id": "ada@example.com", "organization_id": "acme", "application_id": "job"},
        ],
    }
    api.emulator.load(seed)
    for secret in ("job-secret-1", "job-secret-2"):
        assert OAuthClient(api, "client_job", secret).token("client_credentials")["access_token"]
    (dynamic,) = api("GET", "/connect/applications", params={"registration_types": "dynamic"})["data"]
    assert dynamic["client_id"] == document["client_id"]
    assert len(api("GET", "/_emulator/authorized_applications")) == 1
