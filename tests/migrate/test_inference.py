"""What the codemod recognizes as a client, an error or a session: subclasses, properties, `isinstance` and type aliases."""

import pytest

from tests.migrate.support import body, migrated


@pytest.mark.parametrize(
    "code",
    [
        "if isinstance(e, APIError):\n    print(e.status_code)\n",
        "if e and isinstance(e, (NotFoundError, APIError)) and e.status_code:\n    pass\n",
        "if isinstance(e, OSError):\n    pass\nelif isinstance(e, APIError):\n    print(e.status_code)\n",
        "assert isinstance(e, APIError)\nprint(e.status_code)\n",
        "if not isinstance(e, APIError):\n    raise e\nprint(e.status_code)\n",
        "print(e.status_code if isinstance(e, APIError) else 0)\n",
        "match e:\n    case APIError(status_code=404):\n        pass\n",
    ],
)
def test_class_of_an_error_is_checked(code: str) -> None:
    text = "from workos import NotFoundError\nfrom workos._errors import APIError\ndef f(e: Exception):\n"
    after = migrated(text + "".join(f"    {line}\n" for line in code.splitlines()))
    assert "status_code" not in after
    assert "status" in after


@pytest.mark.parametrize(
    "code",
    [
        "if isinstance(e, (APIError, OSError)):\n    print(e.status_code)\n",
        "if not isinstance(e, APIError):\n    print(e.status_code)\n",
        "if isinstance(e, APIError):\n    pass\nelse:\n    print(e.status_code)\n",
        "if isinstance(e, APIError):\n    return\nprint(e.status_code)\n",
        "if not isinstance(e, APIError):\n    print(e)\nprint(e.status_code)\n",
        "if isinstance(other, APIError):\n    print(e.status_code)\n",
    ],
)
def test_error_that_may_be_of_another_class_is_left_alone(code: str) -> None:
    text = "from workos._errors import APIError\ndef f(e: Exception):\n"
    assert "e.status_code" in migrated(text + "".join(f"    {line}\n" for line in code.splitlines()))


def test_subclass_of_a_client() -> None:
    after = migrated(
        """
        from workos import WorkOSClient as Base

        class Client(Base):
            def __init__(self, key: str) -> None:
                super().__init__(api_key=key, request_timeout=3)

            def name(self, id: str) -> str:
                return self.organizations.get_organization(id=id).name

        def get() -> Client:
            return Client("k")

        get().multi_factor_auth.delete_factor(f)
        """
    )
    assert "super().__init__(api_key=key, timeout=3)" in after
    assert "self.organizations.get_organization(organization_id=id).name" in after
    assert "get().mfa.delete_factor(f)" in after


@pytest.mark.parametrize("decorator", ["property", "cached_property", "functools.cached_property"])
def test_property_that_returns_a_client(decorator: str) -> None:
    after = body(
        f"""
        class Services:
            @{decorator}
            def workos(self) -> WorkOSClient:
                return client

            @{decorator}
            def factors(self):
                return self.workos.multi_factor_auth

        def run(services: Services) -> None:
            services.workos.organizations.get_organization(id="1")
            services.factors.get_factor(id="2")
        """
    )
    assert 'services.workos.organizations.get_organization(organization_id="1")' in after
    assert "return self.workos.mfa" in after
    assert 'services.factors.get_factor(factor_id="2")' in after


@pytest.mark.parametrize(
    "alias", ["Found = A | B", "Found = Union[A, B]", "Found: TypeAlias = A | B", "type Found = A | B"]
)
def test_alias_of_session_results(alias: str) -> None:
    after = migrated(
        "from workos.session import AuthenticateWithSessionCookieSuccessResponse as A\n"
        "from workos.session import RefreshWithSessionCookieSuccessResponse as B\n"
        f'{alias}\ndef f(found: Found): return found.user["email"], (found.user or {{}}).get("id")\n'
    )
    assert "return found.user.email, found.user.id if found.user else None" in after


def test_annotations_of_official_types() -> None:
    after = migrated(
        """
        from workos.directory_sync import AsyncDirectorySync
        from workos.organization_membership import OrganizationMembershipService as Memberships
        from workos.session import Session
        from workos.events.models import EventSchemaUnknown

        def load(session: Session, memberships: Memberships, directories: AsyncDirectorySync) -> None:
            memberships.get_organization_membership(id="om_1")
            session.get_logout_url("/")
        """
    )
    assert "from workos_sync.resources.user_management import UserManagement as Memberships" in after
    assert "from workos_async.resources.directory_sync import DirectorySync" in after
    assert "from workos_sync import Session" in after
    assert "from workos_core.models import UnknownEvent" in after
    assert 'memberships.get_organization_membership(organization_membership_id="om_1")' in after
    assert 'session.get_logout_url(return_to="/")' in after
    assert "TODO" not in after


def test_other_name_of_an_enum() -> None:
    after = migrated("from workos.user_management.models import UserInviteState as S\nprint(i.state is S.PENDING)\n")
    assert after == 'print(i.state == "pending")\n'


def test_session_user() -> None:
    after = body(
        """
        from workos.session import RefreshWithSessionCookieSuccessResponse
        result = client.user_management.load_sealed_session(session_data=c, cookie_password=p).authenticate()
        user = result.user
        print(user["id"], user.get("name", ""), (result.user or {}).get("email") or "?")
        fake = RefreshWithSessionCookieSuccessResponse(authenticated=True, sealed_session="s", session_id="x")
        """
    )
    assert 'print(user.id, user.get("name", ""), (result.user.email if result.user else None) or "?")' in after
    assert "the user is a model with attributes" in after
    assert "SessionRefreshed has other arguments" in after


@pytest.mark.parametrize(
    "user",
    [
        "(result.user or guest)",
        "(cached or result.user)",
        "(session.authenticate().user or {})",
    ],
)
def test_other_user_than_that_of_the_session_is_marked(user: str) -> None:
    after = body(
        "session = client.user_management.load_sealed_session(session_data=c, cookie_password=p)\n"
        f"result = session.authenticate()\nprint({user}.get('email'))\n"
    )
    assert f"{user}.get('email')" in after
    assert "the user is a model with attributes" in after


@pytest.mark.parametrize("template", ["not {}", "{} if flag else 0", "{} + 1", "[y for y in {}]"])
def test_user_or_nothing_keeps_its_precedence(template: str) -> None:
    after = body(
        "result = client.user_management.load_sealed_session(session_data=c, cookie_password=p).authenticate()\n"
        f"x = {template.format('(result.user or {}).get(NAME)')}\n".replace("NAME", "'email'")
    )
    assert template.format("(result.user.email if result.user else None)") in after


def test_event_that_the_sdk_does_not_know() -> None:
    after = body(
        'event = client.webhooks.verify_event(event_body=b, event_signature=s, secret=k)\nprint(event.raw_data["id"])\n'
    )
    assert 'print(event.to_dict()["id"])' in after


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a.host if a else None", "a.host if a else NOT_GIVEN"),
        ("None if a else b", "NOT_GIVEN if a else b"),
        ("a or None", "a or NOT_GIVEN"),
    ],
)
def test_expression_that_can_be_none(value: str, expected: str) -> None:
    after = migrated(
        f"from workos import WorkOSClient\nWorkOSClient().user_management.authenticate_with_code(code=c, ip_address={value})\n"
    )
    assert f"ip_address={expected})" in after
    assert "import NOT_GIVEN, WorkOS" in after
