"""schemathesis against the emulator, in process: every operation of the document, all checks, deterministic examples.

It runs in the nox session `schemathesis` (about two minutes on two cores) and is skipped elsewhere.
"""

import copy
import json
from typing import Any

import pytest

schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is not installed: nox -s schemathesis runs this"
)

from hypothesis import HealthCheck, settings  # noqa: E402 - only if schemathesis is installed

from workos_emulator.http import spec  # noqa: E402
from workos_emulator.server.asgi import Application  # noqa: E402

from ..support.seeded_environment import SeededEnvironment, with_known_values  # noqa: E402

DOCUMENT = "/schemathesis/openapi.json"
EXAMPLES = 10
"""Random examples for each operation, in addition to those that cover its parameters one by one."""

# Error statuses that any operation may return, and that the document therefore does not list for each.
EVERYWHERE = ("400", "401", "403", "404", "405", "409", "410", "413", "415", "422")


def _document() -> dict[str, Any]:
    raw = copy.deepcopy(spec.load().raw)
    for item in raw["paths"].values():
        for method in spec.METHODS:
            if method in item:
                for status in COMMON_ERRORS:
                    item[method]["responses"].setdefault(status, {"$ref": "#/components/responses/Error"})
    return raw


class WithDocument:
    """An application that serves the emulator, and the document at a separate path, where schemathesis reads it."""

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
# A well-formed value may still be invalid (an unknown cursor, a slug that exists), and unknown parameters are ignored.
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
def test_emulator(case: Any) -> None:
    """Check that every response is documented, and that none has a status of 500 or more."""
    if case.meta is None or case.meta.generation.mode.is_positive:
        _use_existing_ids(case)
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


def _use_existing_ids(case: Any) -> None:
    """Replace generated IDs by IDs of existing objects."""
    case.path_parameters = {name: environment.path.get(name, value) for name, value in case.path_parameters.items()}
    case.query = replaced(dict(case.query or {}), environment.body)
    if isinstance(case.body, dict | list):
        case.body = with_known_values(case.body, environment.body_values)
