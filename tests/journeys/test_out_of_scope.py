"""A person of another store: found through central, fetched with a record of it, then as well known as any."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import SUA


def test_somebody_of_another_store_is_fetched(town, tablets):
    tablet = tablets().synced().sign_in()
    assert tablet.rows("SELECT id FROM customer WHERE id = ?", SUA) == []
    tablet.screen.click("search")
    tablet.screen.type("조수아")
    until(lambda: any(row[0] == SUA for row in tablet.app.customers.found.hits.rows), why="to be found at central")
    assert not tablet.screen.sees("010-1234-0009")
    tablet.screen.click("client-0")
    until(lambda: tablet.app.clientbook.customer == SUA and tablet.app.clientbook.state == "rows", why="to be fetched")
    until(lambda: tablet.app.clientbook.history.count >= 3, why="to have a history")
    assert tablet.screen.wait("name").property("text") == "조수아"
    seen = dict(town.rows("SELECT what, count(*) FROM access_record WHERE customer = ? GROUP BY what", SUA))
    assert seen.get("customer.found") and any("fetch" in what for what in seen)
