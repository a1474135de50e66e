"""The YAML blocks of docs/regenerating.md, applied to the spec."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from codegen.__main__ import main

ROOT = Path(__file__).parent.parent.parent
BLOCKS = re.findall(
    r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "regenerating.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)
USE = """
import sys
sys.path[:0] = [sys.argv[1]]
import httpx
import workos_sync
from workos_core.models import Mascot, Organization
assert workos_sync.__file__.startswith(sys.argv[1])
transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"species": "owl", "motto": "Hoo"}))
workos = workos_sync.WorkOS("sk_1", transport=transport)
mascot = workos.organizations.get_mascot("org_1")
assert type(mascot) is Mascot and mascot.species == "owl"
assert workos.organizations.get_organization("org_1").motto == "Hoo"
assert workos.pets.get_pet("pet_1").species == "owl"
"""


def test_add_a_field_an_endpoint_and_a_resource(tmp_path: Path) -> None:
    field, endpoint, schema, resource = BLOCKS
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

    assert main(["--spec", str(spec), "--out", str(out)]) == 0
    subprocess.run([sys.executable, "-c", USE, str(out)], check=True, cwd=tmp_path)
