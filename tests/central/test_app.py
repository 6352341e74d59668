"""The OpenAPI document is true: whatever it allows to be asked is answered, and what is refused is a problem."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

STREAMS = {"listenForNudges"}


@pytest.fixture(scope="module")
def shared_web(tmp_path_factory):
    """One application for all that is asked."""
    from tests.helpers.web import Web

    folder = tmp_path_factory.mktemp("central")
    running = Web(f"sqlite+aiosqlite:///{folder / 'central.sqlite'}", folder / "files")
    yield running
    running.close()


def operations(web):
    schema = schemathesis.openapi.from_dict(web.ask(None, "GET", "/openapi.json").json())
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.slow
def test_whatever_may_be_asked_is_answered(shared_web):
    found = [one for one in operations(shared_web) if one.definition.raw["operationId"] not in STREAMS]
    assert len(found) > 20
    for operation in found:
        ask_some(shared_web, operation)


def ask_some(web, operation):
    @given(case=operation.as_strategy())
    @settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
    def ask(case):
        asked = case.as_transport_kwargs(base_url="http://central")
        more = {name: asked[name] for name in ("params", "json", "data") if asked.get(name) is not None}
        answer = web.ask("here", asked["method"], asked["url"], **more)
        assert answer.status_code < 500, (asked, answer.text)
        problem = answer.headers.get("content-type") == "application/problem+json"
        assert problem is (answer.status_code >= 400), (asked, answer.status_code, answer.text)

    ask()
