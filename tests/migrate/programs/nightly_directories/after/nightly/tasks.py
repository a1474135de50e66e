"""Tasks that copy directories, in the style of Celery."""
from __future__ import annotations

import logging
import time
from typing import Any, Callable, Iterator, List, Optional, TypeVar

from workos_core.models import Directory, DirectoryGroup, DirectoryUser
from workos_sync import (
    NOT_GIVEN,
    APIConnectionError as ConnectionFailed,
    APITimeoutError,
    AuthenticationError,
    NotFoundError,
    Page,
    RateLimitExceededError,
    RequestOptions,
    ServerError,
    WorkOS,
    WorkOSError,
)

from .clients import Services
from .models import Person, Report

log = logging.getLogger(__name__)
T = TypeVar("T")
RETRYABLE = (RateLimitExceededError, ServerError, ConnectionFailed, APITimeoutError)
PAGE = 50


def with_retries(call: Callable[[], T], *, attempts: int = 3, pause: Callable[[float], None] = time.sleep) -> T:
    """Call a function again after errors that pass."""
    for attempt in range(1, attempts + 1):
        try:
            return call()
        except RETRYABLE as error:
            if attempt == attempts:
                raise
            delay = getattr(error, "retry_after", None) or 0.01 * 2**attempt
            log.warning("attempt %d failed: %s; waiting %.2f s", attempt, error, delay)
            pause(delay)
    raise AssertionError("unreachable")


def each_directory(services: Services, organization_id: Optional[str] = None) -> Iterator[Directory]:
    page = services.workos.directory_sync.list_directories(organization_id=organization_id, limit=PAGE)
    for directory in page:
        if directory.state not in ("inactive", "deleting"):
            yield directory


def pages_of_users(client: WorkOS, directory: str) -> Iterator[Page[DirectoryUser]]:
    """Yield page after page, with the cursor of the last one."""
    after = None
    while True:
        # TODO(workos-migrate): a loop over this page reads only its items; see https://workos-async.readthedocs.io/migration/official-sdk/#pagination
        page = with_retries(
            lambda: client.directory_sync.list_users(
                directory=directory, limit=PAGE, after=after, order="asc"
            ).page()
        )
        yield page
        if not page.list_metadata.after:
            return
        after = page.list_metadata.after


def groups_of(client: WorkOS, directory: str) -> List[DirectoryGroup]:
    return [group for group in client.directory_sync.list_groups(directory=directory)]


def person_of(user: DirectoryUser) -> Person:
    return Person(
        workos_id=user.id,
        email=user.email,
        name=f"{user.first_name or ''} {user.last_name or ''}".strip() or (user.email or "?"),
        active=user.state == "active",
        groups=sorted(group.name for group in user.groups or []),
    )


def sync_directory(services: Services, directory: Directory, report: Report) -> None:
    for page in pages_of_users(services.workos, directory.id):
        for user in page.data:
            report.people[user.id] = person_of(user)
    log.info("%s has %d groups", directory.name, len(groups_of(services.workos, directory.id)))


def flags_of(client: WorkOS, organization_id: str) -> List[str]:
    flags = client.organizations.list_organization_feature_flags(organization_id, limit=10)
    return sorted(flag.slug for flag in flags if flag.enabled)


def enable_for(client: WorkOS, slug: str, resource_ids: List[str]) -> int:
    enabled = 0
    for resource_id in resource_ids:
        try:
            client.feature_flags.add_flag_target(target_id=resource_id, slug=slug)
        except NotFoundError as e:
            log.info("%s: %s (%s)", resource_id, e.message, e.status)
        else:
            enabled += 1
    return enabled


def sync_organization(organization_id: str, services: Optional[Services] = None) -> Report:
    services = services or Services()
    options: RequestOptions = {"timeout": 5, "headers": {"X-Job": "nightly"}}
    organization = with_retries(
        lambda: services.workos.organizations.get_organization(organization_id, options=options)
    )
    report = Report(organization.name)
    for directory in each_directory(services, organization_id):
        try:
            sync_directory(services, directory, report)
        except (AuthenticationError, WorkOSError) as error:
            report.errors.append(f"{directory.name}: {getattr(error, 'status', '-')}")
    report.flags = flags_of(services.workos, organization_id)
    return report


def sync_everything(services: Optional[Services] = None) -> List[Report]:
    services = services or Services()
    reports = []
    for organization in services.workos.organizations.list_organizations(limit=2, order="asc"):
        reports.append(sync_organization(organization.id, services))
    return reports


def audit(client: WorkOS, organization_id: str, report: Report) -> Any:
    event = {
        "action": "directory.synced",
        "occurred_at": "2026-01-01T00:00:00Z",
        "actor": {"id": "nightly", "type": "system"},
        "targets": [{"id": organization_id, "type": "organization"}],
        "context": {"location": "127.0.0.1"},
        "metadata": {"people": str(len(report.people))},
    }
    return client.audit_logs.create_event(organization_id=organization_id, event=event)  # type: ignore[arg-type]


def rename(client: WorkOS, user_id: str, first: Optional[str] = None, **more: Any) -> str:
    # TODO(workos-migrate): check the arguments in this mapping; see https://workos-async.readthedocs.io/migration/official-sdk/#arguments
    user = client.user_management.update_user(user_id, first_name=first if first is not None else NOT_GIVEN, **more)
    return f"{user.first_name} <{client.user_management.get_user(user_id=user.id).email}>"
