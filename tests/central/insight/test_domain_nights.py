"""Since when what is in use is in use."""

import pytest

from clienteling.central.insight.domain_nights import Night, since


def nights(*used):
    return [Night(f"night {place}", 60, 0.2, 0.2, 0.1, 0.1, one) for place, one in enumerate(used)]


@pytest.mark.parametrize(
    ("used", "is_used", "told"),
    [
        ([], False, ""),
        ([True, True, False, True], True, "night 1"),
        ([False, True], True, ""),
        ([False], False, "night 0"),
    ],
)
def test_since_the_first_of_the_nights_that_say_the_same(used, is_used, told):
    assert since(nights(*used), is_used) == told
