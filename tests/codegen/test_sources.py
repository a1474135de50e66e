"""The differences between the small spec and an OpenAPI document that describes the same API in WorkOS's form."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from codegen.cli import ROOT, main
from codegen.openapi.comparison.reasons import load_reasons

Entry = tuple[str, str, str]
Sources = Callable[..., tuple[int, list[Entry], str]]

DOCUMENT = Path(__file__).parent / "documents" / "things.yaml"
LIST = "GET /things"
CREATE = "POST /things"
DELETE = "DELETE /things/{thing_id}"
DELETION = "  /things/{id}:\n    delete:\n"
OTHER = "  /things/{id}:\n    put: {operationId: put, responses: {}}\n    delete:\n"
PLANTED: list[tuple[str, str, list[Entry]]] = [
    # operations
    (DELETION, OTHER, [("PUT /things/{id}", "present", "absent")]),
    ("    delete:\n", "    patch:\n", [(DELETE, "absent", "present"), ("PATCH /things/{id}", "present", "absent")]),
    (
        "operationId: ThingsController_delete\n",
        "deprecated: true\n",
        [(f"{DELETE} status", "deprecated", "not deprecated")],
    ),
    (
        "operationId: ThingsController_delete\n",
        "x-feature-flag: beta\n",
        [(f"{DELETE} feature flag", "beta", "absent")],
    ),
    ("ThingsController_create", "CreateThing", []),
    # parameters
    ("{name: names, required: false", "{name: names, required: true", [(f"{LIST} query names", "required", "optional")]),
    (
        "in: query, deprecated: true,",
        "in: query,",
        [(f"{LIST} query names status", "not deprecated", "deprecated")],
    ),
    (
        "{name: names, required: false, in: query",
        "{name: names, required: false, in: header",
        [(f"{LIST} query names", "absent", "optional"), (f"{LIST} header names", "optional", "absent")],
    ),
    (
        "schema: {type: integer}",
        "schema: {type: integer, minimum: 1, maximum: 100, default: 10}",
        [
            (f"{LIST} query limit minimum", "1", "absent"),
            (f"{LIST} query limit maximum", "100", "absent"),
            (f"{LIST} query limit default", "10", "absent"),
        ],
    ),
    ("schema: {type: integer}", "schema: {type: number}", [(f"{LIST} query limit type", "number", "integer")]),
    (
        "{name: order, required: false, in: query, schema: {type: string}}",
        "{name: order, required: false, in: query, schema: {type: string, enum: [asc, desc]}}",
        [(f"{LIST} query order values", "asc | desc", "any")],
    ),
    ("items: {type: string}}}", "items: {type: integer}}}", [(f"{LIST} query names[] type", "integer", "string")]),
    (
        "{name: id, required: true, in: path, schema: {type: string}}",
        "{name: key, required: true, in: path, schema: {type: integer}}",
        [(f"{DELETE} path key", "required", "absent"), (f"{DELETE} path 1", "absent", "required")],
    ),
    (
        "{name: id, required: true, in: path, schema: {type: string}}",
        "{name: id, required: true, in: path, schema: {type: integer}}",
        [(f"{DELETE} path 1 type", "integer", "string")],
    ),
    (
        "        - {name: idempotency-key, required: false, in: header, schema: {type: string}}\n",
        "        - {name: Trace, in: header, schema: {type: string}}\n",
        [(f"{CREATE} header idempotency-key", "absent", "optional"), (f"{CREATE} header trace", "optional", "absent")],
    ),
    # request bodies
    (
        "      requestBody:\n        required: true\n",
        "      requestBody:\n        required: false\n",
        [(f"{CREATE} body", "optional", "required")],
    ),
    ("[kind, size]", "[kind]", [("CreateThingRequest.size", "optional", "required")]),
    (
        "client_id: {type: string}",
        "client_id: {type: string}\n                color: {type: [integer, 'null']}",
        [("CreateThingRequest.color", "optional integer | null", "absent")],
    ),
    (
        "                cat: {type: string}\n",
        "",
        [("CreateThingRequest.cat", "absent", "optional string")],
    ),
    (
        "cat: {type: string}",
        "cat: {type: string, minLength: 2}",
        [("CreateThingRequest.cat minLength", "2", "absent")],
    ),
    (
        'note: {type: [string, "null"]',
        "note: {type: string",
        [("CreateThingRequest.note type", "string", "string | null")],
    ),
    (
        "type: string, const: thing",
        "type: string, const: object",
        [("CreateThingRequest.kind value object", "present", "absent"), ("CreateThingRequest.kind value thing", "absent", "present")],
    ),
    (
        "optional: true\n",
        "optional: false\n",
        [
            (f"{CREATE} body at most one of cat | dog with dog_size (optional)", "absent", "present"),
            (f"{CREATE} body exactly one of cat | dog with dog_size (optional)", "present", "absent"),
        ],
    ),
    # responses
    ("204: {description: No Content}", "202: {description: Accepted}", [(f"{DELETE} 204", "absent", "present"), (f"{DELETE} 202", "present", "absent")]),
    (
        "204: {description: No Content}",
        "204: {description: None, content: {application/json: {schema: {}}}}",
        [(f"{DELETE} 204 body", "present", "absent")],
    ),
    ("required: [object, list_metadata]", "required: [object]", [("ThingList.list_metadata", "optional", "required")]),
    (
        "{format: date-time, type: [string, ",
        "{type: [string, ",
        [("Thing.odd#name type", "string | null", "string (date-time) | null")],
    ),
    ("from: {type: string, deprecated: true}", "from: {type: string}", [("Thing.from status", "not deprecated", "deprecated")]),
    (
        "additionalProperties: {type: integer}",
        "additionalProperties: {type: string}",
        [("Thing.labels{} type", "string", "integer")],
    ),
    (
        "id: {type: string}\n        size: {type: string, enum: [small, big]}",
        "id: {type: string}\n        size: {type: string, enum: [small, huge]}",
        [("Size value huge", "present", "absent"), ("Size value big", "absent", "present")],
    ),
    (
        "id: {type: string}\n        size: {type: string, enum: [small, big]}",
        "id: {type: string}\n        size: {type: string}",
        [("Size values", "any", "small | big")],
    ),
    ("code: {type: string, const: too_big}", "code: {type: string, const: too_wide}", [(f"{CREATE} 400 code too_big", "absent", "present"), (f"{CREATE} 400 code too_wide", "present", "absent")]),
    (
        "code: {type: string, const: too_big}",
        "code: {type: string, const: too_big}\n                      limit: {type: integer}",
        [(f"{CREATE} 400.limit", "present", "absent")],
    ),
    # unions
    ("const: company", "const: bot", [("Owner type bot", "present", "absent"), ("Owner type company", "absent", "present")]),
    ("            name: {type: string}\n", "            name: {type: [string, 'null']}\n", [("Person.name type", "string | null", "string")]),
    ("required: [type, name]", "required: [type]", [("Person.name", "optional", "required")]),
]  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path, mini: Path, capsys: pytest.CaptureFixture[str]) -> Sources:
    """Return a function that edits the document and runs `codegen sources`; it returns the status, the entries and the errors."""
    spec = tmp_path / "spec"
    shutil.copytree(mini, spec)

    def run(old: str = "", new: str = "", *, reasons: str = "") -> tuple[int, list[Entry], str]:
        text = DOCUMENT.read_text()
        assert old in text
        path = tmp_path / "openapi.yaml"
        path.write_text(text.replace(old, new, 1))
        if reasons:
            (spec / "differences.yaml").write_text(reasons)
        before = {file: file.read_bytes() for file in tmp_path.glob("**/*") if file.is_file()}
        status = main(["sources", str(path), "--spec", str(spec)])
        assert {file: file.read_bytes() for file in tmp_path.glob("**/*") if file.is_file()} == before
        output = capsys.readouterr()
        printed = yaml.safe_load(output.out) if status else []
        return status, [(one["location"], one["theirs"], one["ours"]) for one in printed or []], output.err

    return run


@pytest.mark.parametrize(("old", "new", "expected"), PLANTED, ids=[case[1].strip()[:50] for case in PLANTED])
def test_planted_difference(sources: Sources, old: str, new: str, expected: list[Entry]) -> None:
    status, found, _ = sources(old, new)
    assert sorted(found) == sorted(expected)
    assert status == int(bool(expected))


def test_equal_documents(sources: Sources) -> None:
    assert sources() == (0, [], "")


def test_positions_in_both_documents(tmp_path: Path, mini: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT.read_text().replace("secret: {type: string}", "secret: {type: integer}"))
    line = next(index for index, text in enumerate(path.read_text().splitlines(), 1) if "secret:" in text)
    assert main(["sources", str(path), "--spec", str(mini)]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"# theirs: {path}:{line} /components/schemas/ThingDto/properties/secret"
    assert printed[1].startswith("# ours: mini/resources/things.yaml:")
    assert printed[1].endswith(" /components/schemas/Thing/properties/secret")
    assert printed[2:] == ["- location: Thing.secret type", "  theirs: integer", "  ours: string", "  why:"]


def test_source_in_the_spec_explains_absence(sources: Sources, tmp_path: Path) -> None:
    """`GET /things/{thing_id}` has `x-source` and is not in the document. Described there, it is a difference."""
    get = "  /things/{id}:\n    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {200: {description: OK}}}\n    delete:\n"
    status, found, _ = sources(DELETION, get)
    assert status == 1
    assert ("GET /things/{thing_id} x-source", "present", "newer") in found
    things = tmp_path / "spec" / "resources" / "things.yaml"
    text = things.read_text().replace(
        "secret: {", "extra: {type: string, x-source: newer, description: An extra.}\n        secret: {"
    )
    things.write_text(text)
    assert sources() == (0, [], "")
    _, found, _ = sources("secret: {", "extra: {type: string}\n        secret: {")
    assert found == [("Thing.extra x-source", "present", "newer")]


NEW_FIELDS = ("secret: {type: string}", "secret: {type: integer}\n        color: {type: string}")
REASON = "- {location: Thing.secret type, theirs: integer, ours: string, why: They are wrong.}\n"
COLOR = "- {location: Thing.color, theirs: optional string, ours: absent, why: Not supported.}\n"


def test_reasons_explain_differences(sources: Sources) -> None:
    assert sources(*NEW_FIELDS, reasons=REASON)[1] == [("Thing.color", "optional string", "absent")]
    assert sources(*NEW_FIELDS, reasons=REASON + COLOR) == (0, [], "")
    listed = "- {location: [CreateThingRequest.size, CreateThingRequest.kind], theirs: optional, ours: required, why: Defaults.}"
    assert sources("required: [kind, size]", "required: []", reasons=listed) == (0, [], "")
    pattern = listed.replace("[CreateThingRequest.size, CreateThingRequest.kind]", "CreateThing*.*i*")
    assert sources("required: [kind, size]", "required: []", reasons=pattern) == (0, [], "")


@pytest.mark.parametrize(
    ("reasons", "message"),
    [
        (REASON, "Thing.secret type matches no difference; remove the entry"),
        (
            COLOR.replace("Thing.color", "Thing.*").replace("optional string", "optional integer"),
            "Thing.* matches no difference; found there: theirs 'optional string', ours 'absent'",
        ),
        (COLOR.replace("Thing.color", "[Thing.color, Thing.size]"), "Thing.size matches no difference"),
        (COLOR.replace("Thing.color", "Thing.colo"), "Thing.colo matches no difference"),
        (COLOR.replace("Thing.color", "Thingscolor"), "Thingscolor matches no difference"),
        (COLOR + COLOR, "Thing.color is already explained at spec/differences.yaml:1"),
        (COLOR.replace(", why: Not supported.", ""), "'why' is a required property"),
        (COLOR.replace("Not supported.", "' '"), "/0/why: ' ' does not match"),
        (COLOR.replace("Not supported.", ""), "/0/why: None is not of type 'string'"),
        (COLOR.replace("why:", "because:"), "'because' was unexpected"),
        (COLOR.replace("optional string", "4"), "/0/theirs: 4 is not of type 'string'"),
        ("a: 1\n", "is not of type 'array'"),
        ("- [\n", "invalid YAML"),
    ],
)
def test_invalid_reason(sources: Sources, reasons: str, message: str) -> None:
    color = ("secret: {type: string}", "secret: {type: string}\n        color: {type: string}")
    status, _, errors = sources(*color, reasons=reasons)
    assert status == 1
    line = next(line for line in errors.splitlines() if message in line)
    assert line.startswith("spec/differences.yaml:")


ID = "        - {name: id, required: true, in: path, schema: {type: string}}\n"
OWNER = "{$ref: '#/components/schemas/OwnerDto'}"
UNREADABLE = [
    ("openapi: 3.1.1\n", "swagger: '2.0'\n", ":1 /openapi: not an OpenAPI 3 document"),
    ("openapi: 3.1.1\n", "- openapi: 3.1.1\n", "invalid YAML"),
    ("paths:\n", "paths: [\n", "invalid YAML"),
    ("paths:\n", "routes:\n", "'paths' is a required property"),
    ("info: {title: Things", "info: {title: \x01Things", "invalid YAML"),
    ("info: {title: Things", "info: &a {title: *a, b: Things", "the values are nested too deeply"),
    (ID, "        - {name: id}\n", "/paths/~1things~1{id}/delete/parameters/0: 'in' is a required property"),
    (ID, ID.replace("{type: string}", "[]"), "parameters/0/schema: [] is not of type 'object', 'boolean'"),
    ("204: {description: No Content}", "204: []", "/responses/204: [] is not of type 'object'"),
    ("secret: {type: string}", "secret: {type: 7}", "/components/schemas/ThingDto/properties/secret/type: 7 is not of type"),
    ("secret: {type: string}", "secret: {$ref: '#/components/schemas/No'}", "properties/secret: #/components/schemas/No is not defined"),
    ("secret: {type: string}", "secret: {$ref: other.yaml#/A}", "properties/secret: other.yaml#/A is not defined"),
    ("    OwnerDto:\n", f"    OwnerDto: {OWNER}\n    Other:\n", "schemas/OwnerDto/$ref: the reference leads back to itself"),
    ("    OwnerDto:\n", f"    OwnerDto: {{allOf: [{OWNER}]}}\n    Other:\n", "/components/schemas/OwnerDto: the schema refers to itself"),
    ("  /things/{id}:\n", "  /more: {$ref: '#/paths/~1things'}\n  /things/{id}:\n", "/paths/~1more/$ref: a path item must not be a reference"),
    ("  /things/{id}:\n", "  /things/{key}: {delete: {responses: {}}}\n  /things/{id}:\n", "/paths/~1things~1{id}/delete: duplicate operation, already used at /paths/~1things~1{key}/delete"),
    ("ThingsController_create", "ThingsController_list", "/paths/~1things/post: duplicate operationId, already used at /paths/~1things/get"),
    ("    OwnerDto:\n", "    ThingDto: {type: object}\n    OwnerDto:\n", "/components/schemas: duplicate key 'ThingDto'"),
    ("const: too_big", "const: too_small", "/paths/~1things/post/responses/400: duplicate error code too_small"),
    ("x-mutually-exclusive-body-groups:\n", "x-mutually-exclusive-body-groups:\n        other: [cat]\n", "post/x-mutually-exclusive-body-groups/other: ['cat'] is not of type 'object'"),
    ("{cat: [cat], ", "{cat: cat, ", "body-groups/pet/variants/cat: 'cat' is not of type 'array'"),
    ("operationId: ThingsController_list\n", "security: 7\n", "/paths/~1things/get/security: 7 is not of type 'array'"),
    ("operationId: ThingsController_list\n", "summary: 7\n", "/paths/~1things/get/summary: 7 is not of type 'string', 'null'"),
    ("schema: {type: integer}", "schema: {type: integer, minimum: [1]}", "schema/minimum: [1] is not of type 'number'"),
    (ID, "        - {$ref: '#/components/schemas/ThingDto'}\n", "/paths/~1things~1{id}/delete/parameters/0: the reference does not refer to a parameter"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), UNREADABLE, ids=[case[2][-50:] for case in UNREADABLE])
def test_unreadable_document(sources: Sources, tmp_path: Path, old: str, new: str, message: str) -> None:
    status, found, errors = sources(old, new)
    assert (status, found) == (1, [])
    line = next(line for line in errors.splitlines() if message in line)
    assert line.startswith(f"{tmp_path / 'openapi.yaml'}:")
    assert "nothing was written" in errors


@pytest.mark.parametrize(("name", "message"), [("none.yaml", "No such file"), ("", "Is a directory")])
def test_missing_document(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, message: str) -> None:
    assert main(["sources", str(tmp_path / name)]) == 1
    assert f"the file can't be read: {message}" in capsys.readouterr().err


def test_document_that_is_not_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "openapi.yaml").write_bytes(b"openapi: \xff")
    assert main(["sources", str(tmp_path / "openapi.yaml")]) == 1
    assert "invalid UTF-8" in capsys.readouterr().err


def test_reasons_of_the_spec() -> None:
    """Every reason can be read, and names a location once."""
    locations = [location for reason in load_reasons(ROOT / "spec") for location in reason.locations]
    assert locations
    assert len(set(locations)) == len(locations)


@pytest.mark.parametrize("arguments", [["sources"], ["sources", "a", "b"], ["lint", "a"], ["diff", "a"]])
def test_number_of_paths(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert "diff requires two spec folders, sources an OpenAPI document" in capsys.readouterr().err
