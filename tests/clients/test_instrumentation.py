"""Sentry's and OpenTelemetry's instrumentation of httpx see the calls, with the lines of docs/observability.md as they are."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workos_emulator import Emulator

ROOT = Path(__file__).parents[2]
PAGE = next((ROOT / "docs").rglob("observability.md")).read_text(encoding="utf-8")
SENTRY, OPENTELEMETRY = re.findall(
    r"```python\n(.*?)```", PAGE.split("httpx instrumentation\n")[1].split("\n## ")[0], re.DOTALL
)
CALLS = """
def call():
    try:
        workos.organizations.get_organization("org_1")
    except Exception as error:
        assert type(error).__name__ == "NotFoundError", error
    workos.organizations.create_organization(name="Acme")
"""
ASYNC_CALLS = (
    CALLS.replace("def call", "async def call_async").replace(" workos.org", " await workos.org")
    + "\nimport asyncio\n\ndef call():\n    asyncio.run(call_async())\n"
)
SENTRY_BEFORE = """
import functools, json
import sentry_sdk
from sentry_sdk.transport import Transport

events = []

class Recorder(Transport):
    def capture_envelope(self, envelope):
        events.extend(item.payload.json for item in envelope.items if item.type in ("transaction", "event"))

sentry_sdk.init = functools.partial(sentry_sdk.init, "https://key@sentry.invalid/1", transport=Recorder)
"""
SENTRY_AFTER = """
with sentry_sdk.start_transaction(name="request"):
    call()
sentry_sdk.capture_message("done")
sentry_sdk.flush()
(transaction,) = [event for event in events if event.get("type") == "transaction"]
(message,) = [event for event in events if event.get("message") == "done"]
print(json.dumps({
    "seen": [[span["op"], span["description"], span["data"]["http.response.status_code"]] for span in transaction["spans"]],
    "breadcrumbs": len([crumb for crumb in message["breadcrumbs"]["values"] if crumb["category"] == "httplib"]),
    "text": json.dumps(events),
}))
"""
OPENTELEMETRY_BEFORE = """
import json
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
"""
OPENTELEMETRY_AFTER = """
call()
attributes = [dict(span.attributes) for span in exporter.get_finished_spans()]
print(json.dumps({
    "seen": [[each["http.method"], each["http.url"], each["http.status_code"]] for each in attributes],
    "text": json.dumps(attributes),
}))
"""


@pytest.fixture(scope="module")
def emulator() -> Iterator[tuple[Emulator, str]]:
    emulator = Emulator()
    with emulator.serve() as url:
        yield emulator, url


def variant(code: str, *, is_async: bool, library: str) -> str:
    """Return the lines of the page for a client and a library, which the page describes below them."""
    if library == "httpx2":
        code = code.replace("import httpx\n", "import httpx2\n").replace("(http_client=httpx.", "(http_client=httpx2.")
        code = code.replace("HTTPXClientInstrumentor", "HTTPX2ClientInstrumentor")
    if not is_async:
        code = code.replace("workos_async", "workos_sync").replace(".AsyncClient(", ".Client(")
    return code


def run(emulator: tuple[Emulator, str], *parts: str) -> dict[str, Any]:
    """Run code in a process of its own, since instrumentations patch the library of the whole process."""
    server, url = emulator
    settings = {"WORKOS_API_KEY": server.api_key, "WORKOS_CLIENT_ID": server.client_id, "WORKOS_BASE_URL": url}
    result = subprocess.run(
        [sys.executable, "-c", "\n".join(parts)],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    assert server.api_key not in found["text"]
    return found


@pytest.mark.parametrize("is_async", [True, False], ids=["async", "sync"])
@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_sentry_sees_the_calls(emulator: tuple[Emulator, str], library: str, is_async: bool) -> None:
    pytest.importorskip("sentry_sdk")
    pytest.importorskip(library)
    code = variant(SENTRY, is_async=is_async, library=library)
    found = run(emulator, SENTRY_BEFORE, code, ASYNC_CALLS if is_async else CALLS, SENTRY_AFTER)
    url = f"{emulator[1]}/organizations"
    assert found["seen"] == [
        ["http.client", f"GET {url}/org_1", 404],
        ["http.client", f"POST {url}", 201],
    ]
    assert found["breadcrumbs"] == 2


@pytest.mark.parametrize("is_async", [True, False], ids=["async", "sync"])
@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_opentelemetry_sees_the_calls(emulator: tuple[Emulator, str], library: str, is_async: bool) -> None:
    pytest.importorskip("opentelemetry.instrumentation.httpx")
    pytest.importorskip(library)
    code = variant(OPENTELEMETRY, is_async=is_async, library=library)
    found = run(emulator, OPENTELEMETRY_BEFORE, code, ASYNC_CALLS if is_async else CALLS, OPENTELEMETRY_AFTER)
    url = f"{emulator[1]}/organizations"
    assert found["seen"] == [["GET", f"{url}/org_1", 404], ["POST", url, 201]]
