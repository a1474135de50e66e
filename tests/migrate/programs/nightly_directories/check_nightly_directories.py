from emulated import emulated

with emulated() as emulator:
    for number in range(5):
        organization = emulator.create("organizations", name=f"Organization {number}")
        directory = emulator.create("directories", organization_id=organization["id"], name="Okta")
        emulator.create("directory_groups", directory_id=directory["id"], name="Engineers")
        for user in range(60 if number == 0 else 2):
            emulator.create("directory_users", directory_id=directory["id"], email=f"user{user}@{number}.com")
    emulator.create("feature_flags", slug="beta", name="Beta")
    ada = emulator.create("users", email="ada@example.com", first_name="Ada")

    from nightly import tasks
    from nightly.clients import Services, ThrottledClient

    services = Services()
    assert isinstance(services.workos, ThrottledClient)
    reports = tasks.sync_everything(services)
    assert [len(report.people) for report in reports] == [60, 2, 2, 2, 2]
    assert tasks.enable_for(services.workos, "beta", [ada["id"], "user_missing"]) == 1
    assert tasks.rename(services.workos, ada["id"]) == "Ada <ada@example.com>"
    assert tasks.rename(services.workos, ada["id"], "Eve", last_name="L") == "Eve <ada@example.com>"
    assert {user.email for user in services.directories.list_users(directory=directory["id"])} == {
        "user0@4.com",
        "user1@4.com",
    }
