"""Another file is another mark, and none where there is none."""

from clienteling.central.insight.folder import FILE, mark


def test_every_other_file_has_another_mark(tmp_path):
    assert mark(tmp_path) is None
    seen = set()
    for content in (b"one", b"two", b"three"):
        beside = tmp_path / "beside"
        beside.write_bytes(content)
        beside.replace(tmp_path / FILE)
        seen.add(mark(tmp_path))
    assert len(seen) == 3 and mark(tmp_path) in seen
