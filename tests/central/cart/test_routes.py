"""The web shop and the shop floor meet in one cart, over HTTP."""

from clienteling.contract.ids import cart_of
from tests.helpers.actions import MINSEO, PRICES

LINES = f"/v1/customers/{MINSEO}/cart/lines"


def line(op, quantity=1, price=PRICES["coat"]):
    return {"op": op, "line": "coat", "quantity": quantity, "price": price, "currency": "KRW", "store": "web"}


def test_a_repeated_request_adds_once(web):
    for _ in range(2):
        cart = web.ask("web", "POST", LINES, json=line("op-1", 2)).json()
    assert [(one["id"], one["quantity"], one["source"]) for one in cart["lines"]] == [("coat", 2, "online")]


def test_the_tablet_sees_it_and_the_web_sees_the_tablet(web):
    web.ask("web", "POST", LINES, json=line("op-1"))
    args = line("op-2") | {"store": "here", "customer": MINSEO}
    operation = {"op": args.pop("op"), "kind": "cart.line_added", "id": cart_of(MINSEO), "args": args, "staff": "ann"}
    answers = web.ask("here", "POST", "/v1/sync/push", json={"device": "x", "ops": [operation]}).json()["answers"]
    assert answers[0]["status"] == 200
    assert web.ask("web", "GET", f"/v1/customers/{MINSEO}/cart").json()["lines"][0]["quantity"] == 2
    left = web.ask("web", "DELETE", f"{LINES}/coat", params={"op": "op-3", "quantity": 1}).json()
    assert left["lines"][0]["quantity"] == 1


def test_a_made_up_price_is_refused(web):
    assert web.ask("web", "POST", LINES, json=line("op-1", price=1)).status_code == 422
    assert web.ask("web", "GET", f"/v1/customers/{MINSEO}/cart").json()["lines"] == []
    assert web.ask("web", "GET", "/v1/customers/nobody/cart").status_code == 404
