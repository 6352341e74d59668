"""Everything to press can be found without eyes and without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

NEEDS_NAME = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton,
              QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.PageTab}  # fmt: skip


def test_everything_to_press_has_a_name_and_room_for_a_finger(gallery):
    QAccessible.setActive(True)
    nameless, small = [], []

    def walk(node):
        for place in range(node.childCount()):
            child = node.child(place)
            if child is None:
                continue
            walk(child)
            state = child.state()
            if child.role() in NEEDS_NAME and not state.invisible:
                if not child.text(QAccessible.Text.Name):
                    nameless.append(child.role())
                if child.rect().height() < 42:
                    small.append((child.text(QAccessible.Text.Name), child.rect().height()))

    walk(QAccessible.queryAccessibleInterface(gallery.window))
    QAccessible.setActive(False)
    assert not nameless
    assert not small


def test_the_keyboard_sees_where_it_is(gallery):
    gallery.find("heading").forceActiveFocus()
    seen = set()
    for _ in range(30):
        gallery.key(Qt.Key.Key_Tab)
        seen.add(gallery.window.activeFocusItem())
    assert len(seen) > 20
    rings = [item for item in gallery.items() if item.metaObject().className().startswith("FocusRing")]
    assert any(ring.isVisible() for ring in rings)


def test_a_row_keeps_its_words_off_the_ring(gallery):
    row = gallery.find("row")
    words = next(item for item in row.childItems() if item.metaObject().className().startswith("RowWords"))
    assert words.x() == 0
    gallery.find("heading").forceActiveFocus()
    gallery.tab_to(row)
    assert words.x() == 12
    assert words.x() + words.width() == row.width() - 12
