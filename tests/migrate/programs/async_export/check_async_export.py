import asyncio

from emulated import emulated

EMAILS = [f"user{number}@example.com" for number in range(5)]

with emulated() as emulator:
    ids = [emulator.create("users", email=email, email_verified=email != EMAILS[2])["id"] for email in EMAILS]
    emulator.create("organizations", name="Acme")

    import async_export

    result = asyncio.run(async_export.export(ids[:3]))
    assert result["users"] == EMAILS[:3]
    assert result["organizations"] == ["Acme"]
    assert result["all"] == EMAILS
    assert result["verified"] == [*EMAILS[:2], *EMAILS[3:]]
    assert result["pages"] == [2, 2, 1]
    asyncio.run(async_export.main())
