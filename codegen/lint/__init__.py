"""The rules of spec/README.md that a program can check."""

from codegen.lint.runner import lint

__all__ = ["lint"]
