"""Webhooks: from the raw body to a typed event."""

import hashlib
import hmac
import json
import time

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run
from benchmarks.data import TIME, encode, user

SECRET = "whsec_benchmark"
PAYLOAD = encode({"id": "event_1", "event": "user.created", "data": user(1), "created_at": TIME, "context": {}})


def header() -> str:
    now = int(time.time() * 1000)
    signature = hmac.new(SECRET.encode(), f"{now}.".encode() + PAYLOAD, hashlib.sha256).hexdigest()
    return f"t={now}, v1={signature}"


def official_sdk() -> Run:
    from workos import WorkOSClient

    webhooks = WorkOSClient(api_key="k", client_id="c").webhooks

    def run(times: int) -> None:
        signed = header()
        for _ in range(times):
            webhooks.verify_event(event_body=PAYLOAD, event_signature=signed, secret=SECRET)

    return run


def this_sdk() -> Run:
    from workos_core.webhooks.signatures import construct_event

    def run(times: int) -> None:
        signed = header()
        for _ in range(times):
            construct_event(PAYLOAD, signed, SECRET)

    return run


def bare() -> Run:
    def run(times: int) -> None:
        signed = header()
        moment, signature = (part.partition("=")[2] for part in signed.split(", "))
        for _ in range(times):
            expected = hmac.new(SECRET.encode(), f"{moment}.".encode() + PAYLOAD, hashlib.sha256).hexdigest()
            assert hmac.compare_digest(expected, signature)
            json.loads(PAYLOAD)

    return run


BENCHMARKS = {
    "verify": Benchmark(
        "Verify a webhook and decode its event",
        "cpu",
        [
            Implementation(OFFICIAL, "official", official_sdk),
            Implementation("this SDK", "httpx", this_sdk, target=0.9),
            Implementation("hmac and json only", "bare", bare),
        ],
    )
}
