from emulated import emulated

with emulated() as emulator:
    acme, initech, hooli = (emulator.create("organizations", name=name) for name in ("Acme", "Initech", "Hooli"))
    for email, organization in (("ada@acme.com", acme), ("bob@initech.com", initech), ("cleo@hooli.com", hooli)):
        user = emulator.create("users", email=email)
        emulator.create("memberships", user_id=user["id"], organization_id=organization["id"])

    import user_report

    assert user_report.rows() == [
        ("Acme", "ada@acme.com", "member"),
        ("Initech", "bob@initech.com", "member"),
        ("Hooli", "cleo@hooli.com", "member"),
    ]
    assert user_report.newest_user() == "cleo@hooli.com"
    assert user_report.first_page() == ["ada@acme.com", "bob@initech.com"]
