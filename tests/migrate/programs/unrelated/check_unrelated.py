from emulated import emulated

with emulated() as emulator:
    acme = emulator.create("organizations", name="Acme")

    import unrelated

    if emulated.is_migrated:
        from workos_sync import WorkOS
    else:
        from workos import WorkOSClient as WorkOS
    crm = unrelated.CRM()
    assert unrelated.both(WorkOS(), crm, acme["id"]) == ("Acme", f"crm:{acme['id']}")
    assert unrelated.other(crm) == ["404", "10"]
    assert unrelated.shadowed(crm) == "crm:1"
    assert unrelated.reassigned(crm) == "crm:2"
