"""What a screen reader and a keyboard find: every control of every page has a name, and the Tab key reaches it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.helpers.screen import pump, until
from tests.helpers.shop_folder import MINSEO, product
from tests.helpers.ways import suggest

ROLE = QAccessible.Role
CONTROLS = {
    *(ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.Link),
    *(ROLE.PageTab, ROLE.RadioButton, ROLE.Slider, ROLE.SpinBox, ROLE.Switch),
}
PAGES = (
    *("today", "clients", "customer", "products", "cart", "floor", "orders"),
    *("notes", "sync", "settings", "scanner", "labels", "audience"),
)
KEYS = {"customer": MINSEO, "labels": MINSEO, "audience": product(1)}
ALWAYS = 11
"""The rail, the search, the scanner and the sync badge stand on every page."""


def controls(place):
    """Every control a screen reader finds in what is shown now."""
    for number in range(place.childCount()):
        child = place.child(number)
        if child is None or child.state().invisible:
            continue
        if child.role() in CONTROLS:
            yield child
        yield from controls(child)


def look(tablet, where, least):
    """The names of the controls here; each has one, and each can be reached without a finger."""
    pump(300)
    tablet.screen.window.grabWindow()
    found = list(controls(QAccessible.queryAccessibleInterface(tablet.screen.window)))
    names = [control.text(QAccessible.Text.Name) for control in found]
    nameless = [str(each.role()) for each, name in zip(found, names, strict=True) if not name.strip()]
    assert not nameless, f"without a name on {where}: {nameless}"
    states = [(name, control.state()) for control, name in zip(found, names, strict=True)]
    unreached = [name for name, state in states if not (state.focusable or state.disabled)]
    assert not unreached, f"no key reaches on {where}: {unreached}"
    assert len(names) >= least, f"too few controls on {where}: {names}"
    return names


def test_every_control_of_every_page_has_a_name_and_a_way_for_the_keyboard(town, tablets):
    QAccessible.setActive(True)
    tablet = tablets().synced()
    assert "1" in look(tablet, "the sign-in", least=13)
    tablet.sign_in("한소라").open_customer(MINSEO)
    tablet.scan(*(code for [code] in tablet.rows("SELECT gtin FROM variant WHERE gtin IS NOT NULL LIMIT 2")))
    tablet.note("Prefers warm colours.")
    tablet.app.today.begin_visit(MINSEO, "search")
    until(lambda: tablet.app.today.hereState == "rows")
    for page in PAGES:
        tablet.app.navigator.open(page, KEYS.get(page, ""))
        look(tablet, page, ALWAYS)


def test_every_control_of_every_sheet_has_a_name_and_a_way_for_the_keyboard(town, tablets):
    QAccessible.setActive(True)
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    suggest(tablet, MINSEO)
    tablet.scan(*(code for [code] in tablet.rows("SELECT gtin FROM variant WHERE gtin IS NOT NULL LIMIT 2")))
    for page, opens, inside in SHEETS:
        tablet.app.navigator.go(page)
        if page == "customer":
            tablet.open_customer(MINSEO)
        tablet.screen.click(opens)
        tablet.screen.wait(inside)
        look(tablet, f"the sheet of {opens}", 2)
        tablet.screen.key(Qt.Key.Key_Escape)
        until(lambda name=inside: not tablet.screen.has(name), why=f"that Esc closes {inside}")


SHEETS = (
    ("today", "scan", "choosePicture"),
    ("clients", "new-client", "new-name"),
    ("customer", "change", "details-name"),
    ("customer", "why-of-0", "why-close"),
    ("customer", "said", "said-close"),
)
