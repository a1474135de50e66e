"""Checks of what the pages have changed."""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from workos_emulator.http import spec

from ...support import Api


def events(api: Api, *types: str) -> list[Any]:
    """Return the payloads of the events of these types, oldest first, after validating the events against the document."""
    query = {"events": list(types), "order": "asc", "limit": 100}
    found = api("GET", "/events", params=query)["data"]
    for event in found:
        schema = _schema(event["event"])
        problems = [f"{error.json_path}: {error.message}" for error in schema.iter_errors(event)]
        assert not problems, problems
    return [event["data"] for event in found]


@cache
def _schema(type: str) -> Draft202012Validator:
    document = spec.load().raw
    registry: Registry[Any] = Registry()
    registry = registry.with_resource("urn:document", DRAFT202012.create_resource(document))
    (name,) = [
        name
        for name, schema in document["components"]["schemas"].items()
        if schema.get("properties", {}).get("event", {}).get("const") == type
    ]
    return Draft202012Validator({"$ref": f"urn:document#/components/schemas/{name}"}, registry=registry)
