"""Errors of persistence."""


class StorageError(Exception):
    """The emulator's database file cannot be read or written. The message names the file, the reason and what to do."""


class UnreadableError(ValueError):
    """A snapshot or stored value is invalid, or was written by another version."""
