from typing import Any

from ..support import Api

RESOURCES = "/authorization/resources"


def resource(api: Api, organization: Any, type_slug: str, external_id: str, **fields: Any) -> Any:
    body = {
        "organization_id": organization["id"],
        "resource_type_slug": type_slug,
        "external_id": external_id,
        "name": external_id,
        **fields,
    }
    return api("POST", RESOURCES, 201, json=body)


def test_lifecycle(api: Api) -> None:
    organization = api.organization()
    workspace = resource(api, organization, "workspace", "w/1", description="First")
    by_key = f"/authorization/organizations/{organization['id']}/resources/workspace/w%2F1"
    assert workspace["parent_resource_id"] is None
    assert api("GET", f"{RESOURCES}/{workspace['id']}") == api("GET", by_key) == workspace
    changed = api("PATCH", by_key, json={"name": "One", "description": None})
    assert (changed["name"], changed["description"]) == ("One", None)
    again = {
        "organization_id": organization["id"],
        "resource_type_slug": "workspace",
        "external_id": "w/1",
        "name": "A",
    }
    assert api("POST", RESOURCES, 409, json=again)["code"] == "authorization_resource_external_id_conflict"
    api("DELETE", by_key, 204)
    api("GET", by_key, 404)


def test_hierarchy(api: Api) -> None:
    organization = api.organization()
    workspace = resource(api, organization, "workspace", "w")
    project = resource(api, organization, "project", "p", parent_resource_id=workspace["id"])
    file = resource(
        api, organization, "file", "f", parent_resource_type_slug="project", parent_resource_external_id="p"
    )
    assert file["parent_resource_id"] == project["id"]
    circle = {"parent_resource_id": file["id"]}
    api("PATCH", f"{RESOURCES}/{workspace['id']}", 422, json=circle)
    api("PATCH", f"{RESOURCES}/{workspace['id']}", 422, json={"parent_resource_id": workspace["id"]})
    assert api("PATCH", f"{RESOURCES}/{file['id']}", json={"parent_resource_id": workspace["id"]})
    assert api("DELETE", f"{RESOURCES}/{workspace['id']}", 409)["code"] == "resource_has_dependents"
    api("DELETE", f"{RESOURCES}/{workspace['id']}?cascade_delete=true", 204)
    for deleted in (workspace, project, file):
        api("GET", f"{RESOURCES}/{deleted['id']}", 404)


def test_list(api: Api) -> None:
    one, two = api.organization("One"), api.organization("Two")
    workspace = resource(api, one, "workspace", "w")
    project = resource(api, one, "project", "p", parent_resource_id=workspace["id"])
    elsewhere = resource(api, two, "project", "p")

    def ids(query: str) -> list[str]:
        return [item["id"] for item in api("GET", f"{RESOURCES}?{query}")["data"]]

    assert ids(f"organization_id={one['id']}") == [project["id"], workspace["id"]]
    assert ids("resource_type_slug=project") == [elsewhere["id"], project["id"]]
    assert ids(f"organization_id={one['id']}&resource_type_slug=project") == [project["id"]]
    assert ids(f"organization_id={one['id']}&parent_resource_id={workspace['id']}") == [project["id"]]
    key = "parent_resource_type_slug=workspace&parent_external_id=w"
    assert ids(f"organization_id={one['id']}&{key}") == [project["id"]]
    assert ids(f"organization_id={one['id']}&resource_external_id=w") == [workspace["id"]]
    root = f"parent_resource_type_slug=organization&parent_external_id={one['id']}"
    assert ids(f"organization_id={one['id']}&{root}") == [workspace["id"]]
    missing = api("GET", RESOURCES, 400)
    assert missing["code"] == "missing_organization_id_or_resource_type_slug"


def test_organization_resource(api: Api) -> None:
    organization = api.organization("Acme")
    id = organization["id"]
    root = api("GET", f"/authorization/organizations/{id}/resources/organization/{id}")
    assert (root["name"], root["resource_type_slug"], root["parent_resource_id"]) == ("Acme", "organization", None)
    api("DELETE", f"{RESOURCES}/{root['id']}", 403)
    child = resource(api, organization, "workspace", "w", parent_resource_id=root["id"])
    assert child["parent_resource_id"] is None
    api("DELETE", f"/organizations/{id}")
    api("GET", f"{RESOURCES}/{child['id']}", 404)
