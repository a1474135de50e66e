"""Run schemathesis against the emulator in process: every operation of the OpenAPI document, all checks, deterministic examples.

Runs in the nox session `schemathesis` (about two minutes on two cores) and is skipped if schemathesis is not installed.
"""

import copy
import json
from typing import Any

import pytest

schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is not installed: nox -s schemathesis runs this"
)

from hypothesis import HealthCheck, settings  # noqa: E402 - after the check for schemathesis

from workos_emulator.http import spec  # noqa: E402
from workos_emulator.server.asgi import Application  # noqa: E402

from ..support.seeded_environment import SeededEnvironment, with_known_values  # noqa: E402

DOCUMENT = "/schemathesis/openapi.json"
EXAMPLES = 10
"""Random examples per operation, in addition to those that cover its parameters one by one."""

# Statuses that any operation can return for an invalid request, so the document does not list them.
COMMON_ERRORS = ("400", "401", "403", "404", "405", "409", "410", "413", "415", "422")


def _document() -> dict[str, Any]:
    raw = copy.deepcopy(spec.load().raw)
    for item in raw["paths"].values():
        for method in spec.METHODS:
            if method in item:
                for status in COMMON_ERRORS:
                    item[method]["responses"].setdefault(status, {"$ref": "#/components/responses/Error"})
    return raw


class WithDocument:
    """The emulator with the OpenAPI document at an additional path, from which schemathesis loads it."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"] == DOCUMENT:
            await send(
                {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]}
            )
            await send({"type": "http.response.body", "body": json.dumps(_document()).encode()})
        else:
            await self._application(scope, receive, send)


environment = SeededEnvironment()
emulator = environment.emulator
# A well-formed value can still be invalid (an unknown cursor, a slug that is in use), and unknown parameters are ignored.
CONFIG = {
    "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "4xx"]}},
    "generation": {"allow-extra-parameters": False, "with-security-parameters": False},
}
schema = schemathesis.openapi.from_asgi(
    DOCUMENT, WithDocument(emulator.app), config=schemathesis.Config.from_dict(CONFIG)
)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_responses_match_the_document(case: Any) -> None:
    """Every response is documented, and none has a status of 500 or above."""
    if case.meta is None or case.meta.generation.mode.is_positive:
        _use_existing_objects(case)
    token = (
        environment.access_token
        if case.operation.definition.raw.get("x-credentials") == "access_token"
        else emulator.api_key
    )
    response = case.call(headers={"Authorization": f"Bearer {token}"})
    try:
        case.validate_response(response, headers={"Authorization": f"Bearer {token}"})
    finally:
        if response.status_code < 300 and case.method != "GET":
            environment.reset()


def _use_existing_objects(case: Any) -> None:
    """Replace generated IDs with those of existing objects."""
    case.path_parameters = {
        name: environment.path_values.get(name, value) for name, value in case.path_parameters.items()
    }
    case.query = with_known_values(dict(case.query or {}), environment.body_values)
    if isinstance(case.body, dict | list):
        case.body = with_known_values(case.body, environment.body_values)
