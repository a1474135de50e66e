import hashlib
import string
from base64 import urlsafe_b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sign_in.pkce import PKCEPair, generate_code_challenge, generate_code_verifier, generate_pkce_pair
from workos_core.errors import InvalidArgumentError

UNRESERVED = string.ascii_letters + string.digits + "-._~"


def test_example_of_rfc_7636() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert generate_code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize("length", [43, 64, 128])
def test_length_and_characters_of_a_verifier(length: int) -> None:
    verifier = generate_code_verifier(length)
    assert len(verifier) == length
    assert set(verifier) <= set(UNRESERVED)


def test_verifiers_differ_and_use_the_whole_alphabet() -> None:
    verifiers = [generate_code_verifier() for _ in range(200)]
    assert len(set(verifiers)) == 200
    assert set("".join(verifiers)) == set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize("length", [0, -1, 42, 129, True])
def test_invalid_lengths_are_rejected(length: int) -> None:
    with pytest.raises(InvalidArgumentError, match="43 to 128 characters"):
        generate_code_verifier(length)
    with pytest.raises(InvalidArgumentError):
        generate_pkce_pair(length)


@pytest.mark.parametrize(
    "verifier", ["", "a" * 42, "a" * 129, "a" * 42 + "é", "a" * 42 + " ", "a" * 43 + "\n", "a" * 42 + "+"]
)
def test_invalid_verifier_is_rejected_and_not_in_the_error(verifier: str) -> None:
    with pytest.raises(InvalidArgumentError, match="letters, digits") as caught:
        generate_code_challenge(verifier)
    assert not verifier or verifier not in str(caught.value)


def test_repr_of_a_pair_contains_no_verifier() -> None:
    pair = generate_pkce_pair()
    assert pair == PKCEPair(pair.code_verifier, generate_code_challenge(pair.code_verifier), "S256")
    assert pair.code_verifier not in repr(pair)
    assert pair.code_challenge in repr(pair)


@given(st.text(alphabet=UNRESERVED, min_size=43, max_size=128))
def test_challenge_is_the_hash_in_base64url_without_padding(verifier: str) -> None:
    challenge = generate_code_challenge(verifier)
    assert len(challenge) == 43
    assert urlsafe_b64decode(challenge + "=") == hashlib.sha256(verifier.encode()).digest()
