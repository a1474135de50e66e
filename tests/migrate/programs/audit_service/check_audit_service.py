from emulated import emulated

with emulated() as emulator:
    organization = emulator.create("organizations", name="Acme")
    emulator.create("audit_log_schemas", action_name="report.read", targets=[{"type": "report"}])

    import audit_service

    service = audit_service.from_environment(organization["id"])
    service.record("report.read", "user_1", "key-1")
    service.record("report.read", "user_1", "key-1")
    value = service.create_key("build")
    assert service.check_key(value)
    assert not service.check_key("sk_wrong")
    assert service.keys()["build"]["name"] == "build"
