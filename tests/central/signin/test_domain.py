"""PINs and tokens are kept so that reading them does not give them away."""

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.signin.domain import device_code, digest, is_pin, new_token, verifier

DEVICES = st.tuples(st.text("AN1-가", min_size=1, max_size=4), st.integers(1, 120))


@given(one=DEVICES, other=DEVICES)
def test_two_devices_never_have_one_code(one, other):
    assert one == other or device_code(*one) != device_code(*other)


def test_a_verifier_fits_its_pin_alone():
    kept = verifier("135790")
    assert kept.startswith("$argon2id$") and "135790" not in kept
    assert PasswordHasher().verify(kept, "135790")
    with pytest.raises(VerifyMismatchError):
        PasswordHasher().verify(kept, "135791")


def test_the_same_pin_is_never_kept_alike():
    assert verifier("135790") != verifier("135790")


@pytest.mark.parametrize(("text", "fits"), [("123456", True), ("12345", False), ("1234567", False), ("١٢٣٤٥٦", False)])
def test_a_pin_is_six_ascii_digits(text, fits):
    assert is_pin(text) is fits


def test_a_token_cannot_be_read_from_what_is_kept():
    token = new_token()
    assert len(token) > 40 and token not in digest(token) and digest(token) == digest(token) != digest(new_token())
