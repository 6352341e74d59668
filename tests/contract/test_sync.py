"""A page of the feed survives both encodings, with the records still unread inside it."""

import msgspec
import pytest

from clienteling.contract.v1.sync import Change, ChangePage

CODECS = [(msgspec.msgpack.encode, msgspec.msgpack.decode), (msgspec.json.encode, msgspec.json.decode)]


@pytest.mark.parametrize(("encode", "decode"), CODECS, ids=["msgpack", "json"])
def test_a_page_is_read_as_it_was_told(encode, decode):
    record = {"id": "coat", "name": "코트"}
    live = Change("product", "coat", 3, data=msgspec.Raw(encode(record)))
    page = decode(encode(ChangePage([live, Change("product", "gone", 4, deleted=True)], "1:2", False)), type=ChangePage)
    assert decode(page.changes[0].data) == record
    assert page.changes[1].deleted and not page.changes[1].data
