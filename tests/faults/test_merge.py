"""A client who was made twice on two tablets becomes one, while one of them is offline and goes on serving her."""

import pytest

from clienteling.central.signin import actions as central_signin
from clienteling.contract.ids import cart_of
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers import actions_merge as merging
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from tests.faults.desk import Desk
from tests.helpers.actions import MINSEO
from tests.helpers.web import Web

pytestmark = pytest.mark.slow
ANN = Reader("ann", "associate", "here")


@pytest.fixture
def web(tmp_path):
    web = Web(f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "files")
    yield web
    web.close()


@pytest.fixture
def desks(tmp_path, web):
    """Two tablets of the store."""
    first = Desk(tmp_path / "first", web, "first")
    _, web.tokens["here"] = web.run(central_signin.register_device, "here", "Tablet 2")
    second = Desk(tmp_path / "second", web, "second")
    for desk in (first, second):
        desk.exchange()
    yield first, second
    for desk in (first, second):
        desk.close()


def serve(desk, customer, text):
    """A note about her, and a scarf in her cart."""
    desk.do(notes.write, ANN, customer, text, False)
    desk.do(cart.add, Whose(cart_of(customer), "here", customer, "ann"), "scarf")


def seen(desk, customer):
    """What the tablet shows of her: the notes, and how many scarves lie in her cart."""
    texts = desk.rows("SELECT text FROM note WHERE customer = ? ORDER BY text", customer)
    lines = desk.rows("SELECT quantity FROM cart_line WHERE cart = ? AND quantity > 0", cart_of(customer))
    return [text for (text,) in texts], sum(quantity for (quantity,) in lines)


def test_all_that_was_hers_is_in_one_place_on_both_tablets(desks, web):
    first, second = desks
    twin = second.do(customers.create, "here", "ann", "Min Seo", "010-1234-5678", privacy_notice=True)
    serve(second, twin, "as Min Seo")
    second.exchange()
    second.exchange()
    assert second.do(merging.twins, twin) == [MINSEO]
    first.exchange()
    second.offline = True
    serve(first, MINSEO, "as 김민서")
    first.do(merging.merge, MINSEO, twin, "ann", ["name"])
    for _ in range(3):
        first.exchange()
    # meanwhile, without a network, the other tablet goes on with whom it knows
    serve(second, twin, "offline, as Min Seo")
    second.do(customers.patch, twin, "ann", email="minseo@second.example")
    second.offline = False
    for desk in (second, first, second):
        for _ in range(2):
            desk.exchange()
    for desk in desks:
        assert seen(desk, MINSEO) == (["as Min Seo", "as 김민서", "offline, as Min Seo"], 3)
        assert seen(desk, twin) == ([], 0)
        assert desk.do(customers.person, twin) is None and desk.do(merging.led_to, twin) == MINSEO
        assert desk.do(customers.person, MINSEO).name == "Min Seo"
    [[state, kind]] = second.rows("SELECT state, kind FROM outbox WHERE state <> 'delivered'")
    assert (state, kind) == ("conflict", "customer.patched"), "the e-mail differs from hers: a person decides"


def test_told_by_both_tablets_it_is_done_once(desks, web):
    first, second = desks
    twin = second.do(customers.create, "here", "ann", "Min Seo", "010-1234-5678", privacy_notice=True)
    serve(second, twin, "x")
    for desk in (second, first):
        desk.exchange()
        desk.exchange()
    for desk in desks:
        desk.do(merging.merge, MINSEO, twin, "ann", [])
    for _ in range(2):
        for desk in desks:
            desk.exchange()
    for desk in desks:
        assert seen(desk, MINSEO) == (["x"], 1)
        assert desk.rows("SELECT count(*) FROM outbox WHERE state <> 'delivered'") == [(0,)]
