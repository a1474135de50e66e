from emulated import emulated

with emulated() as emulator:
    user = emulator.create("users", email="ada@acme.com")
    acme = emulator.create("organizations", name="Acme")
    emulator.create("memberships", user_id=user["id"], organization_id=acme["id"])

    import to_sync

    assert to_sync.run(user["id"]) == ({"Acme": 1}, "ada@acme.com")
    assert to_sync.run("user_missing") == ({"Acme": 1}, None)
