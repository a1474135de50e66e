# Generated from workos_async/_agents/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What AI agents and other programs need to call APIs: access tokens that are renewed, and the audit log of their tool calls."""
