"""Decoding: from bytes to models."""

import importlib
import json
from typing import Any

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run
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


BENCHMARKS = {
    "users": Benchmark(
        "Decode 100 users",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk("user_management", "User", USERS)),
            Implementation("this SDK", "httpx", lambda: this_sdk("User", USERS), target=0.6),
            Implementation("this SDK, speed extra", "speed", lambda: this_sdk("User", USERS), target=0.35),
            Implementation("json.loads only", "bare", lambda: json_only(USERS)),
        ],
    ),
    "directory_users": Benchmark(
        "Decode 100 directory users with groups",
        "cpu",
        [
            Implementation(
                OFFICIAL,
                "official",
                lambda: official_sdk("directory_sync", "DirectoryUserWithGroups", DIRECTORY_USERS),
            ),
            Implementation("this SDK", "httpx", lambda: this_sdk("DirectoryUser", DIRECTORY_USERS), target=0.7),
            Implementation(
                "this SDK, speed extra", "speed", lambda: this_sdk("DirectoryUser", DIRECTORY_USERS), target=0.4
            ),
            Implementation("json.loads only", "bare", lambda: json_only(DIRECTORY_USERS)),
        ],
    ),
}
