"""Kinds of objects by the names that seed files and factories use, such as `users` and `directory_groups`."""

from workos_emulator.kinds.creation import create
from workos_emulator.kinds.kind import Kind
from workos_emulator.kinds.table import kinds

__all__ = ["Kind", "create", "kinds"]
