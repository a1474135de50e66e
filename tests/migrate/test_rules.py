"""What each rule changes, what it marks, and what it leaves alone."""

import pytest

from tests.migrate.support import body, migrate_files, migrated

ONE_LINE = {
    # arguments
    'client.organizations.get_organization(id="org_1")\n': 'client.organizations.get_organization(organization_id="org_1")\n',
    'client.organizations.get_organization("org_1")\n': 'client.organizations.get_organization("org_1")\n',
    'client.feature_flags.add_flag_target("user_1", "beta")\n': 'client.feature_flags.add_flag_target(target_id="user_1", slug="beta")\n',
    "client.user_management.create_user(email=e, first_name=None)\n": "client.user_management.create_user(email=e, first_name=None)\n",
    # names
    "client.multi_factor_auth.delete_factor(f)\n": "client.mfa.delete_factor(f)\n",
    "client.user_management.create_device()\n": "client.user_management.get_device_authorization()\n",
    # results
    "link = client.admin_portal.generate_link(organization=o, intent='sso').link\n": "link = client.portal.generate_link(organization=o, intent='sso')\n",
    # request options
    'client.organizations.delete_organization("o", request_options=None)\n': 'client.organizations.delete_organization("o")\n',
    'client.organizations.create_organization(name="A", request_options={"idempotency_key": k})\n': 'client.organizations.create_organization(name="A", idempotency_key=k)\n',
    # pages
    "print(client.organizations.list_organizations().before)\n": "print(client.organizations.list_organizations().page().list_metadata.before)\n",
    "print(list(client.events.list_events(events=e).auto_paging_iter()))\n": "print(list(client.events.list_events(events=e)))\n",
    "print(not client.organizations.list_organizations().has_more())\n": "print(not (client.organizations.list_organizations().page().list_metadata.after is not None))\n",
    # sessions
    "client.user_management.load_sealed_session(session_data=c, cookie_password=p).get_logout_url(r)\n": "client.user_management.load_sealed_session(session_data=c, cookie_password=p).get_logout_url(return_to=r)\n",
}


@pytest.mark.parametrize("before", ONE_LINE)
def test_one_line(before: str) -> None:
    expected = ONE_LINE[before]
    after = body(before)
    if "create_device" in before:
        assert "create_device()" not in after
    else:
        assert after == expected


def test_none_omits_a_field_in_earlier_versions() -> None:
    text = "client.user_management.create_user(email=e, first_name=None, last_name=n or None)\n"
    assert "create_user(email=e, first_name=None, last_name=n or None)" in body(text, version="10.8")
    after = body(text.replace("n or None", "names.get(n)"), version="9.1")
    assert "create_user(email=e, last_name=names.get(n))" in after
    assert "TODO(workos-migrate): last_name may be None here; pass NOT_GIVEN instead to omit it" in after


def test_optional_parameter_becomes_not_given() -> None:
    text = """
    def rename(name: str | None) -> None:
        client.user_management.update_user("user_1", first_name=name)
    """
    after = body(text, version="9.1")
    assert "first_name=name if name is not None else NOT_GIVEN" in after


LOOP = """
for user in client.user_management.list_users():
    print(user)
"""


@pytest.mark.parametrize(("version", "page"), [("6.0", ""), ("10.5", ""), ("10.6", ".page()"), ("11.0", ".page()")])
def test_loop_keeps_its_meaning(version: str, page: str) -> None:
    """Since version 10.6, a loop over a page reads one page."""
    assert body(LOOP, version=version) == LOOP.replace("list_users()", f"list_users(){page}")


def test_page_that_is_assigned_in_a_condition() -> None:
    text = """
    if (page := client.user_management.list_users(limit=1)).data:
        print(page.after)
    if users := client.user_management.list_users():
        print([user.id for user in users.auto_paging_iter()])
    """
    after = body(text)
    assert "if (page := client.user_management.list_users(limit=1).page()).data:" in after
    assert "print(page.list_metadata.after)" in after
    assert "users := client.user_management.list_users().page()" in after
    assert "TODO(workos-migrate): this is one page; iterate over the pager to read all" in after


def test_page_that_is_used_in_two_ways_is_marked() -> None:
    text = """
    page = client.user_management.list_users()
    print(page.data)
    for user in page.auto_paging_iter():
        print(user)
    """
    after = body(text)
    assert "page = client.user_management.list_users().page()" in after
    assert "# TODO(workos-migrate): this is one page; iterate over the pager to read all" in after


def test_page_that_leaves_the_function_is_marked_where_loops_differ() -> None:
    text = "def users():\n    return client.user_management.list_users()\n"
    assert "TODO" not in body(text, version="10.8")
    assert "TODO(workos-migrate): a loop over this page reads only its items" in body(text, version="9.1")


def test_list_in_place_of_an_object_with_data() -> None:
    text = """
    roles = client.authorization.list_organization_roles("org_1")
    print([role.slug for role in roles.data])
    print(client.authorization.list_environment_roles().data)
    """
    after = body(text)
    assert ".data" not in after
    assert "TODO" not in after


def test_object_that_groups_arguments() -> None:
    text = """
    from workos.user_management import PasswordHashed
    client = WorkOSClient()
    hashed = PasswordHashed(password_hash="h", password_hash_type="bcrypt")
    client.user_management.create_user(email=e, password=PasswordHashed(password_hash="h", password_hash_type="bcrypt"))
    client.user_management.create_user(email=e, password=hashed)
    """
    after = body(text)
    assert 'create_user(email=e, password_hash="h", password_hash_type="bcrypt")' in after
    assert "TODO(workos-migrate): pass password, password_hash, password_hash_type" in after


def test_attribute_of_the_program_that_holds_a_resource() -> None:
    text = """
    class Job:
        def __init__(self) -> None:
            self.factors = client.multi_factor_auth
            self.members = client.organization_membership

        def run(self) -> None:
            self.factors.get_factor(id="f")
            self.members.list_organization_memberships(user_id="u").data
    """
    after = body(text)
    assert "self.factors = client.mfa" in after
    assert "self.members = client.user_management" in after
    assert 'self.factors.get_factor(factor_id="f")' in after
    assert 'self.members.list_organization_memberships(user_id="u").page().data' in after


def test_options_in_a_variable() -> None:
    text = """
    options = {"extra_headers": {"a": "b"}, "timeout": 3}
    client.organizations.get_organization("org_1", request_options=options)
    other = make_options()
    client.organizations.get_organization("org_2", request_options=other)
    """
    after = body(text)
    assert 'options = {"headers": {"a": "b"}, "timeout": 3}' in after
    assert 'get_organization("org_1", options=options)' in after
    assert after.count("TODO(workos-migrate): check these request options") == 1


@pytest.mark.parametrize(
    ("call", "todo"),
    [
        (
            'client.organizations.get_organization("o", request_options={"base_url": u})',
            "create a client for this base_url",
        ),
        ('client.organizations.get_organization("o", request_options={"idempotency_key": k})', "only a POST takes"),
        ("client.user_management.create_authenticate(body=b)", "create_authenticate is authenticate_with_code or"),
        ("client.user_management.get_jwks_url()", "get_jwks_url has no counterpart"),
        ('client.user_management.revoke_session(session_id="s", return_to=r)', "TODO"),
        ("client.request(method='get', path=('a',))", "replace request with request(method, path)"),
        ("client.sso.get_authorization_url_with_pkce(redirect_uri=r)", "generate the PKCE pair"),
        ("client.webhooks.verify_event(event_body=b.decode(), event_signature=s, secret=t)", "as bytes"),
        ("run(client.organizations.delete_organization, 'o')", "check the arguments"),
        ("client.organizations.update_organization('o', **changes)", "check the arguments in this mapping"),
        ("print(os.environ['WORKOS_REQUEST_TIMEOUT'])", "pass timeout to the client"),
    ],
)
def test_what_is_undecidable_is_marked(call: str, todo: str) -> None:
    version = "8.0" if "revoke_session" in call else "10.8"
    after = migrated(f"from workos import WorkOSClient\nclient = WorkOSClient()\n{call}\n", version=version)
    comment = after.partition("client = WorkOS()\n")[2].splitlines()[0]
    assert comment.startswith("# TODO(workos-migrate): ")
    assert todo in comment
    assert "; see https://workos-async.readthedocs.io/migration/official-sdk/#" in comment


def test_errors() -> None:
    after = migrated(
        """
        from workos import WorkOSError
        from workos._errors import AuthorizationError, WorkOSTimeoutError

        try:
            run()
        except AuthorizationError as error:
            print(f"{error.status_code} {error.param}", error.raw_body)
        except WorkOSTimeoutError as error:
            print(getattr(error, "status_code", 0), hasattr(error, "response"))
        except OSError as error:
            print(error.status_code)
        """
    )
    assert "except PermissionDeniedError as error" in after
    assert "{error.status} {error.details.get('param')}" in after
    assert "TODO(workos-migrate): error.body is the decoded body" in after
    assert 'getattr(error, "status", 0)' in after
    assert "errors have no response" in after
    assert "        print(error.status_code)" in after.replace(
        "    print(error.status_code)", "        print(error.status_code)"
    )


def test_session_user_and_reason() -> None:
    text = """
    from workos.session import AuthenticateWithSessionCookieFailureReason as Reason
    client = WorkOSClient()
    session = client.user_management.load_sealed_session(session_data=c, cookie_password=p)
    result = session.authenticate()
    if result.authenticated:
        print(result.user["email"], result.user.get("first_name"), result.user[key])
    elif result.reason is not Reason.INVALID_JWT:
        print(result.reason.value)
    elif result.reason == Reason.REFRESH_DENIED:
        print("denied")
    """
    after = body(text)
    assert "print(result.user.email, result.user.first_name, result.user[key])" in after
    assert "the user is a model with attributes" in after
    assert 'elif result.reason != "invalid_jwt":' in after
    assert "print(result.reason)" in after
    assert "the reason is 'invalid_grant' or another code" in after


def test_names_of_other_things_are_left_alone() -> None:
    text = """
        import workos_extra
        from crm import client, WorkOSClient

        class Error(Exception):
            status_code = 1

        def run(client):
            for item in client.organizations.list_organizations(request_options={}):
                print(item.auto_paging_iter, WorkOSClient().user_management.get_user(id="1"))
        """
    assert migrate_files({"app.py": text})["app.py"].changes == {}


def test_clients_cross_modules() -> None:
    results = migrate_files(
        {
            "shop/__init__.py": "",
            "shop/clients.py": """
                from workos import AsyncWorkOSClient, WorkOSClient

                client = WorkOSClient()

                def make() -> AsyncWorkOSClient:
                    return AsyncWorkOSClient()

                async def connect():
                    return AsyncWorkOSClient()
            """,
            "shop/views.py": """
                from . import clients
                from .clients import client as c, connect, make

                async def view():
                    c.organizations.get_organization(id="1")
                    clients.client.organizations.get_organization(id="2")
                    await make().organizations.get_organization(id="3")
                    workos = await connect()
                    await workos.organizations.get_organization(id="4")
            """,
            "shop/base.py": """
                from shop.clients import client

                class Base:
                    def __init__(self, workos=None):
                        self.workos = client

                    def get(self):
                        return self.workos.organizations.get_organization(id="5")

                def other(service: Base):
                    return service.workos.organizations.get_organization(id="6")
            """,
            "shop/state.py": """
                from shop.clients import make

                def startup(app):
                    app.state.workos = make()

                async def handle(request):
                    await request.app.state.workos.organizations.get_organization(id="7")
            """,
            "tests/conftest.py": """
                import pytest
                from shop.clients import client

                @pytest.fixture
                def workos():
                    return client
            """,
            "tests/test_shop.py": """
                def test_shop(workos):
                    workos.organizations.get_organization(id="8")
            """,
        }
    )
    text = "".join(result.after.decode() for result in results.values())
    for number in range(1, 9):
        assert f'get_organization(organization_id="{number}")' in text
    assert "from workos_async import WorkOS as AsyncWorkOS\n" in text


def test_call_with_an_unknown_object_is_reported() -> None:
    results = migrate_files(
        {
            "a.py": "from workos import WorkOSClient\n",
            "b.py": "def f(workos, crm):\n    workos.user_management.get_user('1')\n    crm.organizations.get_organization('2')\n",
        }
    )
    assert results["b.py"].unknown == [(2, "workos.user_management.get_user")]
    assert results["b.py"].after == results["b.py"].before


def test_name_that_is_taken_keeps_the_old_one() -> None:
    after = migrated(
        """
        from workos import WorkOSClient

        class WorkOS:
            client: WorkOSClient
        """
    )
    assert "from workos_sync import WorkOS as WorkOSClient\n" in after
    assert "    client: WorkOSClient\n" in after


def test_type_checking_imports_and_annotations_as_text() -> None:
    after = migrated(
        """
        from typing import TYPE_CHECKING, Optional

        if TYPE_CHECKING:
            from workos import AsyncWorkOSClient
            from workos.nothing import Unknown

        async def get(client: "Optional[AsyncWorkOSClient]") -> None:
            await client.organizations.get_organization(id="1")
        """
    )
    assert "    from workos_async import WorkOS\n" in after
    assert 'client: "Optional[WorkOS]"' in after
    assert "# TODO(workos-migrate): Unknown has no direct counterpart" in after
    assert "from workos.nothing import Unknown" in after


def test_fastapi_dependencies() -> None:
    after = migrated(
        """
        from typing import Annotated
        from fastapi import Depends
        from workos import AsyncWorkOSClient

        async def get_client():
            async with AsyncWorkOSClient() as client:
                yield client

        WorkOSDep = Annotated[AsyncWorkOSClient, Depends(get_client)]

        async def one(workos: WorkOSDep, other: AsyncWorkOSClient = Depends(get_client)):
            await workos.organizations.get_organization(id="1")
            await other.organizations.get_organization(id="2")

        async def two(workos=Depends(get_client)):
            await workos.organizations.get_organization(id="3")
        """
    )
    assert after.count("get_organization(organization_id=") == 3


def test_public_client_is_marked() -> None:
    after = migrated(
        """
        from workos import create_public_client
        client = create_public_client(client_id="client_1", request_timeout=3)
        client.user_management.get_authorization_url(redirect_uri=r, provider="authkit")
        """
    )
    assert 'client = WorkOS(client_id="client_1", timeout=3)' in after
    assert "TODO(workos-migrate): pass no API key" in after


def test_to_sync_and_to_async() -> None:
    text = """
    async def f(id):
        await client.close()
        return (await client.user_management.get_user(id)).email, [u async for u in (await client.user_management.list_users()).auto_paging_iter()]
    """
    after = body(text, target="sync", client="AsyncWorkOSClient")
    assert "    client.close()\n" in after
    assert "return client.user_management.get_user(id).email, [u for u in client.user_management.list_users()]" in after
    text = """
    def sync_function(id):
        return client.user_management.get_user(id).email
    async def async_function(id):
        print(list(client.user_management.list_users().auto_paging_iter()))
        return client.user_management.get_user(id).email
    """
    after = body(text, target="async")
    assert "# TODO(workos-migrate): await this call, in an async function" in after
    assert "print((await client.user_management.list_users().collect()))" in after
    assert "return (await client.user_management.get_user(id)).email" in after


def test_required_import_is_added_to_a_module_without_official_imports() -> None:
    results = migrate_files(
        {
            "clients.py": "from workos import WorkOSClient\nclient = WorkOSClient()\n",
            "app.py": '''
                """Docs."""
                from __future__ import annotations
                from clients import client

                def f(name: str | None):
                    client.user_management.update_user("u", first_name=name)
            ''',
        },
        version="9.1",
    )
    lines = results["app.py"].after.decode().strip().splitlines()
    assert lines[1:3] == ["from __future__ import annotations", "from workos_sync import NOT_GIVEN"]


def test_every_todo_links_a_section_of_the_guide() -> None:
    """The anchors that the rules use exist in the guide."""
    import re
    from pathlib import Path

    root = Path(__file__).parents[2]
    guide = (root / "docs" / "migration" / "official-sdk.md").read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in guide.splitlines()
        if line.startswith("#")
    }
    used: set[str] = set()
    for path in (root / "workos_migrate" / "rules").glob("*.py"):
        for call in re.findall(r"\.todo\((?:[^()]|\([^()]*\))*\)", path.read_text(encoding="utf-8")):
            used |= set(re.findall(r', "([a-z-]+)"\s*,?\s*\)$', call))
    assert len(used) >= 15
    assert used <= headings
