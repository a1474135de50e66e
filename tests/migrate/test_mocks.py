"""Tests of programs: mocks of clients, patched names, and errors that tests create."""

import pytest

from tests.migrate.support import body, migrate_files, migrated

PAGER = "TODO(workos-migrate): a list method is no coroutine and returns a pager here: let the mock return one"


def test_mock_of_a_client_follows_renames() -> None:
    results = migrate_files(
        {
            "conftest.py": """
                import pytest
                from unittest.mock import AsyncMock, MagicMock
                from workos import AsyncWorkOSClient

                @pytest.fixture
                def workos() -> MagicMock:
                    return MagicMock(spec=AsyncWorkOSClient)
            """,
            "test_app.py": """
                def test_membership(workos: MagicMock) -> None:
                    workos.organization_membership.get_organization_membership.return_value = None
                    run()
                    workos.organization_membership.get_organization_membership.assert_awaited_once_with(id="om_1")
            """,
        }
    )
    after = results["test_app.py"].after.decode()
    assert "workos.user_management.get_organization_membership.return_value = None" in after
    assert 'assert_awaited_once_with(organization_membership_id="om_1")' in after
    assert results["test_app.py"].todos == []
    assert "MagicMock(spec=WorkOS)" in results["conftest.py"].after.decode()


@pytest.mark.parametrize(
    "line",
    [
        "mock.user_management.list_users.return_value = page",
        "mock.user_management.list_users = AsyncMock(return_value=page)",
        "mock.user_management.list_users.side_effect = [page, page]",
    ],
)
def test_mock_of_a_list_must_return_a_pager(line: str) -> None:
    after = body(f"mock = create_autospec(WorkOSClient)\n{line}\n")
    assert PAGER in after
    assert line in after


def test_reading_the_calls_of_a_mock_needs_no_decision() -> None:
    after = body("mock = Mock(spec_set=WorkOSClient)\nassert mock.user_management.list_users.call_count == 1\n")
    assert "TODO" not in after


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("app.clients.WorkOSClient", "app.clients.WorkOS"),
        ("app.clients.client.multi_factor_auth.delete_factor", "app.clients.client.mfa.delete_factor"),
        ("app.clients.client.sso", "app.clients.client.sso"),
        ("app.clients.other", "app.clients.other"),
        ("workos.WorkOSClient", "workos_sync.WorkOS"),
        (
            "workos.organization_membership.AsyncOrganizationMembershipService.get_organization_membership",
            "workos_async.resources.user_management.UserManagement.get_organization_membership",
        ),
        (
            "workos.user_management._resource.UserManagement.get_user",
            "workos_sync.resources.user_management.UserManagement.get_user",
        ),
        ("workos.session.AsyncSession.refresh", "workos_async.Session.refresh"),
    ],
)
@pytest.mark.parametrize(
    "patch", ["@patch({})", "@mock.patch({}, autospec=True)", "mocker.patch({})", "m.setattr({}, 1)"]
)
def test_patched_path(path: str, new: str, patch: str) -> None:
    text = patch.format(repr(path)) + ("\ndef test(): pass" if patch.startswith("@") else "")
    results = migrate_files(
        {
            "app/__init__.py": "",
            "app/clients.py": "from workos import WorkOSClient\nclient = WorkOSClient()\nother = 1\n",
            "test_app.py": f"{text}\n# workos\n",
        }
    )
    assert patch.format(repr(new)) in results["test_app.py"].after.decode()


def test_patched_method_of_a_list_must_return_a_pager() -> None:
    after = migrated(
        'import workos\n@patch("workos.organizations.Organizations.list_organizations")\ndef test(m): pass\n'
    )
    assert PAGER in after
    assert '@patch("workos_sync.resources.organizations.Organizations.list_organizations")' in after


@pytest.mark.parametrize("path", ["workos.utils.requests.get", "workos._base_client.WorkOSClient.request"])
def test_patched_path_without_a_counterpart_is_marked(path: str) -> None:
    after = migrated(f'import workos\n@patch("{path}")\ndef test(m): pass\n')
    assert "TODO(workos-migrate): patch nothing: run the test against the emulator" in after
    assert f'@patch("{path}")' in after


def test_patched_objects() -> None:
    after = body(
        """
        from unittest import mock
        with mock.patch.object(client.multi_factor_auth, "get_factor") as get, mock.patch.object(client, "x"):
            get.assert_called_once_with(id="factor_1")
        with mock.patch.object(client.user_management, "list_users"):
            pass
        """
    )
    assert 'patch.object(client.mfa, "get_factor") as get' in after
    assert 'get.assert_called_once_with(factor_id="factor_1")' in after
    assert f"# {PAGER}" in after


def test_name_that_a_test_sets_in_a_module() -> None:
    results = migrate_files(
        {
            "app.py": "from workos import AsyncWorkOSClient, WorkOSClient\nclients = AsyncWorkOSClient, WorkOSClient\n",
            "test_app.py": """
                import app

                def test(monkeypatch):  # workos
                    monkeypatch.setattr(app, "WorkOSClient", None)
                    monkeypatch.setattr(app, "AsyncWorkOSClient", None)
                    monkeypatch.setattr("app.AsyncWorkOSClient", None)
            """,
        }
    )
    after = results["test_app.py"].after.decode()
    assert 'setattr(app, "WorkOS", None)' in after
    assert 'setattr(app, "AsyncWorkOS", None)' in after
    assert 'setattr("app.AsyncWorkOS", None)' in after


def test_request_options_of_a_mocked_call_are_marked() -> None:
    after = body('assert mock.call_args.kwargs["request_options"]["timeout"] == 3\n')
    assert "this is `options`, and `idempotency_key` an argument of its own" in after


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ('NotFoundError("missing")', 'NotFoundError("missing", status=404)'),
        ('ServerError("m", status_code=503)', 'ServerError("m", status=503)'),
        (
            'APIError("m", status_code=409, code="taken", request_id="r")',
            'APIError("m", status=409, request_id="r", body={"code": "taken"})',
        ),
        ('RateLimitExceededError("m", retry_after=2)', 'RateLimitExceededError("m", retry_after=2, status=429)'),
    ],
)
def test_created_error(before: str, expected: str) -> None:
    name = before.partition("(")[0]
    assert expected in migrated(f"from workos._errors import {name}\nmock.side_effect = {before}\n")


@pytest.mark.parametrize(
    "error", ["NotFoundError(response)(x)", "NotFoundError()", "NotFoundError(*a)", 'NotFoundError("m", raw_body=b)']
)
def test_created_error_with_other_arguments_is_marked(error: str) -> None:
    text = error.replace("(response)(x)", "(response=response)")
    after = migrated(f"from workos import NotFoundError\nraise {text}\n")
    assert "create this error with a message, status, body and request_id" in after
    assert text in after
