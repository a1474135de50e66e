import os

from emulated import emulated

with emulated() as emulator:
    os.environ["WEBHOOK_SECRET"] = "whsec"
    from fastapi.testclient import TestClient

    from workos_testing import Webhooks

    acme, *_ = [emulator.create("organizations", name=name) for name in ("Acme", "Initech", "Hooli")]
    user = emulator.create("users", email="ada@acme.com")
    emulator.create("memberships", user_id=user["id"], organization_id=acme["id"])

    import api_app

    with TestClient(api_app.app) as http:
        first = http.get("/organizations").json()
        assert first["names"] == ["Acme", "Initech"]
        assert http.get("/organizations", params={"after": first["after"]}).json() == {
            "names": ["Hooli"],
            "after": None,
        }
        assert http.get(f"/organizations/{acme['id']}/users").json() == ["ada@acme.com"]
        assert http.get("/organizations/org_missing/users").status_code == 404
        request = Webhooks(emulator, "whsec").latest("user.created")
        assert http.post("/webhooks", content=request.body, headers=request.headers).json() == {
            "handled": "user.created"
        }
        forged = Webhooks(emulator, "other").latest("user.created")
        assert http.post("/webhooks", content=forged.body, headers=forged.headers).status_code == 400
        emulator.faults.add(status=429, retry_after=0, count=None)
        assert http.get("/organizations").status_code == 429
