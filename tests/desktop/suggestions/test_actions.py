"""Central's lists checked again on this device before they are shown."""

from clienteling.contract.ids import cart_of
from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.contract.v1.catalog import Product, Stock, Variant
from clienteling.contract.v1.suggestions import Suggestion, Suggestions
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.suggestions import actions, wire
from clienteling.desktop.suggestions.actions_words import reason
from clienteling.desktop.sync import outbox, push
from tests.helpers import clients, shop


def products(tx, hidden=()):
    return [card.suggestion.product for card in actions.cards(tx, clients.MINSEO, shop.HERE, hidden)]


def test_a_card_has_her_size_the_price_and_where_it_is(tx):
    clients.open_book(tx)
    scarf, boots, coat = actions.cards(tx, clients.MINSEO, shop.HERE)
    assert (coat.variant, coat.price, coat.here) == (shop.COAT, 389_000, 2)
    assert (boots.variant, boots.here, boots.nearby, boots.online) == (shop.BOOTS, 0, 0, 14)
    assert (scarf.nearby, scarf.online) == (3, 5)


def test_a_named_variant_is_the_one_that_is_shown(tx):
    clients.open_book(tx)
    clients.suggest(tx, [Suggestion("coat", "due", {}, 0.9, "coat-navy-55")], ver=2)
    assert actions.cards(tx, clients.MINSEO, shop.HERE)[0].variant == "coat-navy-55"


def test_a_reason_without_words_here_is_passed_over(tx):
    clients.open_book(tx)
    clients.suggest(tx, [Suggestion("coat", "her horoscope", {}, 0.9), Suggestion("boots", "cart", {}, 0.8)], ver=2)
    assert products(tx) == ["boots"]


def test_what_is_in_her_cart_hidden_or_nowhere_is_left_out(tx):
    clients.open_book(tx)
    cart.add(tx, cart.whose(clients.MINSEO, shop.HERE, "staff-1"), shop.COAT)
    assert products(tx) == ["boots", "scarf"], "the boots go with the coat"
    clients.tell(tx, "product", [])
    shop.tell(tx, "stock", f"{shop.WAREHOUSE}:{shop.BOOTS}", Stock(shop.WAREHOUSE, shop.BOOTS, 0), ver=2)
    assert products(tx) == ["scarf"]
    assert products(tx, hidden=["scarf"]) == []


def test_what_she_refused_is_gone_at_once_and_told(tx):
    clients.open_book(tx)
    actions.refuse(tx, clients.MINSEO, "boots", "staff-1")
    assert products(tx) == ["scarf", "coat"]
    (told,) = outbox.outstanding(tx, "suggestions", clients.MINSEO)
    assert (told.kind, told.args) == ("suggestions.refused", {"product": "boots"})
    assert wire.describe(told) == "A suggestion that was not right"


def test_a_refusal_stays_over_a_list_that_comes_meanwhile(tx):
    clients.open_book(tx)
    actions.refuse(tx, clients.MINSEO, "boots", "staff-1")
    clients.suggest(tx, ver=2)
    assert products(tx) == ["scarf", "coat"]


def test_a_refusal_that_central_rejects_brings_the_card_back(tx):
    clients.open_book(tx)
    actions.refuse(tx, clients.MINSEO, "boots", "staff-1")
    batch = push.take(tx, 10)
    push.settle(tx, clients.MIRRORS, batch, [Answer(batch[0].operation.op, 404, title="No")])
    assert products(tx) == ["scarf", "boots", "coat"]


def test_a_refusal_by_mistake_brings_the_card_back_at_once_and_is_told(tx):
    clients.open_book(tx)
    actions.refuse(tx, clients.MINSEO, "boots", "staff-1")
    actions.readmit(tx, clients.MINSEO, "boots", "staff-1")
    assert products(tx) == ["scarf", "boots", "coat"]
    told = outbox.outstanding(tx, "suggestions", clients.MINSEO)
    assert [one.kind for one in told] == ["suggestions.refused", "suggestions.readmitted"]
    assert wire.describe(told[1]) == "A suggestion that may come again"
    clients.suggest(tx, ver=2)
    assert products(tx) == ["scarf", "boots", "coat"]


def listed(*products, **more):
    return [Suggestion(product, "saved", {}, 0.6 - at / 100, **more) for at, product in enumerate(products)]


def test_what_goes_with_the_cart_rises_wherever_it_was_put_there(tx):
    clients.open_book(tx)
    clients.suggest(tx, [*listed("coat"), Suggestion("boots", "saved", {}, 0.5, goes_with=["scarf"])], ver=2)
    assert products(tx) == ["coat", "boots"]
    line = CartLine(shop.SCARF, 1, 98_000, "KRW", shop.SCARF, source="online")
    record = Cart(cart_of(clients.MINSEO), shop.HERE, [line], clients.MINSEO)
    shop.tell(tx, "cart", record.id, record)
    assert products(tx) == ["boots", "coat"]
    shop.tell(tx, "cart", record.id, Cart(record.id, shop.HERE, [], clients.MINSEO), ver=2)
    assert products(tx) == ["coat", "boots"]


def more_of(tx, category):
    """Two products of a category that lie here."""
    for at, id in enumerate(("one", "other")):
        shop.tell(tx, "product", id, Product(id, "", "", "", category, [variant(at)]))
        shop.tell(tx, "stock", f"{shop.HERE}:v-{at}", Stock(shop.HERE, f"v-{at}", 1))


def test_what_is_like_the_refused_falls_behind_while_it_can_be_taken_back_and_after(tx):
    clients.open_book(tx)
    more_of(tx, "Tops")
    clients.suggest(tx, listed("one", "other", "coat"), ver=2)
    assert products(tx) == ["one", "other", "coat"]
    assert products(tx, hidden=["one"]) == ["coat", "other"]
    actions.refuse(tx, clients.MINSEO, "one", "staff-1")
    assert products(tx) == ["coat", "other"]
    actions.readmit(tx, clients.MINSEO, "one", "staff-1")
    assert products(tx) == ["one", "other", "coat"]


def test_what_was_refused_on_another_tablet_counts_here_too(tx):
    clients.open_book(tx)
    more_of(tx, "Tops")
    told = Suggestions(clients.MINSEO, clients.ago(hours=1), listed("one", "other", "coat"), refused=["one"])
    clients.tell(tx, "suggestions", [told], ver=2)
    assert products(tx) == ["coat", "other"], "even if it stands on the list by mistake"


def test_her_size_and_this_store_count(tx):
    clients.open_book(tx)
    big = Variant("b", "B", None, 100, "KRW", 1, size="77")
    shop.tell(tx, "product", "big", Product("big", "", "", "", "Tops", [big]))
    shop.tell(tx, "stock", f"{shop.HERE}:b", Stock(shop.HERE, "b", 1))
    clients.suggest(tx, listed("big", "scarf", "coat"), ver=2)
    assert products(tx) == ["coat", "scarf", "big"]


def test_the_best_due_of_many_people(tx):
    clients.open_book(tx)
    assert actions.best_due(tx, [clients.MINSEO, clients.JANA])[clients.MINSEO].product == "scarf"
    assert actions.best_due(tx, [clients.JANA]) == {}


def test_one_reason_leaves_room_for_others_among_her_cards(tx):
    clients.open_book(tx)
    for at in range(6):
        shop.tell(tx, "product", f"more-{at}", Product(f"more-{at}", "", "", "", "", [variant(at)]))
        shop.tell(tx, "stock", f"{shop.HERE}:v-{at}", Stock(shop.HERE, f"v-{at}", 1))
    listed = [Suggestion(f"more-{at}", "cart", {}, 0.9 - at / 100) for at in range(6)]
    clients.suggest(tx, [*listed, *clients.SUGGESTED], ver=2)
    assert products(tx) == ["more-0", "more-1", "more-2", "scarf", "boots"]


def variant(at):
    return Variant(f"v-{at}", f"V-{at}", shop.gtin14(100 + at), 100, "KRW", 1, "", "", "")


AGAIN = Suggestion("coat", "again", {"times": 3, "last": "2026-11-01"}, 0.5)
POPULAR = Suggestion("coat", "popular", {"times": 12, "name_ko": "강남점", "name_en": "Gangnam"}, 0.5)


NEW = Suggestion("coat", "new", {"size": "55", "since": "2026-11-10", "times": 2}, 0.5)


def test_what_is_new_in_her_size_is_a_sentence(language):
    assert reason(NEW, korean=False) == "New since Tue 10 Nov, in size 55"
    language.apply("ko")
    assert reason(NEW, korean=True) == "11월 10일 (화)에 들어온 신상품 · 55 사이즈"
    assert not language.missing


def test_what_she_knows_and_what_her_store_buys_are_sentences(language):
    assert reason(AGAIN, korean=False) == "Bought 3 times, last on Sun 1 Nov"
    assert reason(POPULAR, korean=False) == "Bought 12 times at Gangnam in four weeks"
    language.apply("ko")
    assert reason(AGAIN, korean=True).startswith("3번 구매하셨어요 · 최근 ")
    assert reason(POPULAR, korean=True) == "최근 4주 동안 강남점에서 12번 판매됐어요"


def test_how_many_bought_it_is_a_sentence(language):
    people = Suggestion("boots", "people", {"product": "coat", "name_ko": "코트", "name_en": "Coat", "people": 7}, 0.5)
    assert reason(people, korean=False) == "7 people who bought Coat bought this, too"
    language.apply("ko")
    assert reason(people, korean=True) == "코트를 구매하신 분 중 7분이 이 상품도 구매하셨어요"
    assert not language.missing


def test_every_reason_is_a_sentence(language):
    clients_say = [reason(one, korean=False) for one in clients.SUGGESTED]
    assert clients_say[1:] == ["Goes with Wool coat, bought before", "On the wishlist since Sun 1 Nov"]
    assert clients_say[0].startswith("About every 6 weeks, last on ")
    language.apply("ko")
    assert reason(clients.SUGGESTED[1], korean=True) == "전에 구매하신 울 더블 코트와 잘 어울려요"
    assert not {one for one in language.missing if "Goes" in one or "wishlist" in one}
