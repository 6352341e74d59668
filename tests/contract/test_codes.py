"""The printed codes and their check character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.codes import ALPHABET, BADGE, LOYALTY, badge_code, check_character, is_coded, loyalty_code


def test_the_check_character_of_the_standards_example():
    assert check_character("A12425GABC1234002") == "M"


def test_printed_codes_are_recognised():
    assert is_coded(loyalty_code(1234), LOYALTY)
    assert is_coded(badge_code(7), BADGE)
    assert not is_coded(loyalty_code(1234), BADGE)
    assert not is_coded("CL1", LOYALTY)
    assert not is_coded("", LOYALTY)


def test_only_digits_and_upper_case_have_a_check_character():
    with pytest.raises(ValueError, match="substring not found"):
        check_character("cl")


@given(number=st.integers(0, 10**8 - 1), place=st.integers(2, 9), digit=st.sampled_from(ALPHABET[:10]))
def test_one_wrong_digit_is_always_noticed(number, place, digit):
    code = loyalty_code(number)
    spoilt = code[:place] + digit + code[place + 1 :]
    assert is_coded(spoilt, LOYALTY) == (spoilt == code)


def test_nearly_every_swap_of_neighbours_is_noticed():
    codes = [loyalty_code(number) for number in range(0, 10**8, 99_991)]
    swapped = [c[:p] + c[p + 1] + c[p] + c[p + 2 :] for c in codes for p in range(2, 9) if c[p] != c[p + 1]]
    missed = sum(is_coded(code, LOYALTY) for code in swapped)
    assert missed < len(swapped) / 100
