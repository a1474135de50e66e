"""The steps of the Containerfile in a virtual environment, and the services of compose.yaml."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import yaml

from tests.distribution.test_source import PACKAGES, ROOT
from workos_emulator.emulator import DEFAULT_API_KEY, DEFAULT_CLIENT_ID

TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
STEPS = [
    (keyword, value)
    for keyword, value in re.findall(r"^([A-Z]+) (.*)$", re.sub(r"^#.*\n", "", TEXT, flags=re.MULTILINE), re.MULTILINE)
]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def step(keyword: str) -> str:
    [value] = [value for name, value in STEPS if name == keyword]
    return value


def test_every_package_is_copied() -> None:
    copied = [value.split()[0] for name, value in STEPS if name == "COPY"]
    assert set(PACKAGES) <= set(copied)


@pytest.mark.skipif("DISTRIBUTIONS" not in os.environ, reason="run by `nox -s package`")
@pytest.mark.skipif(os.name == "nt", reason="the container runs Linux")
def test_steps(tmp_path: Path) -> None:
    """COPY, RUN pip install, ENTRYPOINT with CMD, and HEALTHCHECK, with a folder instead of the root of the file system."""
    source, data = tmp_path / "src", tmp_path / "data"
    data.mkdir()
    for keyword, value in STEPS:
        if keyword == "COPY":
            *names, target = value.split()
            folder = tmp_path / target.strip("/")
            folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                if (ROOT / name).is_dir():
                    shutil.copytree(
                        ROOT / name, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
                    )
                else:
                    shutil.copy(ROOT / name, folder)
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    install = shlex.split(step("RUN").partition("&&")[0])
    assert install[:2] == ["pip", "install"]
    arguments = [argument.replace("/src", str(source)) for argument in install[1:]]
    clean = {"PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    clean |= {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    subprocess.run(
        [environment / "bin" / "python", "-m", "pip", *arguments], env=clean, cwd=tmp_path, check=True, timeout=120
    )
    shutil.rmtree(source)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = json.loads(step("ENTRYPOINT"))  # arguments of the container follow it
    command = [argument.replace("/data", str(data)) for argument in command]
    process = subprocess.Popen(
        [*command, "--port", str(port)], executable=environment / "bin" / command[0], env=clean, cwd=tmp_path
    )
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/_emulator/health", process)
        check = json.loads(step("HEALTHCHECK").partition("CMD ")[2])
        check = [argument.replace(":4100", f":{port}") for argument in check]
        subprocess.run([environment / "bin" / "python", *check[1:]], env=clean, check=True, timeout=10)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert (data / "workos.db").is_file()


def wait_until_healthy(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert process.poll() is None
        try:
            with urlopen(url, timeout=2) as response:
                assert response.status == 200
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(url)


def test_compose_services() -> None:
    assert COMPOSE.keys() == {"services", "volumes"}
    services = COMPOSE["services"]
    assert services.keys() == {"application", "emulator", "redis"}
    keys = {
        "image",
        "build",
        "network_mode",
        "working_dir",
        "volumes",
        "command",
        "environment",
        "depends_on",
        "ports",
        "healthcheck",
    }
    for service in services.values():
        assert service.keys() <= keys
        assert ("image" in service) != ("build" in service)
        assert all(
            port.startswith("127.0.0.1:") for port in service.get("ports", [])
        )  # the emulator accepts every client
    assert (ROOT / services["emulator"]["build"]["dockerfile"]).is_file()
    assert services["emulator"]["volumes"] == ["emulator:/data"]
    assert "emulator" in COMPOSE["volumes"]
    assert "HEALTHCHECK" in TEXT
    assert "healthcheck" in services["redis"]
    for name, condition in services["application"]["depends_on"].items():
        assert name in services
        assert condition == {"condition": "service_healthy"}


def test_compose_application() -> None:
    application = COMPOSE["services"]["application"]
    assert application["environment"]["WORKOS_API_KEY"] == DEFAULT_API_KEY
    assert application["environment"]["WORKOS_CLIENT_ID"] == DEFAULT_CLIENT_ID
    assert len(application["environment"]["WORKOS_COOKIE_PASSWORD"]) >= 32
    [_, _, script] = shlex.split(application["command"])
    [module, function] = re.findall(r"--factory ([\w.]+):(\w+)", script)[0]
    assert f"def {function}(" in (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    assert f"python:{sys.version_info.major}." in application["image"]
    assert application["image"] == step("FROM")
