"""Errors of persistence."""


class StorageError(Exception):
    """The file of an emulator cannot be read or written; the message says which file, why, and what to do."""


class UnreadableError(ValueError):
    """Text that is not what `encode` gives, or that another version has written."""
