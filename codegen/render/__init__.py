"""From the intermediate representation to the text of the generated Python files."""

from codegen.render.files import render
from codegen.render.templates import REMEDY, header

__all__ = ["REMEDY", "header", "render"]
