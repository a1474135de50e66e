# Generated from workos_async/_pagination/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Pagers and prefetching."""
