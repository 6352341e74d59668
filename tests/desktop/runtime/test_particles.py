"""Korean particles follow the sound that a word ends with."""

import pytest

from clienteling.desktop.runtime.particles import attached, particles


@pytest.mark.parametrize(
    ("word", "fit"),
    [
        ("코트", ("와", "를", "가", "는")),
        ("머플러", ("와", "를", "가", "는")),
        ("재킷", ("과", "을", "이", "은")),
        ("향수 30 ml", ("과", "을", "이", "은")),
        ("No. 3", ("과", "을", "이", "은")),
        ("No. 2", ("와", "를", "가", "는")),
        ("Ring", ("과", "을", "이", "은")),
        ("Tote", ("와", "를", "가", "는")),
        ("(블랙)", ("과", "을", "이", "은")),
        ("", ("와", "를", "가", "는")),
    ],
)
def test_particles_follow_the_last_sound(word, fit):
    assert tuple(particles(word)) == fit


@pytest.mark.parametrize(("korean", "said"), [(True, "코트를"), (False, "코트")])
def test_only_a_korean_sentence_needs_them(korean, said):
    assert attached("코트", "eul", korean) == said
