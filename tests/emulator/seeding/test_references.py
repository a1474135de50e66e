"""References between the objects of a seed, and values that a seed pins."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator, Request, SeedError

from ..support import Api


def resource(name: str, **fields: str) -> dict[str, str]:
    return {"organization_id": "acme", "resource_type_slug": "folder", "external_id": name, "name": name, **fields}


@pytest.mark.parametrize("by", ["parent_resource_id", "parent_resource_external_id"])
def test_objects_of_a_section_in_any_order(api: Api, emulator: Emulator, by: str) -> None:
    extra = {"parent_resource_type_slug": "folder"} if by == "parent_resource_external_id" else {}
    resources = [resource("c", **{by: "b"}, **extra), resource("a"), resource("b", **{by: "a"}, **extra)]
    seed = {"resources": resources, "organizations": [{"key": "acme", "name": "Acme"}]}
    ids = emulator.load(seed)["resources"]
    for child, parent in (("c", "b"), ("b", "a")):
        assert api("GET", f"/authorization/resources/{ids[child]}")["parent_resource_id"] == ids[parent]


def test_references_by_a_chosen_id(api: Api, emulator: Emulator) -> None:
    first, second = "authz_resource_1", "authz_resource_2"
    resources: list[dict[str, str]] = [
        resource("b", parent_resource_id=first) | {"id": second},
        resource("a") | {"id": first},
    ]
    emulator.load({"organizations": [{"key": "acme", "name": "Acme"}], "resources": resources})
    assert api("GET", f"/authorization/resources/{second}")["parent_resource_id"] == first


def test_long_chains(api: Api, emulator: Emulator) -> None:
    resources = [resource(str(n), parent_resource_id=str(n + 1)) for n in range(1500)] + [resource("1500")]
    seed = {"organizations": [{"key": "acme", "name": "Acme"}], "resources": resources}
    assert len(emulator.load(seed)["resources"]) == 1501


def test_sections_in_any_order(api: Api, tmp_path: Path, emulator: Emulator) -> None:
    file = Path(__file__).parents[1] / "seed.yaml"
    sections: list[str] = []
    for line in file.read_text().splitlines(keepends=True)[1:]:
        if line[0].isalpha():
            sections.append("")
        sections[-1] += line
    reversed_file = tmp_path / "seed.yaml"
    reversed_file.write_text("".join(reversed(sections)))
    assert emulator.load(reversed_file) == Emulator().load(file)


def test_cycles(tmp_path: Path, emulator: Emulator) -> None:
    file = tmp_path / "seed.yaml"
    lines = ["organizations:", "  - {key: acme, name: Acme}", "resources:"]
    for name, parent in (("a", "b"), ("b", "c"), ("c", "b"), ("d", "")):
        fields = resource(name) | ({"parent_resource_id": parent} if parent else {})
        lines.append(f"  - {json.dumps(fields)}")
    file.write_text("\n".join(lines))
    with pytest.raises(SeedError) as raised:
        emulator.load(file)
    assert [str(problem) for problem in raised.value.problems] == [
        f"{file}:5: resources 'b' refers to itself: resources 'b' → resources 'c' → resources 'b'",
        f"{file}:6: resources 'c' refers to itself: resources 'c' → resources 'b' → resources 'c'",
    ]
    file.write_text("\n".join([*lines[:3], f"  - {json.dumps(resource('a', parent_resource_id='a'))}"]))
    with pytest.raises(SeedError, match=r":4: resources 'a' refers to itself: resources 'a' → resources 'a'"):
        emulator.load(file)
    assert len(emulator.environment.state.organizations) == 0


def test_organization_of_an_application(api: Api, emulator: Emulator) -> None:
    application = {"name": "M2M", "application_type": "m2m", "organization_id": "acme"}
    ids = emulator.load({"organizations": [{"key": "acme", "name": "Acme"}], "applications": [application]})
    created = api("GET", f"/connect/applications/{ids['applications']['M2M']}")
    assert created["organization_id"] == ids["organizations"]["acme"]


def test_pinned_credentials_of_the_environment(emulator: Emulator, api: Api) -> None:
    snapshot = emulator.snapshot()
    emulator.load({"api_key": "sk_mine", "client_id": "client_mine"})
    assert (emulator.api_key, emulator.client_id) == ("sk_mine", "client_mine")
    api("GET", "/organizations", 401)
    api("GET", "/organizations", headers={"authorization": "Bearer sk_mine"})
    assert api("GET", "/_emulator/health")["client_id"] == "client_mine"
    api("GET", "/sso/jwks/client_emulator", 404)
    api("GET", "/sso/jwks/client_mine")
    pinned = emulator.snapshot()
    emulator.reset()
    assert (emulator.api_key, emulator.client_id) == ("sk_mine", "client_mine")
    emulator.restore(snapshot)
    assert (emulator.api_key, emulator.client_id) == ("sk_test_emulator", "client_emulator")
    emulator.restore(pinned)
    assert emulator.api_key == "sk_mine"


def test_pinned_credentials_are_persistent(tmp_path: Path) -> None:
    with Emulator(db=tmp_path / "db") as emulator:
        emulator.load({"api_key": "sk_mine", "organizations": [{"name": "Acme"}]})
        emulator.reset()
    with Emulator(db=tmp_path / "db") as emulator:
        assert emulator.api_key == "sk_mine"


@pytest.mark.parametrize("value", [5, "", " ", None, "a\nb"])
def test_invalid_credentials(emulator: Emulator, value: Any) -> None:
    with pytest.raises(SeedError, match="api_key must be a string that is not blank"):
        emulator.load({"api_key": value})
    assert emulator.api_key == "sk_test_emulator"


def test_pinned_secrets(api: Api, emulator: Emulator) -> None:
    received: list[Request] = []
    emulator.deliveries.mount("https://example.com", function=received.append)
    emulator.load(
        {
            "organizations": [{"key": "acme", "name": "Acme"}],
            "users": [{"email": "ada@example.com"}],
            "memberships": [{"user_id": "ada@example.com", "organization_id": "acme"}],
            "api_keys": [{"organization_id": "acme", "name": "CI", "value": "sk_ci_1234"}],
            "user_api_keys": [
                {"organization_id": "acme", "user_id": "ada@example.com", "name": "Laptop", "value": "sk_laptop_1"}
            ],
            "applications": [
                {
                    "name": "Web",
                    "application_type": "oauth",
                    "is_first_party": True,
                    "client_id": "client_web",
                    "client_secret": "secret_web",
                }
            ],
            "webhook_endpoints": [
                {"endpoint_url": "https://example.com/hooks", "events": ["user.created"], "secret": "whsec_1"}
            ],
        }
    )
    for value, name in (("sk_ci_1234", "CI"), ("sk_laptop_1", "Laptop")):
        validated = api("POST", "/api_keys/validations", json={"value": value})["api_key"]
        assert (validated["name"], validated["obfuscated_value"]) == (name, f"sk_...{value[-4:]}")
    assert api("GET", "/connect/applications/client_web")["name"] == "Web"
    (secret,) = emulator.environment.state.credentials.client_secrets
    assert secret.secret == "secret_web"
    api.user("bob@example.com")
    emulator.deliveries.run()
    timestamp, digest = (part.partition("=")[2] for part in received[-1].headers["workos-signature"].split(", "))
    signed = f"{timestamp}.{received[-1].body.decode()}".encode()
    assert hmac.new(b"whsec_1", signed, hashlib.sha256).hexdigest() == digest


def test_pinned_values_are_unique(emulator: Emulator) -> None:
    keys = [{"organization_id": "acme", "name": name, "value": "sk_1"} for name in ("a", "b")]
    with pytest.raises(SeedError, match="api_keys 'b': another object with the same value exists"):
        emulator.load({"organizations": [{"key": "acme", "name": "Acme"}], "api_keys": keys})


def test_sign_ins(api: Api, emulator: Emulator) -> None:
    ids = emulator.load(
        {
            "organizations": [{"key": "acme", "name": "Acme"}],
            "users": [{"key": "ada", "email": "ada@example.com", "password": "correct horse 42"}],
            "memberships": [{"user_id": "ada", "organization_id": "acme"}],
            "sign_in_policies": [{"organization_id": "acme", "mfa_required": True}],
            "domain_policies": [{"organization_id": "acme", "jit_membership": False}],
            "entitlements": [{"organization_id": "acme", "names": ["reports"]}],
            "impersonations": [{"user_id": "ada", "email": "support@example.com"}],
            "devices": [{"user_code": "BCDF-GHJK", "user_id": "ada"}, {"user_code": "BCDF-GHJL", "denied": True}],
            "radar_assessments": [{"verdict": "block"}],
        }
    )
    assert api("GET", f"/_emulator/organizations/{ids['organizations']['acme']}/entitlements")["names"] == ["reports"]
    code = ids["impersonations"]["ada"]
    assert api.authenticate("authorization_code", code=code)["impersonator"]["email"] == "support@example.com"
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    error = api.authenticate(grant, 403, client_secret=None, device_code=ids["devices"]["BCDF-GHJK"])
    assert error["code"] == "mfa_enrollment"
    denied = api.authenticate(grant, 400, client_secret=None, device_code=ids["devices"]["BCDF-GHJL"])
    assert denied["error"] == "access_denied"
    emulator.load({"radar_challenges": [{"user_id": ids["users"]["ada"]}]})
    credentials = {"email": "ada@example.com", "password": "correct horse 42"}
    assert api.authenticate("password", 403, **credentials)["code"] == "radar_challenge"


def test_users_of_factories_and_seeds_are_verified(emulator: Emulator, api: Api) -> None:
    assert emulator.create("users")["email_verified"] is True
    assert emulator.create("users", email_verified=False)["email_verified"] is False
    users = [{"email": "a@example.com"}, {"email": "b@example.com", "email_verified": False}]
    ids = emulator.load({"users": users})["users"]
    verified = [api("GET", f"/user_management/users/{id}")["email_verified"] for id in ids.values()]
    assert verified == [True, False]
