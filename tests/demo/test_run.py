"""The demo with a window, as a person starts, uses and ends it."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import httpx
import pytest

from clienteling.demo.run import TERMINATED
from tests.helpers import shop_folder
from tests.helpers.shop_folder import MINSEO

pytestmark = pytest.mark.slow


@pytest.fixture
def shop(tmp_path):
    """A small shop folder of somebody's own."""
    shop_folder.write(tmp_path / "shop")
    (tmp_path / "shop" / "tour.toml").write_text(f'find = "김민서"\ncustomer = "{MINSEO}"\n', encoding="utf-8")
    return tmp_path / "shop"


@pytest.fixture
def place(tmp_path):
    """An environment with a display and a cache of its own."""
    return os.environ | {"DISPLAY": ":99", "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(tmp_path / "cache")}


def clienteling(*words):
    return [sys.executable, "-m", "clienteling", *map(str, words)]


@contextmanager
def demo(shop, place):
    """The running demo; gives central's address, and ends it as a person logging out does."""
    command = clienteling("demo", "--shop", shop)
    with subprocess.Popen(command, env=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        line = next(line for line in process.stdout if line.startswith("Central answers at "))
        yield line.split()[3].removesuffix("/docs.")
        process.send_signal(signal.SIGTERM)
        told = process.communicate(timeout=30)[0]
    assert process.returncode in {0, TERMINATED}, told
    assert "Traceback" not in told


def online(tmp_path):
    """The pieces of her cart that came from online, in central's database."""
    [file] = (tmp_path / "cache").rglob("central.sqlite")
    with closing(sqlite3.connect(file)) as tx:
        return tx.execute("SELECT sum(quantity) FROM cart_line WHERE source = 'online'").fetchone()[0]


def test_the_window_opens_over_a_shop_and_keeps_its_data_until_the_next_time(tmp_path, shop, place):
    with demo(shop, place) as url:
        assert httpx.get(f"{url}/ready", trust_env=False).is_success
        put = subprocess.run(clienteling("web", "--shop", shop), env=place, capture_output=True, text=True, check=True)
        assert "김민서 put " in put.stdout
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/ready", trust_env=False)
    before = online(tmp_path)
    with demo(shop, place):
        assert online(tmp_path) == before > 0


def test_a_shop_that_names_no_customer_has_no_tour_and_says_so(shop, place):
    (shop / "tour.toml").unlink()
    command = clienteling("demo", "--tour", "--shop", shop)
    said = subprocess.run(command, env=place, cwd=shop, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert "tour.toml" in said.stderr and "Traceback" not in said.stderr


def test_without_a_running_demo_nobody_is_at_home(shop, place):
    said = subprocess.run(clienteling("web", "--shop", shop), env=place, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert "clienteling demo" in said.stderr and "Traceback" not in said.stderr
