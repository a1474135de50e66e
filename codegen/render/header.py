"""The first line of generated files."""

REMEDY = "Do not edit: change the source and run `nox -s generate`."


def header(source: str) -> str:
    """Return the first line of a file that is generated from `source`."""
    return f"# Generated from {source} by `python -m codegen`. {REMEDY}"
