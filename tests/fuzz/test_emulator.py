"""schemathesis against the emulator, in process: every operation of the document, all checks, the same examples in every run.

Runs in the nox session `schemathesis`, about two minutes on two cores; elsewhere it is skipped.
"""

import copy
import json
from typing import Any

import pytest

schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is not installed: nox -s schemathesis runs this"
)

from hypothesis import HealthCheck, settings  # noqa: E402 - after the check that it is worth while

from workos_emulator.http import spec  # noqa: E402
from workos_emulator.server.asgi import Application  # noqa: E402

from ..support.seeded_environment import SeededEnvironment, replaced  # noqa: E402

DOCUMENT = "/schemathesis/openapi.json"
EXAMPLES = 10
"""Random examples for each operation, beside those that cover its parameters one by one."""

# What an API answers to any request that is not for it, and so does not list with each operation.
EVERYWHERE = ("400", "401", "403", "404", "405", "409", "410", "413", "415", "422")


def _document() -> dict[str, Any]:
    raw = copy.deepcopy(spec.load().raw)
    for item in raw["paths"].values():
        for method in spec.METHODS:
            if method in item:
                for status in EVERYWHERE:
                    item[method]["responses"].setdefault(status, {"$ref": "#/components/responses/Error"})
    return raw


class WithDocument:
    """The emulator, and the document at an address of its own, which is where schemathesis wants to find it."""

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
# A value of the right form may still be wrong (an unknown cursor, a slug that is taken), and unknown parameters are ignored.
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
    """No answer outside the document, and none at all of 500 or more."""
    if case.meta is None or case.meta.generation.mode.is_positive:
        _name_what_exists(case)
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


def _name_what_exists(case: Any) -> None:
    """Put ids of what exists in the place of made-up ones."""
    case.path_parameters = {name: environment.path.get(name, value) for name, value in case.path_parameters.items()}
    case.query = replaced(dict(case.query or {}), environment.body)
    if isinstance(case.body, dict | list):
        case.body = replaced(case.body, environment.body)
