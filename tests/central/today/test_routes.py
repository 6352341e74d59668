"""Presence told by the app over HTTP, with consent only."""

from clienteling.central.customers import actions as customers
from tests.helpers.actions import MINSEO, by


def test_the_app_tells_a_visit_to_the_store_it_names(web):
    visit = {"id": "v1", "customer": MINSEO, "store": "here", "source": "app", "zone": "shoes"}
    assert web.ask("web", "POST", "/v1/visits", json=visit).status_code == 422
    web.run(customers.patch, by(), MINSEO, 1, {"consents": {"presence": True}}, {})
    assert web.ask("web", "POST", "/v1/visits", json=visit | {"store": "nowhere"}).status_code == 404
    told = web.ask("web", "POST", "/v1/visits", json=visit).json()
    assert (told["store"], told["zone"], told["ended_at"]) == ("here", "shoes", "")
