"""Operations of an OpenAPI document, added to the small spec."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.cli import main
from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.parse.api import parse

Add = Callable[..., int]

DOCUMENT = Path(__file__).parent / "documents" / "pets.yaml"
LIST = "GET /things/{thing_id}/pets"
CREATE = "PetsController_create"


@pytest.fixture
def spec(tmp_path: Path, mini: Path) -> Path:
    shutil.copytree(mini, tmp_path / "spec")
    return tmp_path / "spec"


@pytest.fixture
def add(spec: Path, tmp_path: Path) -> Add:
    """Return a function that edits the document, adds operations to the spec, and returns the exit status."""

    def run(*operations: str, old: str = "", new: str = "", document: Path = DOCUMENT, resource: str = "") -> int:
        text = document.read_text()
        assert old in text
        path = tmp_path / "openapi.yaml"
        path.write_text(text.replace(old, new, 1))
        arguments = ["add", "--from", str(path), "--spec", str(spec)]
        arguments += ["--operation", *operations] if operations else []
        return main([*arguments, "--resource", resource] if resource else arguments)

    return run


def added(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text())
    return content


def complete(spec: Path) -> None:
    """Complete the marked values: keep what is suggested, and describe the rest."""
    methods: list[str] = []

    def value(match: re.Match[str]) -> str:
        key, suggestion = match[1], match[2] or ""
        if key in ("x-method", "method"):
            methods.append(suggestion)
            return f"{key}: {suggestion}{methods.count(suggestion) if methods.count(suggestion) > 1 else ''}"
        default = {"x-name": "other_name", "summary": f"Do {len(methods)} things {match.start()}"}
        text = suggestion if " " in suggestion else default.get(key, "A description.")
        return f"{key}: {text}"

    for path in spec.glob("resources/**/*.yaml"):
        path.write_text(re.sub(r'([\w-]+): "?TODO(?:: ([^"\n]*))?"?', value, path.read_text()))


def test_every_missing_operation(add: Add, spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The completed files pass the lint, can be parsed, and describe the operations as the document does."""
    assert add() == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in printed] == [
        "spec/resources/things/pets.yaml",
        "spec/resources/things/things.yaml",
        "spec/resources/stray_pets.yaml",
        "spec/resources/things/list.yaml",
    ]
    marks = sum(
        path.read_text().count("TODO") - 1 for path in spec.glob("resources/**/*.yaml") if "TODO" in path.read_text()
    )
    assert sum(int(re.findall(r"(\d+) value", line)[0]) for line in printed) == marks

    assert main(["lint", "--spec", str(spec)]) == 1
    errors = capsys.readouterr().err
    assert all("complete th" in line and "resources/" in line for line in errors.splitlines()[:-1])
    complete(spec)
    assert main(["lint", "--spec", str(spec)]) == 0
    document = load(spec)
    lint(document)
    methods = {f"{method.resource}.{method.name}": method for method in parse(document).methods}
    create = methods["things.create_pet"]
    assert [argument.name for argument in create.arguments] == [
        "other_name",
        "thing_id",
        "shelter",
        "breeder",
        "breeder_size",
        "size",
    ]
    assert create.accepts_idempotency_key
    assert (create.credentials, create.feature_flag) == ("none", "pets")
    assert methods["things.list_pets_of_thing"].kind == "pager"
    assert methods["things.rename_thing"].credentials == "access_token"
    assert [argument.name for argument in methods["stray_pets.post_stray_pets"].arguments] == ["color"]
    assert "stray_pets.post_stray_pets2" in methods

    capsys.readouterr()
    assert main(["sources", str(tmp_path / "openapi.yaml"), "--spec", str(spec)]) == 1
    locations = [entry["location"] for entry in yaml.safe_load(capsys.readouterr().out)]
    of_added = [one for one in locations if "pets" in one.lower() or "/list" in one or one.startswith("PUT")]
    assert of_added == [
        "POST /stray-pets 302 body",
        "POST /things/{thing_id}/pets 409.error",
        "POST /things/{thing_id}/pets default",
    ]
    assert add() == 0
    assert capsys.readouterr().out == "the spec has every operation of the document\n"


def test_form_of_the_spec(add: Add, spec: Path) -> None:
    assert add(LIST) == 0
    content = added(spec / "resources" / "things" / "pets.yaml")
    operation = content["paths"]["/things/{thing_id}/pets"]["get"]
    assert operation["operationId"] == "listPetsOfThing"
    assert operation["x-method"] == "TODO: things.list_pets_of_thing"
    assert operation["x-pagination"] == "cursor"
    assert operation["summary"] == "List the pets of a thing"
    assert operation["description"] == "Sorted by name. See things."
    parameters = operation["parameters"]
    assert parameters[0]["name"] == "thing_id"
    assert [one.get("$ref", one.get("name")) for one in parameters[1:]] == [
        "#/components/parameters/Before",
        "#/components/parameters/After",
        "limit",
        "#/components/parameters/Order",
        "kinds",
    ]
    assert parameters[3]["description"] == "The page size. The minimum is 1. The maximum is 50."
    assert (parameters[5]["style"], parameters[5]["explode"]) == ("form", False)
    schemas = content["components"]["schemas"]
    assert list(schemas) == [
        "ListPetsOfThingKind",
        "PetList",
        "Pet",
        "PetTag",
        "PetShelter",
        "PetShelterHouse",
        "PetShelterFarm",
    ]
    pet = schemas["Pet"]
    assert pet["required"] == ["id", "name", "shelter"]
    assert pet["description"] == "A pet of a thing."
    assert pet["properties"]["id"] == {"type": "string", "description": "The ID of the pet."}
    assert pet["properties"]["name"] == {"type": "string", "description": "TODO"}
    assert pet["properties"]["tags"]["items"] == {"$ref": "#/components/schemas/PetTag"}
    assert pet["properties"]["born_at"]["type"] == ["string", "null"]
    assert pet["properties"]["bornAt"]["x-name"] == "TODO"
    assert pet["properties"]["access_token"]["format"] == "password"
    assert pet["properties"]["note"]["anyOf"] == [{"type": "integer"}, {"type": "string"}]
    assert pet["properties"]["note"]["description"] == "TODO: Number."
    assert pet["properties"]["thing"]["$ref"] == "#/components/schemas/Thing"
    assert pet["properties"]["shelter"]["anyOf"] == [{"$ref": "#/components/schemas/PetShelter"}, {"type": "null"}]
    assert schemas["PetShelter"]["discriminator"]["mapping"] == {
        "house": "#/components/schemas/PetShelterHouse",
        "farm": "#/components/schemas/PetShelterFarm",
    }
    assert schemas["PetShelterHouse"]["properties"]["type"] == {"const": "house", "description": "Always `house`."}


def test_request(add: Add, spec: Path) -> None:
    assert add(CREATE) == 0
    content = added(spec / "resources" / "things" / "pets.yaml")
    operation = content["paths"]["/things/{thing_id}/pets"]["post"]
    assert operation["x-idempotency-key"] is True
    assert operation["x-credentials"] == "none"
    assert operation["x-feature-flag"] == "pets"
    assert operation["x-error-codes"] == {"409": ["taken", "closed"]}
    assert operation["responses"]["409"] == {"$ref": "#/components/responses/Error"}
    assert [*operation["responses"]] == ["201", "202", "409"]
    assert "content" not in operation["responses"]["202"]
    assert [one["name"] for one in operation["parameters"]] == ["thing_id"]
    request = content["components"]["schemas"]["CreatePetRequest"]
    assert request["x-exclusive"] == [
        {"groups": [["shelter"], ["breeder", "breeder_size"]], "required": True, "optional": ["breeder_size"]}
    ]
    assert request["properties"]["breeder_size"] == {
        "type": "integer",
        "description": "The size of the breeder. The minimum is 3.",
        "minimum": 3,
    }


def test_path_that_the_spec_has(add: Add, spec: Path) -> None:
    """The operation gets the path template of the spec, which already describes the path parameter."""
    assert add("ThingsController_rename") == 0
    paths = added(spec / "resources" / "things" / "things.yaml")["paths"]
    assert list(paths) == ["/things/{thing_id}"]
    rename = paths["/things/{thing_id}"]["put"]
    assert "parameters" not in rename
    assert (rename["x-credentials"], rename["deprecated"]) == ("access_token", True)
    schema = rename["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/Thing"}


def test_new_resource(add: Add, spec: Path) -> None:
    assert add("POST /stray-pets") == 0
    content = added(spec / "resources" / "stray_pets.yaml")
    assert content["x-resource"] == {"name": "stray_pets", "class": "StrayPets", "description": "TODO"}
    operation = content["paths"]["/stray-pets"]["post"]
    assert [entry["body"] for entry in operation["x-methods"]] == ["PostStrayPetsRequestCat", "PostStrayPetsRequestDog"]
    assert "text/html" in operation["responses"]["302"]["description"]
    assert operation["requestBody"]["required"] is False


def test_resource_of_choice(add: Add, spec: Path) -> None:
    assert add("POST /stray-pets", resource="things") == 0
    content = added(spec / "resources" / "things" / "stray_pets.yaml")
    assert "x-resource" not in content
    assert content["paths"]["/stray-pets"]["post"]["x-methods"][0]["method"].startswith("TODO: things.")


def test_names_that_the_document_or_the_spec_uses(add: Add, spec: Path) -> None:
    """Inline schemas get another name; a summary and an operationId that another operation has are marked."""
    assert add(LIST, old="    Base:", new="    PetTag: {type: object}\n    Base:") == 0
    content = added(spec / "resources" / "things" / "pets.yaml")
    assert content["components"]["schemas"]["Pet"]["properties"]["tags"]["items"] == {
        "$ref": "#/components/schemas/PetTag2"
    }
    assert add("ThingsController_rename", old="summary: Rename a thing", new="summary: Delete a thing") == 0
    rename = added(spec / "resources" / "things" / "things.yaml")["paths"]["/things/{thing_id}"]["put"]
    assert (rename["operationId"], rename["summary"]) == ("TODO: deleteThing", "TODO: Delete a thing")


ERRORS = [
    (["ThingsController_delete"], "", "", "/paths/~1things~1{key}/delete: duplicate operation: the spec has it at spec/resources/things.yaml:"),
    (["DELETE /things/{a}"], "", "", "/paths/~1things~1{key}/delete: duplicate operation"),
    ([LIST, "Nope"], "", "", "/paths: the document has no operation 'Nope'; pass an operationId, or a method and a path"),
    (["GET /things/{a}/b/pets"], "", "", "the document has no operation 'GET /things/{a}/b/pets'"),
    ([LIST], "tags: {type: array", "owner: {$ref: '#/components/schemas/Company'}\n            tags: {type: array", "/components/schemas/Company: duplicate schema Company: the name is already used at spec/resources/things.yaml:"),
    ([LIST], "tags: {type: array", "owner: {$ref: '#/components/schemas/Things'}\n            tags: {type: array", "/components/schemas/Things: duplicate schema Things: the name is already used at"),
    ([CREATE], "{name: Idempotency-Key", "{name: Trace", "/paths/~1things~1{id}~1pets/post/parameters/1: header parameters are not supported (Trace)"),
    ([CREATE], '{$ref: "#/components/schemas/CreatePetDto"}', "{type: array, items: {type: string}}", "a request body must be an object"),
    ([CREATE], "enum: [closed]", "enum: [taken]", "/paths/~1things~1{id}~1pets/post/responses/409: duplicate error code taken"),
    ([LIST], "operationId: PetsController_create", "operationId: PetsController_list", "post: duplicate operationId"),
    ([LIST], "openapi: 3.0.3", "openapi: 2.0.0", ":2 /openapi: not an OpenAPI 3 document"),
]  # fmt: skip


@pytest.mark.parametrize(("operations", "old", "new", "message"), ERRORS, ids=lambda value: str(value)[-40:])
def test_error(
    add: Add, spec: Path, capsys: pytest.CaptureFixture[str], operations: list[str], old: str, new: str, message: str
) -> None:
    before = {path: path.read_bytes() for path in spec.glob("**/*") if path.is_file()}
    assert add(*operations, old=old, new=new) == 1
    errors = capsys.readouterr().err.splitlines()
    line = next(line for line in errors if message in line)
    assert line.startswith(f"{spec.parent / 'openapi.yaml'}:")
    assert errors[-1].endswith("nothing was written")
    assert {path: path.read_bytes() for path in spec.glob("**/*") if path.is_file()} == before


def test_file_that_exists(add: Add, spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = spec / "resources" / "things"
    folder.mkdir()
    (folder / "pets.yaml").write_text("paths: {}\n")
    assert add(LIST) == 0
    assert (folder / "list_pets_of_thing.yaml").exists()
    (folder / "create_pet.yaml").write_text("paths: {}\n")
    assert add(CREATE) == 1
    assert "create_pet.yaml:1: the file already exists; move it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add"], "add requires --from"),
        (["lint", "--from", "a"], "only add accepts --from"),
        (["sources", "a", "--operation", "b"], "only add accepts --from"),
        (["add", "a", "--from", "b"], "other commands accept no path"),
        (["add", "--from", "b", "--resource", "../x"], "--resource must be a Python name"),
    ],
)
def test_arguments(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert message in capsys.readouterr().err
