"""Bodies are packed and spelled as the client likes."""

MSGPACK = {"Content-Type": "application/msgpack"}


def test_large_answers_are_packed_for_who_can_unpack_them(web):
    packed = web.ask("here", "GET", "/openapi.json", headers={"Accept-Encoding": "zstd"})
    plain = web.ask("here", "GET", "/openapi.json", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "zstd" and "content-encoding" not in plain.headers
    assert packed.json() == plain.json()


def test_a_body_may_be_msgpack(web):
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\x81\xa6device\xa1d", headers=MSGPACK)
    assert answer.status_code == 400
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\x82\xa6device\xa1d\xa3ops\x90", headers=MSGPACK)
    assert answer.json() == {"answers": []}
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\xc1", headers=MSGPACK)
    assert answer.status_code == 400
