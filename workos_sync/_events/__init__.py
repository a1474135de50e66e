# Generated from workos_async/_events/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Event streams and cursor stores."""
