"""Logs: a line a request, and never what somebody typed, neither in an address nor in the text of an error."""

import json

import pytest
import structlog

from clienteling.central.runtime import log


@pytest.fixture
def lines(capsys):
    """What is written as JSON, line by line."""
    log.configure("info")
    return lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_logged_by_its_template(web, lines):
    web.ask("here", "GET", "/v1/customers", params={"q": "010-9876-5432"})
    web.ask("here", "GET", "/v1/customers/minseo")
    told = lines()
    assert [line["route"] for line in told] == ["/v1/customers", "/v1/customers/{customer}"]
    assert {line["status"] for line in told} == {200}
    assert "5432" not in json.dumps(told) and "minseo" not in json.dumps(told)


def test_an_error_is_logged_without_its_text(lines):
    try:
        raise ValueError("김민서 010-1234-5678")
    except ValueError as error:
        structlog.get_logger().error("bug", exc_info=error)
    [line] = lines()
    assert line["error"] == "ValueError" and "test_an_error" in line["places"][-1]
    assert "1234" not in json.dumps(line, ensure_ascii=False)


def test_what_is_below_the_level_is_left_out(lines):
    structlog.get_logger().debug("detail")
    assert lines() == []
