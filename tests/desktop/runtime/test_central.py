"""What counts as central's answer, and what is said of everything else that comes instead."""

import asyncio

import httpx
import pytest

from clienteling.desktop.runtime import central as asking
from clienteling.desktop.runtime.central import LONGEST_WAIT, Central, Refused, Unreachable

PROBLEM = {"content-type": "application/problem+json"}
HTML = {"content-type": "text/html; charset=utf-8"}


def asked(answer):
    """What comes of a request, and how often it was doubted that central is there."""

    async def ask():
        client = httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://central")
        central, doubts = Central(client, "token"), []
        central.doubted = lambda: doubts.append(1)
        try:
            return await central.get("/v1/anything", dict[str, str]), len(doubts)
        except (Unreachable, Refused) as fault:
            return fault, len(doubts)
        finally:
            await central.close()

    return asyncio.run(ask())


def lost(_request):
    raise httpx.ConnectError("no network")


def late(_request):
    raise httpx.ReadTimeout("too late")


@pytest.mark.parametrize(
    ("answer", "why", "wait"),
    [
        (lost, "away", 0),
        (late, "away", 0),
        (lambda _: httpx.Response(200, text="<html>Welcome</html>", headers=HTML), "portal", 0),
        (lambda _: httpx.Response(302, headers={"location": "http://portal.example/"}), "portal", 0),
        (lambda _: httpx.Response(401, text="<html>Sign in</html>", headers=HTML), "portal", 0),
        (lambda _: httpx.Response(200, text="hello", headers={"content-type": "text/plain"}), "portal", 0),
        (lambda _: httpx.Response(500, headers=PROBLEM), "fault", 0),
        (lambda _: httpx.Response(502, text="<html>Bad gateway</html>", headers=HTML), "fault", 0),
        (lambda _: httpx.Response(429, headers=PROBLEM | {"retry-after": "7"}), "busy", 7),
        (lambda _: httpx.Response(429, headers=HTML | {"retry-after": "7"}), "busy", 7),
        (lambda _: httpx.Response(429, headers={"retry-after": "9" * 30}), "busy", LONGEST_WAIT),
        (lambda _: httpx.Response(503, headers=PROBLEM | {"retry-after": "soon"}), "closed", 0),
    ],
)
def test_what_is_not_centrals_answer_is_no_answer_and_says_why(answer, why, wait):
    fault, doubts = asked(answer)
    assert isinstance(fault, Unreachable)
    assert (fault.why, fault.wait, doubts) == (why, wait, 1)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 413, 422, 426])
def test_central_says_no_in_its_own_words(status):
    fault, doubts = asked(lambda _: httpx.Response(status, content=b'{"title": "No"}', headers=PROBLEM))
    assert (type(fault), fault.status, fault.title, doubts) == (Refused, status, "No", 0)


def test_an_answer_that_is_late_is_doubted_and_still_taken(monkeypatch):
    monkeypatch.setattr(asking, "SLOW", 0.01)

    async def slow(_request):
        await asyncio.sleep(0.05)
        return httpx.Response(200, json={"status": "ok"})

    assert asked(slow) == ({"status": "ok"}, 1)


def test_an_answer_in_time_is_not_doubted():
    assert asked(lambda _: httpx.Response(200, json={"status": "ok"})) == ({"status": "ok"}, 0)


def test_who_looks_is_said_where_it_is_asked():
    async def ask():
        heard = []

        def answer(request):
            heard.append((request.headers.get("staff"), dict(request.url.params)))
            return httpx.Response(200, json={})

        central = Central(httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://central"), "token")
        await central.get("/v1/anything", dict[str, str], limit=3)
        await central.get("/v1/anything", dict[str, str], staff="staff-1", limit=3)
        await central.close()
        return heard

    assert asyncio.run(ask()) == [(None, {"limit": "3"}), ("staff-1", {"limit": "3"})]


def test_in_a_practice_outage_nothing_leaves():
    async def ask():
        sent = []
        central = Central(httpx.AsyncClient(transport=httpx.MockTransport(sent.append)), "token")
        central.cut = True
        with pytest.raises(Unreachable) as fault:
            await central.get("/health", dict)
        await central.close()
        return fault.value.why, sent

    assert asyncio.run(ask()) == ("cut", [])
