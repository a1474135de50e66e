# Generated from workos_async/_feature_flags/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Local evaluation of feature flags."""
