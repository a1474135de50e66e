"""How the calls are made: httpx under asyncio, under trio and in synchronous code, and aiohttp."""

MODES = ("asyncio", "trio", "sync", "aiohttp")
