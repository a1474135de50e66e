# Generated from workos_async/_auth/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""SessionMethods, access tokens, sign-in and device flow."""
