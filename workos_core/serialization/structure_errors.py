"""The error for JSON of the wrong structure."""


class StructureError(Exception):
    """A JSON value has the wrong shape.

    Attributes:
        path: Where, from `$`, the value that was decoded.
        expected: `object`, `array` or `plain value`.
    """

    def __init__(self, expected: str, path: str = "$") -> None:
        super().__init__(f"{expected} expected at {path}")
        self.expected = expected
        self.path = path
