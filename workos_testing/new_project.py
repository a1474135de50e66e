"""New projects from templates: a small application with sign-in, roles, webhooks, tests, and a compose file."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import frozen


class NewProjectError(Exception):
    """A project can't be created. The text says why, and what to do."""


@frozen
class Template:
    """A template.

    Attributes:
        title: The name of the framework.
        extra: The extra of workos-async.
        port: The port of the application.
        command: The command of the container.
        run: The command that runs the application without a container.
        server: Further requirements.
        dev: Further requirements for development.
        mypy: Further settings of mypy.
    """

    title: str
    extra: str
    port: int
    command: tuple[str, ...]
    run: str
    server: tuple[str, ...] = ()
    dev: tuple[str, ...] = ()
    mypy: str = ""


_UNTYPED_DJANGO = """
[[tool.mypy.overrides]]
module = "django.*"  # or install django-stubs
ignore_missing_imports = true

[[tool.mypy.overrides]]
module = ["app.*", "tests.*"]
disallow_untyped_decorators = false
disallow_any_unimported = false
"""
TEMPLATES = {
    "fastapi": Template(
        title="FastAPI",
        extra="fastapi",
        port=8000,
        command=("uvicorn", "--factory", "app.main:create_app", "--host", "0.0.0.0", "--port", "8000"),  # noqa: S104 - in a container
        run="uvicorn --factory app.main:create_app --port 8000",
        server=("uvicorn>=0.27",),
        dev=("httpx2>=2.0",),  # for the test client of Starlette, which warns if only httpx is installed
    ),
    "django": Template(
        title="Django",
        extra="django",
        port=8000,
        command=("gunicorn", "--bind", "0.0.0.0:8000", "app.wsgi"),
        run="python manage.py runserver 8000",
        server=("gunicorn>=22",),
        mypy=_UNTYPED_DJANGO,
    ),
    "flask": Template(
        title="Flask",
        extra="flask",
        port=5000,
        command=("gunicorn", "--bind", "0.0.0.0:5000", "app.main:create_app()"),
        run="flask --app app.main run --port 5000",
        server=("gunicorn>=22",),
    ),
}
_NAMES = {"gitignore": ".gitignore", "env.example": ".env.example"}


def create_project(framework: str, folder: Path) -> list[Path]:
    """Create a project in a folder, which must be empty or not exist, and return the created files.

    Args:
        framework: A key of `TEMPLATES`.
        folder: The folder. Its name becomes the name of the project.

    Raises:
        NewProjectError: The framework is unknown, the folder is not empty, or it can't be written.
    """
    if framework not in TEMPLATES:
        raise NewProjectError(f"unknown framework {framework!r}; use {', '.join(TEMPLATES)}")
    if folder.exists() and not folder.is_dir():
        raise NewProjectError(f"{folder} is not a folder; choose another name")
    if folder.is_dir() and any(folder.iterdir()):
        raise NewProjectError(f"{folder} is not empty; choose a new or an empty folder")
    values = _values(TEMPLATES[framework], folder.resolve().name)
    root = files("workos_testing").joinpath("templates")
    created: list[Path] = []
    try:
        for part in ("shared", framework):
            _copy(root.joinpath(part), folder, values, created)
    except OSError as error:
        raise NewProjectError(f"can't write {error.filename or folder}: {error.strerror}") from error
    return sorted(created)


def _values(template: Template, name: str) -> dict[str, str]:
    """Return the text of each placeholder."""
    package = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "app"
    if package in (*TEMPLATES, "workos", "workos-async"):
        package += "-app"  # a project can't have the name of a requirement
    return {
        "APP_URL": f"http://localhost:{template.port}",
        "COMMAND": ", ".join(f'"{word}"' for word in template.command),
        "DEV": _requirements(template.dev),
        "EXTRA": template.extra,
        "FRAMEWORK": template.title,
        "MYPY": template.mypy,
        "NAME": package,
        "PACKAGE": package,
        "PORT": str(template.port),
        "RUN": template.run,
        "SERVER": _requirements(template.server),
    }


def _requirements(requirements: tuple[str, ...]) -> str:
    return "".join(f', "{requirement}"' for requirement in requirements)


def _copy(source: Traversable, folder: Path, values: dict[str, str], created: list[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy(entry, folder / entry.name, values, created)
        elif entry.name.endswith(".txt"):
            name = entry.name.removesuffix(".txt")
            path = folder / _NAMES.get(name, name)
            text = re.sub(r"@([A-Z_]+)@", lambda match: values[match.group(1)], entry.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8", newline="\n")
            created.append(path)
