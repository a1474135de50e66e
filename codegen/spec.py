"""Kept until output.py imports the defining modules."""

from codegen.document import METHODS, Document
from codegen.load.spec_folder import load

__all__ = ["METHODS", "Document", "load"]
