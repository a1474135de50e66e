"""The examples, commands and links of the README."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from workos_core import errors
from workos_emulator import Emulator
from workos_sync import WorkOS

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, TOOLS = PYPROJECT["project"], PYPROJECT["tool"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
URLS = PROJECT["urls"]
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
EXPECTED = ["ada@acme.example\n", "crm-1 Acme Ltd None\n1 ", "[]\n"]


def test_every_snippet_has_an_expected_output() -> None:
    assert len(SNIPPETS) == len(EXPECTED)


@pytest.mark.parametrize(("snippet", "expected"), list(zip(SNIPPETS, EXPECTED, strict=False)))
def test_snippet(
    snippet: str, expected: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    emulator = Emulator()
    with emulator.serve() as url:
        monkeypatch.setenv("WORKOS_BASE_URL", url)
        monkeypatch.setenv("WORKOS_API_KEY", emulator.api_key)
        monkeypatch.setenv("WORKOS_CLIENT_ID", emulator.client_id)
        exec(compile(snippet, "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.startswith(expected)


def test_commands_for_contributors() -> None:
    for session in ("demo", "tests"):
        command = f"python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}"
        assert README.count(f"\n{command}\n") == 1


def test_first_screen_shows_what_it_is_and_how_to_install_it() -> None:
    first_screen = "\n".join(README.splitlines()[:10])
    assert "not an official WorkOS product" in first_screen
    assert "\npip install workos-async\n" in first_screen


def test_links_are_absolute() -> None:
    """PyPI shows the README without the files next to it."""
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert len(targets) > 20
    assert [target for target in targets if not target.startswith("https://")] == []


def test_links_to_the_repository_lead_to_existing_files_and_headings() -> None:
    found = re.findall(rf"\]\({re.escape(URLS['Repository'])}/(blob|tree)/main/([^)#]+)(?:#([^)]+))?\)", README)
    assert len(found) > 20
    for kind, path, heading in found:
        assert (ROOT / path).is_dir() if kind == "tree" else (ROOT / path).is_file(), path
        if heading:
            headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in headings}, heading


def test_addresses_are_those_of_the_project() -> None:
    """pyproject.toml defines the addresses; the README, the pages and the comments of the codemod repeat them."""
    names = ("*.md", "docs/**/*.md", ".github/**/*.yml", "workos_*/**/*.py", "workos_*/**/*.txt", "website/**/*.py")
    paths = [path for name in names for path in ROOT.glob(name)]
    assert len(paths) > 30
    for text in [README, *(path.read_text(encoding="utf-8") for path in paths)]:
        for url in re.findall(r"https://(?:github\.com/workos-async|workos-async\.)[^\s)`>]*", text):
            assert url.startswith((URLS["Repository"], URLS["Documentation"])), url


def test_the_migration_guide_is_linked() -> None:
    """From the README, and from the first page of the site."""
    assert f"]({URLS['Repository']}/blob/main/docs/migration/official-sdk.md)" in README
    assert "](migration/official-sdk.md)" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


# The claims


def claim(title: str) -> str:
    """Return the text of a claim in "What you can rely on"."""
    (text,) = re.findall(rf"^- \*\*{title}\*\*(.*?)(?=^- |^#)", README, re.DOTALL | re.MULTILINE)
    return str(text)


def names(text: str) -> list[str]:
    return re.findall(r"`(\w+)`", text)


class Server(httpx.BaseTransport):
    """A server that sends these responses, one after the other, and repeats the last one."""

    def __init__(self, *responses: httpx.Response) -> None:
        self.responses = responses
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.responses[min(len(self.requests), len(self.responses)) - 1]

    def client(self, **settings: Any) -> WorkOS:
        return WorkOS("sk_test_secret", client_id="client_1", transport=self, **settings)


def check_forward_compatible() -> None:
    body = {"object": "organization", "id": "org_1", "domains": [{"id": "org_domain_1", "state": "quantum"}], "new": 1}
    with Server(httpx.Response(200, json=body)).client() as workos:
        organization = workos.organizations.get_organization("org_1")
    assert (organization.extra_fields, organization.domains[0].state) == ({"new": 1}, "quantum")
    with pytest.raises(errors.MissingFieldError):
        _ = organization.name
    broken = httpx.Response(200, json={"id": "org_1", "name": []}, headers={"x-request-id": "req_1"})
    with Server(broken).client() as workos, pytest.raises(errors.DecodeError) as caught:
        workos.organizations.get_organization("org_1")
    error = caught.value
    assert (error.path, error.status, error.request_id) == ("$.name", 200, "req_1")
    assert error.body == broken.text


def check_typed_errors() -> None:
    classes = [name for name in names(claim("Typed errors.")) if name.endswith("Error")]
    attributes = [name for name in names(claim("Typed errors.")) if not name.endswith("Error")]
    assert (len(classes), len(attributes)) == (2, 8)
    for status, name in zip((404, 429), classes, strict=True):
        server = Server(httpx.Response(status, json={}))
        with server.client(max_retries=0) as workos, pytest.raises(errors.APIError) as caught:
            workos.organizations.get_organization("org_1")
        assert type(caught.value).__name__ == name
        assert all(hasattr(caught.value, attribute) for attribute in attributes)


def check_safe_retries() -> None:
    unavailable = httpx.Response(503, headers={"Retry-After": "0"})
    server = Server(unavailable, httpx.Response(200, json={"id": "org_1"}))
    with server.client() as workos:
        workos.organizations.get_organization("org_1")
    assert len(server.requests) == 2
    server = Server(httpx.Response(500))
    with server.client() as workos, pytest.raises(errors.ServerError):
        workos.organizations.create_organization(name="Acme")
    assert len(server.requests) == 1
    server = Server(httpx.Response(429, headers={"Retry-After": "17"}))
    with server.client(max_retries=0) as workos, pytest.raises(errors.RateLimitExceededError) as caught:
        workos.organizations.get_organization("org_1")
    assert caught.value.retry_after == 17


def check_secrets() -> None:
    tokens = {"access_token": "secret", "refresh_token": "secret", "user": {"id": "user_1"}}
    with Server(httpx.Response(200, json=tokens)).client() as workos:
        signed_in = workos.user_management.authenticate_with_password(email="ada@example.com", password="secret")
        assert "secret" not in repr(workos) + repr(workos.user_management) + repr(signed_in)
    server = Server(httpx.Response(302, headers={"Location": "https://attacker.example/"}))
    with server.client() as workos, pytest.raises(errors.APIError, match="redirect not followed"):
        workos.organizations.get_organization("org_1")
    assert [request.url.host for request in server.requests] == ["api.workos.com"]


def check_strict_types() -> None:
    packages = TOOLS["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert TOOLS["mypy"]["strict"] is True
    assert TOOLS["pyright"]["typeCheckingMode"] == "strict"
    for package in packages:
        assert (ROOT / package / "py.typed").exists()
        assert package in TOOLS["mypy"]["packages"]
        assert package in TOOLS["pyright"]["include"]
    suppressed = [each["module"] for each in TOOLS["mypy"]["overrides"] if {"ignore_errors", "strict"} & set(each)]
    assert suppressed == []


def check_dependencies() -> None:
    dependencies = [re.match(r"[\w-]+", each)[0] for each in PROJECT["dependencies"]]  # type: ignore[index]
    text = claim("Eight dependencies")
    assert re.findall(r"[\w-]+", text.split(": ")[1].replace(" and ", " ")) == sorted(
        dependencies, key=lambda name: text.index(name)
    )
    assert len(dependencies) == 8
    extras = [each for extra in PROJECT["optional-dependencies"].values() for each in extra]
    assert all(re.fullmatch(r"[\w-]+>=[\d.]+", each) for each in [*PROJECT["dependencies"], *extras])


CLAIMS: dict[str, Callable[[], None]] = {
    "Forward compatible.": check_forward_compatible,
    "Typed errors.": check_typed_errors,
    "Safe retries.": check_safe_retries,
    "Secrets stay secret.": check_secrets,
    "Strict types.": check_strict_types,
    "Eight dependencies": check_dependencies,
}


def test_every_claim_has_a_check() -> None:
    section = README.split("## What you can rely on")[1].split("\n## ")[0]
    assert re.findall(r"^- \*\*(.*?)\*\*", section, re.MULTILINE) == list(CLAIMS)


@pytest.mark.parametrize("title", CLAIMS)
def test_claim(title: str) -> None:
    CLAIMS[title]()


def test_every_extra_is_listed() -> None:
    section = README.split("## Extras")[1].split("\n## ")[0]
    assert set(re.findall(r"`([\w-]+)`", section)) == set(PROJECT["optional-dependencies"])
    assert f"pip install {PROJECT['name']}\n" in README


def test_python_version() -> None:
    (version,) = re.findall(r"nothing but Python (\S+) or newer", README)
    assert PROJECT["requires-python"] == f">={version}"
    assert "asyncio and trio" in README
    assert {"Framework :: AsyncIO", "Framework :: Trio"} <= set(PROJECT["classifiers"])


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_snippets_pass_strict_type_checks(checker: str, tmp_path: Path) -> None:
    """`nox -s check` runs this test; the other sessions don't install type checkers."""
    pytest.importorskip(checker)
    for number, snippet in enumerate(SNIPPETS):
        (tmp_path / f"snippet_{number}.py").write_text(snippet, encoding="utf-8")
    (tmp_path / "pyrightconfig.json").write_text(f'{{"typeCheckingMode": "strict", "extraPaths": ["{ROOT}"]}}')
    command = [checker, "--strict", "--config-file=", "."] if checker == "mypy" else [checker, "-p", "."]
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
