"""Every way to break the spec ends with exit status 1, the place, and nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.__main__ import main

Edit = Callable[[str, str], Path]

GET = "      operationId: getThing\n"
CASES = [
    (GET, f"{GET}      x-colour: red\n", "x-colour is not an extension of this operation"),
    (GET, f"{GET}      x-single-use: true\n", "only a POST without x-idempotency-key can spend what works once"),
    ("      x-wrapped: thing\n", "      x-wrapped: box\n", "the answer has no property box"),
    ("x-credentials: access_token", "x-credentials: cookie", "'cookie' is not one of"),
    ("x-rate-limit: [slow]", "x-rate-limit: [fast]", "get/x-rate-limit/0: fast is not one of x-rate-limits"),
    ("x-rate-limit: [slow]", "x-rate-limit: [each]", "each is counted by thing_id, which is no argument"),
    (
        "x-method: things.delete_thing",
        "x-method: things.create_thing",
        "the method name things.create_thing is already used",
    ),
    ("x-method: things.delete_thing", "x-method: others.delete_thing", "belongs to another resource"),
    ("      x-method: things.delete_thing\n", "", "needs either x-method or x-methods"),
    (
        "{method: things.get_thing}",
        "{method: things.get_thing, error-codes: [gone]}",
        "gone is not in the x-error-codes",
    ),
    ("operationId: deleteThing", "operationId: getThing", "the operationId getThing is already used"),
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
    ("summary: Delete a thing\n", "x-source: newer\n", "needs a summary"),
    ("description: The id., schema", "schema", "a parameter needs a description"),
    ("id: {type: string, description: The id.}", "id: {type: string}", "a property needs a description"),
    ("      description: A thing.\n", "", "a component needs a description"),
    ("description: The name.", "description: The name", "a description is whole sentences, with a full stop"),
    ("description: The name.", "description: Name.", "'Name.' does not say what name is"),
    ("description: The name.", "maxLength: 40, description: The name.", "the limit maxLength 40 is not mentioned"),
    (
        "description: The name.",
        "maxLength: 40, description: The name; see RFC 2040.",
        "the limit maxLength 40 is not mentioned",
    ),
    ("summary: Delete a thing", "summary: Create a thing", "2 operations say this of themselves"),
    ("#/components/schemas/Size", "#/components/schemas/Sise", "#/components/schemas/Sise is defined nowhere"),
    ("required: [id, size,", "required: [ident, size,", "ident is required but not one of the properties"),
    ("enum: [small, big]", "enum: [small, no]", "'no' is not a JSON value here; put it in quotes"),
    ("enum: [small, big]", "enum: [small, 7]", "7 is not text"),
    ('"204":', "204:", "the key 204 must be quoted text"),
    ("    Company:\n", "    Person:\n", "the key 'Person' stands here twice"),
    ("    Company:\n", "    company:\n", "is defined nowhere"),
    ("groups: [[cat], [dog, dog_size]]", "groups: [[cat], [wolf]]", "wolf is not one of the fields"),
    ("style: form\n", "style: spaceDelimited\n", "comma-joined"),
    (
        '"400": {$ref: "#/components/responses/Error"}',
        '"400": {description: Bad.}',
        "a reference to the shared Error response",
    ),
    ('        "400": [too_big', '        "404": [too_big', "404 is not one of the responses"),
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
    ("          person: ", "          human: ", "has no constant 'human'"),
    ('          company: "#/components/schemas/Company"\n', "", "names exactly its members"),
    ("  /things/{thing_id}:", "  /things/{thing}:", "path and path parameters disagree"),
    ('type: [string, "null"], description: A note.', 'type: [strng, "null"], description: A note.', "strng"),
    (
        "x-pagination: cursor",
        "x-pagination: cursor\n      x-any-of: [colour]",
        "colour is not one of the query parameters",
    ),
    ("  class: Things\n", "  klass: Things\n", "'class' is a required property"),
    ("  name: things\n", "  name: stuff\n", "the file or folder is called 'things'"),
    ("paths:\n", "paths: [\n", "not YAML"),
    (
        "      summary: List things\n",
        "      summary: List things\n      summary: Again\n",
        "the key 'summary' stands here twice",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_a_broken_spec(
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


def test_two_files_that_define_the_same(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited("paths:\n", "paths:\n")
    text = "components:\n  schemas:\n    Thing:\n      type: object\n      description: Another.\n"
    (folder / "resources" / "zoo.yaml").write_text(text)
    assert main(["lint", "--spec", str(folder)]) == 1
    assert (
        "spec/resources/zoo.yaml:3 /components/schemas/Thing: defined a second time (first in spec/resources/things.yaml:"
        in capsys.readouterr().err
    )


def test_areas_that_use_each_other_in_a_circle(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited(
        "labels: {type: object",
        "zoo: {$ref: '#/components/schemas/Zoo', description: Zoo.}\n        labels: {type: object",
    )
    text = "components:\n  schemas:\n    Zoo:\n      type: object\n      description: A zoo.\n      properties:\n        person: {$ref: '#/components/schemas/Person', description: P.}\n"
    (folder / "resources" / "zoo.yaml").write_text(text)
    assert main(["lint", "--spec", str(folder)]) == 1
    assert "things → zoo → things" in capsys.readouterr().err


def test_schemas_that_contain_each_other(edited: Edit, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = edited(
        "name: {type: string, description: The name.}",
        "name: {type: string, description: The name.}\n        thing: {$ref: '#/components/schemas/Thing', description: A thing.}",
    )
    assert main(["--spec", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert "schemas contain each other" in capsys.readouterr().err


def test_a_folder_without_spec(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--spec", str(tmp_path / "none")]) == 1
    assert "there is no openapi.yaml" in capsys.readouterr().err


def test_a_component_nobody_uses(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited(
        "    Company:\n",
        "    Nobody:\n      type: object\n      description: N.\n      properties:\n        a: {type: string, description: A.}\n    Company:\n",
    )
    assert main(["lint", "--spec", str(folder)]) == 1
    assert "nothing refers to this component" in capsys.readouterr().err


LIMIT = "key: user\n    by: [thing_id]\n"


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("key: colour\n    by: [thing_id]\n", "/x-rate-limits/each/key: 'colour' is not one of ['ip', 'api_key'"),
        ("key: ip\n    by: [thing_id]\n", "/x-rate-limits/each/by: ip is not found in arguments"),
        ("key: user\n", "delete/x-rate-limit/0: each is counted for each user: say in openapi.yaml `by` which"),
        ("key: user\n    by: []\n", "/x-rate-limits/each/by: [] should be non-empty"),
    ],
)
def test_a_limit_that_counts_nothing(edited: Edit, capsys: pytest.CaptureFixture[str], new: str, message: str) -> None:
    folder = edited("  name: things\n", "  name: things\n")
    path = folder / "openapi.yaml"
    text = path.read_text()
    assert LIMIT in text
    path.write_text(text.replace(LIMIT, new))
    assert main(["lint", "--spec", str(folder)]) == 1
    assert message in capsys.readouterr().err
