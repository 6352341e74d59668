"""When a reading is believed."""

import pytest

from clienteling.contract.codes import loyalty_code
from clienteling.contract.pieces import schemes
from clienteling.desktop.scanning.agreement import Agreement, Presentations, Track, answer, identity, trust
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.reading import Reading
from clienteling.desktop.scanning.rules import STILL

EAN, OTHER = "9521234543213", "4006381333931"


def weigh(agreement, text, at, symbology="EAN13", quality=1, reader="zbar"):
    return agreement.weigh(classify(text, symbology), Reading(text, symbology, quality, reader), at)


def track(text, symbology="EAN13", looks=1, quality=1, readers=("zbar",)):
    made = Track(classify(text, symbology), Reading(text, symbology, quality))
    for at in range(looks):
        for reader in readers:
            made.note(made.meaning, Reading(text, symbology, quality, reader), float(at))
    return made


def test_one_reader_that_sees_a_retail_code_well_needs_two_looks():
    agreement = Agreement()
    assert weigh(agreement, EAN, 0, quality=10) is None
    assert weigh(agreement, EAN, 0, quality=10) is None
    assert weigh(agreement, EAN, 0.1, quality=10).confidence == "likely"


def test_a_faint_one_needs_three():
    agreement = Agreement()
    assert [weigh(agreement, EAN, at) for at in (0, 0.1)] == [None, None]
    assert weigh(agreement, EAN, 0.2).confidence == "likely"


def test_another_weight_of_the_same_article_is_another_code():
    known = schemes({"weight": ["21.....{NNDDD}"]})
    light, heavy = (classify(code, "EAN13", schemes=known) for code in ("2112345004822", "2112345009827"))
    assert light.gtin14 == heavy.gtin14 is not None
    agreement = Agreement()
    assert agreement.weigh(light, Reading(light.text, "EAN13", 10), 0) is None
    assert agreement.weigh(heavy, Reading(heavy.text, "EAN13", 99, "zxing"), 0.1) is None
    presentations = Presentations()
    assert all(presentations.is_new(identity(each), 0.0) for each in (light, heavy))


def test_a_piece_is_the_same_however_its_weight_is_spelt():
    spelt = ("https://a.example/01/09521234543213?3103=000482", "]C101095212345432133104004820")
    link, code = (classify(each) for each in spelt)
    assert identity(link) == identity(code) != identity(classify("9521234543213"))


def test_the_other_frame_must_come_soon():
    agreement = Agreement()
    assert weigh(agreement, EAN, 0, quality=10) is None
    assert weigh(agreement, EAN, 2, quality=10) is None


def test_a_reader_of_another_build_makes_it_sure_at_once():
    agreement = Agreement()
    weigh(agreement, EAN, 0)
    assert weigh(agreement, EAN, 0, reader="zxing").confidence == "sure"


def test_one_reader_is_never_believed_against_another_code():
    seen = track(EAN, looks=9, quality=200)
    assert trust(seen, [seen]) == "likely"
    assert trust(seen, [seen, track(OTHER)]) == "weak"


def test_two_readers_are_doubted_when_one_of_them_sees_something_else_again():
    seen, beside = (track(text, readers=("zbar", "zxing")) for text in (EAN, OTHER))
    assert trust(seen, [seen, track(OTHER)]) == "sure"
    assert trust(seen, [seen, track(OTHER, looks=2)]) == "weak"
    assert trust(seen, [seen, beside]) == trust(beside, [seen, beside]) == "sure"


@pytest.mark.parametrize(("text", "symbology"), [("04965802", "UPCE"), ("ABC", "CODE39"), ("19521234543210", "ITF")])
def test_what_has_no_strong_check_needs_two_readers_however_often_it_is_seen(text, symbology):
    assert trust(track(text, symbology, 9, 99)) == "weak"
    assert trust(track(text, symbology, readers=("zbar", "zxing"))) == "weak"
    assert trust(track(text, symbology, quality=10, readers=("zbar", "zxing"))) == "sure"


@pytest.mark.parametrize(("text", "symbology"), [("04965802", "UPCE"), ("ABC", "CODE39"), ("19521234543210", "ITF")])
def test_a_careful_reader_need_not_have_seen_it_well_but_alone_it_does_not_suffice(text, symbology):
    assert trust(track(text, symbology, readers=("zxing", "tapir"))) == "sure"
    assert trust(track(text, symbology, 9, readers=("tapir",))) == "weak"


def test_in_a_moving_picture_the_careful_reader_alone_needs_two_looks_with_nothing_against():
    seen = track(EAN, looks=2, readers=("tapir",))
    assert trust(track(EAN, readers=("tapir",))) == "weak"
    assert trust(seen, [seen]) == "likely"
    assert trust(seen, [seen, track(OTHER)]) == "weak"


def test_in_a_still_picture_one_look_of_it_is_enough_and_of_the_others_none():
    assert trust(track(EAN, readers=("tapir",)), alone=STILL) == "likely"
    assert trust(track(EAN, looks=3, quality=99), alone=STILL) == "weak"
    assert trust(track(EAN, readers=("zbar", "zxing")), alone=STILL) == "sure"


def test_a_part_of_a_longer_code_is_not_believed_beside_it():
    short, long = (track(text, "ITF", 2, 10, ("zbar", "zxing")) for text in ("216736", "2167361334"))
    assert trust(short, [short, long]) == "weak"
    assert trust(long, [short, long]) == "sure"


def test_plain_code128_needs_two_looks():
    assert trust(track("SKU-48", "CODE128", quality=99)) == "weak"
    assert trust(track("SKU-48", "CODE128", 2)) == "likely"


def test_what_corrects_its_own_errors_is_believed_at_once():
    for symbology in ("QRCODE", "DATAMATRIX"):
        assert trust(track(EAN, symbology)) == "likely"


def test_databar_which_one_reader_alone_can_read_needs_two_looks_with_nothing_against():
    seen, other = track(EAN, "DATABAR", 2), track(OTHER, "DATABAR")
    assert trust(track(EAN, "DATABAR")) == "weak"
    assert trust(seen, [seen]) == "likely"
    assert trust(seen, [seen, other]) == "weak"


def test_a_check_character_of_our_own_and_a_square_code_are_believed_at_once():
    assert weigh(Agreement(), loyalty_code(5), 0, "CODE128").confidence == "sure"
    assert weigh(Agreement(), EAN, 0, "QRCODE").confidence == "likely"


def sure(agreement, text, at, symbology="EAN13"):
    weigh(agreement, text, at, symbology)
    return weigh(agreement, text, at, symbology, reader="zxing")


def test_two_codes_within_a_second_contradict_each_other():
    agreement = Agreement()
    assert sure(agreement, loyalty_code(5), 0, "CODE128").confidence == "sure"
    assert sure(agreement, EAN, 0.5).clash
    assert not sure(agreement, EAN, 1.2).clash


def test_what_is_not_ours_is_kept_back_while_something_of_ours_is_in_view():
    agreement = Agreement()
    assert weigh(agreement, "https://shop.example", 0, "QRCODE").meaning.kind == "unknown"
    assert sure(agreement, EAN, 0.1).meaning.gtin14 == "0" + EAN
    assert weigh(agreement, "https://shop.example", 0.2, "QRCODE") is None


def test_one_thing_under_two_spellings_is_no_contradiction():
    agreement = Agreement()
    weigh(agreement, "882428015268", 0, "UPCA")
    assert weigh(agreement, "0882428015268", 0, reader="zxing").confidence == "sure"


def test_the_spelling_with_the_add_on_is_kept():
    seen = track("9780306406157")
    with_add_on = Reading("978030640615751299", "EAN13", 1, "zxing", "]E3")
    seen.note(classify(with_add_on.text, "EAN13", "]E3"), with_add_on, 1.0)
    seen.note(seen.meaning, Reading("9780306406157", "EAN13", 99), 2.0)
    assert seen.meaning.add_on == "51299"


def test_a_picture_answers_with_its_one_believed_code_or_says_why_not():
    weak, likely, other = (
        (classify(text), None, far) for text, far in ((EAN, "weak"), (OTHER, "likely"), (EAN, "sure"))
    )
    link = (classify("https://shop.example"), None, "likely")
    assert answer([]) == "nothing"
    assert answer([weak]) == "unclear"
    assert answer([likely, other]) == answer([link, link]) == "several"
    assert answer([weak, likely]) == answer([link, likely]) == likely
    assert answer([link, weak]) == link


def test_a_day_of_scanning_leaves_nothing_behind():
    agreement, seen = Agreement(), Presentations()
    for number in range(5000):
        at = number / 30
        for text in (EAN, loyalty_code(number)):
            weigh(agreement, text, at)
            seen.is_new(text, at)
    assert len(agreement._tracks) <= 31 and len(seen._seen) <= 46
    assert all(len(track.looks) <= 3 for track in agreement._tracks.values())


def test_what_lies_under_the_reader_is_one_presentation():
    seen = Presentations()
    assert [seen.is_new(EAN, at) for at in (0, 1.4, 2.8, 4.5)] == [True, False, False, True]
    assert seen.is_new(OTHER, 4.6)


def test_only_what_was_told_lies_there():
    seen = Presentations()
    assert not seen.lies_there(EAN, 0)
    seen.is_new(EAN, 0)
    assert [seen.lies_there(EAN, at) for at in (1, 2, 4)] == [True, True, False]
