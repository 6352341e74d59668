"""The docs page tells every operation and needs nothing from elsewhere."""


def test_health_needs_nothing(web):
    assert web.ask(None, "GET", "/health").json() == {"status": "ok"}
    assert web.ask(None, "GET", "/ready").json() == {"status": "ready"}


def test_the_docs_page_tells_every_operation_without_anything_from_elsewhere(web):
    page, document = web.ask(None, "GET", "/docs"), web.ask(None, "GET", "/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    operations = [one for path in document["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations) > 20
    for path in document["paths"]:
        assert path in page.text
    assert "http://" not in page.text and "https://" not in page.text and "<script" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
