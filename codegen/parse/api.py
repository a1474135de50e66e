"""The parser: the whole document → the intermediate representation."""

import json

from codegen.document import Document, component_name
from codegen.ir import Api, Method
from codegen.parse.completeness import check_completeness, read_with_client_parser
from codegen.parse.nested_arguments import check_nested_arguments
from codegen.parse.operations import read_methods
from codegen.parse.schemas import read_types


def parse(document: Document) -> Api:
    """Turn a linted document into the intermediate representation.

    Raises:
        CodegenError: A value can't be generated, openapi-python-client warns, or it reads the document differently.
    """
    client_data = read_with_client_parser(document)
    methods = read_methods(document)
    api = Api(
        tuple(resource for _, resource in sorted(document.resources.items())),
        methods,
        read_types(document, _without_class(document, methods)),
        document.module_sources,
    )
    document.check()
    check_completeness(document, api, client_data)
    check_nested_arguments(document, api)
    document.check()
    return api


def _without_class(document: Document, methods: tuple[Method, ...]) -> set[str]:
    """Return the names of request schemas, which become arguments, and of list schemas, which become pagers.

    A schema that another schema refers to is a class as well. The alternatives of a request body do not count as references.
    """
    bodies = {component_name(operation.body_schema) for operation in document.operations()}
    candidates = bodies | {name for method in methods for name in (method.body, method.page)} - {""}
    others = [
        json.dumps(schema)
        for name, schema in document.schemas.items()
        if not (name in candidates and "oneOf" in schema)
    ]
    return {name for name in candidates if not any(f'"#/components/schemas/{name}"' in text for text in others)}
