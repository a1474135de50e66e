"""Webhooks: from the raw body to a typed event."""

import hashlib
import hmac
import json
import time

from benchmarks import clients
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.data import TIME, encode, user

SECRET = "whsec_benchmark"
PAYLOAD = encode({"id": "event_1", "event": "user.created", "data": user(1), "created_at": TIME, "context": {}})


def header(payload: bytes) -> str:
    now = int(time.time() * 1000)
    signature = hmac.new(SECRET.encode(), f"{now}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={now}, v1={signature}"


UNKNOWN_EVENT = encode({"id": "event_1", "event": "a.new_type", "data": user(1), "created_at": TIME, "context": {}})


def official_sdk(payload: bytes) -> Run:
    from workos import WorkOSClient

    webhooks = WorkOSClient(api_key="k", client_id="c").webhooks

    def run(times: int) -> None:
        signed = header(payload)
        for _ in range(times):
            webhooks.verify_event(event_body=payload, event_signature=signed, secret=SECRET)

    return run


def this_sdk(payload: bytes) -> Run:
    webhooks = clients.this_sdk().webhooks

    def run(times: int) -> None:
        signed = header(payload)
        for _ in range(times):
            webhooks.construct_event(payload, signed, SECRET)

    return run


def bare() -> Run:
    def run(times: int) -> None:
        signed = header(PAYLOAD)
        moment, signature = (part.partition("=")[2] for part in signed.split(", "))
        for _ in range(times):
            expected = hmac.new(SECRET.encode(), f"{moment}.".encode() + PAYLOAD, hashlib.sha256).hexdigest()
            assert hmac.compare_digest(expected, signature)
            json.loads(PAYLOAD)

    return run


BENCHMARKS = {
    "verify": Benchmark(
        "Verify a webhook and decode its event, through the client",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(PAYLOAD)),
            Implementation("this SDK", "httpx", lambda: this_sdk(PAYLOAD), targets=[Target(0.9)]),
            Implementation("this SDK, speed extra", "speed", lambda: this_sdk(PAYLOAD), targets=[Target(0.8)]),
            Implementation("hmac and json only", "bare", bare),
        ],
    ),
    "unknown_event": Benchmark(
        "Verify a webhook with an event of an unknown type, through the client",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(UNKNOWN_EVENT)),
            Implementation("this SDK", "httpx", lambda: this_sdk(UNKNOWN_EVENT), targets=[Target(1.0)]),
        ],
    ),
}
