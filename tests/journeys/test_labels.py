"""A shop that has no codes on its things yet: labels of chosen products, and a client's card, saved and scanned."""

from clienteling.desktop.labels.domain import PAPERS
from clienteling.desktop.runtime import exports
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.ladder import climb
from tests.helpers import sheets
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO


def printed(tablet, count):
    """The text of each code on the sheet that was saved last."""
    until(lambda: tablet.app.labels.saved != "", why="to be saved")
    decoder = Decoder()
    pictures = sheets.labels(tablet.app.labels.saved, PAPERS[0], count)
    codes = [reading.text for gray in pictures for _, reading, _ in climb(gray, decoder)]
    decoder.close()
    return codes


def test_chosen_products_are_labelled_and_a_label_sells(town, tablets, monkeypatch, tmp_path):
    monkeypatch.setattr(exports, "user_downloads_path", lambda: tmp_path)
    tablet = tablets().synced().sign_in()
    tablet.screen.click("rail-products")
    tablet.screen.click("choose-products")
    first, second = (row[0] for row in tablet.app.catalog.products.rows[:2])
    for product in (first, second):
        tablet.screen.click(f"product-{product}")
    tablet.screen.click("label-chosen")
    until(lambda: tablet.app.labels.total == 2)
    tablet.screen.click("save-labels")
    codes = printed(tablet, 2)
    sold = dict(tablet.rows("SELECT product, substr(gtin, 2) FROM variant WHERE product IN (?, ?)", first, second))
    assert codes == [sold[first], sold[second]]
    tablet.scan(codes[0])
    [[variant]] = tablet.rows("SELECT id FROM variant WHERE product = ?", first)
    assert tablet.cart() == {variant: 1}


def test_her_card_opens_her_page(town, tablets, monkeypatch, tmp_path):
    monkeypatch.setattr(exports, "user_downloads_path", lambda: tmp_path)
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    tablet.screen.click("change")
    tablet.screen.click("print-card")
    until(lambda: tablet.app.labels.card and tablet.app.labels.total == 1)
    tablet.screen.click("save-labels")
    [code] = printed(tablet, 1)
    tablet.app.navigator.go("today")
    tablet.app.scanning.typed(code)
    until(lambda: tablet.app.navigator.page == "customer" and tablet.app.clientbook.customer == MINSEO)
