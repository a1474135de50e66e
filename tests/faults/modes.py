"""The modes in which every call is made: httpx under asyncio, under trio and in synchronous code, and aiohttp under asyncio."""

MODES = ("asyncio", "trio", "sync", "aiohttp")
