"""What the machine must see wrong in a picture: each rule seen to fail once."""

import pytest
from PySide6.QtQml import QQmlApplicationEngine

from tests.helpers import eyes
from tests.helpers.screen import pump

WINDOW = """
import QtQuick
Window {{ visible: true; width: 400; height: 300; {} }}
"""
WELL = 'Text { x: 10; y: 10; text: "Well" }'
WRONG = {
    "cut": 'Text { width: 30; elide: Text.ElideRight; text: "Send order" }',
    "not translated": 'Text { text: "Checkout" }',
    "runs out of its place": 'Text { width: 30; text: "Somewhat longer" }',
    "too tall for its place": 'Text { width: 60; height: 12; wrapMode: Text.Wrap; text: "Two words or more" }',
    "outside the window": 'Text { x: 380; text: "Somewhat longer" }',
    "outside its": 'Rectangle { x: 90; y: 90; width: 40; height: 40; Text { x: 20; text: "Somewhat longer" } }',
    "over each other": 'Text { y: 50; text: "Below" } Text { y: 54; text: "Above" }',
}


@pytest.fixture
def flaws(qapp, fonts):
    """What is wrong in a window that holds these items."""
    engines = []

    def found(items):
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.loadData(WINDOW.format(items).encode())
        pump(50)
        return eyes.flaws(engine.rootObjects()[0], {"Send order"}, {"Checkout"})

    yield found
    for engine in engines:
        engine.deleteLater()


def test_what_is_well_is_left_alone(flaws):
    assert flaws(WELL) == []


@pytest.mark.parametrize("what", WRONG)
def test_each_flaw_is_seen(flaws, what):
    found = flaws(WRONG[what])
    assert found and all(what in flaw for flaw in found), found


def test_what_is_scrolled_out_of_sight_is_left_alone(flaws):
    assert flaws('Flickable { width: 100; height: 20; contentHeight: 99; Text { y: 60; text: "Below" } }') == []
