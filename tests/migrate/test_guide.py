"""The examples of docs/migration: the codemod turns each `before` into its `after`, and every block runs against the emulator."""

import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.migrate.support import migrated
from workos_emulator import Emulator
from workos_testing import Factory, SessionFactory, Webhooks

GUIDES = Path(__file__).parents[2] / "docs" / "migration"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(name: str) -> list[str]:
    return BLOCK.findall((GUIDES / name).read_text(encoding="utf-8"))


def split(block: str) -> tuple[str, str]:
    """Return the first line of a block if it is `# before` or `# after`, and the rest."""
    first, _, rest = block.partition("\n")
    return (first, rest) if first.startswith(("# before", "# after")) else ("", block)


PAIRS = [
    (before, after)
    for before, after in zip(blocks("official-sdk.md"), blocks("official-sdk.md")[1:], strict=False)
    if before.startswith("# before")
]
RUNNABLE = [
    (path.name, number, split(block)[1])
    for path in sorted(GUIDES.glob("*.md"))
    for number, block in enumerate(blocks(path.name))
    if not block.startswith("# before")
]


def test_every_before_has_an_after() -> None:
    assert len(PAIRS) >= 10
    assert all(after.startswith("# after\n") for _, after in PAIRS)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_codemod_turns_before_into_after(before: str, after: str) -> None:
    head, text = split(before)
    options = shlex.split(head.partition(":")[2])
    version = options[options.index("--from") + 1] if "--from" in options else "10.8"
    assert migrated(text, version=version) == split(after)[1]


@pytest.fixture
def names(
    workos_server: str, workos_factory: Factory, workos_sign_in: SessionFactory, workos_webhooks: Webhooks
) -> dict[str, Any]:
    """The names that the examples presume."""
    acme = workos_factory.organization(name="Acme")
    users = [workos_factory.user(email=f"{name}@example.com") for name in ("ada", "bob", "cleo")]
    workos_factory.membership(user=users[0], organization=acme)
    webhook = workos_webhooks.latest("user.created")
    return {
        "__name__": "__main__",
        "organization_id": acme.id,
        "user_id": users[0].id,
        "cookie": workos_sign_in.sealed_cookie(users[0]),
        "password": workos_sign_in.cookie_password,
        "access_token": workos_sign_in.access_token(users[0]),
        "body": webhook.body,
        "signature": webhook.headers["WorkOS-Signature"],
        "secret": workos_webhooks.secret,
    }


def run_django(text: str) -> None:
    """Run a block in a process of its own: a process can have only one Django project."""
    if find_spec("django") is None:
        pytest.skip("nox -s web installs the frameworks")
    apps = ["django.contrib.contenttypes", "django.contrib.auth"]
    head = (
        f"import django\nfrom django.conf import settings\nsettings.configure(INSTALLED_APPS={apps})\ndjango.setup()\n"
    )
    subprocess.run([sys.executable, "-c", head + text], check=True, cwd=GUIDES.parents[1])


@pytest.mark.parametrize(("name", "number", "text"), RUNNABLE)
def test_block_runs(
    name: str,
    number: int,
    text: str,
    names: dict[str, Any],
    workos_test_emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if "workos_web.django" in text:
        run_django(text)
        return
    exec(compile(text, f"docs/migration/{name}:{number}", "exec"), names)
    output = capsys.readouterr().out
    for printed in re.findall(r'print\("([a-z]+):"', text):
        assert f"{printed}: " in output
    assert "invalid" not in output
    if "print(" in text and "except" not in text:
        assert output.strip()
    for value in names.values():
        if type(value).__name__ == "WorkOS" and type(value).__module__.startswith("workos_sync"):
            value.close()


def test_guide_names_every_option() -> None:
    from workos_migrate.cli import main

    text = (GUIDES / "official-sdk.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    for option in ("--diff", "--from", "--async", "--sync"):
        assert f"`{option}" in text


def test_relative_links_point_to_existing_files() -> None:
    for path in GUIDES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
