"""IDs of parametrized tests."""


def parameter_id(value: object) -> str:
    """Return the beginning of `ascii(value)`, without backslashes.

    If `ids` is a function, pytest escapes backslashes and all but ASCII characters in the IDs, and escapes them again each time that it
    collects the module in the same process. mutmut, which runs tests by their ID, would not find such a test.
    """
    return ascii(value)[:20].replace("\\", "")
