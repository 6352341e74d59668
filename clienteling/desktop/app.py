"""The composition root: makes every object of the associate's app and connects every signal."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from PySide6.QtCore import QObject

from clienteling.contract.pieces import schemes
from clienteling.desktop import router
from clienteling.desktop.cart import wire as cart_wire
from clienteling.desktop.cart.viewmodel import CartViewModel
from clienteling.desktop.catalog import wire as catalog_wire
from clienteling.desktop.catalog.pictures import Pictures
from clienteling.desktop.catalog.viewmodel import CatalogViewModel
from clienteling.desktop.clientbook import wire as clientbook_wire
from clienteling.desktop.clientbook.viewmodel import ClientbookViewModel
from clienteling.desktop.customers import wire as customers_wire
from clienteling.desktop.customers import wire_words as customers_words
from clienteling.desktop.customers.viewmodel import CustomersViewModel
from clienteling.desktop.customers.viewmodel_twin import TwinViewModel
from clienteling.desktop.floor.viewmodel import FloorViewModel
from clienteling.desktop.floor.viewmodel_tones import Tones
from clienteling.desktop.ground import Ground, lay
from clienteling.desktop.labels.viewmodel import LabelsViewModel
from clienteling.desktop.notes import wire as notes_wire
from clienteling.desktop.notes import wire_words as notes_words
from clienteling.desktop.notes.viewmodel import NotesViewModel
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders import wire as orders_wire
from clienteling.desktop.orders import wire_words as orders_words
from clienteling.desktop.orders.viewmodel import OrdersViewModel
from clienteling.desktop.outreach.viewmodel import AudienceViewModel
from clienteling.desktop.preferences.viewmodel import PreferencesViewModel
from clienteling.desktop.reasons import wire as reasons_wire
from clienteling.desktop.reasons.viewmodel import ReasonsViewModel
from clienteling.desktop.runtime import config, paths
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import wire as scanning_wire
from clienteling.desktop.scanning.domain_asking import coupon_patterns
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.viewmodel_asking import AskingViewModel
from clienteling.desktop.scanning.viewmodel_scanners import ScannersViewModel
from clienteling.desktop.shell.viewmodel import Navigator, Toasts
from clienteling.desktop.shell.viewmodel_presence import Presence
from clienteling.desktop.shell.viewmodel_standing import Standing
from clienteling.desktop.signin import wire as signin_wire
from clienteling.desktop.signin.viewmodel import SigninViewModel
from clienteling.desktop.suggestions import wire as suggestions_wire
from clienteling.desktop.suggestions.viewmodel import SuggestionsViewModel
from clienteling.desktop.sync.mirror import Mirror
from clienteling.desktop.sync.viewmodel import SyncViewModel
from clienteling.desktop.sync.words import Words
from clienteling.desktop.today import actions as visits
from clienteling.desktop.today import wire as today_wire
from clienteling.desktop.today.viewmodel import TodayViewModel

CARTS = ("cart", "customer")
"""The pages where the cart in front is seen."""
MIRRORS: tuple[Mirror, ...] = (
    signin_wire.StoreMirror(),
    signin_wire.StaffMirror(),
    scanning_wire.RuleMirror(),
    catalog_wire.ProductMirror(),
    catalog_wire.StockMirror(),
    customers_wire.CustomerMirror(),
    cart_wire.CartMirror(),
    orders_wire.OrderMirror(),
    clientbook_wire.EventMirror(),
    clientbook_wire.OutcomeMirror(),
    notes_wire.NoteMirror(),
    suggestions_wire.SuggestionsMirror(),
    reasons_wire.ReasonsMirror(),
    today_wire.VisitMirror(),
)
WORDS = {
    "customer": customers_words.WORDS,
    "cart": Words(cart_wire.describe),
    "order": orders_words.WORDS,
    "note": notes_words.WORDS,
    "suggestions": Words(suggestions_wire.describe),
    "reasons": Words(reasons_wire.describe),
    "showing": Words(reasons_wire.describe),
    "outcome": Words(clientbook_wire.describe),
    "visit": Words(today_wire.describe),
    "catalog": Words(catalog_wire.describe),
    "code_rule": Words(scanning_wire.describe),
}


@dataclass(frozen=True)
class App:
    """Everything there is; `pages` holds each page's view model by the page's name."""

    ground: Ground
    navigator: Navigator
    toasts: Toasts
    standing: Standing
    signin: SigninViewModel
    presence: Presence
    sync: SyncViewModel
    preferences: PreferencesViewModel
    scanning: ScanningViewModel
    asking: AskingViewModel
    scanners: ScannersViewModel
    customers: CustomersViewModel
    twin: TwinViewModel
    clientbook: ClientbookViewModel
    catalog: CatalogViewModel
    labels: LabelsViewModel
    audience: AudienceViewModel
    cart: CartViewModel
    tones: Tones
    floor: FloorViewModel
    orders: OrdersViewModel
    notes: NotesViewModel
    suggestions: SuggestionsViewModel
    reasons: ReasonsViewModel
    today: TodayViewModel
    downloads: Pictures

    @property
    def pages(self) -> dict[str, QObject]:
        return {
            "today": self.today,
            "clients": self.customers,
            "customer": self.clientbook,
            "products": self.catalog,
            "cart": self.cart,
            "floor": self.floor,
            "orders": self.orders,
            "notes": self.notes,
            "sync": self.sync,
            "settings": self.preferences,
            "scanner": self.scanners,
            "labels": self.labels,
            "reasons": self.reasons,
            "audience": self.audience,
        }


def build(settings: config.Config, key: Key, client: httpx.AsyncClient | None = None) -> App:
    """Make every object over the store that `key` opens; `client` replaces the network in tests."""
    mirrors = {mirror.kind: mirror for mirror in MIRRORS}
    ground = lay(settings, key, client, mirrors, orders.restore_counters)
    app = _features(ground, settings)
    _connect_shell(app)
    _connect_features(app)
    return app


def _features(ground: Ground, settings: config.Config) -> App:
    db, tasks, session, language = ground.db, ground.tasks, ground.session, ground.language
    cart = CartViewModel(db, tasks, session, language, ground.connection, orders.place)
    notes = NotesViewModel(db, tasks, session)
    advice = SuggestionsViewModel(db, tasks, session, language, visits.zone_of)
    asking = AskingViewModel(db, tasks, session, language, router.named, coupon_patterns(settings.coupons))
    twin = TwinViewModel(db, tasks, ground.central, session, language, ground.drainer.wake)
    scanning, tones = ScanningViewModel(schemes=schemes(settings.in_store)), Tones(paths.resources() / "sounds")
    floor = FloorViewModel(db, tasks, session, language, ground.connection, cart.front, tones.play, scanning, cart)
    return App(
        ground=ground,
        navigator=Navigator(language),
        toasts=Toasts(),
        standing=Standing(ground.room, ground.salvaged, language),
        signin=SigninViewModel(db, tasks, session, language),
        presence=Presence(session),
        sync=SyncViewModel(db, tasks, ground.drainer, WORDS, ground.escrow),
        preferences=PreferencesViewModel(db, tasks, session, language, settings.central, ground.key.keeper),
        scanning=scanning,
        asking=asking,
        scanners=ScannersViewModel(db, tasks, scanning, rules=asking),
        customers=CustomersViewModel(db, tasks, ground.central, session, language, ground.drainer.wake),
        twin=twin,
        clientbook=ClientbookViewModel(
            db, tasks, session, language, advice, visits.visit_of, ground.connection, twin, cart, notes
        ),
        catalog=CatalogViewModel(db, tasks, session, language, ground.central),
        labels=LabelsViewModel(db, tasks, session, language),
        audience=AudienceViewModel(db, tasks, ground.central, session, language),
        cart=cart,
        tones=tones,
        floor=floor,
        orders=OrdersViewModel(db, tasks, session, language),
        notes=notes,
        suggestions=advice,
        reasons=ReasonsViewModel(db, tasks, session, language),
        today=TodayViewModel(db, tasks, session, language),
        downloads=Pictures(tasks, ground.central, ground.pictures),
    )


def _connect_shell(app: App) -> None:
    ground = app.ground
    ground.problems.raised.connect(app.toasts.problem)
    ground.problems.crashed.connect(app.toasts.crash)
    ground.db.damaged.connect(app.standing.note_damage)
    for model in (app.signin, app.sync, app.notes, app.scanning, app.scanners):
        ground.language.changed.connect(model.reload)
    ground.session.switched.connect(lambda: _forget(app))
    ground.connection.changed.connect(app.downloads.again)
    app.navigator.shown.connect(lambda page, key: _show(app, page, key))
    app.navigator.searched.connect(lambda page, text: _search(app, page, text))
    app.navigator.accepted.connect(lambda page: _accept(app, page))
    app.notes.changed.connect(lambda: app.navigator.tell("notes", app.notes.toReview or app.notes.returned))
    app.orders.changed.connect(lambda: app.navigator.tell("orders", app.orders.needsYou))
    app.cart.changed.connect(lambda: app.navigator.tell("cart", app.cart.pieces))
    app.presence.left.connect(app.signin.choose)
    app.presence.changed.connect(lambda: app.scanning.camera.rest("locked", app.presence.locked))
    router.connect(app)
    app.scanning.reported.connect(lambda scan: app.catalog.unknown.report(scan.text, scan.symbology))
    app.floor.reported.connect(app.catalog.unknown.report)
    app.catalog.unknown.reported.connect(lambda: _tell_of_report(app))
    app.cart.undo.told.connect(lambda words, back: _tell_of_cart(app, words, back))
    app.cart.changed.connect(app.floor.follow)
    app.preferences.changed.connect(lambda: app.tones.set_volume(app.preferences.volume))


def _connect_features(app: App) -> None:
    for named in (app.customers.opened, app.audience.opened, app.twin.done, app.clientbook.led):
        named.connect(lambda customer: app.navigator.open("customer", customer))
    app.audience.missed.connect(app.customers.found.fetch)
    app.customers.notesWanted.connect(lambda words: _find_notes(app, words))
    app.notes.counted.connect(app.customers.found.tell_notes)
    app.customers.recognised.connect(lambda customer: app.today.begin_visit(customer, "scan"))
    for model in (app.cart, app.suggestions, app.twin):
        app.clientbook.opened.connect(model.open)
    app.clientbook.opened.connect(app.notes.open_customer)
    app.clientbook.visitWanted.connect(app.today.switch_visit)
    app.suggestions.added.connect(app.cart.add)
    app.suggestions.seen.connect(app.reasons.note_shown)
    app.suggestions.asked.connect(app.clientbook.why.begin)
    app.catalog.addWanted.connect(app.cart.add)
    app.catalog.choosing.wanted.connect(lambda products: _label(app, products))


def _label(app: App, products: list[str]) -> None:
    app.labels.begin(products)
    app.navigator.open("labels")


def _forget(app: App) -> None:
    """Nobody holds the tablet, or another: the last customer leaves the view, and nothing stays undecided."""
    app.navigator.start_over()
    app.ground.tasks.start(app.suggestions.close())


def _show(app: App, page: str, key: str) -> None:
    if page == "customer" and key:
        app.clientbook.open(key)
    if page == "products" and key:
        app.catalog.open(key)
    if page == "audience" and key:
        app.audience.open(key)
    if page == "labels" and key:
        app.labels.begin_card(key)
    if page == "orders" and key:
        app.orders.open(key)
    if page == "notes" and key:
        app.notes.choose(key)


def _search(app: App, page: str, text: str) -> None:
    app.pages[page].search(text)  # type: ignore[attr-defined]
    if page == "clients":
        app.notes.count(text)


def _find_notes(app: App, words: str) -> None:
    app.navigator.open("notes")
    app.navigator.search(words)


def _accept(app: App, page: str) -> None:
    if page == "clients":
        app.customers.accept()


def _tell_of_report(app: App) -> None:
    """Say that a report of an unknown code is kept; managers and whoever keeps the catalogue find it at central."""
    app.toasts.tell(say("Reported to whoever looks after the catalogue."), "ok")


def _tell_of_cart(app: App, words: str, back: Callable[[], None]) -> None:
    """Say what the cart did where no cart is in sight."""
    if app.navigator.page not in CARTS:
        app.toasts.tell(words, "ok", say("Undo"), back)
