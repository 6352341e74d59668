"""What is worth showing."""

from clienteling.desktop.suggestions.domain import Suggestion, choose


def some(*reasons):
    return [Suggestion(f"p{at}", reason, 0.9 - at / 20) for at, reason in enumerate(reasons)]


def test_the_best_five_are_shown_best_first():
    chosen = choose(some("due", "saved", "cart", "together", "viewed", "saved"), ())
    assert [one.product for one in chosen] == ["p0", "p1", "p2", "p3", "p4"]


def test_one_reason_leaves_room_for_others():
    chosen = choose(some("due", "due", "due", "due", "due", "saved"), ())
    assert [one.product for one in chosen] == ["p0", "p1", "p2", "p3", "p5"]


def test_all_that_is_bought_again_counts_as_one_reason():
    chosen = choose(some("again", "due", "again", "due", "again", "together", "together"), ())
    assert [one.product for one in chosen] == ["p0", "p1", "p2", "p5", "p6"]


def test_what_she_wants_hides_neither_a_repeat_nor_what_is_new():
    chosen = choose(some("cart", "cart", "cart", "saved", "saved", "viewed", "together", "together", "again"), ())
    assert [one.product for one in chosen] == ["p0", "p1", "p2", "p6", "p8"]


def test_what_is_shut_out_or_weak_is_not_shown():
    weak = Suggestion("weak", "due", 0.05)
    assert choose([*some("due", "saved"), weak], {"p0"}) == some("due", "saved")[1:]
