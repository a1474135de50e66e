"""The development commands. `nox -l` lists them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
FRAMEWORKS = "fastapi,starlette,django,django-rest-framework,django-ninja,flask,litestar"
GENERATED = (
    "workos_sync",
    "workos_async/resources",
    "workos_core/rate_limits/documented",
    "workos_core/models",
    "workos_core/params",
    "workos_emulator/openapi",
    "workos_migrate/tables",
    "tests/sync_",
)

PACKAGES = tuple(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])

# The versions of the official SDK that the programs in tests/migrate were written for.
OFFICIAL_VERSIONS = ("6.0.0", "6.2.0", "7.0.1", "8.3.0", "9.1.0", "10.2.0", "10.6.0", "10.8.0")

NODE_PACKAGES = {
    "latest": ("iron-session@latest", "@workos-inc/node@latest"),
    "earlier": ("iron-session@8", "@workos-inc/node@8", "@workos/authkit-session@latest"),
}

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["tests", "web", "check"]
nox.options.error_on_missing_interpreters = False  # nox skips versions that are not installed, and reports them


def _find_pyenv_pythons() -> None:
    """Add the interpreters that pyenv has installed but not selected to `PATH`: its shims don't run them."""
    if shutil.which("pyenv") is None:
        return
    root = Path(subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=True).stdout.strip())
    folders = [path for version in PYTHONS for path in sorted(root.glob(f"versions/{version}.*/bin"), reverse=True)[:1]]
    os.environ["PATH"] = os.pathsep.join([*map(str, folders), os.environ["PATH"]])


_find_pyenv_pythons()


def _group(*names: str) -> list[str]:
    return list(nox.project.dependency_groups(PROJECT, *names))


@nox.session
def demo(session: nox.Session) -> None:
    """Run the demo with the local emulator: async, sync, and code generation."""
    session.install(".[emulator]", *_group("codegen"))
    session.run("python", "examples/demo.py")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on every supported Python that is installed."""
    session.install("-e", ".[emulator]", *_group("test", "codegen", "mutation"))
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS[-1])
def httpx2(session: nox.Session) -> None:
    """Run the tests with httpx2 instead of httpx, in the packages and in the tests."""
    session.install("-e", ".[emulator,httpx2]", *_group("test", "codegen"))
    session.run(
        "python",
        "-m",
        "pytest",
        "-p",
        "tests.on_httpx2",
        "-q",
        "-n",
        "auto",
        *(session.posargs or ["--ignore=tests/codegen"]),
    )


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that pyproject.toml allows."""
    project = PROJECT["project"]
    requirements = [*project["dependencies"], *project["optional-dependencies"]["emulator"]]
    oldest = [f"{requirement.replace('>=', '==')}.*" for requirement in requirements]
    session.install("-e", ".[emulator]", *oldest, *_group("test"))
    folders = ("core", "async_", "sync_", "emulator")
    session.run(
        "python", "-m", "pytest", "-q", "-n", "auto", *(f"tests/{folder}" for folder in folders), *session.posargs
    )


@nox.session
def formats(session: nox.Session) -> None:
    """Test every sealed, signed or encrypted format with 250,000 random texts, and each property with 1,000 examples."""
    session.install("-e", ".", *_group("test"))
    session.run(
        "python",
        "-m",
        "pytest",
        "-q",
        "-n",
        "auto",
        "tests/core/test_every_format.py",
        env={"WORKOS_MORE_EXAMPLES": "20"},
    )


@nox.session(python=PYTHONS[-1])
def web(session: nox.Session) -> None:
    """Run the tests of the web frameworks. The session `tests` skips them, because it does not install the frameworks."""
    session.install("-e", f".[emulator,{FRAMEWORKS}]", *_group("test", "web"))
    session.run(
        "python", "-m", "pytest", "-q", "-n", "auto", "tests/web", "tests/plugin/test_clock.py", *session.posargs
    )


@nox.session
def interop(session: nox.Session) -> None:
    """Exchange sealed, signed and encrypted values with the published Node packages, in both directions."""
    missing = [program for program in ("node", "npm") if shutil.which(program) is None]
    if missing:
        message = f"{' and '.join(missing)} not found: apt-get install nodejs npm"
        if os.environ.get("CI") == "true":
            session.error(message)
        session.skip(message)
    folders: list[str] = []
    for name, packages in NODE_PACKAGES.items():
        folder = Path(session.create_tmp()).resolve() / name
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
        with session.chdir(folder):
            session.run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *packages, external=True)
        folders.append(str(folder))
    session.install("-e", ".[emulator]", *_group("test"))
    environment = {"WORKOS_INTEROP_KITS": os.pathsep.join(folders)}
    session.run("python", "-m", "pytest", "-q", "tests/interop", *session.posargs, env=environment)


@nox.session(python=PYTHONS[-1])
def migrate(session: nox.Session) -> None:
    """Test the codemod: the programs before and after it, the latter with mypy, and the projects from templates with mypy."""
    session.install("-e", f".[emulator,migrate,{FRAMEWORKS}]", "workos", *_group("test", "lint"))
    folder = Path(session.create_tmp()).resolve() / "official"
    for version in OFFICIAL_VERSIONS:
        target = folder / version
        if not (target / "workos").is_dir():
            session.run(
                "python", "-m", "pip", "install", "-q", "--no-deps", "--target", str(target), f"workos=={version}"
            )
    environment = {"OFFICIAL_SDKS": str(folder)}
    session.run(
        "python",
        "-m",
        "pytest",
        "-q",
        "-n",
        "auto",
        *(session.posargs or ["tests/migrate", "tests/web/test_templates.py"]),
        env=environment,
    )


@nox.session
def read_official(session: nox.Session) -> None:
    """Read the methods of the official SDK again, and of the versions that are given as arguments; then run `nox -s generate`."""
    session.install(*_group("codegen"))
    versions = [*json.loads((ROOT / "codegen/official/methods.json").read_text())["versions"], *session.posargs]
    folder = Path(session.create_tmp()).resolve() / "official"
    for version in versions:
        if not (folder / version / "workos").is_dir():
            target = str(folder / version)
            session.run("python", "-m", "pip", "install", "-q", "--no-deps", "--target", target, f"workos=={version}")
    session.run("python", "-m", "codegen", "official", *(str(folder / version) for version in versions))


@nox.session
def schemathesis(session: nox.Session) -> None:
    """Search for requests with invalid responses of the emulator, with Schemathesis."""
    session.install("-e", ".[emulator]", *_group("test", "fuzz"))
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "tests/fuzz", *session.posargs)


@nox.session(python=PYTHONS[-1])
def types(session: nox.Session) -> None:
    """Measure how much of the public surface of each package has known types. Fails below 99.5 %."""
    session.install("-e", f".[emulator,migrate,redis,sqlalchemy,otel,{FRAMEWORKS}]", *_group("lint", "stubs"))
    for package in PACKAGES:
        command = ("pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson")
        report = session.run(*command, silent=True, success_codes=[0, 1])  # 1 if anything is unknown
        completeness = json.loads(str(report))["typeCompleteness"]
        print(f"{package}: {completeness['completenessScore']:.2%}")
        for symbol in completeness["symbols"]:
            for diagnostic in symbol["diagnostics"] if symbol["isExported"] else ():
                print(f"  {symbol['name']}: {diagnostic['message']}")
        if completeness["completenessScore"] < 0.995:
            session.error(f"the types of {package} are incomplete")


@nox.session
def browser(session: nox.Session) -> None:
    """Test the hosted pages and the example apps in a headless Chromium. Screenshots are saved in build/screenshots."""
    session.install("-e", f".[emulator,{FRAMEWORKS}]", *_group("test", "browser"))
    session.run("tests/browser/install_chromium.sh", external=True, success_codes=[0, 1, 100, 127])
    session.run("python", "-m", "pytest", "-q", "tests/browser", *session.posargs, env={"BROWSER_TESTS": "required"})


@nox.session
def official(session: nox.Session) -> None:
    """Call the emulator with the official Python SDK, which must be able to parse every response."""
    session.install("-e", ".[emulator]", "workos", *_group("test", "codegen"))
    session.run("python", "-m", "pytest", "-q", "tests/official", *session.posargs)


@nox.session
def mocks(session: nox.Session) -> None:
    """Test that pytest-httpx, respx and VCR.py can mock the calls of an application."""
    session.install("-e", ".[emulator]", *_group("test", "mocks"))
    session.run("python", "-m", "pytest", "-q", "tests/mocks", *session.posargs)


@nox.session(python=PYTHONS[-1])
def mutation(session: nox.Session) -> None:
    """Change the security-critical code in small ways, and fail if the tests notice less than 95 % of the changes. `-- --all` runs all changes, `-- --count 100` a short sample."""
    session.install("-e", ".[emulator]", *_group("test", "mutation"))
    session.run("python", "-m", "pytest", "-q", "tests/mutation")
    copy = Path(session.create_tmp()).resolve() / "project"
    session.run("python", "-m", "tests.mutation", "--copy", str(copy), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare the performance with the official SDK. `-- --quick` takes less than two minutes."""
    environments = session.cache_dir / "bench"
    session.run("python", "-m", "benchmarks", "--environments", str(environments), *session.posargs)


@nox.session
def faults(session: nox.Session) -> None:
    """Inject every fault into every class of operations, print the results, and write docs/reliability.md."""
    session.install("-e", ".[emulator]", *_group("test"))
    session.run("python", "-m", "tests.faults", *(session.posargs or ["--write"]))


@nox.session
def pagination(session: nox.Session) -> None:
    """Measure reading 10,000 items while processing them, compared with the official SDK."""
    environments = session.cache_dir / "bench"
    session.run("python", "-m", "benchmarks.pagination", "--environments", str(environments), *session.posargs)


@nox.session
def bench_emulator(session: nox.Session) -> None:
    """Measure how fast the emulator starts, creates and reads. Fails if a limit is exceeded."""
    session.install("-e", ".[emulator]")
    session.run("python", "-m", "benchmarks.emulator")


@nox.session
def scale(session: nox.Session) -> None:
    """Measure how cost grows from one item to a million. `-- --quick` takes less than 40 seconds, `-- --write` updates docs/performance.md."""
    session.install(".[httpx2,aiohttp]")
    session.run("python", "-m", "benchmarks.scale", *session.posargs)


@nox.session
def rate_limits(session: nox.Session) -> None:
    """Measure calls to an API with rate limits and 429s, compared with the official SDK."""
    environments = session.cache_dir / "bench"
    session.run("python", "-m", "benchmarks.rate_limits", "--environments", str(environments), *session.posargs)


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate the code from the spec and the async package."""
    session.install(*_group("codegen"))
    session.run("python", "-m", "codegen", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Check lint, types, generated files, the public surface, the vocabulary and the spec."""
    session.install("-e", f".[emulator,migrate,{FRAMEWORKS}]", *_group("codegen", "test", "lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("mypy", "tests/typing", "examples", "benchmarks")
    session.run("pyright")
    session.run("python", "-m", "codegen", "--check")
    session.run("python", "-m", "codegen", "surface", "--check")
    session.run("python", "-m", "codegen.vocabulary")
    session.run("python", "-m", "tests.faults", "--check")
    with session.chdir(session.create_tmp()):
        bundle = session.run("python", "-m", "codegen", "bundle", silent=True, env={"PYTHONPATH": str(ROOT)})
        Path("openapi.json").write_text(str(bundle), encoding="utf-8")
        session.run("openapi-spec-validator", "openapi.json")
