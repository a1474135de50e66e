# Generated from workos_async/_http/connections/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The connections that the SDK opens with httpcore, and their pools."""
