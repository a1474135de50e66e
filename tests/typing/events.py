"""Events are narrowed by their `event`. Checked by mypy --strict and pyright strict, never run."""

from typing import Any, assert_type

from workos_async import WorkOS
from workos_core.models.events import (
    ConnectionActivatedEvent,
    DsyncUserCreatedEvent,
    Event,
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


async def listed_events(workos: WorkOS) -> None:
    async for event in workos.events.list_events(events=["user.created"]):
        if event.event == "user.created":
            assert_type(event.data.email, str)
