from urllib.parse import parse_qs, urlsplit

from emulated import authorization_code, emulated

with emulated() as emulator:
    organization = emulator.create("organizations", name="Acme")
    connection = emulator.create("connections", organization_id=organization["id"])
    emulator.create("profiles", connection_id=connection["id"], email="ada@acme.com")
    directory = emulator.create("directories", organization_id=organization["id"])
    for name in ("bob", "ada"):
        emulator.create("directory_users", directory_id=directory["id"], email=f"{name}@acme.com")

    import portal_app

    browser = portal_app.app.test_client()
    url = browser.get(f"/sso?connection={connection['id']}").location
    assert parse_qs(urlsplit(url).query)["connection"] == [connection["id"]]
    code = authorization_code(emulator, url, {"email": "ada@acme.com"})
    profile = browser.get(f"/sso/callback?code={code}").json
    assert profile == {"email": "ada@acme.com", "connection": connection["id"]}
    assert browser.post(f"/portal/{organization['id']}").json["link"].startswith("http")
    assert browser.post("/portal/org_missing").status_code == 404
    assert browser.get(f"/directories/{directory['id']}/users").json == ["ada@acme.com", "bob@acme.com"]
    assert browser.post("/mfa").json == {"valid": False}
