"""When a reading is believed."""

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.scanning.agreement import Agreement, Presentations, Reading
from clienteling.desktop.scanning.domain import classify

EAN, OTHER = "9521234543213", "4006381333931"


def weigh(agreement, text, at, symbology="EAN13", quality=1, reader="zbar"):
    return agreement.weigh(classify(text, symbology), Reading(text, symbology, quality, reader), at)


def test_a_clear_retail_code_is_believed_at_once():
    assert weigh(Agreement(), EAN, 0, quality=10).confidence == "likely"


def test_a_faint_one_needs_another_frame():
    agreement = Agreement()
    assert weigh(agreement, EAN, 0) is None
    assert weigh(agreement, EAN, 0.1).confidence == "likely"


def test_the_other_frame_must_come_soon():
    agreement = Agreement()
    assert weigh(agreement, EAN, 0) is None
    assert weigh(agreement, EAN, 2) is None


def test_a_second_reader_makes_it_sure():
    agreement = Agreement()
    weigh(agreement, EAN, 0)
    assert weigh(agreement, EAN, 0, reader="another").confidence == "sure"


def test_upce_and_plain_code128_need_two_frames_however_clear():
    for text, symbology in (("04965802", "UPCE"), ("SKU-48", "CODE128")):
        agreement = Agreement()
        assert weigh(agreement, text, 0, symbology, quality=99) is None
        assert weigh(agreement, text, 0.1, symbology, quality=99) is not None


def test_a_check_character_of_our_own_and_a_square_code_are_believed_at_once():
    assert weigh(Agreement(), loyalty_code(5), 0, "CODE128").confidence == "sure"
    assert weigh(Agreement(), EAN, 0, "QRCODE").confidence == "likely"


def test_two_codes_within_a_second_contradict_each_other():
    agreement = Agreement()
    weigh(agreement, EAN, 0, quality=20)
    assert weigh(agreement, OTHER, 0.5, quality=20).clash
    assert not weigh(agreement, OTHER, 1.2, quality=20).clash


def test_one_thing_under_two_spellings_is_no_contradiction():
    agreement = Agreement()
    weigh(agreement, "882428015268", 0, "UPCA")
    assert weigh(agreement, "0882428015268", 0.1).confidence == "likely"


def test_what_lies_under_the_reader_is_one_presentation():
    seen = Presentations()
    assert [seen.is_new(EAN, at) for at in (0, 1.4, 2.8, 4.5)] == [True, False, False, True]
    assert seen.is_new(OTHER, 4.6)


def test_only_what_was_told_lies_there():
    seen = Presentations()
    assert not seen.lies_there(EAN, 0)
    seen.is_new(EAN, 0)
    assert [seen.lies_there(EAN, at) for at in (1, 2, 4)] == [True, True, False]
