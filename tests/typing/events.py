"""Events are narrowed by their `event`. Checked by mypy --strict and pyright strict, never run."""

from datetime import datetime
from typing import Any, assert_type

from workos_async import WorkOS
from workos_core.models.events import (
    ConnectionActivatedEvent,
    DsyncUserCreatedEvent,
    Event,
    FeatureFlagsFlagTargetCreatedEvent,
    UnknownEvent,
    UserCreatedEvent,
)
from workos_core.models.user_management import User


def by_event_type(event: Event) -> None:
    if event.event == "user.created":
        assert_type(event, UserCreatedEvent)
        assert_type(event.data, User)
    elif event.event == "dsync.user.created":
        assert_type(event, DsyncUserCreatedEvent)
    match event.event:
        case "connection.activated":
            assert_type(event, ConnectionActivatedEvent)
        case "feature_flags.flag_target.created":
            assert_type(event, FeatureFlagsFlagTargetCreatedEvent)
            assert_type(event.data.target_id, str)
        case _:
            assert_type(event.id, str)


def by_class(event: Event) -> None:
    match event:
        case UserCreatedEvent(data=user):
            assert_type(user, User)
        case UnknownEvent():
            assert_type(event.tag, str)
            assert_type(event.extra_fields, dict[str, Any])
        case _:
            pass


async def resumed(workos: WorkOS, saved: str | None, start: datetime) -> None:
    await workos.events.list_events(events=["user.created"], after=saved).page()
    await workos.events.list_events(events=["user.created"], range_start=start, order="desc").page()


async def listed_events(workos: WorkOS) -> None:
    async for event in workos.events.list_events(events=["user.created"]):
        if event.event == "user.created":
            assert_type(event.data.email, str)
