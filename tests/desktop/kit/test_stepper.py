"""How many."""


def test_a_stepper_asks_for_one_more_and_one_fewer(gallery):
    gallery.click("stepper", right=0.9)
    gallery.click("stepper", right=0.9)
    gallery.click("stepper", right=0.1)
    assert gallery.window.property("steps") == 1
