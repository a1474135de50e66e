"""An invalid spec ends with exit status 1, the location of the problem, and nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.cli import main

Edit = Callable[[str, str], Path]

GET = "      operationId: getThing\n"
CASES = [
    (GET, f"{GET}      x-color: red\n", "x-color is not an extension of the operation object"),
    (
        "required: [type, name]\n      properties:\n",
        "required: [type, name]\n      properties:\n        full-name: {type: string, description: The full name.}\n",
        "full-name is part of an argument, so it must be a valid Python name",
    ),
    (
        "    Size:\n",
        "        role: {$ref: '#/components/schemas/PersonParam', description: A role.}\n"
        "    PersonParam: {type: string, enum: [one], description: A role.}\n    Size:\n",
        "the `TypedDict` of this component would be named PersonParam, which is another component",
    ),
    (GET, f"{GET}      x-single-use: true\n", "x-single-use is allowed only on a POST without x-idempotency-key"),
    (GET, f"{GET}      x-idempotency-key: true\n", "x-idempotency-key is allowed only on a POST"),
    (GET, f"{GET}      x-returns-requested-id: name\n", "must be a path parameter of the operation"),
    ("      x-wrapped: thing\n", "      x-wrapped: box\n", "the response has no property box"),
    ("x-credentials: access_token", "x-credentials: cookie", "'cookie' is not one of"),
    ("x-rate-limit: [slow]", "x-rate-limit: [fast]", "get/x-rate-limit/0: fast is not defined in x-rate-limits"),
    (
        "x-rate-limit: [slow]",
        "x-rate-limit: [each]",
        "each needs the argument thing_id, which this operation does not have",
    ),
    (
        "x-method: things.delete_thing",
        "x-method: things.create_thing",
        "duplicate method name things.create_thing, already used at",
    ),
    (
        "x-method: things.delete_thing",
        "x-method: others.delete_thing",
        "others.delete_thing does not belong to the resource of its file",
    ),
    ("      x-method: things.delete_thing\n", "", "needs either x-method or x-methods"),
    (
        "{method: things.get_thing}",
        "{method: things.get_thing, error-codes: [gone]}",
        "gone is not one of the operation's x-error-codes",
    ),
    ("operationId: deleteThing", "operationId: getThing", "duplicate operationId getThing, already used at"),
    ("docs/reference/things/create", "blog/things", "post/externalDocs/url: 'https://workos.com/blog/things' does not"),
    (
        "https://workos.com/docs/reference/things/create",
        "http://workos.com/docs/a",
        "'http://workos.com/docs/a' does not",
    ),
    ("{url: https://workos.com/docs/reference/things/create}", "{}", "post/externalDocs: 'url' is a required property"),
    (
        "{url: https://workos.com/docs/reference/things/create}",
        "{url: https://workos.com/docs/a, description: A.}",
        "Additional properties are not allowed ('description' was unexpected)",
    ),
    (
        "      description: A thing.\n",
        "      description: A thing.\n      externalDocs: {url: https://workos.com/docs/a}\n",
        "/components/schemas/Thing/externalDocs: externalDocs is allowed on operations only",
    ),
    (
        "  docs: https://workos.com/docs/reference/things\n",
        "  docs: workos.com/docs\n",
        "'workos.com/docs' does not match",
    ),
    (
        "optional: [dog_size]",
        "optional: [dog_size]\n          allowed-with: {cat: {dog: big}}",
        "allowed-with: dog is not a group of its own",
    ),
    ("summary: Delete a thing\n", "x-source: newer\n", "needs a summary"),
    ("description: The id., schema", "schema", "a parameter needs a description"),
    ("id: {type: string, description: The id.}", "id: {type: string}", "a property needs a description"),
    ("      description: A thing.\n", "", "a component needs a description"),
    ("description: The name.", "description: The name", "a description must be whole sentences that end with a period"),
    ("description: The name.", "description: Name.", "'Name.' does not describe name"),
    (
        "description: The name.",
        "maxLength: 40, description: The name.",
        "the description does not mention the limit maxLength: 40",
    ),
    (
        "description: The name.",
        "maxLength: 40, description: The name; see RFC 2040.",
        "the description does not mention the limit maxLength: 40",
    ),
    ("summary: Delete a thing", "summary: Create a thing", "2 operations have this summary"),
    ("#/components/schemas/Size", "#/components/schemas/Sise", "#/components/schemas/Sise is not defined"),
    ("required: [id, size,", "required: [ident, size,", "ident is required but is not a property"),
    ("enum: [small, big]", "enum: [small, no]", "'no' is not a JSON value; quote it"),
    ("enum: [small, big]", "enum: [small, 7]", "enum value 7 is not a string; quote it"),
    ('"204":', "204:", "the key 204 must be a string; quote it"),
    ("    Company:\n", "    Person:\n", "duplicate key 'Person'"),
    ("    Company:\n", "    company:\n", "is not defined"),
    ("groups: [[cat], [dog, dog_size]]", "groups: [[cat], [wolf]]", "wolf is not a field here"),
    ("style: form\n", "style: spaceDelimited\n", "comma-joined"),
    (
        '"400": {$ref: "#/components/responses/Error"}',
        '"400": {description: Bad.}',
        "an error response must refer to the shared Error response",
    ),
    (
        "          description: Deleted.\n",
        '          description: Deleted.\n        "404": {description: Missing.}\n',
        "an error response must refer to the shared Error response",
    ),
    (
        "          description: Deleted.\n",
        '          description: Deleted.\n        "200": {description: A page., content: {text/html: {schema: {type: string}}}}\n',
        "a response body must be application/json with a schema",
    ),
    (
        "          description: Deleted.\n",
        "          description: Deleted.\n"
        '        "200": {description: A., content: {application/json: {schema: {type: string}}}}\n',
        "a response schema must be a reference to a component",
    ),
    (
        '        "400": {$ref: "#/components/responses/Error"}\n',
        '        "400": {$ref: "#/components/responses/Error"}\n        "202": {description: Accepted.}\n'
        '        "200": {description: A., content: {application/json: {schema: {$ref: "#/components/schemas/Person"}}}}\n',
        "all successful responses must have the same schema",
    ),
    ('        "400": [too_big', '        "404": [too_big', "the operation has no 404 response"),
    (
        "additionalProperties: {type: integer}, description: Its labels.",
        "description: Its labels.",
        "a free-form object needs additionalProperties",
    ),
    (
        "additionalProperties: {type: integer}, description: Its labels.",
        "properties: {a: {type: string, description: A.}}, description: Its labels.",
        "must be a named component",
    ),
    ("          person: ", "          human: ", "has no discriminator constant 'human'"),
    ('          company: "#/components/schemas/Company"\n', "", "lists exactly its members"),
    ("  /things/{thing_id}:", "  /things/{thing}:", "the path template and the path parameters differ"),
    ('type: [string, "null"], description: A note.', 'type: [strng, "null"], description: A note.', "strng"),
    (
        "x-pagination: cursor",
        "x-pagination: cursor\n      x-any-of: [color]",
        "color is not a query parameter",
    ),
    ("  class: Things\n", "  klass: Things\n", "'class' is a required property"),
    ("  name: things\n", "  name: stuff\n", "the file or folder is named 'things'"),
    ("paths:\n", "paths: [\n", "invalid YAML"),
    (
        "      summary: List things\n",
        "      summary: List things\n      summary: Again\n",
        "duplicate key 'summary'",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_invalid_spec(
    edited: Edit, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    folder = edited(old, new)
    out = tmp_path / "out"
    assert main(["--spec", str(folder), "--out", str(out)]) == 1
    errors = capsys.readouterr().err
    assert message in errors
    assert "nothing was written" in errors
    assert not out.exists()
    line = next(line for line in errors.splitlines() if message in line)
    assert ".yaml:" in line


def test_component_defined_in_two_files(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited("paths:\n", "paths:\n")
    text = "components:\n  schemas:\n    Thing:\n      type: object\n      description: Another.\n"
    (folder / "resources" / "zoo.yaml").write_text(text)
    assert main(["lint", "--spec", str(folder)]) == 1
    assert (
        "spec/resources/zoo.yaml:3 /components/schemas/Thing: already defined at spec/resources/things.yaml:"
        in capsys.readouterr().err
    )


def test_import_cycle_between_resources(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited(
        "labels: {type: object",
        "zoo: {$ref: '#/components/schemas/Zoo', description: Zoo.}\n        labels: {type: object",
    )
    text = "components:\n  schemas:\n    Zoo:\n      type: object\n      description: A zoo.\n      properties:\n        person: {$ref: '#/components/schemas/Person', description: P.}\n"
    (folder / "resources" / "zoo.yaml").write_text(text)
    assert main(["lint", "--spec", str(folder)]) == 1
    assert "things → zoo → things" in capsys.readouterr().err


def test_schemas_that_contain_one_another(edited: Edit, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = edited(
        "labels: {type: object",
        "wrapped: {$ref: '#/components/schemas/WrappedThing', description: A thing.}\n        labels: {type: object",
    )
    assert main(["--spec", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert "schemas contain one another" in capsys.readouterr().err


def test_folder_without_spec(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--spec", str(tmp_path / "none")]) == 1
    assert "the spec folder has no openapi.yaml" in capsys.readouterr().err


def test_unused_component(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited(
        "    Company:\n",
        "    Unused:\n      type: object\n      description: Not used.\n      properties:\n        a: {type: string, description: A.}\n    Company:\n",
    )
    assert main(["lint", "--spec", str(folder)]) == 1
    assert "unused component" in capsys.readouterr().err


LIMIT = "key: user\n    by: [thing_id]\n"


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("key: color\n    by: [thing_id]\n", "/x-rate-limits/each/key: 'color' is not one of ['ip', 'api_key'"),
        ("key: ip\n    by: [thing_id]\n", "/x-rate-limits/each/by: the scope ip does not depend on arguments"),
        ("key: user\n", "delete/x-rate-limit/0: each applies per user; list the arguments that hold it under `by`"),
        ("key: user\n    by: []\n", "/x-rate-limits/each/by: [] should be non-empty"),
    ],
)
def test_invalid_rate_limit(edited: Edit, capsys: pytest.CaptureFixture[str], new: str, message: str) -> None:
    folder = edited("  name: things\n", "  name: things\n")
    path = folder / "openapi.yaml"
    text = path.read_text()
    assert LIMIT in text
    path.write_text(text.replace(LIMIT, new))
    assert main(["lint", "--spec", str(folder)]) == 1
    assert message in capsys.readouterr().err
