import asyncio
import os

from emulated import emulated


async def check(emulator) -> None:
    import session_helper

    if emulated.is_migrated:
        from workos_async import WorkOS
    else:
        from workos import AsyncWorkOSClient as WorkOS
    emulator.create("users", email="ada@acme.com", email_verified=True)
    code = emulator.create("magic_auths", email="ada@acme.com")["code"]
    async with WorkOS() as client:
        sessions = session_helper.Sessions(client, os.environ["WORKOS_COOKIE_PASSWORD"])
        cookie = await sessions.sign_in("ada@acme.com", code)
        assert (await sessions.status(cookie)).startswith("session_")
        assert "session_id=session_" in await sessions.sign_out_url(cookie) if not emulated.is_migrated else True
        assert await sessions.status("") == "missing"
        assert await sessions.status("x") == "invalid"
        if emulated.is_migrated:  # the official SDK verifies access tokens with the time of the computer
            emulator.clock.advance(hours=1)
            assert await sessions.status(cookie) == "refreshed"


with emulated() as emulator:
    asyncio.run(check(emulator))
