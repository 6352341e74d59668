"""What the checkout may know and ask: where it goes, how she pays, whether it may be sent."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart.viewmodel_rows import Seen, summary
from clienteling.desktop.customers.domain import Address
from clienteling.desktop.runtime.countries import country_name
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.text import clock, language, say
from clienteling.desktop.sync.connection import Connection

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1

METHODS = ("till", "paylink")


@QmlElement
@QmlUncreatable("made by the application")
class CheckoutViewModel(QObject):
    """The choices of one order before it is sent, and its receipt after."""

    changed = Signal()

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self._seen = Seen()
        self._address = ""
        self._method = 0
        self._busy = False
        self._receipt = self._order = self._total = ""
        self._provisional = False
        self._ways = RowsModel(("way", "pieces"), self)
        self._addresses = RowsModel(("address", "name", "words", "chosen"), self)
        connection.changed.connect(self.changed)

    @property
    def method(self) -> str:
        """How she pays, in the contract's word."""
        return METHODS[self._method]

    @property
    def address(self) -> Address | None:
        """The chosen entry of her book, needed only when something is shipped."""
        return self._entry() if self._seen.shipped else None

    def show(self, seen: Seen) -> None:
        """The cart was read again."""
        self._seen = seen
        self._list()

    def set_busy(self, busy: bool) -> None:
        """The order is on its way into the database."""
        self._busy = busy
        self.changed.emit()

    def confirm(self, order: str, number: str, total: str, sold: Seen) -> None:
        """The order is safely kept: now its number may be told, and what was sold."""
        self._ways.reset(summary(sold))
        self._order, self._receipt, self._total = order, number, total
        self._provisional = self._offline()
        self.changed.emit()

    @Slot(int)
    def chooseMethod(self, index: int) -> None:
        """0 at the till, 1 by pay link."""
        self._method = index
        self.changed.emit()

    @Slot(str)
    def chooseAddress(self, address: str) -> None:
        """Where it goes."""
        self._address = address
        self._list()

    @Slot()
    def dismiss(self) -> None:
        """The confirmation was read."""
        self._receipt = ""
        self.changed.emit()

    def _entry(self) -> Address | None:
        entries = self._seen.addresses
        return next((one for one in entries if one.id == self._address), entries[0] if entries else None)

    def _list(self) -> None:
        chosen = self._entry()
        self._addresses.reset(
            [(one.id, one.label or one.recipient, _masked(one), one is chosen) for one in self._seen.addresses]
        )
        self.changed.emit()

    def _offline(self) -> bool:
        return self._connection.state in {"offline", "refused"}

    def _address_word(self) -> str:
        found = self.address
        return say("ships to {place}", place=_masked(found)) if found else ""

    def _problem(self) -> str:
        if self._seen.shipped and not self._seen.addresses:
            return say("Shipping needs an address.") + " " + self._way_on()
        if len(self._seen.totals) > 1:
            return say("An order has one currency. Take the lines in the other one out first.")
        return ""

    def _way_on(self) -> str:
        if self._seen.guest:
            return say("A guest has no address book: choose pick-up, or give the cart to a client.")
        return say("Write one down, or choose pick-up.")

    def _strip(self) -> str:
        if not self._offline():
            return ""
        since = clock(self._connection.since.isoformat())
        return say(
            "Offline since {time}. You can send this order now: it is provisional until central answers.", time=since
        )

    def _waiting(self) -> str:
        left = self._seen.unresolved
        return say("%n lines wait for the catalogue and stay in the cart.", n=left) if left else ""

    def _done(self) -> str:
        if self._provisional:
            return say("Kept on this tablet. It is provisional until central answers; nothing is lost.")
        return say("Central gets it now and chooses where each line comes from.")

    def _may_send(self) -> bool:
        return not self._busy and self._seen.pieces > self._seen.unresolved and not self._problem()

    methodIndex = Property(int, lambda self: self._method, notify=changed)
    addressText = Property(str, _address_word, notify=changed)
    needsAddress = Property(bool, lambda self: self._seen.shipped > 0, notify=changed)
    problem = Property(str, _problem, notify=changed)
    offline = Property(bool, _offline, notify=changed)
    strip = Property(str, _strip, notify=changed)
    waiting = Property(str, _waiting, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    maySend = Property(bool, _may_send, notify=changed)
    receipt = Property(str, lambda self: self._receipt, notify=changed)
    order = Property(str, lambda self: self._order, notify=changed)
    orderTotal = Property(str, lambda self: self._total, notify=changed)
    provisional = Property(bool, lambda self: self._provisional, notify=changed)
    done = Property(str, _done, notify=changed)
    ways = Property(QObject, lambda self: self._ways, constant=True)
    addresses = Property(QObject, lambda self: self._addresses, constant=True)


def _masked(address: Address) -> str:
    """City and street with what tells the door left out: her address is not for every eye in the store."""
    street = address.line1.split()
    shown = " ".join(street[:2]) if len(street) > 1 else address.line1
    hidden = f"{address.postcode[:2]}•••" if address.postcode else ""
    return " ".join(filter(None, (address.city, shown, hidden, country_name(address.country, language()))))
