"""The key of a tablet's store over HTTP: made once, released to its own tablet, each time written down."""

import pytest

from clienteling.central.signin import actions
from clienteling.central.sync.access import access_record
from clienteling.contract.v1.signin import StoreKey

KEY = "/v1/device/key"


def written(web):
    """What the access record says of keys, in order."""
    query = access_record.select().order_by(access_record.c.at, access_record.c.id)
    return [(row.what, row.why) for row in web.run(lambda tx: tx.execute(query).all()) if row.what.startswith("key")]


def test_a_key_is_made_once_and_released_to_its_tablet_alone(web):
    assert web.ask("here", "GET", KEY).status_code == 404
    made = web.ask("here", "POST", KEY).json()["key"]
    assert web.ask("here", "POST", KEY).json()["key"] == web.ask("here", "GET", KEY).json()["key"] == made
    assert web.ask("there", "GET", KEY).status_code == 404
    assert web.ask("there", "POST", KEY).json()["key"] != made


def test_every_release_is_written_down(web):
    web.ask("here", "POST", KEY)
    web.ask("here", "GET", KEY)
    assert [what for what, _ in written(web)] == ["key.made", "key.released", "key.released"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_else_gets_a_key(web, method):
    assert web.ask("web", method, KEY).status_code == 403
    assert web.ask(None, method, KEY).status_code == 401
    device, web.tokens["lost"] = web.run(actions.register_device, "here", "lost", "tablet")
    assert web.ask("lost", "POST", KEY).is_success
    web.run(actions.revoke_device, device)
    assert web.ask("lost", method, KEY).status_code == 401


def test_who_keeps_the_key_is_written_down(web):
    assert web.ask("here", "POST", "/v1/device/keeper", json={"keeper": "file"}).json() == {"keeper": "file"}
    assert web.ask("here", "POST", "/v1/device/keeper", json={"keeper": "drawer"}).status_code == 400
    assert web.ask("web", "POST", "/v1/device/keeper", json={"keeper": "file"}).status_code == 403
    assert written(web) == [("key.kept", "file")]


def test_a_key_is_printed_nowhere():
    assert "secret" not in repr(StoreKey(b"secret"))
