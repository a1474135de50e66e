"""Parts of a document that openapi-python-client drops or hides, and that the intermediate representation keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.ir import Api, Enum, Method, Model, Union
from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.parse.api import parse
from codegen.problems import CodegenError
from codegen.render.calls import call
from codegen.render.docstrings import ResourceDocstrings
from codegen.render.signatures import overloads, signature

Edit = Callable[[str, str], Path]


def api_of(folder: Path) -> Api:
    document = load(folder)
    lint(document)
    return parse(document)


@pytest.fixture
def api(mini: Path) -> Api:
    return api_of(mini)


def method(api: Api, name: str) -> Method:
    return next(method for method in api.methods if method.name == name)


def test_extensions_of_operations_are_kept(api: Api) -> None:
    create = method(api, "create_thing")
    assert create.accepts_idempotency_key
    assert [item.name for item in api.methods if item.has_idempotency_key] == ["create_thing"]
    assert create.error_codes == {"400": ["too_big", "too_small"]}
    assert create.exclusive[0].groups == (("cat",), ("dog", "dog_size"))
    get = method(api, "get_thing")
    assert (get.credentials, get.wrapped, get.feature_flag, get.newer) == ("access_token", "thing", "things", True)
    assert method(api, "list_things").rate_limits == ("slow",)


def test_style_description_and_deprecation_of_parameters_are_kept(api: Api) -> None:
    names = method(api, "list_things").arguments[0]
    assert (names.name, names.style, names.description, names.deprecated) == (
        "names",
        "comma",
        "The names to include.",
        True,
    )


def test_parameters_of_a_path_item_apply_to_every_operation(api: Api) -> None:
    for name in ("get_thing", "get_thing_url", "delete_thing"):
        assert [argument.name for argument in method(api, name).arguments] == ["thing_id"]


def test_descriptions_beside_a_reference_are_kept(api: Api) -> None:
    thing = api.types["Thing"]
    assert isinstance(thing, Model)
    assert {item.name: item.description for item in thing.fields}["size"] == "The size."


def test_unions_keep_their_name_and_discriminator(api: Api) -> None:
    owner = api.types["Owner"]
    assert isinstance(owner, Union)
    assert (owner.tag, owner.members, owner.unknown) == ("type", ("Person", "Company"), "UnknownOwner")
    thing = api.types["Thing"]
    assert isinstance(thing, Model)
    assert {item.name: item.type.name for item in thing.fields}["owner"] == "Owner"


def test_enums_keep_their_name(api: Api) -> None:
    size = api.types["Size"]
    assert isinstance(size, Enum)
    assert size.values == ("small", "big")


def test_names_that_are_not_python_identifiers(api: Api) -> None:
    thing = api.types["Thing"]
    assert isinstance(thing, Model)
    assert {item.wire: item.name for item in thing.fields if item.wire != item.name} == {
        "odd#name": "odd_name",
        "from": "from_",
    }


def test_wrapper_schemas_become_classes_but_request_and_list_schemas_do_not(api: Api) -> None:
    assert {"CreateThingRequest", "ThingList"}.isdisjoint(api.types)
    assert "WrappedThing" in api.types


def test_all_of_is_an_error(edited: Edit) -> None:
    folder = edited(
        "    WrappedThing:\n      type: object\n",
        "    WrappedThing:\n      allOf: [{$ref: '#/components/schemas/Thing'}]\n      type: object\n",
    )
    with pytest.raises(
        CodegenError, match=r"things\.yaml:\d+ /components/schemas/WrappedThing/allOf: allOf is not supported"
    ):
        api_of(folder)


def test_schema_dropped_by_openapi_python_client_is_an_error(edited: Edit) -> None:
    """Two names that it maps to the same class: the command line of openapi-python-client warns and exits with status 0."""
    text = "    Size:\n      type: string\n      enum: [small, big]\n"
    folder = edited(
        text,
        "    M2mThing:\n      type: string\n      enum: [a]\n      description: A thing.\n    M2MThing:\n      type: string\n      enum: [b]\n      description: Another thing.\n"
        + text,
    )
    path = folder / "resources" / "things.yaml"
    path.write_text(
        path.read_text().replace(
            "description: The size.}",
            "description: The size.}\n        a: {$ref: '#/components/schemas/M2mThing', description: A thing.}\n        b: {$ref: '#/components/schemas/M2MThing', description: Another thing.}",
            1,
        )
    )
    with pytest.raises(
        CodegenError, match="openapi-python-client: Unable to parse schema /components/schemas/M2MThing"
    ):
        api_of(folder)


def test_idempotency_key_that_the_api_does_not_document(edited: Edit) -> None:
    api = api_of(edited("      x-idempotency-key: true\n", ""))
    create = method(api, "create_thing")
    assert (create.has_idempotency_key, create.accepts_idempotency_key) == (True, False)
    assert "idempotency_key: str | None = None" in signature(create, api.types)
    assert "idempotency_key=idempotency_key" in call(create)
    assert "does not document it" in ResourceDocstrings(api.resources[0], [create], {}).method_docstring(create)


def test_argument_that_accompanies_a_fixed_value_may_be_none() -> None:
    """`get_authorization_url(provider="authkit", organization_id=chosen)`: without an organization, `provider` alone is chosen."""
    api = parse(load(Path(__file__).parents[2] / "spec"))
    method = next(
        item for item in api.methods if item.name == "get_authorization_url" and item.resource == "user_management"
    )
    with_provider = [text for text in overloads(method, api.types) if 'provider: Literal["authkit"]' in text]
    assert len(with_provider) == 1
    assert "organization_id: str | None = None" in with_provider[0]
    alone = [text for text in overloads(method, api.types) if "organization_id" in text and "provider: " not in text]
    assert ["organization_id: str," in text for text in alone] == [True]
