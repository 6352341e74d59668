"""What an operator may set in the file."""

import pytest

from clienteling.desktop.runtime.config import Misconfigured, load

BOTH = 'central = "https://central.example.com"\ntoken = "t"\n'


def written(tmp_path, text):
    file = tmp_path / "config.toml"
    file.write_text(BOTH + text, encoding="utf-8")
    return load({"CLIENTELING_CONFIG": str(file)})


def test_a_shop_says_where_its_own_codes_hold_a_price_or_a_weight(tmp_path):
    assert written(tmp_path, "").in_store == {}
    found = written(tmp_path, '[in_store]\nprice = ["23.....{NNNNN}"]\nweight = ["21.....{NNDDD}"]\n')
    assert found.in_store == {"price": ["23.....{NNNNN}"], "weight": ["21.....{NNDDD}"]}


@pytest.mark.parametrize(
    "text", ['price = ["23.....{NNNN}"]', 'price = ["95.....{NNNNN}"]', 'length = ["23.....{NNNNN}"]']
)
def test_places_that_cannot_be_are_told_at_the_start(tmp_path, text):
    with pytest.raises(Misconfigured):
        written(tmp_path, "[in_store]\n" + text)


def test_a_shop_says_what_its_coupons_look_like(tmp_path):
    assert written(tmp_path, "").coupons == []
    assert written(tmp_path, 'coupons = ["SALE-....", "2799........."]\n').coupons == ["SALE-....", "2799........."]
    with pytest.raises(Misconfigured):
        written(tmp_path, 'coupons = ["............."]\n')  # that would be every code
