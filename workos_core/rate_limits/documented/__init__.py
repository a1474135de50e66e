# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What the documentation of the API says in numbers."""
