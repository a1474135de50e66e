"""From the linted document to the intermediate representation."""

from codegen.parse.api import parse

__all__ = ["parse"]
