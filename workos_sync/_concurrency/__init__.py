# Generated from workos_async/_concurrency/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Concurrency primitives. A sync twin is written by hand (in codegen/sync_overrides) only where a translation would not work."""
