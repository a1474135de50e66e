"""Seeding over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http import errors
from workos_emulator.http.schema_parts import STRING, object_schema
from workos_emulator.seeding import seed_file
from workos_emulator.seeding.seed_file import SeedError

_YAML = "application/yaml"
_IDS = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": STRING}}


@route(
    "POST",
    "/seed",
    body={"type": "object", "description": "A seed, as docs/emulator.md describes it."},
    other_content_type=_YAML,
    status=201,
    response=object_schema({"ids": _IDS}, "ids"),
)
def load_seed(call: ControlCall) -> Any:
    """Create all objects of a seed, or none if one fails. The response contains the IDs by factory and key."""
    try:
        if call.body:
            document = seed_file.parse(call.body, "body", is_json=call.content_type != _YAML)
        else:
            document = seed_file.from_value({})
        return {"ids": call.emulator.load(document)}
    except SeedError as error:
        problems = [{"field": f"line {each.line}", "code": "invalid", "message": each.text} for each in error.problems]
        raise errors.coded(422, "invalid_seed", str(error), errors=problems) from None
