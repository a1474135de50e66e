from emulated import emulated

with emulated() as emulator:
    organization = emulator.create("organizations", name="Acme")
    directory = emulator.create("directories", organization_id=organization["id"], name="Okta")
    for number in range(5):
        emulator.create("directory_users", directory_id=directory["id"], email=f"user{number}@acme.com")
    for number in range(12):
        emulator.create("directory_groups", directory_id=directory["id"], name=f"Group {number:02}")

    import directory_job

    expected = [f"user{number}@acme.com" for number in range(5)] + [f"Group {number:02}" for number in range(12)]
    assert directory_job.run() == {"Okta": expected}
    emulator.faults.add(status=503)
    emulator.faults.add(status=429, retry_after=0)
    assert directory_job.run_with_retries() == "done"
    emulator.faults.add(status=500, count=None)
    assert directory_job.run_with_retries() == "failed"
