"""A day on a tablet with names, numbers and words that must not be found in what it logs."""

import logging

import pytest
from structlog.testing import capture_logs

from tests.helpers.screen import until
from tests.helpers.shop_folder import PHOTOGRAPHED, PINS

NAME, PHONE, MAIL = "탁월한비밀", "01077003399", "hidden.person@example.kr"
NOTE = "심어둔메모 은색 단추를 좋아하세요"
STREET, DOOR = "심어둔길 17", "심은동 1203호"
PLANTED = (NAME, PHONE, "7700", MAIL, "hidden.person", "심어둔메모", "심어둔길", "심은동", PINS["이서준"])


@pytest.fixture
def told():
    """Everything that is logged, with whatever it carries; the standard log from the level that is written out."""
    lines = []
    keeper = logging.Handler()
    keeper.emit = lambda record: lines.append(f"{record.getMessage()} {record.exc_info}")
    logging.getLogger().addHandler(keeper)
    with capture_logs() as entries:
        yield lambda: [*lines, *map(str, entries)]
    logging.getLogger().removeHandler(keeper)


async def broken(words):
    raise ValueError(words)


def a_day(tablet):
    """A new client, found, revealed, written about, sold to and shipped to; a network that goes and a bug."""
    app, screen = tablet.app, tablet.screen
    app.customers.search(NAME)
    app.customers.newClient.create(NAME, PHONE, MAIL, True)
    until(lambda: app.navigator.page == "customer" and app.clientbook.state == "rows")
    customer = app.clientbook.customer
    screen.click("reveal")
    tablet.note(NOTE).scan(PHOTOGRAPHED[1])
    line = app.cart.lines.rows[0][0]
    app.cart.newAddress.begin()
    app.cart.newAddress.save({"recipient": NAME, "phone": PHONE, "city": "서울", "line1": STREET, "line2": DOOR})
    app.cart.setWay(line, 1)
    until(lambda: app.cart.checkout.needsAddress and app.cart.checkout.addresses.count > 0, why="to be shippable")
    tablet.order()
    tablet.synced().lose_network()
    app.customers.search(PHONE)
    until(lambda: app.customers.found.state != "loading")
    app.clientbook.open(customer)
    app.ground.tasks.start(broken(NAME + PHONE + NOTE))
    until(lambda: bool(tablet.bugs), why="to notice the bug")
    tablet.find_network()
    return customer


def test_nothing_she_is_or_said_stands_in_the_log(tablets, told, capfd):
    tablet = tablets().synced().sign_in("이서준")
    customer = a_day(tablet)
    tablet.bugs.clear()
    said = told()
    assert any("contact revealed" in line and customer in line for line in said)
    assert any("'bug'" in line for line in said)
    written = capfd.readouterr()
    everything = "\n".join([*said, written.out, written.err])
    assert [words for words in PLANTED if words in everything] == []
