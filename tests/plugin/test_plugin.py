"""The pytest plugin, run in a separate project as its users do."""

import ast
import subprocess
import sys

import pytest

from tests.plugin.projects import ROOT, run
from workos_testing.factory import _MODELS as MODELS
from workos_testing.factory import Factory
from workos_testing.factory import _factories_by_singular as factories_by_singular

pytest_plugins = ["pytester"]

IMPORTS = "import pytest\n"


def test_the_factory_declares_the_type_of_each_method() -> None:
    """Type checkers see these declarations instead of `__getattr__`."""
    (factory,) = (
        node
        for node in ast.parse((ROOT / "workos_testing" / "factory.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name == "Factory"
    )
    declared = {
        statement.target.id: ast.unparse(statement.annotation)
        for block in factory.body
        if isinstance(block, ast.If)
        for statement in block.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }
    methods = {name for name in vars(Factory) if not name.startswith("_")}
    expected = {
        singular: f"_Create[{MODELS.get(section, 'dict[str, Any]')}]"
        for singular, section in factories_by_singular().items()
        if singular not in methods
    }
    assert declared == expected


def test_fixtures(project: pytest.Pytester) -> None:
    project.makepyfile(
        IMPORTS
        + """
from workos_core.errors import ServerError, NotFoundError
from workos_core.models import User

@pytest.mark.anyio
async def test_async(workos_client, workos_factory):
    user = workos_factory.user(email="ada@example.com")
    assert isinstance(user, User)
    assert (await workos_client.user_management.get_user(user.id)).email == "ada@example.com"

@pytest.mark.asyncio
async def test_asyncio(workos_client, workos_factory):
    acme = workos_factory.organization(id="org_acme", name="Acme")
    assert (await workos_client.organizations.get_organization("org_acme")) == acme

def test_sync(workos_sync_client, workos_factory):
    member = workos_factory.membership(role_slugs=["admin"])
    users = list(workos_sync_client.user_management.list_users(organization_id=member.organization_id))
    assert [user.id for user in users] == [member.user_id]

def test_isolated(workos_sync_client, workos_test_emulator):
    assert list(workos_sync_client.organizations.list_organizations()) == []
    assert len(workos_test_emulator.requests) == 1

def test_faults(workos_sync_client, workos_faults):
    workos_faults.add(status=503, count=None, retry_after=0)
    with pytest.raises(ServerError):
        workos_sync_client.organizations.list_organizations().page()

def test_sessions(workos_sync_client, workos_factory, workos_sign_in):
    member = workos_factory.membership()
    workos_factory.membership(user=member.user_id)
    with pytest.raises(ValueError):
        workos_sign_in.access_token(member.user_id)
    token = workos_sign_in.access_token(member.user_id, member.organization_id)
    claims = workos_sync_client.verify_access_token(token)
    assert (claims.sub, claims.org_id) == (member.user_id, member.organization_id)
    assert workos_sign_in.headers(member.user_id, member.organization_id)["Authorization"].startswith("Bearer ")
    cookie = workos_sign_in.sealed_cookie(member.user_id, member.organization_id)
    session = workos_sync_client.user_management.load_sealed_session(
        session_data=cookie, cookie_password=workos_sign_in.cookie_password
    )
    assert session.authenticate().authenticated
    assert session.refresh().authenticated

@pytest.mark.workos(settings={"mfa_required": True})
def test_session_without_the_required_second_factor(workos_factory, workos_sign_in):
    assert workos_sign_in.tokens(workos_factory.user())["access_token"]

def test_webhooks(workos_factory, workos_webhooks):
    from workos_core.webhooks import signatures
    user = workos_factory.user()
    header = signatures.SIGNATURE_HEADER
    for webhook in (workos_webhooks.request("user.created", user), workos_webhooks.latest("user.created")):
        event = signatures.construct_event(webhook.body, webhook.headers[header], workos_webhooks.secret)
        assert (event.event, event.data.id) == ("user.created", user.id)
    for invalid in (workos_webhooks.latest("user.created", secret="x"), workos_webhooks.request("a", {}, age=3600)):
        with pytest.raises(signatures.SignatureVerificationError):
            signatures.construct_event(invalid.body, invalid.headers[header], workos_webhooks.secret)
    with pytest.raises(LookupError):
        workos_webhooks.latest("user.deleted")

def test_server(workos_server, workos_factory):
    from workos_sync import WorkOS
    acme = workos_factory.organization()
    with WorkOS() as workos:
        assert workos.organizations.get_organization(acme.id).name == acme.name

def test_every_factory(workos_factory):
    from workos_emulator.seeding.factories.catalog import factories
    names = set(dir(workos_factory))
    assert {"user", "directory", "identity", "vault_object", "radar_list_entry"} <= names
    for factory in factories():
        workos_factory.create(factory)
    assert workos_factory.vault_object(name="x").id
    agent = workos_factory.agent_registration(organization=workos_factory.organization())
    assert agent.extra_fields.keys() == {"api_key", "access_token", "claim_attempt_token"}
    ada = workos_factory.user()
    assert workos_factory.connected_account(user=ada).user_id == ada.id
    blueprint = workos_factory.agent_blueprint()
    assert workos_factory.agent_blueprint_token(agent_blueprint=blueprint).new_instance
    with pytest.raises(AttributeError, match="unknown factory 'people'"):
        workos_factory.people()
"""
    )
    run(project).assert_outcomes(passed=11)  # test_async runs under asyncio and trio


def test_seed_clock_and_settings(project: pytest.Pytester) -> None:
    project.makefile(".yaml", shared="organizations:\n  - {key: acme, name: Acme}\n", own="users:\n  - email: a@b.co\n")
    project.makeini("[pytest]\nworkos_seed = shared.yaml\nasyncio_default_fixture_loop_scope = function\n")
    project.makepyfile(
        IMPORTS
        + """
def organization_names(workos):
    return [organization.name for organization in workos.organizations.list_organizations()]

def test_seed_of_the_configuration_file(workos_sync_client):
    assert organization_names(workos_sync_client) == ["Acme"]

@pytest.mark.workos(seed="own.yaml", clock="2030-01-01T00:00:00Z")
class TestMarked:
    def test_both_seeds(self, workos_sync_client, workos_test_emulator):
        assert organization_names(workos_sync_client) == ["Acme"]
        assert [user.email for user in workos_sync_client.user_management.list_users()] == ["a@b.co"]
        assert workos_test_emulator.clock.now().year == 2030

    @pytest.mark.workos(clock="2031-01-01T00:00:00Z", seed={"users": []})
    def test_closest_marker_wins(self, workos_sync_client, workos_test_emulator):
        assert workos_test_emulator.clock.now().year == 2031
        assert list(workos_sync_client.user_management.list_users()) == []

@pytest.mark.workos(size="large")
def test_unknown_argument(workos_test_emulator): ...
"""
    )
    result = run(project)
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(["*marker workos: unknown argument 'size'; use clock, seed, settings*"])


def test_ids_are_the_same_in_every_run_and_under_xdist(project: pytest.Pytester) -> None:
    project.makepyfile(
        IMPORTS
        + """
import pathlib

@pytest.mark.workos(clock="2030-01-01T00:00:00Z")
@pytest.mark.parametrize("number", range(4))
def test_ids(workos_factory, number, request):
    user = workos_factory.user()
    with open(pathlib.Path(str(request.config.rootpath)) / f"ids-{number}", "a") as file:
        file.write(user.id + "\\n")
"""
    )
    run(project).assert_outcomes(passed=4)
    run(project, "-p", "xdist", "-n", "2").assert_outcomes(passed=4)
    ids = [(project.path / f"ids-{number}").read_text().split() for number in range(4)]
    assert all(first == second for first, second in ids)
    assert len({first for first, _ in ids}) == 4


def test_example(project: pytest.Pytester) -> None:
    for name in ("__init__.py", "app.py", "test_app.py"):
        target = project.path / "testing" / name
        target.parent.mkdir(exist_ok=True)
        target.write_text((ROOT / "examples" / "testing" / name).read_text())
    run(project).assert_outcomes(passed=10)


def test_unused_plugin_imports_nothing() -> None:
    code = """
import sys
import workos_testing.plugin
loaded = {name for name in sys.modules if name.startswith("workos_")}
assert loaded == {"workos_testing", "workos_testing.plugin"}, loaded
assert not {"httpx", "anyio", "jsonschema", "attrs"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_public_names() -> None:
    import workos_testing

    assert all(getattr(workos_testing, name) for name in workos_testing.__all__)
    with pytest.raises(AttributeError, match="no attribute 'unknown'"):
        _ = workos_testing.unknown
