import pickle
import random
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sign_in.signed_state import StateError, read_state, sign_state
from workos_core.errors import ConfigurationError

SECRET = "a-secret-of-the-state"
OLD = "an-older-secret"
NOW = 1_767_225_600.0
STATE = sign_state({"return_to": "/dashboard"}, SECRET, now=NOW)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def rejection_reason(text: str, secret: Any = SECRET, now: float = NOW, max_age: float = 600) -> str:
    with pytest.raises(StateError) as caught:
        read_state(text, secret, now=now, max_age=max_age)
    error = caught.value
    assert error.__context__ is None
    assert not [part for part in (SECRET, "dashboard") if part in repr(error) + str(error)]
    return error.reason


@given(json_values, st.text(min_size=1))
def test_sign_and_read_round_trip(data: Any, secret: str) -> None:
    state = sign_state(data, secret, now=NOW)
    assert read_state(state, secret, now=NOW) == data
    assert set(state) <= set(string.ascii_letters + string.digits + "-_.")


@given(st.text(min_size=1), st.text(min_size=1))
def test_state_of_another_secret_is_rejected(secret: str, foreign: str) -> None:
    if secret != foreign:
        assert rejection_reason(sign_state("x", foreign, now=NOW), secret) == "bad_signature"


def test_long_data_round_trip() -> None:
    data = {"x": "compressible " * 1000}
    assert read_state(sign_state(data, SECRET, now=NOW), SECRET, now=NOW) == data


def test_first_secret_signs_and_all_verify() -> None:
    assert read_state(sign_state(1, [SECRET, OLD], now=NOW), SECRET, now=NOW) == 1
    assert read_state(sign_state(1, OLD, now=NOW), [SECRET, OLD], now=NOW) == 1
    assert read_state(sign_state(1, SECRET, now=NOW), (OLD, SECRET), now=NOW) == 1
    assert rejection_reason(sign_state(1, OLD, now=NOW), [SECRET]) == "bad_signature"


@pytest.mark.parametrize(
    ("seconds", "max_age", "fresh"),
    [
        (0, 600, True),
        (600, 600, True),
        (601, 600, False),
        (-60, 600, True),
        (-61, 600, False),
        (30, 10, False),
        (5000, 1e9, True),
    ],
)
def test_max_age(seconds: float, max_age: float, fresh: bool) -> None:
    if fresh:
        assert read_state(STATE, SECRET, now=NOW + seconds, max_age=max_age) == {"return_to": "/dashboard"}
    else:
        assert rejection_reason(STATE, now=NOW + seconds, max_age=max_age) == "expired"


def test_signature_is_checked_before_the_age() -> None:
    assert rejection_reason(STATE, OLD, now=NOW + 1000) == "bad_signature"


def test_now_defaults_to_the_system_clock() -> None:
    assert read_state(sign_state("x", SECRET), SECRET) == "x"


def test_altered_states_are_rejected() -> None:
    for index in range(len(STATE)):
        for character in string.ascii_letters + string.digits + "-_.=+/ \né":
            changed = STATE[:index] + character + STATE[index + 1 :]
            if changed != STATE:
                rejection_reason(changed)
                rejection_reason(STATE[:index] + character + STATE[index:])
        rejection_reason(STATE[:index])
        rejection_reason(STATE[index + 1 :])
        rejection_reason(STATE[:index] + STATE[index + 1 :])
    payload, time, signature = STATE.split(".")
    rejection_reason(f"{time}.{payload}.{signature}")
    rejection_reason(f"{payload}.{time}.{signature}=")
    other = sign_state("other", SECRET, now=NOW + 1)
    rejection_reason(f"{payload}.{other.split('.', 1)[1]}")


def test_random_strings_raise_only_state_errors() -> None:
    rng = random.Random(9)
    for number in range(20_000):
        noise = "".join(rng.choices("AZaz09-_.=é\ud800", k=rng.randrange(30)))
        index = rng.randrange(len(STATE))
        rejection_reason(noise if number % 2 else STATE[:index] + noise + "!" + STATE[index:])
    assert rejection_reason("x" * 10_000) == "malformed"


@pytest.mark.parametrize("secret", ["", [], [""], [SECRET, ""]])
def test_missing_secret(secret: Any) -> None:
    for attempt in (lambda: sign_state(1, secret), lambda: read_state(STATE, secret)):
        with pytest.raises(ConfigurationError) as caught:
            attempt()
        assert SECRET not in str(caught.value)


def test_data_that_is_not_json_raises_type_error() -> None:
    with pytest.raises(TypeError):
        sign_state(object(), SECRET)


def test_errors_can_be_pickled() -> None:
    with pytest.raises(StateError) as caught:
        read_state("x", SECRET)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "malformed")
