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
NEWER_PYTHONS = ("3.14", "3.14t")
"""Versions on which the workflows run the tests, besides those of the classifiers."""
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

BROWSER_PACKAGES = (
    "@workos-inc/authkit-js@latest",
    "@workos-inc/authkit-react@latest",
    "react",
    "react-dom",
    "esbuild",
)
NEXTJS_PACKAGES = ("@workos-inc/authkit-nextjs@latest", "@workos-inc/node@10", "next@16", "react@19", "react-dom@19")

nox.needs_version = ">=2025.10.14"
nox.options.sessions = ["tests", "web", "check"]
nox.options.error_on_missing_interpreters = False  # nox skips versions that are not installed, and reports them
# An environment takes 15 seconds of CPU time with pip, and 2 with uv, which is used if it is installed.
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
# Half of the CPU time of the tests that start programs would be the compilation of all modules, again for each program.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PARALLEL = ("-n", "auto", "--dist", "worksteal")  # worksteal keeps neighbors together, which share fixtures
SAME_ON_EVERY_PYTHON = (
    "architecture",
    "codegen",
    "contract",
    "docs",
    "emulator/pages",  # the session `lowest` runs them on the oldest Python
    "migrate",
    "mutation",
    "surface",
    "clients/test_private_names.py",
    "clients/test_rate_limited_servers.py",  # 30 seconds
    "clients/test_redis_rate_limiter_restart.py",  # 50 seconds
    "core/rate_limits/test_scope_state.py",  # simulations without I/O
    "test_docs_lists.py",
    "test_docstrings.py",
)
"""Tests of the source, of programs that never run in an application, and slow ones: they run on the newest Python only."""
LOWEST = {
    "packages": (
        ("emulator", "aiohttp", "redis", "sqlalchemy", "migrate", "speed"),
        (
            "tests/core",
            "tests/async_",
            "tests/sync_",
            "tests/emulator",
            "tests/clients/test_aiohttp.py",
            "tests/clients/test_redis_clients.py",
            "tests/clients/test_sqlalchemy_store.py",
            "tests/migrate/test_cli.py",
            "tests/migrate/test_rules.py",
        ),
    ),
    "telemetry": (
        ("otel", "httpx2"),  # clients use httpx2, because it is installed
        (
            "tests/async_/test_tracing.py",
            "tests/sync_/test_tracing.py",
            "tests/async_/agents/test_m2m_auth.py",
            "tests/sync_/agents/test_m2m_auth.py",
            "tests/clients/test_connections.py",
            "tests/clients/test_http_libraries.py",
            "tests/clients/test_unread_bytes.py",
        ),
    ),
    "frameworks": (
        ("fastapi", "starlette", "django", "django-rest-framework", "django-ninja", "flask", "litestar"),
        (
            "-Wdefault::DeprecationWarning",  # the oldest Django Ninja uses deprecated functions of Pydantic
            "tests/web/test_connect_tokens.py",
            "tests/web/test_django_users.py",
            "tests/web/test_drf.py",
            "tests/web/test_fastapi.py",
            "tests/web/test_frameworks.py",
            "tests/web/test_guards.py",
            "tests/web/test_ninja.py",
            "tests/web/test_webhook_handlers.py",
        ),
    ),
}
"""The environments of the session `lowest`: their extras, with the lowest versions, and the tests that use them."""
WHEEL_TESTS = ("tests/distribution", "tests/sync_", "tests/emulator/pages", "tests/emulator/cli", "tests/core/webhooks")
"""Tests that use every kind of file in the wheel; the session `package` runs them."""
HTTP_TESTS = (
    "async_",
    "sync_",
    *(
        f"clients/test_{name}.py"
        for name in (
            "aiohttp",
            "cancellation",
            "connection_errors",
            "connections",
            "early_responses",
            "event_loops",
            "http_libraries",
            "prefetch_in_threads",
            "rate_limiter_sockets",
            "request_sent",
            "signals",
            "unread_bytes",
        )
    ),
)
"""Tests that send requests with httpx or httpx2; the session `httpx2` repeats them."""


def _find_pyenv_pythons() -> None:
    """Add the interpreters that pyenv has installed but not selected to `PATH`: its shims don't run them."""
    if shutil.which("pyenv") is None:
        return
    root = Path(subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=True).stdout.strip())
    folders = [path for version in PYTHONS for path in sorted(root.glob(f"versions/{version}.*/bin"), reverse=True)[:1]]
    os.environ["PATH"] = os.pathsep.join([*map(str, folders), os.environ["PATH"]])


_find_pyenv_pythons()
NEWEST = next((version for version in reversed(PYTHONS) if shutil.which(f"python{version}")), PYTHONS[-1])
"""The newest supported Python that is installed."""


def _group(*names: str) -> list[str]:
    return list(nox.project.dependency_groups(PROJECT, *names))


@nox.session
def demo(session: nox.Session) -> None:
    """Run the demo with the local emulator: async, sync, and code generation."""
    session.install(".[emulator]", *_group("codegen"))
    session.run("python", "examples/demo.py")


@nox.session(python=[*PYTHONS, *NEWER_PYTHONS])
def tests(session: nox.Session) -> None:
    """Run the tests on every supported Python that is installed; those of the emulator on the oldest and the newest."""
    session.install("-e", ".[emulator]", *_group("test", "codegen", "mutation"))
    skipped = [] if session.python == NEWEST else [f"--ignore=tests/{name}" for name in SAME_ON_EVERY_PYTHON]
    if session.python not in (PYTHONS[0], NEWEST):
        skipped.append("--ignore=tests/emulator")
    session.run("python", "-m", "pytest", *PARALLEL, *skipped, *session.posargs)


@nox.session(python=NEWEST)
def httpx2(session: nox.Session) -> None:
    """Run the tests that send requests with httpx2 instead of httpx, in the packages and in the tests."""
    session.install("-e", ".[emulator,httpx2]", *_group("test", "codegen"))
    selected = session.posargs or [f"tests/{name}" for name in HTTP_TESTS]
    session.run("python", "-m", "pytest", "-p", "tests.on_httpx2", "-q", *PARALLEL, *selected)


def _oldest(*extras: str) -> list[str]:
    """Return exactly the oldest versions that pyproject.toml allows, of all packages of extras."""
    groups = PROJECT["project"]["optional-dependencies"]
    requirements = {requirement for extra in extras for requirement in groups[extra]}
    return sorted(requirement.replace(">=", "==") for requirement in requirements)


@nox.session(python=PYTHONS[0])
@nox.parametrize("environment", list(LOWEST))
def lowest(session: nox.Session, environment: str) -> None:
    """Run tests with the oldest dependencies that pyproject.toml allows; the session `mcp` does so for `mcp` and fastmcp."""
    extras, tests = LOWEST[environment]
    required = [f"{requirement.replace('>=', '==')}.*" for requirement in PROJECT["project"]["dependencies"]]
    # The instrumentation of httpx2 needs a newer OpenTelemetry.
    test = [name for name in _group("test") if environment != "telemetry" or "instrumentation" not in name]
    names = ",".join(dict.fromkeys(("emulator", *extras)))
    session.install(
        "-e", f".[{names}]", *required, *_oldest(*extras), *test, *(_group("web") if "flask" in extras else ())
    )
    session.run("python", "-m", "pytest", "-q", *PARALLEL, *tests, *session.posargs)


def _sbom(session: nox.Session, wheel: str, work: Path) -> None:
    """Write build/sbom.cdx.json: the wheel and the dependencies that an installation without extras has."""
    environment = work / "runtime"
    shutil.rmtree(environment, ignore_errors=True)
    session.run("python", "-m", "venv", str(environment))
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    session.run(str(python), "-m", "pip", "install", "-q", wheel, external=True)
    session.run(str(python), "-m", "pip", "uninstall", "-q", "-y", "pip", external=True)
    target = ROOT / "build" / "sbom.cdx.json"
    target.parent.mkdir(exist_ok=True)
    command = ("cyclonedx-py", "environment", "--pyproject", "pyproject.toml", "--output-reproducible")
    session.run(*command, "--output-file", str(target), str(python))
    names = {component["name"] for component in json.loads(target.read_text(encoding="utf-8"))["components"]}
    if missing := {"httpx", "anyio", "attrs", "cattrs", "joserfc"} - names:
        session.error(f"the SBOM lacks {', '.join(sorted(missing))}")


@nox.session(python=NEWEST)
def package(session: nox.Session) -> None:
    """Build the sdist and the wheel in dist/, check them, and run tests against the installed wheel."""
    session.install(*_group("package", "sbom", "codegen", "test"))
    dist, work = ROOT / "dist", Path(session.create_tmp()).resolve()
    for folder in (dist, work / "suite"):
        shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(dist))
    built = [str(path) for path in sorted(dist.iterdir())]
    wheel = next(path for path in built if path.endswith(".whl"))
    session.run("twine", "check", "--strict", *built)
    session.run("check-wheel-contents", wheel)
    session.run("validate-pyproject", "pyproject.toml")
    session.run("pyroma", "--quiet", "--min=10", str(ROOT))
    session.run("python", "-m", "pytest", "-q", *PARALLEL, "tests/distribution", env={"DISTRIBUTIONS": str(dist)})
    # The tests are copied: in the source tree, Python would import the packages from there.
    for name in ("docs", "tests"):
        shutil.copytree(ROOT / name, work / "suite" / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", work / "suite")
    _sbom(session, wheel, work)
    session.install(f"{wheel}[emulator]")
    with session.chdir(work / "suite"):
        session.run("python", "-m", "pytest", "-q", *PARALLEL, *WHEEL_TESTS, *session.posargs, env={"WHEEL": wheel})


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


@nox.session(python=NEWEST)
def web(session: nox.Session) -> None:
    """Run the tests of the web frameworks. The session `tests` skips them, because it does not install the frameworks."""
    session.install("-e", f".[emulator,{FRAMEWORKS}]", *_group("test", "web"))
    session.run(
        *("python", "-m", "pytest", "-q", *PARALLEL),
        *("tests/web", "tests/docs", "tests/plugin/test_clock.py", *session.posargs),
    )


def _npm_install(session: nox.Session, name: str, *packages: str) -> str:
    """Install packages from npm into a cache folder of the session, and return the folder. Without npm, skip the session, or fail in CI."""
    missing = [program for program in ("node", "npm") if shutil.which(program) is None]
    if missing:
        message = f"{' and '.join(missing)} not found: apt-get install nodejs npm"
        if os.environ.get("CI") == "true":
            session.error(message)
        session.skip(message)
    folder = Path(session.create_tmp()).resolve() / name
    folder.mkdir(exist_ok=True)
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    with session.chdir(folder):
        session.run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *packages, external=True)
    return str(folder)


@nox.session
def interop(session: nox.Session) -> None:
    """Exchange sealed, signed and encrypted values with the published Node packages, in both directions."""
    folders = [_npm_install(session, name, *packages) for name, packages in NODE_PACKAGES.items()]
    session.install("-e", ".[emulator]", *_group("test"))
    environment = {"WORKOS_INTEROP_KITS": os.pathsep.join(folders)}
    session.run("python", "-m", "pytest", "-q", "tests/interop", *session.posargs, env=environment)


@nox.session(python=NEWEST)
def migrate(session: nox.Session) -> None:
    """Test the codemod: the programs before and after it, the latter with mypy, and the projects from templates with mypy."""
    session.install("-e", f".[emulator,migrate,{FRAMEWORKS}]", "workos", *_group("test", "lint"))
    folder = Path(session.create_tmp()).resolve() / "official"
    for version in OFFICIAL_VERSIONS:
        target = folder / version
        if not (target / "workos").is_dir():
            session.install("--no-deps", "--target", str(target), f"workos=={version}")
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
            session.install("--no-deps", "--target", target, f"workos=={version}")
    session.run("python", "-m", "codegen", "official", *(str(folder / version) for version in versions))


@nox.session
def cli(session: nox.Session) -> None:
    """Sign in and manage objects with the published `workos` CLI against the emulator."""
    folder = _npm_install(session, "cli", "workos@latest")
    session.install("-e", ".[emulator]", *_group("test"))
    session.run("python", "-m", "pytest", "-q", "tests/workos_cli", *session.posargs, env={"WORKOS_CLI": folder})


@nox.session
def node(session: nox.Session) -> None:
    """Call the emulator with every method of the newest official Node SDK, and check the results."""
    folder = _npm_install(session, "sdk", "@workos-inc/node@latest")
    session.install("-e", ".[emulator]", *_group("test"))
    session.run("python", "-m", "pytest", "-q", "tests/node", *session.posargs, env={"WORKOS_NODE_SDK": folder})


@nox.session
def browser_clients(session: nox.Session) -> None:
    """Sign in with the published authkit-js and authkit-react in a headless Chromium."""
    folder = _npm_install(session, "clients", *BROWSER_PACKAGES)
    session.install("-e", ".[emulator]", *_group("test", "browser"))
    session.run("tests/browser/install_chromium.sh", external=True, success_codes=[0, 1, 100, 127])
    environment = {"WORKOS_BROWSER_CLIENTS": folder, "BROWSER_TESTS": "required"}
    session.run("python", "-m", "pytest", "-q", "tests/browser_clients", *session.posargs, env=environment)


@nox.session
def nextjs(session: nox.Session) -> None:
    """Share sessions between a Next.js app with the published authkit-nextjs and the FastAPI example."""
    folder = _npm_install(session, "app", *NEXTJS_PACKAGES)
    session.install("-e", ".[emulator,fastapi]", *_group("test"))
    session.run("python", "-m", "pytest", "-q", "tests/nextjs", *session.posargs, env={"WORKOS_NEXTJS": folder})


@nox.session
def schemathesis(session: nox.Session) -> None:
    """Search for requests with invalid responses of the emulator, with Schemathesis."""
    session.install("-e", ".[emulator]", *_group("test", "fuzz"))
    session.run("python", "-m", "pytest", "-q", *PARALLEL, "tests/fuzz", *session.posargs)


@nox.session(python=NEWEST)
def types(session: nox.Session) -> None:
    """Measure how much of the public surface of each package has known types. Fails below 99.5 %."""
    session.install(
        "-e", f".[emulator,migrate,redis,sqlalchemy,otel,mcp,fastmcp,{FRAMEWORKS}]", *_group("lint", "stubs")
    )
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
    session.install("-e", f".[emulator,migrate,{FRAMEWORKS}]", *_group("test", "browser", "docs"))
    session.run("tests/browser/install_chromium.sh", external=True, success_codes=[0, 1, 100, 127])
    session.run("mkdocs", "build", env={"NO_MKDOCS_2_WARNING": "1"})
    session.run("python", "-m", "pytest", "-q", "tests/browser", *session.posargs, env={"BROWSER_TESTS": "required"})


@nox.session
def accessibility(session: nox.Session) -> None:
    """Check every page of the emulator with axe-core in a headless Chromium. Screenshots are saved in build/screenshots.

    `-- --quick` checks one appearance and one language.
    """
    folder = _npm_install(session, "axe", "axe-core@latest")
    session.install("-e", ".[emulator]", *_group("test", "browser"))
    session.run("tests/browser/install_chromium.sh", external=True, success_codes=[0, 1, 100, 127])
    environment = {"AXE_CORE": folder, "BROWSER_TESTS": "required"}
    session.run("python", "-m", "pytest", "-q", *PARALLEL, "tests/accessibility", *session.posargs, env=environment)


@nox.session
@nox.parametrize("stack", ["newest", "lowest"])
def mcp(session: nox.Session, stack: str) -> None:
    """Sign in to MCP servers and call their tools, with the newest and the lowest supported versions of `mcp` and fastmcp."""
    extras = PROJECT["project"]["optional-dependencies"]
    lowest = [name.replace(">=", "==") + ".*" for name in (*extras["mcp"], *extras["fastmcp"])]
    session.install("-e", ".[emulator,mcp,fastmcp]", *(lowest if stack == "lowest" else []), *_group("test"))
    # Warnings of other packages are not errors here.
    session.run(
        "python",
        "-W",
        "default",
        "-m",
        "pytest",
        "-q",
        "-W",
        "default",
        "tests/mcp",
        "tests/agents",
        "tests/docs/test_pages.py::test_page[mcp.md]",
        *session.posargs,
    )


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


@nox.session(python=NEWEST)
def mutation(session: nox.Session) -> None:
    """Change the security-critical code in small ways, and fail if the tests notice less than 95 % of the changes. `-- --all` runs all changes, `-- --count 100` a short sample, `-- single_flight` changes that module of the async package."""
    session.install("-e", ".[emulator]", *_group("test", "mutation"))
    session.run("python", "-m", "pytest", "-q", "tests/mutation")
    copy = Path(session.create_tmp()).resolve() / "project"
    session.run("python", "-m", "tests.mutation", "--copy", str(copy), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare the performance with the official SDK. `-- --quick` takes about four minutes, `-- --check` fails if a target is missed."""
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
    """Measure the speed and the memory of the emulator. `-- --base REF` compares it with the build of that commit. Fails if a limit is exceeded."""
    session.install("-e", ".[emulator]")
    environments = session.cache_dir / "bench"
    session.run("python", "-m", "benchmarks.emulator", "--environments", str(environments), *session.posargs)


@nox.session
def scale(session: nox.Session) -> None:
    """Measure how cost grows from one item to a million. `-- --quick` takes about a minute, `-- --write` updates docs/performance.md."""
    session.install(".[httpx2,aiohttp]")
    session.run("python", "-m", "benchmarks.scale", *session.posargs)


@nox.session
def rate_limits(session: nox.Session) -> None:
    """Measure calls to an API with rate limits and 429s, compared with the official SDK."""
    environments = session.cache_dir / "bench"
    session.run("python", "-m", "benchmarks.rate_limits", "--environments", str(environments), *session.posargs)


@nox.session(python=NEWEST)
def docs(session: nox.Session) -> None:
    """Build the documentation site in build/site, and test it. Fails if a link or a reference is broken. `-- --serve` serves it while you write."""
    session.install("-e", ".[emulator,migrate]", *_group("docs", "test"))
    environment = {"NO_MKDOCS_2_WARNING": "1"}
    if session.posargs == ["--serve"]:
        session.run("mkdocs", "serve", "--no-strict", env=environment)
    else:
        session.run("mkdocs", "build", env=environment)
        session.run("python", "-m", "pytest", "-q", "tests/site", *session.posargs, env=environment)


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate the code from the spec and the async package."""
    session.install(*_group("codegen"))
    session.run("python", "-m", "codegen", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Check lint, types, generated files, the public surface, the vocabulary and the spec."""
    session.install(
        "-e", f".[emulator,migrate,mcp,fastmcp,{FRAMEWORKS}]", *_group("codegen", "docs", "test", "lint", "workflows")
    )
    if (ROOT / ".github").exists():  # an sdist has no workflows
        session.run("zizmor", "--offline", "--persona=pedantic", ".github")
        session.run("yamllint", "--strict", ".github", ".yamllint.yml", "compose.yaml")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("mypy", "tests/typing", "examples", "benchmarks")
    session.run("pyright")
    session.run("python", "-m", "pytest", "-q", "tests/test_readme.py", "-k", "type_checks")
    session.run("python", "-m", "codegen", "--check")
    session.run("python", "-m", "codegen", "surface", "--check")
    session.run("python", "-m", "codegen.vocabulary")
    session.run("python", "-m", "tests.faults", "--check")
    with session.chdir(session.create_tmp()):
        bundle = session.run("python", "-m", "codegen", "bundle", silent=True, env={"PYTHONPATH": str(ROOT)})
        Path("openapi.json").write_text(str(bundle), encoding="utf-8")
        session.run("openapi-spec-validator", "openapi.json")
