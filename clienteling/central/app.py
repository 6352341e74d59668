"""The composition root of central: names every feature, makes every object, and is the ASGI application.

A feature's `routes.py` gives ROUTES (handlers), FACTS and RECORDS. A handler gets by name what it asks for: `db`,
`by` (who sends it, from the token, else 401), and for sync `words`, `shelf` and `nudges`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme

from clienteling.central.cart import actions as carts
from clienteling.central.cart import routes as cart
from clienteling.central.catalog import actions as wares
from clienteling.central.catalog import routes as catalog
from clienteling.central.clientbook import actions as histories
from clienteling.central.clientbook import routes as clientbook
from clienteling.central.customers import actions as persons
from clienteling.central.customers import actions_merge as mergers
from clienteling.central.customers import routes as customers
from clienteling.central.insight import actions_audience as audience
from clienteling.central.insight import actions_lists as insight
from clienteling.central.insight import routes as insights
from clienteling.central.insight.apart import learn
from clienteling.central.migrations.upgrade import check_unique, upgrade
from clienteling.central.nightly.domain import Chore, Turn
from clienteling.central.nightly.work import Nightly
from clienteling.central.notes import actions as noted
from clienteling.central.notes import routes as notes
from clienteling.central.orders import actions as ordered
from clienteling.central.orders import routes as orders
from clienteling.central.reasons import actions as grounds
from clienteling.central.reasons import routes as reasons
from clienteling.central.runtime import docs, log
from clienteling.central.runtime.clock import days_ago
from clienteling.central.runtime.config import Config, Misconfigured, load
from clienteling.central.runtime.db import Database, Tx, Unfit
from clienteling.central.runtime.formats import COMPRESSION, EitherRequest, EitherResponse
from clienteling.central.runtime.problems import HANDLERS, ProblemDetails, answer
from clienteling.central.runtime.serving import serve
from clienteling.central.scanning import routes as scanning
from clienteling.central.signin import actions as identities
from clienteling.central.signin import routes as signin
from clienteling.central.suggestions import actions as advice
from clienteling.central.suggestions import routes as suggestions
from clienteling.central.suggestions.renewal import Renewal, pair
from clienteling.central.sync import actions as told
from clienteling.central.sync import feed
from clienteling.central.sync import routes as sync
from clienteling.central.sync.domain import Refused, Words
from clienteling.central.sync.escrow import Seal
from clienteling.central.sync.nudges import Nudges
from clienteling.central.sync.shapes import ChangeShape
from clienteling.central.sync.snapshots import Shelf
from clienteling.central.today import actions as visits
from clienteling.central.today import routes as today
from clienteling.contract.pieces import schemes

FEATURES: tuple[Any, ...] = (
    signin, scanning, catalog, customers, cart, orders, insights, reasons, clientbook, notes, suggestions, today,
)  # fmt: skip
MOST_BYTES = 1_048_576
TOMBSTONE_DAYS = 90
TIDY_SECONDS = 6 * 3600


@dataclass(frozen=True)
class Central:
    """Everything central is made of; `app` is the ASGI application and starts and stops the rest."""

    app: Litestar
    db: Database
    shelf: Shelf
    nudges: Nudges
    renewal: Renewal
    nightly: Nightly
    seal: Seal
    learned: insight.Learned

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Open, with all that goes on behind the requests."""
        async with self.open():
            works = (tidy(self.db), self.renewal.run(), self.nightly.run(), asyncio.to_thread(self.learned.warm))
            tasks = [asyncio.create_task(work) for work in works]
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Central]:
        """Central without its HTTP: the database brought to the newest revision, everything closed at the end."""
        await self.db.start()
        await self.db.run(upgrade)
        await self.db.read(check_unique)
        self.seal.make()
        try:
            yield self
        finally:
            self.nudges.close()
            await self.shelf.close()
            await self.db.close()


def main(database: str | None = None, host: str | None = None, port: int | None = None) -> int:
    """The command `clienteling central`; what is not given comes from the settings. Ends with SIGINT or SIGTERM."""
    try:
        config = load(database=database, host=host, port=port)
    except Misconfigured as error:
        print(error, file=sys.stderr)
        return 1
    log.configure(config.log)
    central = build(config)
    try:
        asyncio.run(_try(config))
    except Unfit as error:
        print(error, file=sys.stderr)
        return 1
    return serve(central.app, config.host, config.port, central.nudges.close)


async def _try(config: Config) -> None:
    """Begin and end once, so that an unfit database is told in a sentence and not by a server that breaks off."""
    async with build(config).open():
        pass


def build(config: Config) -> Central:
    """The application together with what it stands on."""
    connect()
    nudges = Nudges(config.heartbeat)
    learned = insight.Learned(config.folder)
    known = {insight.GIVEN: learned, wares.SCHEMES: schemes(config.in_store)}
    db = Database(config.database, before_commit=_last, after_commit=lambda outcome: spread(*outcome), given=known)
    learning = partial(learn, config.database, config.folder)
    renewal, nightly = Renewal(db), Nightly(db, chores(db, learning), config.night)

    def spread(heads: list[tuple[str, int]], due: bool) -> None:
        nudges.send(heads)
        if due:
            renewal.wake()

    words = teach()
    shelf, seal = Shelf(config.folder / "snapshots", db, words.records), Seal(config.folder / "escrow.key")
    given = {"db": db, "words": words, "shelf": shelf, "seal": seal, "nudges": nudges}
    app = _app(lambda _app: central.at_work(), given)
    central = Central(app, db, shelf, nudges, renewal, nightly, seal, learned)
    return central


def _app(lifespan: Callable[[Litestar], AbstractAsyncContextManager[None]], given: dict[str, Any]) -> Litestar:
    return Litestar(
        route_handlers=[is_alive, is_ready, *docs.ROUTES, *sync.ROUTES, *_all("ROUTES")],
        dependencies={name: _given(thing) for name, thing in given.items()} | {"by": Provide(signin.by)},
        exception_handlers=HANDLERS | {Refused: on_refused},
        lifespan=[lifespan],
        middleware=[log.each_request],
        plugins=[ChangeShape()],
        request_class=EitherRequest,
        response_class=EitherResponse,
        compression_config=COMPRESSION,
        openapi_config=_openapi(),
        request_max_body_size=MOST_BYTES,
        logging_config=None,
    )


def chores(db: Database, learning: Callable[[Callable[[int], None]], Awaitable[None]]) -> list[Chore]:
    """What is done once a night, in this order: the lists follow from what is learned and which reasons are used."""
    return [
        Chore("insight", lambda _tx, _place: Turn(None, 0), learning),
        Chore("shown", grounds.count_answers),
        Chore("reasons", grounds.judge),
        Chore("suggestions", advice.renew_some, lambda _told: pair(db)),
        Chore("orders", ordered.retire),
        Chore("events", histories.retire),
        Chore("gaps", histories.count_gaps, lambda _told: db.run(histories.learn_gap)),
        Chore("opened", told.forget_closed),
    ]


def connect() -> None:
    """Let features hear of each other without knowing each other."""
    for keeper in (carts, ordered, histories, noted, advice):
        persons.belongings.on(keeper.entities_of)
    for keeper in (carts, ordered, histories, noted, visits, grounds, advice):
        mergers.merged.on(keeper.moved)
    persons.consented.on(advice.renew)
    persons.consented.on(grounds.forget_unprofiled)
    audience.refusing.on(advice.refusers)
    carts.filled.on(advice.make_due)
    ordered.stepped.on(histories.order_stepped)
    ordered.stepped.on(advice.order_stepped)
    ordered.loaded.on(histories.orders_loaded)
    visits.visited.on(histories.visited)


def _last(tx: Tx) -> tuple[list[tuple[str, int]], bool]:
    """What ends every transaction: its feed rows; the heads they raised, and whether it made a list due."""
    return feed.publish(tx), advice.is_due(tx)


def teach() -> Words:
    """What the features teach sync."""
    facts = {kind: fact for feature in FEATURES for kind, fact in getattr(feature, "FACTS", {}).items()}
    records = {kind: record for feature in FEATURES for kind, record in getattr(feature, "RECORDS", {}).items()}
    return Words(facts, records, identities.who, identities.scopes, mergers.follow)


async def tidy(db: Database) -> None:
    """Drop what no device needs to be told any more, at the start and then every few hours."""
    while True:
        before = days_ago(TOMBSTONE_DAYS)
        for scope in await db.read(feed.overdue, before):
            await db.run(feed.compact, scope, before)
        await asyncio.sleep(TIDY_SECONDS)


@get("/health", operation_id="isAlive", summary="Whether the process answers", tags=["operation"])
async def is_alive() -> dict[str, str]:
    """Always the same, without asking the database."""
    return {"status": "ok"}


@get("/ready", operation_id="isReady", summary="Whether requests can be served", tags=["operation"])
async def is_ready(db: Database) -> dict[str, str]:
    """Asks the database; 503 when it does not answer."""
    await db.read(lambda tx: tx.exec_driver_sql("SELECT 1").scalar_one())
    return {"status": "ready"}


def on_refused(_request: Request[Any, Any, Any], refused: Refused) -> Response[bytes]:
    """An action said no to a request that is not an operation."""
    return answer(ProblemDetails(refused.title, refused.status))


def _all(name: str) -> list[Any]:
    return [one for feature in FEATURES for one in getattr(feature, name, [])]


def _given(thing: Any) -> Provide:
    return Provide(lambda: thing, sync_to_thread=False, use_cache=True)


def _openapi() -> OpenAPIConfig:
    bearer = SecurityScheme(type="http", scheme="bearer", description="The token of a registered device.")
    return OpenAPIConfig(
        title="Clienteling: central",
        version="1",
        description="What the tablets of the shops and the web shop ask and tell. Every error is problem+json.",
        components=Components(security_schemes={"device": bearer}),
        security=[{"device": []}],
        use_handler_docstrings=True,
        render_plugins=[],
    )
