# Generated from workos_async/_concurrency/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Concurrency primitives. Their sync twins are written by hand where a translation would not do."""
