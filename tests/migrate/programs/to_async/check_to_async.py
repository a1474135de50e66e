from emulated import emulated

with emulated() as emulator:
    from fastapi.testclient import TestClient

    user = emulator.create("users", email="ada@acme.com")
    emulator.create("users", email="bob@acme.com")
    acme = emulator.create("organizations", name="Acme")
    emulator.create("memberships", user_id=user["id"], organization_id=acme["id"])

    import to_async

    with TestClient(to_async.app) as http:
        expected = {"email": "ada@acme.com", "organizations": [acme["id"]]}
        assert http.get(f"/users/{user['id']}").json() == expected
        assert http.get("/users/user_missing").status_code == 404
        assert http.get("/emails").json() == ["ada@acme.com", "bob@acme.com"]
        assert http.get("/organizations").json() == ["Acme"]
        assert http.get("/newest").json() == "bob@acme.com"
