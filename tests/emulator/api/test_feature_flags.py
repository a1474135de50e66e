from workos_emulator import Emulator

from ..support import Api


def test_enable_and_disable(api: Api, emulator: Emulator) -> None:
    flag = emulator.seed.feature_flag("beta", name="Beta", tags=["new"], default_value=True)
    assert api("GET", "/feature-flags/beta") == flag
    assert api("GET", "/feature-flags")["data"] == [flag]
    assert api("PUT", "/feature-flags/beta/disable")["enabled"] is False
    assert api("PUT", "/feature-flags/beta/disable")["enabled"] is False
    assert api("PUT", "/feature-flags/beta/enable")["enabled"] is True
    api("PUT", "/feature-flags/none/enable", 404)
    changes = api("GET", "/events?events=flag.updated&order=asc")["data"]
    assert [event["context"]["previous_attributes"] for event in changes] == [
        {"data": {"enabled": True}},
        {"data": {"enabled": False}},
    ]


def test_targets(api: Api, emulator: Emulator) -> None:
    emulator.seed.feature_flag("beta")
    organization, user, stranger = api.organization(), api.user(), api.user("bob@example.com")
    api.membership(user, organization)

    def enabled_for(user: dict[str, str]) -> list[str]:
        flags = api("GET", f"/user_management/users/{user['id']}/feature-flags")["data"]
        return [flag["slug"] for flag in flags]

    def enabled_for_organization() -> list[str]:
        return [f["slug"] for f in api("GET", f"/organizations/{organization['id']}/feature-flags")["data"]]

    assert (enabled_for(user), enabled_for_organization()) == ([], [])
    api("POST", f"/feature-flags/beta/targets/{organization['id']}", 204)
    assert (enabled_for(user), enabled_for(stranger), enabled_for_organization()) == (["beta"], [], ["beta"])
    api("POST", f"/feature-flags/beta/targets/{stranger['id']}", 204)
    assert enabled_for(stranger) == ["beta"]
    runtime = api("GET", "/sdk/feature-flags")
    assert runtime["beta"] == {
        "slug": "beta",
        "enabled": True,
        "default_value": False,
        "targets": {
            "users": [{"id": stranger["id"], "enabled": True}],
            "organizations": [{"id": organization["id"], "enabled": True}],
        },
    }
    api("PUT", "/feature-flags/beta/disable")
    assert (enabled_for(user), enabled_for_organization()) == ([], [])
    api("PUT", "/feature-flags/beta/enable")
    api("DELETE", f"/feature-flags/beta/targets/{organization['id']}", 204)
    assert enabled_for_organization() == []


def test_invalid_targets(api: Api, emulator: Emulator) -> None:
    emulator.seed.feature_flag("beta")
    error = api("POST", "/feature-flags/beta/targets/group_1", 400)
    assert (error["statusCode"], error["code"]) == (400, "invalid_target")
    api("POST", "/feature-flags/beta/targets/user_none", 404)
    api("DELETE", "/feature-flags/none/targets/user_none", 404)


def test_deleting_a_target_removes_it_from_flags(api: Api, emulator: Emulator) -> None:
    emulator.seed.feature_flag("beta")
    user = api.user()
    api("POST", f"/feature-flags/beta/targets/{user['id']}", 204)
    api("DELETE", f"/user_management/users/{user['id']}")
    assert api("GET", "/sdk/feature-flags")["beta"]["targets"]["users"] == []


def test_target_changes_emit_events(api: Api, emulator: Emulator) -> None:
    emulator.seed.feature_flag("beta")
    user = api.user()
    api("POST", f"/feature-flags/beta/targets/{user['id']}", 204)
    api("POST", f"/feature-flags/beta/targets/{user['id']}", 204)
    (event,) = api("GET", "/events?events=flag.rule_updated")["data"]
    assert event["context"]["access_type"] == "some"
    assert event["context"]["configured_targets"]["users"] == [{"id": user["id"], "email": user["email"]}]
    assert event["context"]["previous_attributes"]["context"]["access_type"] == "none"


def test_default_value(api: Api, emulator: Emulator) -> None:
    emulator.seed.feature_flag("open", default_value=True)
    organization = api.organization()
    assert [f["slug"] for f in api("GET", f"/organizations/{organization['id']}/feature-flags")["data"]] == ["open"]


def test_new_flag_emits_an_event(api: Api, emulator: Emulator) -> None:
    flag = emulator.seed.feature_flag("beta")
    (event,) = api("GET", "/events?events=flag.created")["data"]
    assert event["data"] == {**flag, "environment_id": emulator.environment.state.environment_id}
    assert event["context"]["actor"]["source"] == "dashboard"
