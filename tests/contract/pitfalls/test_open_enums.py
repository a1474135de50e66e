"""Enums that grow over time."""

from typing import Any, get_args

from workos_core import models
from workos_core.models import events
from workos_core.serialization.converter import from_dict
from workos_core.serialization.unstructure import to_dict

from ..bodies import USER, page
from ..sdk import SDK
from .support import pitfall, query_parameters


@pitfall("9.1")
def test_enums_accept_unknown_values(sdk: SDK) -> None:
    identity = from_dict(models.UserIdentity, {"idp_id": "1", "type": "OAuth", "provider": "BrandNewOAuth"})
    assert identity.provider == "BrandNewOAuth"
    for name in ("DirectoryState", "DirectoryType", "ConnectionType"):
        assert str in get_args(getattr(models, name)), name


@pitfall("9.2")
def test_unknown_events_keep_their_data(sdk: SDK) -> None:
    data = {"id": "event_1", "event": "never.seen", "data": {"a": [1]}, "created_at": "2026-01-01T00:00:00.000Z"}
    event: Any = from_dict(events.Event, data)  # type: ignore[arg-type]
    assert type(event) is events.UnknownEvent
    assert event.data == {"a": [1]}
    assert to_dict(event) == data
    known = [item for item in get_args(events.Event) if item is not events.UnknownEvent]
    assert len(known) >= 111


@pitfall("9.3")
def test_no_enum_is_closed(sdk: SDK) -> None:
    closed = [
        name
        for name in models.__all__
        if get_args(getattr(models, name))
        and all(not isinstance(item, type) for item in get_args(getattr(models, name)))
    ]
    assert closed == []


@pitfall("9.4")
def test_connection_types_and_locales_are_passed_through(sdk: SDK) -> None:
    request = sdk.call("sso.list_connections", connection_type="GithubOAuth", responses=[page()]).request
    assert query_parameters(request)["connection_type"] == ["GithubOAuth"]
    call = sdk.call("user_management.update_user", "user_1", locale="fil", responses=[{**USER, "locale": "fil"}])
    assert call.result.locale == "fil"
