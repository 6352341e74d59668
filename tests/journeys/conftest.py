"""Fixtures of the journeys: one shop taken in once, a town over a copy of it for each test, and tablets in it."""

import pytest
from PySide6.QtCore import QLoggingCategory

from tests.desktop.conftest import fonts, loop, qapp_cls
from tests.helpers import town as towns
from tests.helpers import ways
from tests.helpers.keyboard import Keyboard
from tests.helpers.network import Network
from tests.helpers.screen import until
from tests.helpers.tablet import Tablet

__all__ = ["fonts", "loop", "qapp_cls"]


def pytest_collection_modifyitems(items):
    """Every journey is slow."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def small_shop(tmp_path_factory):
    """Central's database over the small shop, made once a run."""
    return towns.found(tmp_path_factory.mktemp("central") / "small")


@pytest.fixture(autouse=True)
def quiet_media():
    """Qt's media part tells which optional libraries of the machine it did not find."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    yield
    QLoggingCategory.setFilterRules("")


@pytest.fixture
def run(small_shop, loop):
    """Run one coroutine to its end."""

    def until_done(coroutine):
        task = loop.create_task(coroutine)
        until(task.done, why="that the coroutine ended")
        return task.result()

    return until_done


@pytest.fixture
def town(small_shop, tmp_path, run):
    """Central, running over a fresh copy of the small shop."""
    town = towns.Town(towns.copied(small_shop, tmp_path / "central"), run)
    yield town
    town.close()


@pytest.fixture
def tablets(town, tmp_path, run, fonts):
    """Open a tablet: `tablets(HERE)`; what it lies in is by its number, so that the same one opens again."""
    opened = []

    def open_one(number=towns.HERE, cut=False):
        network = Network(town.central.app)
        token = town.shop.tablets[number]
        network.cut = cut
        tablet = Tablet(tmp_path / f"tablet{number}", towns.BASE, token, network, run)
        opened.append(tablet)
        return tablet

    def close(tablet):
        opened.remove(tablet)
        tablet.close()

    open_one.close = close
    yield open_one
    for tablet in list(opened):  # what each showed last lies beside its data
        tablet.screen.window.grabWindow().save(str(tablet.home / "last.png"))
        tablet.close()


@pytest.fixture
def begun(town, tablets):
    """A tablet with its first load done, and the keyboard before it."""
    tablet = tablets().synced()
    return tablet, Keyboard(tablet.screen)


@pytest.fixture
def signed(begun):
    """The same after an associate signed in by keys."""
    return ways.sign_in(*begun, "이서준")
