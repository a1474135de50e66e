# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The rate limits that WorkOS documents."""
