"""Ways through the app by keys that more than one story takes."""

from clienteling.desktop.suggestions import store
from clienteling.desktop.suggestions.domain import Made, Suggestion
from tests.helpers.keyboard import KEY, Keyboard
from tests.helpers.screen import until
from tests.helpers.shop_folder import PINS, product
from tests.helpers.tablet import Tablet


def sign_in(tablet: Tablet, keys: Keyboard, name: str) -> tuple[Tablet, Keyboard]:
    """Choose the tile and type the PIN."""
    keys.choose(f"staff-{name}")
    keys.write(PINS[name])
    until(lambda: tablet.app.ground.session.staff_name == name, why="to sign in")
    return tablet, keys


def find(tablet: Tablet, keys: Keyboard, typed: str, customer: str) -> None:
    """Open her page from whatever page is in front."""
    keys.write("/")
    keys.write(typed)
    until(lambda: customer in [row[0] for row in tablet.app.customers.found.hits.rows], why="to be found")
    place = [row[0] for row in tablet.app.customers.found.hits.rows].index(customer)
    keys.arrow(KEY.Key_Down, f"client-{place}")
    keys.press(KEY.Key_Return)
    until(lambda: tablet.app.clientbook.customer == customer and tablet.app.clientbook.state == "rows")
    until(lambda: tablet.app.cart.customer == customer and tablet.app.cart.state != "loading")


def suggest(tablet: Tablet, customer: str) -> None:
    """A list of hers is on the tablet, with one product that she saved."""
    saved = Suggestion(product(6), "saved", 0.9, {"last": "2026-11-01"})
    tablet.do(store.write, customer, Made(1, "2026-11-21T03:10:00.000Z", "rules"), [saved])
