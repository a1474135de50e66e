"""Any difference between what openapi-python-client reads and what is generated is an error, in both directions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openapi_python_client.parser import GeneratorData

from codegen.document import Document
from codegen.load.spec_folder import load
from codegen.parse import completeness
from codegen.parse.api import parse
from codegen.problems import CodegenError

Change = Callable[[GeneratorData], None]


def _endpoints(data: GeneratorData) -> list[Any]:
    (collection,) = data.endpoint_collections_by_tag.values()
    return collection.endpoints


def _drop_model(data: GeneratorData) -> None:
    data.models[:] = [model for model in data.models if model.class_info.name != "Person"]


def _drop_request_model(data: GeneratorData) -> None:
    data.models[:] = [model for model in data.models if model.class_info.name != "CreateThingRequest"]


def _drop_property(data: GeneratorData) -> None:
    model = next(model for model in data.models if model.class_info.name == "Person")
    model.required_properties = [item for item in model.required_properties or [] if item.python_name != "name"]


def _drop_enum(data: GeneratorData) -> None:
    data.enums.clear()


def _drop_enum_value(data: GeneratorData) -> None:
    (enum,) = data.enums
    enum.values = {"small"}


def _drop_operation(data: GeneratorData) -> None:
    _endpoints(data)[:] = [endpoint for endpoint in _endpoints(data) if endpoint.name != "delete_thing"]


def _drop_parameter(data: GeneratorData) -> None:
    next(endpoint for endpoint in _endpoints(data) if endpoint.name == "list_things").query_parameters.pop(0)


def _rename_model(data: GeneratorData) -> None:
    model = next(model for model in data.models if model.class_info.name == "Person")
    model.class_info.name = type(model.class_info.name)("Human", "field_")


def _rename_operation(data: GeneratorData) -> None:
    endpoint = next(endpoint for endpoint in _endpoints(data) if endpoint.name == "delete_thing")
    endpoint.name = type(endpoint.name)("eraseThing", "field_")


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (_drop_model, [r"things\.yaml:\d+ /components/schemas/Person: the schema Person was dropped"]),
        (_drop_request_model, ["the schema CreateThingRequest was dropped"]),
        (_drop_property, ["the schema Person differs from what openapi-python-client reads: name"]),
        (_drop_enum, ["the schema Size was dropped"]),
        (_drop_enum_value, ["the schema Size differs from what openapi-python-client reads: big"]),
        (_drop_operation, [r"/paths/~1things~1\{thing_id\}/delete: the operation delete_thing was dropped"]),
        (_drop_parameter, ["the operation list_things differs from what openapi-python-client reads: query:names"]),
        (_rename_model, ["Human is read by openapi-python-client but was not generated", "Person was dropped"]),
        (_rename_operation, ["erase_thing is read by openapi-python-client but was not", "delete_thing was dropped"]),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_difference_is_an_error(
    mini: Path, monkeypatch: pytest.MonkeyPatch, change: Change, messages: list[str]
) -> None:
    read = completeness.read_with_client_parser

    def read_and_change(document: Document) -> GeneratorData:
        data = read(document)
        change(data)
        return data

    monkeypatch.setattr("codegen.parse.api.read_with_client_parser", read_and_change)
    with pytest.raises(CodegenError) as caught:
        parse(load(mini))
    assert len(caught.value.problems) == len(messages)
    for message in messages:
        assert caught.match(message)


def test_operation_without_a_method_is_an_error(mini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codegen.parse.api.read_methods", lambda document: ())
    with pytest.raises(CodegenError) as caught:
        parse(load(mini))
    assert caught.match("the operation get_thing is read by openapi-python-client but was not generated")
    assert caught.match("the schema CreateThingRequest is read by openapi-python-client but was not generated")
