"""Pictures come from central a few at a time, and what was missed offline comes later."""

import asyncio

import httpx
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from clienteling.desktop.catalog.pictures import AT_ONCE, Pictures
from clienteling.desktop.runtime.central import Central


@pytest.fixture
def png():
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0x1F5C54)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


class Shelf:
    """Central's pictures: how many are fetched at once is counted, and the line can be cut."""

    def __init__(self, png):
        self.png, self.now, self.most, self.cut = png, 0, 0, False

    async def __call__(self, request):
        if self.cut:
            raise httpx.ConnectError("cut")
        if request.url.path.endswith("nothing"):
            problem = {"content-type": "application/problem+json"}
            return httpx.Response(404, content=b'{"title": "none"}', headers=problem)
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        return httpx.Response(200, content=self.png, headers={"content-type": "image/png"})


@pytest.fixture
def shelf(png):
    return Shelf(png)


@pytest.fixture
def fetcher(shelf, tasks, pictures, run):
    central = Central(httpx.AsyncClient(transport=httpx.MockTransport(shelf), base_url="http://central"), "token")
    yield Pictures(tasks, central, pictures)
    run(central.close())


def test_a_wanted_picture_arrives(fetcher, pictures, qtbot):
    with qtbot.waitSignal(pictures.arrived) as told:
        pictures.wanted.emit("coat")
    assert told.args == ["coat"] and pictures.has("coat")


def test_only_a_few_are_fetched_at_once(fetcher, pictures, shelf, qtbot):
    for number in range(20):
        pictures.wanted.emit(f"product-{number}")
    qtbot.waitUntil(lambda: all(pictures.has(f"product-{number}") for number in range(20)))
    assert shelf.most == AT_ONCE


def test_what_was_missed_offline_comes_when_central_is_back(fetcher, pictures, shelf, qtbot):
    shelf.cut = True
    pictures.wanted.emit("coat")
    qtbot.waitUntil(lambda: bool(fetcher._missed))
    shelf.cut = False
    fetcher.again()
    qtbot.waitUntil(lambda: pictures.has("coat"))


def test_a_product_without_a_picture_is_left_alone(fetcher, pictures, run):
    run(fetcher.fetch("nothing"))
    assert not pictures.has("nothing") and not fetcher._missed
