import math
from types import SimpleNamespace

import pytest

from workos_core.errors import ConfigurationError
from workos_core.http.timeouts import DEFAULT_PHASES, PhaseTimeouts, Timeout, limit_phases, phase_timeouts
from workos_core.not_given import NOT_GIVEN

BASE = PhaseTimeouts(connect=1, read=2, write=3, pool=None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NOT_GIVEN, (1, 2, 3, None)),
        (None, (None, None, None, None)),
        (0, (0, 0, 0, 0)),
        (7.5, (7.5, 7.5, 7.5, 7.5)),
        (math.inf, (None, None, None, None)),
        (Timeout(), (1, 2, 3, None)),
        (Timeout(read=9), (1, 9, 3, None)),
        (Timeout(connect=None, write=None, pool=4), (None, 2, None, 4)),
        (SimpleNamespace(connect=5, read=6, write=7, pool=8), (5, 6, 7, 8)),
    ],
)
def test_every_form_of_a_timeout(value: object, expected: tuple[float | None, ...]) -> None:
    assert tuple(phase_timeouts(value, BASE).values()) == expected


def test_default_is_sixty_seconds() -> None:
    assert phase_timeouts(Timeout(read=1)) == {**DEFAULT_PHASES, "read": 1}
    assert set(DEFAULT_PHASES.values()) == {60.0}


@pytest.mark.parametrize("value", ["5", True, (1, 2), [], SimpleNamespace(read=1), Timeout(read="5")])  # type: ignore[arg-type]
def test_wrong_types(value: object) -> None:
    with pytest.raises(TypeError, match="timeout"):
        phase_timeouts(value)


@pytest.mark.parametrize("value", [-1, math.nan, -math.inf, Timeout(pool=-0.1)])
def test_timeout_out_of_range(value: object) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        phase_timeouts(value)


def test_time_limit_caps_each_phase() -> None:
    assert tuple(limit_phases(BASE, 2.5).values()) == (1, 2, 2.5, 2.5)
    assert limit_phases(BASE, None) is BASE
