"""Korean as the screens say it."""

from clienteling.central.runtime.words import korean


def test_what_a_category_is_called():
    assert korean()["Bags"] == "가방"
    assert "" not in korean() and "%n labels" not in korean()
