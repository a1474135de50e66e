"""The types of the fixtures of the pytest plugin. Checked by mypy and pyright, never run."""

from typing import Any, assert_type

import workos_async
import workos_sync
from workos_core.models import ConnectApplication, FeatureFlag, OrganizationMembership, User
from workos_emulator import Emulator, Faults
from workos_testing import Factory, SessionFactory, WebhookRequest, Webhooks


def test_with_all_fixtures(
    workos_client: workos_async.WorkOS,
    workos_sync_client: workos_sync.WorkOS,
    workos_test_emulator: Emulator,
    workos_factory: Factory,
    workos_sign_in: SessionFactory,
    workos_webhooks: Webhooks,
    workos_faults: Faults,
    workos_server: str,
) -> None:
    ada = workos_factory.user(email="ada@example.com")
    assert_type(ada, User)
    assert_type(workos_factory.membership(user=ada), OrganizationMembership)
    assert_type(workos_factory.feature_flag(slug="beta"), FeatureFlag)
    assert_type(workos_factory.application(name="CLI"), ConnectApplication)
    assert_type(workos_factory.identity(user=ada), dict[str, Any])
    acme = workos_factory.organization(name="Acme")
    assert_type(workos_sign_in.access_token(ada, acme), str)
    assert_type(workos_sign_in.headers(ada.id, acme.id), dict[str, str])
    assert_type(workos_webhooks.latest("user.created"), WebhookRequest)
    assert_type(workos_webhooks.latest("user.created").body, bytes)
    assert_type(workos_test_emulator.faults, Faults)
    assert_type(workos_sync_client.user_management.get_user(ada.id), User)
