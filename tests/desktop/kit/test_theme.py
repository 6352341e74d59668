"""The tokens: words stand out in light and in dark."""

import pytest


def ratio(one, two):
    """Contrast as WCAG 2.2 defines it."""

    def light(colour):
        parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
                 for value in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((light(one), light(two)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_what_they_stand_on(gallery, dark):
    gallery.theme.setProperty("dark", dark)
    colour = gallery.theme.property
    pairs = [(tone, tone + "Soft") for tone in ("accent", "online", "store", "ok", "warn", "bad")]
    pairs += [(ink, ground) for ink in ("ink", "ink2") for ground in ("canvas", "surface", "raised")]
    pairs += [(tone, "surface") for tone in ("accent", "online", "store", "ok", "warn", "bad")]
    pairs += [("accentInk", "accent"), ("badInk", "bad"), ("canvas", "ink")]
    weak = {pair: ratio(colour(pair[0]), colour(pair[1])) for pair in pairs}
    assert not {pair: value for pair, value in weak.items() if value < 4.5}
