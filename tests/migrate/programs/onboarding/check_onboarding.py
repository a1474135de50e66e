from emulated import emulated

with emulated() as emulator:
    emulator.create("roles", slug="admin", name="Admin")

    import onboarding

    organization = onboarding.create_customer("Acme", "ada@acme.com", "correct horse 42", "crm-1")
    assert (organization.name, organization.external_id) == ("Acme", "crm-1")
    other = onboarding.create_customer("Initech", "bob@initech.com", "correct horse 42")
    assert other.external_id is None
    assert onboarding.rename(organization.id, "Acme Ltd")
    for status in (403, 422):
        emulator.faults.add(status=status)
        assert not onboarding.rename(organization.id, "Acme")
    assert onboarding.invite("cleo@acme.com", organization) == "pending"
