"""Items 247 to 260: events and feature flags."""

from typing import Any, get_args

from workos_core import models

from ..bodies import EVENT, FLAG, page
from ..sdk import SDK
from .base import Listed, Table

rows = Table()


@rows.check(247, "unknown event types are preserved")
def _(sdk: SDK) -> None:
    members = get_args(models.Event)
    types = [get_args(member.__annotations__["event"])[0] for member in members if member is not models.UnknownEvent]
    assert len(types) == len(set(types)) >= 136
    unknown = {**EVENT, "event": "coffee.brewed", "data": {"cups": 2}, "origin": "kitchen"}
    event = sdk.call("events.list_events", responses=[page(unknown)]).result.data[0]
    assert type(event) is models.UnknownEvent
    assert (event.tag, event.data, event.extra_fields) == ("coffee.brewed", {"cups": 2}, {"origin": "kitchen"})


rows.call(
    248,
    "list events",
    "events.list_events",
    (),
    {"events": ["dsync.activated", "dsync.group.created"], "organization_id": "org_1", "after": "event_0"},
    "GET /events?events=dsync.activated%2Cdsync.group.created&organization_id=org_1&after=event_0&order=asc",
    Listed(models.DsyncGroupCreatedEvent),
    EVENT,
)
rows.documented(249, "events are available for 30 days", "events.list_events", "Events are available for 30 days.")

rows.documented(
    250,
    "a flag is on for everyone or for its targets",
    "feature_flags",
    "turn features on for everyone or for individual organizations and users",
)
rows.object(
    251, "feature flag", "feature_flag", models.FeatureFlag, "feature_flags.get_feature_flag", ("advanced-analytics",)
)


def flag(number: int, name: str, method: str, args: tuple[str, ...], request: str, returns: Any) -> None:
    rows.call(number, name, method, args, {}, request, returns, None if returns is None else FLAG)


SLUG = "advanced-analytics"
flag(
    252,
    "get a feature flag",
    "feature_flags.get_feature_flag",
    (SLUG,),
    "GET /feature-flags/advanced-analytics",
    models.FeatureFlag,
)
flag(
    253,
    "list feature flags",
    "feature_flags.list_feature_flags",
    (),
    "GET /feature-flags",
    Listed(models.FeatureFlag),
)
flag(
    254,
    "list the flags of an organization",
    "organizations.list_organization_feature_flags",
    ("org_1",),
    "GET /organizations/org_1/feature-flags",
    Listed(models.FeatureFlag),
)
flag(
    255,
    "list the flags of a user",
    "user_management.list_user_feature_flags",
    ("user_1",),
    "GET /user_management/users/user_1/feature-flags",
    Listed(models.FeatureFlag),
)
flag(
    256,
    "add a target to a flag",
    "feature_flags.add_flag_target",
    (SLUG, "org_1"),
    "POST /feature-flags/advanced-analytics/targets/org_1",
    None,
)


@rows.check(257, "targets are users and organizations")
def _(sdk: SDK) -> None:
    for target in ("user_1", "org_1"):
        call = sdk.call("feature_flags.add_flag_target", SLUG, target, responses=[None])
        assert call.request.url.path == f"/feature-flags/{SLUG}/targets/{target}"
    docstring = sdk.method("feature_flags.add_flag_target").__doc__
    assert "The ID of the user (`user_…`) or organization (`org_…`)." in docstring


flag(
    258,
    "remove a target from a flag",
    "feature_flags.remove_flag_target",
    (SLUG, "org_1"),
    "DELETE /feature-flags/advanced-analytics/targets/org_1",
    None,
)
flag(
    259,
    "enable a flag",
    "feature_flags.enable_feature_flag",
    (SLUG,),
    "PUT /feature-flags/advanced-analytics/enable",
    models.FeatureFlag,
)
flag(
    260,
    "disable a flag",
    "feature_flags.disable_feature_flag",
    (SLUG,),
    "PUT /feature-flags/advanced-analytics/disable",
    models.FeatureFlag,
)
