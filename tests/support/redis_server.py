"""A real Redis server for tests: on a Unix socket in a folder of its own, stopped by whoever started it."""

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path


class RedisServer:
    """A server that can be stopped and started again, at the same URL and empty each time."""

    def __init__(self, program: str | None = None) -> None:
        self._program = program or find_program()
        self._folder = Path(tempfile.mkdtemp(prefix="workos-redis-"))
        self._socket = self._folder / "redis.sock"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"unix://{self._socket}"

    def start(self) -> None:
        options = ["--port", "0", "--unixsocket", str(self._socket), "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(
            [self._program, *options, "--dir", str(self._folder)], stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )
        for _ in range(500):
            if self._process.poll() is not None:
                raise RuntimeError(f"redis-server ended with {self._process.returncode}")
            with socket.socket(socket.AF_UNIX) as probe:
                try:
                    probe.connect(str(self._socket))
                except OSError:
                    time.sleep(0.02)
                else:
                    return
        self.stop()
        raise RuntimeError("redis-server does not answer")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=10)
            self._process = None
        self._socket.unlink(missing_ok=True)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


def find_program() -> str:
    """Where redis-server is; where it can't be had, the test is skipped, or fails with CI=true."""
    import pytest

    found = find_or_install()
    if found:
        return found
    message = "redis-server is missing: apt-get install redis-server"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    raise pytest.skip.Exception(message)


def find_or_install() -> str | None:
    """Where redis-server is; it is installed where that is possible."""
    found = shutil.which("redis-server")
    if found or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return found
    with open(Path(tempfile.gettempdir()) / "workos-redis-install.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the workers of a parallel run all come here
        if shutil.which("redis-server") is None:
            for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "redis-server"]):
                environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(["apt-get", *command], env=environment, capture_output=True, timeout=300, check=False)
    return shutil.which("redis-server")
