"""A real Redis server for tests, on a Unix socket in a temporary folder."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path


class RedisServer:
    """A server that can be stopped and restarted. It keeps its URL and is empty after each start."""

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
                raise RuntimeError(f"redis-server exited with code {self._process.returncode}")
            with socket.socket(socket.AF_UNIX) as probe:
                try:
                    probe.connect(str(self._socket))
                except OSError:
                    time.sleep(0.02)
                else:
                    return
        self.stop()
        raise RuntimeError("redis-server accepts no connections")

    def suspend(self) -> None:
        """Stop responding, while connections are still accepted."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

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
    """Return the path of redis-server. Without one, the test is skipped, or fails if CI=true."""
    import pytest

    path = find_or_install()
    if path:
        return path
    message = "redis-server is missing: apt-get install redis-server"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    raise pytest.skip.Exception(message)


def find_or_install() -> str | None:
    """Return the path of redis-server, after installing it if possible."""
    path = shutil.which("redis-server")
    if path or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return path
    with open(Path(tempfile.gettempdir()) / "workos-redis-install.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one worker of a parallel test run installs it
        if shutil.which("redis-server") is None:
            for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "redis-server"]):
                environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(["apt-get", *command], env=environment, capture_output=True, timeout=300, check=False)
    return shutil.which("redis-server")
