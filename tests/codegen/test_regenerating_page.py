"""The YAML blocks of docs/regenerating.md, applied to the spec."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from codegen.cli import main

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "regenerating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
USE = """
import json
import sys
sys.path[:0] = [sys.argv[1]]
import httpx
import workos_sync
from workos_core.models import Mascot, Organization
assert workos_sync.__file__.startswith(sys.argv[1])
requests = []
def respond(request):
    requests.append(request)
    return httpx.Response(200, json={"species": "owl", "motto": "Hoo", "id": "org_1", "text": "Hoo"})
transport = httpx.MockTransport(respond)
workos = workos_sync.WorkOS("sk_1", transport=transport)
mascot = workos.organizations.get_mascot("org_1")
assert type(mascot) is Mascot and mascot.species == "owl"
assert workos.organizations.get_organization("org_1").motto == "Hoo"
assert workos.pets.get_pet("pet_1").species == "owl"
motto = workos.organizations.update_motto("org_1", text="Hoo", tone="solemn")
assert (motto.id, motto.text) == ("org_1", "Hoo")
assert (requests[-1].method, requests[-1].url.path) == ("PUT", "/organizations/org_1/motto")
assert json.loads(requests[-1].content) == {"text": "Hoo", "tone": "solemn"}
"""


def add_motto(spec: Path, document: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Import the operation as the page shows, and complete the marked values."""
    (tmp_path / "openapi.yaml").write_text(document, encoding="utf-8")
    command = ["add", "--from", str(tmp_path / "openapi.yaml"), "--operation", "PUT /organizations/{id}/motto"]
    assert main([*command, "--spec", str(spec)]) == 0
    assert capsys.readouterr().out.replace("my-spec", "spec").strip() in PAGE
    assert main(["lint", "--spec", str(spec)]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert errors[0].replace("my-spec", "spec") in PAGE
    assert errors[-1] == "4 problem(s); nothing was written"
    path = spec / "resources" / "organizations" / "motto.yaml"
    text = path.read_text(encoding="utf-8").replace(
        '"TODO: organizations.update_motto_of_organization"', "organizations.update_motto"
    )
    path.write_text(text.replace("description: TODO", "description: A motto."), encoding="utf-8")
    assert main(["lint", "--spec", str(spec)]) == 0


def test_add_fields_endpoints_and_a_resource(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    field, endpoint, schema, document, resource = BLOCKS
    spec, out = tmp_path / "my-spec", tmp_path / "my-sdk"
    shutil.copytree(ROOT / "spec", spec)
    organizations = spec / "resources" / "organizations" / "organizations.yaml"
    text = organizations.read_text(encoding="utf-8")
    match = re.search(r"^    Organization:\n.*?^      properties:\n", text, re.DOTALL | re.MULTILINE)
    assert match, "the Organization schema is not in organizations.yaml"
    text = text.replace(match[0], match[0] + field)
    text = text.replace("paths:\n", f"paths:\n{endpoint}", 1).replace("  schemas:\n", f"  schemas:\n{schema}", 1)
    organizations.write_text(text, encoding="utf-8")
    pets = endpoint.replace("/organizations/{organization_id}/mascot", "/pets/{pet_id}")
    pets = pets.replace("getOrganizationMascot", "getPet").replace("organizations.get_mascot", "pets.get_pet")
    pets = pets.replace("organization_id", "pet_id").replace("schemas/Mascot", "schemas/Pet")
    pets = pets.replace("Get the mascot of an organization", "Get a pet")
    written = f"{resource}\npaths:\n{pets}\ncomponents:\n  schemas:\n{schema.replace('Mascot:', 'Pet:')}"
    assert yaml.safe_load(written)["x-resource"]["name"] == "pets"
    (spec / "resources" / "pets.yaml").write_text(written, encoding="utf-8")

    add_motto(spec, document, tmp_path, capsys)

    assert main(["--spec", str(spec), "--out", str(out)]) == 0
    subprocess.run([sys.executable, "-c", USE, str(out)], check=True, cwd=tmp_path)
