"""`sentry_sdk.init` with all its default integrations, in a process of its own: no secret of a failed call is in its events."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import asyncio, json, socket, sys
import sentry_sdk
from sentry_sdk.transport import Transport
API_KEY = "sk_test_" + "k" * 30
PASSWORD = "p" * 30
import workos_async, workos_sync

events = []

class Recorder(Transport):
    def capture_envelope(self, envelope):
        events.extend(event for item in envelope.items if (event := item.get_event()))

sentry_sdk.init("https://key@sentry.invalid/1", transport=Recorder)
with socket.create_server(("127.0.0.1", 0)) as listener:
    settings = {"client_id": "client_1", "base_url": f"http://127.0.0.1:{listener.getsockname()[1]}", "max_retries": 1}

async def call(library):
    async with workos_async.WorkOS(API_KEY, http_library=library, **settings) as workos:
        try:
            await workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)
        except workos_async.APIConnectionError as error:
            sentry_sdk.capture_exception(error)

for library in ("httpx", "httpx2", "aiohttp"):
    asyncio.run(call(library))
with workos_sync.WorkOS(API_KEY, **settings) as workos:
    try:
        workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)
    except workos_sync.APIConnectionError as error:
        sentry_sdk.capture_exception(error)
text = json.dumps(events)
assert len(events) == 4, len(events)
assert text.count('"vars"') >= 4
assert API_KEY not in text
assert PASSWORD not in text
"""


def test_default_settings_of_sentry() -> None:
    pytest.importorskip("sentry_sdk")
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
