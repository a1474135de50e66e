"""The example of a command-line sign-in, in a process of its own, against an emulator on a socket."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("decision", "status", "message"),
    [
        ("approve", 0, "Signed in as ada@example.com"),
        ("deny", 1, "You declined the sign-in."),
        ("expire", 1, "The code has expired."),
    ],
)
def test_example(decision: str, status: int, message: str) -> None:
    emulator = Emulator()
    emulator.settings.device_interval = 0
    with WorkOS(emulator.api_key, transport=emulator.transport) as admin:
        user = admin.user_management.create_user(email="ada@example.com", email_verified=True)
    with emulator.serve() as url:
        environment = {"WORKOS_CLIENT_ID": emulator.client_id, "WORKOS_BASE_URL": url, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "examples" / "device_login.py")],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")} | environment,
        )
        with process:
            try:
                assert process.stdout is not None
                first_line = process.stdout.readline()
                code = first_line.split()[-1]
                if decision == "approve":
                    emulator.seed.approve_device(code, user.id)
                elif decision == "deny":
                    emulator.seed.deny_device(code)
                else:
                    emulator.clock.advance(301)
                output = process.communicate(timeout=30)[0]
            finally:
                process.kill()
    assert message in output, first_line + output
    assert process.returncode == status
