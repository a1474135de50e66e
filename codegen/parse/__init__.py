"""From the linted document to the intermediate representation."""

from codegen.parse.api import model_modules as modules
from codegen.parse.api import parse

__all__ = ["modules", "parse"]
