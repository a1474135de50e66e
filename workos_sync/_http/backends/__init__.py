# Generated from workos_async/_http/backends/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The implementations of `HTTPBackend`."""
