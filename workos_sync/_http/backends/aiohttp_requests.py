# Generated from codegen/sync_overrides/_http/backends/aiohttp_requests.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests of aiohttp, which has no synchronous API."""
