"""Requests of aiohttp, which has no synchronous API."""
