"""One of many: what its owner chose stays chosen, whatever else there is to choose from."""


def test_other_choices_change_nothing_of_what_is_chosen(gallery):
    choice = gallery.find("choice")
    box = choice.childItems()[0].childItems()[1]
    assert box.property("displayText") == "Hongdae"
    choice.setProperty("model", ["Gangnam", "Hongdae", "Jamsil"])
    assert (box.property("displayText"), choice.property("current")) == ("Hongdae", 1)
    choice.setProperty("current", 2)
    assert box.property("displayText") == "Jamsil"
