"""From a list on a client's page over a night at central to what a manager sees and says of it, offline too."""

from clienteling.central import app as central_app
from clienteling.central.nightly.work import Nightly
from clienteling.central.runtime.clock import days_ago
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO
from tests.helpers.town import ALSO_HERE
from tests.helpers.ways import suggest

_TOLD = "SELECT 1 FROM outbox WHERE kind = 'showing.noted'"


def shown(town):
    return town.one("SELECT count(*) FROM shown")


def night(town):
    """The chores of the night, without learning."""

    async def nothing(told):
        pass

    db = town.central.db
    town.ask(Nightly(db, central_app.chores(db, nothing), 18).once(lambda chore, done: None))


def test_what_was_shown_is_counted_once_and_seen_by_the_manager(town, tablets):
    tablet, manager = tablets().synced().sign_in("이서준"), tablets(ALSO_HERE).synced().sign_in("한소라")
    for each in (tablet, manager):
        suggest(each.open_customer(MINSEO), MINSEO)
        until(lambda here=each: here.rows(_TOLD), why="to stand in sight for a while")
        each.synced()
        assert shown(town) == 1, "the second saw what the first had seen today"
    manager.screen.click("add-0")
    until(lambda: manager.app.cart.pieces > 0)
    manager.synced()

    night(town)
    manager.synced()
    manager.app.navigator.go("settings")
    manager.screen.click("reasons")
    until(lambda: manager.app.reasons.state == "rows", why="to be told")
    rows = manager.app.reasons.rows.rows
    assert sum(int(row[2]) for row in rows) == sum(int(row[3]) for row in rows) == 1
    tablet.app.navigator.go("settings")
    assert not tablet.screen.has("reasons"), "an associate has no way there"


def test_a_retired_reason_is_restored_offline(town, tablets):
    day = days_ago(20)[:10]
    told = f"INSERT INTO reason_day VALUES ('{GANGNAM}', 'viewed', '{day}', 600, 1, 1, 9, 2)"
    town.ask(town.central.db.run(lambda tx: tx.exec_driver_sql(told)))
    night(town)
    manager = tablets().synced().sign_in("한소라")
    manager.lose_network()
    manager.app.navigator.open("reasons")
    manager.screen.wait("retired-viewed")
    manager.app.reasons.restore("viewed")
    until(lambda: not manager.screen.has("retired-viewed"), why="to be used again")
    manager.find_network()
    [[at, by]] = town.rows("SELECT restored_at, restored_by FROM retirement")
    assert at and by == manager.app.ground.session.staff
    assert town.one("SELECT count(*) FROM access_record WHERE what = 'reason.restored'") == 1
