"""Where the keyboard is while a sheet is open and after it closed, and how it comes to the search and leaves it."""

import pytest

from tests.helpers.keyboard import HELD, KEY
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, gtin, product, variant
from tests.helpers.ways import find, suggest

COAT, BOOTS = 1, 3
SHEETS = (
    ("today", ("scan",), "typedCode"),
    ("clients", ("new-client",), "new-name"),
    ("customer", ("change",), "details-name"),
    ("customer", ("note", "addNote"), "noteText"),
    ("customer", ("why-of-0",), "why-close"),
    ("customer", ("said",), "said-close"),
    ("cart", ("switch",), "park"),
    ("cart", ("newAddress",), "address-recipient"),
    ("cart", (f"pickup-{variant(BOOTS)}",), f"store-{GANGNAM}"),
)
UPRIGHT = (
    ("settings", ("rail-me",), "menu-settings"),
    ("customer", ("open-cart",), "checkout"),
    ("products", (f"product-{product(4)}",), "add"),
)
"""What stands beside the page where there is room, and comes from below where there is none."""


@pytest.mark.parametrize(("size", "sheets"), [((1280, 800), SHEETS), ((800, 1280), UPRIGHT)])
def test_a_sheet_takes_the_keyboard_keeps_it_and_gives_it_back(signed, size, sheets):
    tablet, keys = signed
    find(tablet, keys, "ㄱㅁㅅ", MINSEO)
    suggest(tablet, MINSEO)
    tablet.scan(gtin(COAT), gtin(BOOTS))
    tablet.app.cart.setWay(variant(COAT), 1)
    tablet.app.cart.setWay(variant(BOOTS), 2)
    tablet.screen.window.resize(*size)
    for page, (*before, opener), inside in sheets:
        tablet.app.navigator.open(page, MINSEO if page == "customer" else "")
        for name in (*before, opener):
            keys.choose(name)
        tablet.screen.wait(inside)
        _goes_round(keys, opener, inside)
        keys.press(KEY.Key_5, HELD.AltModifier)
        assert tablet.app.navigator.page == page, f"a key went behind the sheet of {opener}"
        keys.press(KEY.Key_Escape)
        until(lambda name=inside: not tablet.screen.has(name), why=f"that Esc closes the sheet of {opener}")
        assert opener in keys.at and keys.seen, f"{opener} has not got the focus back, but {keys.at}"


def _goes_round(keys, opener, inside):
    """Tab comes to everything of the sheet and to nothing behind it."""
    assert keys.seen, f"nothing shows where the keyboard is in the sheet of {opener}: {keys.at}"
    been, seen = [], set()
    while keys.item not in been:
        been.append(keys.item)
        seen |= set(keys.at)
        keys.press(KEY.Key_Tab)
    assert seen.isdisjoint({opener, "rail-today", "search"}), f"Tab left the sheet of {opener}: {seen}"
    assert inside in seen, f"Tab never came to {inside}, but to {seen}"


def test_the_search_is_one_key_away_and_left_by_one(signed):
    tablet, keys = signed
    for key, held in ((KEY.Key_Slash, HELD.NoModifier), (KEY.Key_K, HELD.ControlModifier)):
        keys.press(KEY.Key_2, HELD.AltModifier)
        keys.press(key, held)
        assert "search" in keys.at and tablet.app.navigator.searchText == ""
        keys.press(KEY.Key_Escape)
        assert "page-clients" in keys.at
    keys.write("/")
    keys.write("1/2")
    assert tablet.app.navigator.searchText == "1/2"
    keys.press(KEY.Key_Escape)
    assert "search" in keys.at and tablet.app.navigator.searchText == ""
