"""Handles webhooks and Actions: a plain WSGI application."""

import json
from typing import Any, Callable, Iterable, List, Tuple

from workos import WorkOSClient

client = WorkOSClient()
SECRET = "whsec"
handled: List[Tuple[str, str]] = []
StartResponse = Callable[[str, List[Tuple[str, str]]], Any]


def handle(body: bytes, signature: str) -> int:
    try:
        event = client.webhooks.verify_event(
            event_body=body, event_signature=signature, secret=SECRET, tolerance=None
        )
    except ValueError as error:
        print("rejected:", error)
        return 400
    if event["event"] == "user.created":
        handled.append((event["event"], event["data"]["id"]))
    return 200


def allow(body: bytes, signature: str) -> str:
    client.actions.verify_header(payload=body, sig_header=signature, secret=SECRET)
    context = client.actions.construct_action(payload=body, sig_header=signature, secret=SECRET)
    response = client.actions.sign_response(
        action_type="authentication", verdict="Allow", secret=SECRET
    )
    return json.dumps({"context": context["object"], "response": response["object"]})


def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    status = handle(body, environ["HTTP_WORKOS_SIGNATURE"])
    start_response(f"{status} -", [])
    return [b""]
