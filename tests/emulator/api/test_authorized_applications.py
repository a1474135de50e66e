from workos_emulator import Emulator

from ..support import Api


def test_authorized_applications(api: Api, emulator: Emulator) -> None:
    user, organization = api.user(), api.organization()
    path = f"/organizations/{organization['id']}/authorized_applications"
    assert api("GET", path)["data"] == []
    granted = emulator.seed.authorized_application(
        user["id"], organization["id"], name="Reports", granted_scopes=["openid"]
    )
    assert api("GET", path)["data"] == [granted]
    assert (granted["application"]["name"], granted["user_id"]) == ("Reports", user["id"])

    of_user = f"/user_management/users/{user['id']}/authorized_applications"
    (seen,) = api("GET", of_user)["data"]
    assert {**seen, "user_id": user["id"]} == granted
    api("DELETE", f"{of_user}/{granted['application']['id']}", 204)
    api("DELETE", f"{of_user}/{granted['application']['id']}", 404)
    assert api("GET", of_user)["data"] == []
    emulator.seed.authorized_application(user["id"], organization["id"])
    api("DELETE", f"/user_management/users/{user['id']}")
    assert api("GET", path)["data"] == []
    api("GET", "/organizations/org_none/authorized_applications", 404)
