"""The store rots while the app is closed: the next start brings the work back, and central hears of it once."""

from tests.helpers.shop_folder import MINSEO, gtin, variant


def test_what_was_done_offline_survives_a_damaged_store(town, tablets):
    tablet = tablets().synced().sign_in().lose_network().open_customer(MINSEO).scan(gtin(3), gtin(4))
    number = tablet.order()
    tablet.scan(gtin(5))
    file = tablet.file
    tablets.close(tablet)
    _damage(file)

    again = tablets()
    assert "damaged" in again.app.standing.sentence or "손상" in again.app.standing.sentence
    assert list((file.parent / "damaged").glob(f"*/{file.name}")), "the damaged store is kept"
    again.synced().sign_in().open_customer(MINSEO)
    assert again.cart() == {variant(5): 1}
    assert town.rows("SELECT number FROM orders WHERE device IS NOT NULL") == [(number,)]
    assert town.one("SELECT -sum(quantity) FROM stock_move") == 2
    assert again.scan(gtin(6)).order().endswith("-000002"), "no receipt number is given out twice"


def _damage(file):
    """One bit of the first page: without it SQLite opens nothing, though everything else is whole."""
    content = bytearray(file.read_bytes())
    content[1000] ^= 1
    file.write_bytes(content)
