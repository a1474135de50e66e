"""Seeds over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http import errors
from workos_emulator.http.schema_parts import TEXT, record
from workos_emulator.seeding import seed_file
from workos_emulator.seeding.seed_file import SeedError

_IDS = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": TEXT}}


@route(
    "POST",
    "/seed",
    "seeds",
    body={"type": "object", "description": "A seed, as docs/emulator.md describes it."},
    other_body="application/yaml",
    status=201,
    answer=record({"ids": _IDS}, "ids"),
)
def load_seed(call: ControlCall) -> Any:
    """Create what a seed says, all or nothing. The answer has the ids by kind and key."""
    try:
        if isinstance(call.body, bytes):
            document = seed_file.parse(call.body.decode("utf-8", "replace"), "body", is_json=False)
        elif call.request.body:
            document = seed_file.parse(call.request.body.decode("utf-8"), "body", is_json=True)
        else:
            document = seed_file.unread({})
        return {"ids": call.emulator.load(document)}
    except SeedError as error:
        problems = [{"field": f"line {each.line}", "code": "invalid", "message": each.text} for each in error.problems]
        raise errors.coded(422, "invalid_seed", str(error), errors=problems) from None
