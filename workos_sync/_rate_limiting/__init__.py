# Generated from workos_async/_rate_limiting/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Rate limiters: in-process, and shared through Redis."""
