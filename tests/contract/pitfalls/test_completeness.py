"""Every known pitfall has one test."""

from importlib import import_module
from pathlib import Path

from .support import PITFALLS

NUMBER_BY_TOPIC = {
    1: 8,  # coverage
    2: 14,  # method names
    3: 10,  # request encoding
    4: 13,  # credentials
    5: 14,  # request bodies
    6: 13,  # responses
    7: 5,  # pagination
    8: 9,  # errors
    9: 4,  # open enums
    10: 6,  # local operations
    11: 1,  # newer arguments
}


def test_every_pitfall_has_one_test() -> None:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        import_module(f"{__package__}.{path.stem}")
    numbers = {f"{topic}.{point}" for topic, last in NUMBER_BY_TOPIC.items() for point in range(1, last + 1)}
    assert PITFALLS.keys() == numbers
    assert len(PITFALLS) == 97
