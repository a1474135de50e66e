"""Pagination."""

from workos_core.models import events

from ..sdk import SDK
from .support import METHODS, pitfall, query_parameters


@pitfall("7.1")
def test_all_paginated_lists_accept_the_same_arguments(sdk: SDK) -> None:
    paginated = {name: method for name, method in METHODS.items() if method.kind == "pager"}
    assert len(paginated) >= 40
    for name, method in paginated.items():
        assert {"limit", "before", "after", "order"} <= {argument.name for argument in method.arguments}, name


@pitfall("7.2")
def test_order_normal_follows_the_before_cursor(sdk: SDK) -> None:
    responses = [
        {"data": [{"id": "b"}], "list_metadata": {"before": "b", "after": None}},
        {"data": [{"id": "a"}], "list_metadata": {"before": None, "after": "b"}},
    ]
    call = sdk.call("organizations.list_organizations", order="normal", limit=1, responses=responses, every_page=True)
    assert [item.id for item in call.result] == ["b", "a"]
    assert "after" not in query_parameters(call.requests[1])
    assert query_parameters(call.requests[1])["before"] == ["b"]


@pitfall("7.3")
def test_pagination_continues_despite_a_limit_or_an_empty_page(sdk: SDK) -> None:
    responses = [
        {"data": [{"id": "a"}], "list_metadata": {"after": "a"}},
        {"data": [], "list_metadata": {"after": "x"}},
        {"data": [{"id": "b"}], "list_metadata": {"after": None}},
    ]
    call = sdk.call("organizations.list_organizations", limit=1, responses=responses, every_page=True)
    assert [item.id for item in call.result] == ["a", "b"]


@pitfall("7.4")
def test_events_are_paginated(sdk: SDK) -> None:
    event = {"id": "event_1", "event": "something.new", "data": {}}
    responses = [
        {"data": [event], "list_metadata": {"after": "event_1"}},
        {"data": [], "list_metadata": {"after": None}},
    ]
    call = sdk.call("events.list_events", events=["user.created"], responses=responses, every_page=True)
    assert [type(item) for item in call.result] == [events.UnknownEvent]
    assert query_parameters(call.requests[1])["after"] == ["event_1"]


@pitfall("7.5")
def test_cursors_can_be_null_or_absent_on_the_last_page(sdk: SDK) -> None:
    for metadata in ({}, {"after": None}, None):
        call = sdk.call(
            "organizations.list_organizations", responses=[{"data": [], "list_metadata": metadata}], every_page=True
        )
        assert call.result == []
