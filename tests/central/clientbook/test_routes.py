"""Events of the web over HTTP, and the timeline they become."""

from tests.helpers.actions import MINSEO


def event(id, what="viewed"):
    at = "2026-01-01T10:00:00.000Z"
    item = ["coat", 1, 0]
    return {
        "id": id,
        "customer": MINSEO,
        "at": at,
        "channel": "online",
        "phase": "choose",
        "what": what,
        "items": [item],
    }


def test_events_become_a_timeline(web):
    assert web.ask("web", "POST", "/v1/events", json=[event("e1"), event("e2", "saved")]).json() == {"new": 2}
    assert web.ask("web", "POST", "/v1/events", json=[event("e1")]).json() == {"new": 0}
    page = web.ask("here", "GET", f"/v1/customers/{MINSEO}/timeline", params={"limit": 1}).json()
    assert [one["id"] for one in page["events"]] == ["e2"] and page["events"][0]["items"] == [["coat", 1, 0]]
    path = f"/v1/customers/{MINSEO}/timeline"
    rest = web.ask("here", "GET", path, params={"limit": 2, "before": page["next"]}).json()
    assert ([one["id"] for one in rest["events"]], rest["next"]) == (["e1"], "")


def test_only_the_web_shop_tells_events(web):
    assert web.ask("here", "POST", "/v1/events", json=[event("e1")]).status_code == 403
    assert web.ask("web", "POST", "/v1/events", json=[event("e1", "bought")]).status_code == 422
