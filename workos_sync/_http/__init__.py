# Generated from workos_async/_http/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""HTTP backends, the connection pool, TLS and proxies."""
