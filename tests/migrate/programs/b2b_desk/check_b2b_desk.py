import hashlib
import hmac
import json
import os
import time

from emulated import authorization_code, emulated

SECRET = "whsec_test"


def signed(body: str) -> dict[str, str]:
    timestamp = str(int(time.time() * 1000))
    digest = hmac.new(SECRET.encode(), f"{timestamp}.{body}".encode(), hashlib.sha256).hexdigest()
    return {"workos-signature": f"t={timestamp}, v1={digest}"}


with emulated() as emulator:
    from fastapi.testclient import TestClient

    os.environ.update(DESK_COOKIE_PASSWORD=os.environ["WORKOS_COOKIE_PASSWORD"], DESK_WEBHOOK_SECRET=SECRET)
    acme, globex = (emulator.create("organizations", name=name) for name in ("Acme", "Globex"))
    ada = emulator.create("users", email="ada@acme.com", email_verified=True)
    emulator.create("memberships", user_id=ada["id"], organization_id=globex["id"])
    for user in (ada, *(emulator.create("users", email=f"user{number}@acme.com") for number in range(12))):
        emulator.create("memberships", user_id=user["id"], organization_id=acme["id"])
    emulator.create("audit_log_schemas", action_name="invitation.sent", targets=[{"type": "invitation"}])

    from desk.main import create_app

    with TestClient(create_app(), follow_redirects=False) as browser:
        assert browser.get("/me").status_code == 401
        url = browser.get("/login", params={"organization": acme["id"]}).headers["location"]
        assert browser.get("/login").status_code == 307
        browser.get("/callback", params={"code": authorization_code(emulator, url, ada)})
        assert browser.get("/me").json()["organization"] == acme["id"]
        page = browser.get("/api/members").json()
        assert len(page["members"]) == 2
        assert browser.get("/api/members", params={"after": page["next"]}).json()["members"][0]["name"]
        assert browser.get("/api/members/count").json() == 13
        invited = browser.post("/api/invitations", json={"email": "new@acme.com", "expires_in_days": 3})
        assert invited.status_code == 201
        assert browser.get("/api/invitations").json() == ["new@acme.com (pending)"]
        assert browser.get("/api/overview").json()["invited"] == 1
        assert browser.delete(f"/api/invitations/{invited.json()['id']}").status_code == 204
        changed = browser.post(f"/api/members/{ada['id']}/role", params={"role": "admin"})
        assert changed.json() == {"role": "admin"}
        switched = browser.post(f"/organizations/{globex['id']}/switch").json()
        assert (switched["organization"], switched["email"]) == (globex["id"], "ada@acme.com")
        assert browser.post("/organizations/org_missing/switch").status_code == 403

        directory = emulator.create("directories", organization_id=acme["id"], name="Okta")
        user = emulator.create("directory_users", directory_id=directory["id"], email="eve@acme.com")
        for event, status in (("dsync.user.created", "handled"), ("new.event", "ignored")):
            document = {"object": "event", "id": "event_1", "event": event, "data": user}
            body = json.dumps(document | {"created_at": "2026-01-01T00:00:00.000Z"})
            response = browser.post("/webhooks", content=body, headers=signed(body))
            assert response.json() == {"status": status, "event": event}
        assert browser.post("/webhooks", content="{}", headers={"workos-signature": "t=1, v1=0"}).status_code == 400

        for status, expected in ((403, 403), (422, 502)):
            emulator.faults.add(status=status)
            failed = browser.get("/api/members/count")
            assert failed.status_code == expected
            assert ("upstream_status" in failed.json()) == (status == 422)
        assert "session_id=" in browser.get("/logout").headers["location"]
