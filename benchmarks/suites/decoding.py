"""Decoding: from bytes to models."""

import importlib
import json
from typing import Any

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.data import directory_user, page, user

USERS = page([user(number) for number in range(100)])
DIRECTORY_USERS = page([directory_user(number) for number in range(100)])


def official_sdk(module: str, name: str, content: bytes) -> Run:
    model = getattr(importlib.import_module(f"workos.{module}.models"), name)

    def run(times: int) -> None:
        for _ in range(times):
            [model.from_dict(item) for item in json.loads(content)["data"]]

    return run


def this_sdk(name: str, content: bytes) -> Run:
    from workos_core import models
    from workos_core.http.operation import Operation
    from workos_core.http.responses import Response, decode_page

    operation: Operation[Any] = Operation("benchmark", "GET", "/", returns=getattr(models, name))
    response = Response(200, {}, content)

    def run(times: int) -> None:
        for _ in range(times):
            decode_page(operation, response)

    return run


def json_only(content: bytes) -> Run:
    def run(times: int) -> None:
        for _ in range(times):
            json.loads(content)

    return run


def rows(
    title: str, model: tuple[str, str, str], content: bytes, targets: tuple[float, float], official: bytes = b""
) -> Benchmark:
    """Return the benchmark of one response.

    Args:
        title: The task.
        model: The module and the class of the official SDK, and the class of this SDK.
        content: The response.
        targets: The targets without and with the extra `speed`.
        official: Another response for the official SDK, which does not decode this one.
    """
    module, theirs, ours = model
    return Benchmark(
        title,
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(module, theirs, official or content)),
            Implementation("this SDK", "httpx", lambda: this_sdk(ours, content), targets=[Target(targets[0])]),
            Implementation(
                "this SDK, speed extra", "speed", lambda: this_sdk(ours, content), targets=[Target(targets[1])]
            ),
            Implementation("json.loads only", "bare", lambda: json_only(content)),
        ],
        rounds=20,
    )


def without(names: set[str]) -> bytes:
    """Return users without some fields."""
    return page([{name: value for name, value in user(number).items() if name not in names} for number in range(100)])


USER = ("user_management", "User", "User")
DIRECTORY_USER = ("directory_sync", "DirectoryUserWithGroups", "DirectoryUser")
UNKNOWN_FIELD = page([{**user(number), "a_new_field": "value"} for number in range(100)])
UNKNOWN_FIELDS = page(
    [{**user(number), **{f"new_field_{index}": "value" for index in range(5)}} for number in range(100)]
)
NULL = page([{**user(number), "email": None, "created_at": None} for number in range(100)])

BENCHMARKS = {
    "users": rows("Decode 100 users", USER, USERS, (0.8, 0.55)),
    "users_unknown": rows("Decode 100 users with an unknown field each", USER, UNKNOWN_FIELD, (0.95, 0.7)),
    "users_unknown_5": rows("Decode 100 users with 5 unknown fields each", USER, UNKNOWN_FIELDS, (1.1, 0.8)),
    "users_absent_optional": rows(
        "Decode 100 users without two optional fields", USER, without({"name", "locale"}), (1.1, 0.75)
    ),
    "users_absent_required": rows(
        "Decode 100 users without a required field (official SDK: complete users)",
        USER,
        without({"email_verified"}),
        (1.1, 0.75),
        official=USERS,
    ),
    "users_null": rows(
        "Decode 100 users with two unexpected nulls (official SDK: complete users)",
        USER,
        NULL,
        (1.1, 0.75),
        official=USERS,
    ),
    "directory_users": rows("Decode 100 directory users with groups", DIRECTORY_USER, DIRECTORY_USERS, (0.7, 0.5)),
}
