"""From a keystroke in the search field to its rows, over the tablet's own store of 10,000 to 1,000,000 people."""

from __future__ import annotations

import asyncio
import sys
import time

import httpx
from PySide6.QtCore import QCoreApplication

from clienteling.desktop.customers.viewmodel import CustomersViewModel
from clienteling.desktop.customers.viewmodel_found import FoundViewModel
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.runtime.problems import Problems
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.viewmodel import Session
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, say
from tests.benchmarks.people import home_with
from tests.helpers.vault import KEY

TYPED = (
    "김민서", "ㄱㅁㅅ", "이서연", "ㅇㅅㅇ", "박하늘", "ㅂㅎㄴ", "김ㅁㅅ", "한지원", "jana lund", "daniel kim", "kim",
    "minseo", "01048212841", "2841", "5162", "lund.", "@example.kr", "민서 2841", "이서준", "mia sato", "헴리",
)  # fmt: skip
"""What is typed, one keystroke after the other: names, their beginnings, 초성, digits, e-mail, two words, nobody."""
SIZES = (10_000, 100_000, 1_000_000)


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds from the keystroke until the list holds its answer."""
    application = QCoreApplication(sys.argv[:1])
    loop = Loop(application)
    asyncio.set_event_loop(loop)
    sizes = SIZES[:2] if ground.quick else SIZES
    return [loop.run_until_complete(_search(size, ground.rounds(5, 2))) for size in sizes]


async def _search(people: int, rounds: int) -> Figure:
    say(f"search: a store of {people:,} people")
    db, tasks = Db(home_with(people) / "data" / "tablet.sqlite", KEY), Tasks(Problems())
    central = Central(httpx.AsyncClient(transport=httpx.MockTransport(_nobody), base_url="http://nobody"), "")
    clients = CustomersViewModel(db, tasks, central, Session(), Language("ko"), lambda: None)
    for query in TYPED:
        await _type(clients.found, query)
    keys = [query[:end] for _ in range(rounds) for query in TYPED for end in range(1, len(query) + 1)]
    took = [await _type(clients.found, key) for key in keys if not key.endswith(" ")]
    await tasks.close()
    db.close()
    return Figure(f"keystroke to rows, {people:,} people", "ms", took, f"longest {max(took):.1f}")


async def _type(found: FoundViewModel, text: str) -> float:
    seen = asyncio.get_running_loop().create_future()

    def look() -> None:
        if not seen.done():
            seen.set_result(time.perf_counter())

    begin = time.perf_counter()
    found.search(text)
    found.changed.connect(look)  # what it tells from now on is what was found
    end: float = await seen
    found.changed.disconnect(look)
    return (end - begin) * 1000


def _nobody(_request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no way to central")
