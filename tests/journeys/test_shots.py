"""Pictures of every screen in every size, theme and language, and what a machine can see wrong in them.

They go to the folder named by CLIENTELING_SHOTS, and only there in EVERY_LOOK: a machine sees nothing in those that it
did not see in LOOKS, where each language, theme and size comes up. Without it those in which something is wrong go to
shots/.
"""

import os
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from clienteling.demo.halves import prepare
from clienteling.demo.luma import from_luma
from clienteling.desktop.runtime.language import load
from tests.helpers import eyes, town
from tests.helpers.network import Network
from tests.helpers.screen import pump, seen, until
from tests.helpers.sights import SIGHTS, Visit
from tests.helpers.sights_audience import AUDIENCE_SIGHTS
from tests.helpers.sights_floor import FLOOR_SIGHTS
from tests.helpers.sights_over import OVER_SIGHTS
from tests.helpers.sights_reasons import REASONS_SIGHTS
from tests.helpers.sights_scanners import SCANNER_SIGHTS
from tests.helpers.sights_unread import UNREAD_SIGHTS
from tests.helpers.tablet import Tablet
from tests.helpers.wordless import listening

SIZES = ((1280, 800), (1920, 1080), (800, 1280))
LOOKS = (("en", "light", SIZES[::2]), ("ko", "light", SIZES[1:]), ("ko", "dark", SIZES[:1]))
EVERY_LOOK = (("en", "light", SIZES), ("en", "dark", SIZES), ("ko", "dark", SIZES), ("ko", "light", SIZES))
"""Language, theme and sizes, in the order in which a screen is looked at; every other one in the opposite order."""
ASKED = "CLIENTELING_SHOTS" in os.environ
WORD = 4
"""Characters up to which a Korean sentence of ours may be a name in the shop as well."""
EVERY = SIGHTS | FLOOR_SIGHTS | OVER_SIGHTS | AUDIENCE_SIGHTS | REASONS_SIGHTS | SCANNER_SIGHTS | UNREAD_SIGHTS
SAID_ONCE = {*UNREAD_SIGHTS, "floor-unread"}
"""What cannot be read cannot be read again in another language."""
PATIENCE = 3.0
"""Seconds for the pictures in sight to be decoded, and for lists to be read in another language."""


@pytest.fixture(scope="session")
def gallery(root):
    """Where the pictures go."""
    folder = Path(os.environ.get("CLIENTELING_SHOTS", root / "shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def drawn(root, tmp_path_factory):
    """Central over the committed sample shop."""
    return prepare(root / "resources" / "sample", tmp_path_factory.mktemp("drawn") / "home", lambda *_: None)


@pytest.fixture(scope="session")
def photographed(shared_data, tmp_path_factory):
    """Central over the sample's people and the photographs of the Luma catalogue."""
    luma, folder = shared_data("luma"), tmp_path_factory.mktemp("luma")
    from_luma(luma, folder / "shop")
    return prepare(folder / "shop", folder / "home", lambda *_: None)


@contextmanager
def visiting(shop, folder, run):
    """A tablet over a copy of a shop, and a person who goes from screen to screen."""
    here = town.Town(town.copied(shop, folder / "central"), run)
    tablet = Tablet(folder / "tablet", town.BASE, shop.tablets[0], Network(here.central.app), run)
    yield Visit(here, tablet.synced())
    tablet.close()
    here.close()


@pytest.fixture
def wordless(qapp):
    """Collects the sentences that the language of the screen lacks."""
    with listening() as wordless:
        yield wordless


@pytest.fixture
def visit(drawn, tmp_path, run, fonts):
    """In the drawn shop."""
    with visiting(drawn, tmp_path, run) as visit:
        yield visit


@pytest.fixture
def luma_visit(photographed, tmp_path, run, fonts):
    """In the shop with photographs."""
    with visiting(photographed, tmp_path, run) as visit:
        yield visit


@pytest.mark.logs("tests/helpers/damage.py")  # what the unread screens break, a round of sync may meet as well
def test_shots_of_every_screen(wordless, visit, gallery):
    korean = {key: forms[0] for key, forms in load("ko").items()}
    own = {"ko": set(korean.values()), "en": set(korean)}
    foreign = {
        "ko": {key for key, said in korean.items() if said != key},
        "en": {said for said in own["ko"] - own["en"] if len(said) > WORD},
    }
    found = []
    looks = EVERY_LOOK if ASKED else LOOKS
    for name, enter in EVERY.items():
        enter(visit)
        for language, theme, sizes in looks:
            _choose(visit.tablet, "language", ("ko", "en").index(language))
            _choose(visit.tablet, "theme", ("light", "dark").index(theme) + 1)
            told = foreign[language] if name not in SAID_ONCE else set()
            for size in sizes:
                shot = f"{name}-{size[0]}x{size[1]}-{theme}-{language}"
                image = _taken(visit.tablet, size)
                wrong = _wrong(visit.tablet.screen.window, own[language], told)
                found += [f"{shot}: {flaw}" for flaw in wrong]
                if wrong or ASKED:
                    _keep(image, gallery / f"{shot}.png")
        visit.leave()
        looks = looks[::-1]
    # what has words was said while Qt had put down one language and not yet taken up the other
    found += [f"no Korean for {words!r}" for words in wordless.missing - korean.keys()]
    assert not found, f"{len(found)} flaws:\n" + "\n".join(found[:40])


def test_shots_with_photographs(luma_visit, gallery):
    for name in ("signin", "today", "clients", "customer", "products", "product", "cart"):
        SIGHTS[name](luma_visit)
        image = _taken(luma_visit.tablet, SIZES[0])
        if ASKED:
            _keep(image, gallery / f"luma-{name}.png")
        luma_visit.leave()
    assert luma_visit.tablet.problems == []


def _choose(tablet, name, place):
    if getattr(tablet.app.preferences, name) == place:
        return
    tablet.app.preferences.choose(name, place)
    until(lambda: getattr(tablet.app.preferences, name) == place)
    pump(60 if name == "theme" else 150)


def _wrong(window, own, foreign):
    """What is wrong and stays wrong; a list that is read anew just then is not."""
    end = time.monotonic() + PATIENCE
    while (wrong := eyes.flaws(window, own, foreign)) and time.monotonic() < end:
        pump(300)
        window.grabWindow()
    return wrong


def _all_painted(window):
    """Whether every picture in sight has been decoded."""
    # an Image hides itself while it loads, what it stands in does not
    within = (one for around in seen(window.contentItem()) for one in around.childItems())
    pictures = (one for one in within if one.metaObject().indexOfProperty("sourceSize") >= 0)
    return all(one.property("progress") == 1 for one in pictures if one.property("source").url())


def _taken(tablet, size):
    late = time.monotonic() + PATIENCE
    window = tablet.screen.window
    if (window.width(), window.height()) != size:
        window.resize(*size)
        until(lambda: (window.width(), window.height()) == size)
        pump(60)
    until(lambda: _all_painted(window) or time.monotonic() > late)
    image = window.grabWindow()
    assert (image.width(), image.height()) == size
    return image


def _keep(image, path):
    assert image.save(str(path), "PNG", 80)
