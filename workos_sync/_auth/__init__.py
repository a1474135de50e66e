# Generated from workos_async/_auth/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sessions, access tokens, browser sign-in and the device flow."""
