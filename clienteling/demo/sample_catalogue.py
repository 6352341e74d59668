"""The products of the sample shop: names, brands, colours, prices, what goes with what; knows no customers."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clienteling.demo.sample_kinds import COLOURS, KINDS, SIZES, Kind
from clienteling.demo.sample_model import AFTERWARDS, STYLES, TOGETHER

BRANDS = (
    ("Seorin", "Onduel", "Hannam Row", "Maison Ryu", "Volant Gris", "Brae & Birch", "Nabi Studio", "Ostra", "Kestrel Lane", "Yeoul"),
    ("Lumidal", "Dodam Lab", "Pale Harbour", "Haeon", "Sogeum", "Petrichor & Co"),
    ("Onggi House", "Maru Form", "Fjordlys", "Halla Goods", "Tessel", "Baram Works"),
)  # fmt: skip

SENTENCES = (
    (("{noun}, 오래 입을수록 편안해져요.", "{a} {noun} that softens with wear."),
     ("선이 깨끗한 {noun}. 평일에도 주말에도 어울려요.", "{a} {noun} with clean lines, for weekdays and weekends alike."),
     ("국내 공방에서 마무리한 {noun}. 안쪽까지 꼼꼼해요.", "{a} {noun} finished in a Korean workshop, neat on the inside too.")),
    (("하루의 끝과 시작에 어울리는 {noun}.", "{a} {noun} for the first and last minutes of the day."),
     ("가볍게 스며드는 {noun}. 민감한 날에도 편안해요.", "A light {noun} that stays gentle on sensitive days."),
     ("작은 양으로도 넉넉한 {noun}. 리필해서 쓸 수 있어요.", "{a} {noun} of which a little goes far.")),
    (("매일 손이 가는 {noun}. 하나씩 손으로 마무리했어요.", "{a} {noun} to reach for every day, finished by hand."),
     ("빛에 따라 표정이 달라지는 {noun}.", "{a} {noun} that changes with the light."),
     ("선물하기 좋은 {noun}. 상자에 담아 드려요.", "{a} {noun} that makes a good present, boxed.")),
)  # fmt: skip


@dataclass(frozen=True)
class Hero:
    """A product that the tour and the screens rely on by name."""

    kind: str
    place: int
    name: tuple[str, str]
    price: int
    colours: tuple[str, ...]


HEROES = (
    Hero("coat_w", 0, ("울 더블 코트", "Wool double coat"), 389_000, ("Camel", "Black")),
    Hero("boots_w", 0, ("첼시 부츠", "Chelsea boots"), 219_000, ("Black",)),
    Hero("scarf", 0, ("캐시미어 머플러", "Cashmere scarf"), 98_000, ("Ivory", "Coral", "Navy")),
    Hero("knit_w", 0, ("메리노 롤넥 니트", "Merino roll-neck"), 129_000, ("Ivory", "Sage")),
    Hero("hand_cream", 0, ("핸드크림 리필", "Hand cream refill"), 24_000, ("Mint",)),
    Hero("belt", 0, ("가죽 벨트", "Leather belt"), 79_000, ("Chestnut",)),
    Hero("cardigan", 0, ("메리노 카디건", "Merino cardigan"), 138_000, ("Oat", "Navy")),
    Hero("slacks_w", 0, ("울 와이드 팬츠", "Wool wide trousers"), 179_000, ("Charcoal", "Oat")),
)


@dataclass(frozen=True)
class Product:
    """One product as the tables and the artist need it; colours are English names of `COLOURS`."""

    number: int
    kind: Kind
    name: tuple[str, str]
    brand: str
    price: int
    colours: tuple[str, ...]
    style: int
    text: tuple[str, str]
    first_variant: int = 0
    sold_by: str = "piece"
    since: str = ""

    @property
    def variants(self) -> int:
        """How many sellable items it has: colours times sizes."""
        return len(self.colours) * len(self.kind.sizes)

    def price_of(self, place: int) -> int:
        """The price in won of its variant at `place`; larger bottles cost more."""
        growth = {"50 ml": 1.45, "100 ml": 2.2}.get(self.kind.sizes[place % len(self.kind.sizes)])
        return int(self.price * growth // 1000 * 1000) if growth else self.price

    @property
    def slug(self) -> str:
        """Its file name without an ending."""
        return f"{self.kind.key}-{self.number:04d}"


def make_products(seed: int) -> list[Product]:
    """All products, the same for the same seed whatever the scale."""
    rng = np.random.default_rng([seed, 1])
    products: list[Product] = []
    variant = 0
    for number, (kind, place, name) in enumerate(_named(rng)):
        made = _product(rng, number, kind, place, name)
        products.append(replace(made, first_variant=variant))
        variant += made.variants
    return products


def _named(rng: np.random.Generator) -> list[tuple[Kind, int, tuple[str, str]]]:
    named: list[tuple[Kind, int, tuple[str, str]]] = []
    seen = {hero.name[1] for hero in HEROES}
    for kind in KINDS:
        pairs = [(first, second) for first in kind.firsts for second in kind.seconds]
        names = [_name(kind, pairs[n][0], pairs[n][1], seen) for n in rng.permutation(len(pairs))]
        fresh = [name for name in names if name[1] not in seen]
        for place in range(kind.products):
            again = f" {place // len(fresh) + 1}" if place >= len(fresh) else ""
            ko, en = fresh[place % len(fresh)]
            named.append((kind, place, (ko + again, en + again)))
        seen |= {name[1] for name in fresh}
    return named


def _name(kind: Kind, first: tuple[str, str], second: tuple[str, str], seen: set[str]) -> tuple[str, str]:
    ko, en = (f"{first[side]} {second[side]} {kind.noun[side]}" for side in (0, 1))
    if kind.who == "m" and en in seen:
        return f"남성 {ko}", f"Men's {en[0].lower()}{en[1:]}"
    return ko, en


def _product(rng: np.random.Generator, number: int, kind: Kind, place: int, name: tuple[str, str]) -> Product:
    price = _price(rng, kind)
    colours = tuple(str(c) for c in rng.choice(kind.pool, min(kind.colours, len(kind.pool)), replace=False))
    brand = str(rng.choice(BRANDS[kind.department]))
    style = int(rng.integers(len(STYLES)))
    hero = next((h for h in HEROES if (h.kind, h.place) == (kind.key, place)), None)
    if hero:
        name, price, colours, style = hero.name, hero.price, hero.colours, 0
    return Product(number, kind, name, brand, price, colours, style, _text(kind, number))


def _price(rng: np.random.Generator, kind: Kind) -> int:
    won = kind.low + (kind.high - kind.low) * rng.beta(1.4, 2.2)
    step = 10_000 if won >= 100_000 else 1_000
    ending = 1_000 if step == 10_000 else int(rng.choice([0, 0, 100]))
    return max(kind.low, round(float(won) / step) * step - ending)


def _text(kind: Kind, number: int) -> tuple[str, str]:
    ko, en = SENTENCES[kind.department][number % 3]
    noun = kind.noun[1]
    many = noun.endswith("s") and noun not in ("dress", "glass")
    article = "A pair of" if many else "An" if noun[0] in "aeiou" else "A"
    return ko.format(noun=kind.noun[0]), en.format(noun=noun, a=article)


@dataclass(frozen=True)
class Shelf:
    """The catalogue as arrays, one row a product, for the simulation."""

    department: NDArray[np.int64]
    who: NDArray[np.int64]
    style: NDArray[np.int64]
    brand: NDArray[np.int64]
    price: NDArray[np.int64]
    appeal: NDArray[np.float64]
    season: list[str]
    rhythm: NDArray[np.int64]
    first_variant: NDArray[np.int64]
    variant_price: NDArray[np.int64]
    colours: NDArray[np.int64]
    sizes: NDArray[np.int64]
    scheme: NDArray[np.int64]
    partner: NDArray[np.int64]
    partner_chance: NDArray[np.float64]
    later: NDArray[np.int64]
    later_chance: NDArray[np.float64]
    later_days: NDArray[np.int64]


def shelve(products: list[Product], seed: int) -> Shelf:
    """Products as arrays, with each one's partners in a basket and followers some weeks later (-1: none)."""
    rng = np.random.default_rng([seed, 2])
    brands = sorted({p.brand for p in products})
    by_kind: dict[str, list[int]] = {}
    for p in products:
        by_kind.setdefault(p.kind.key, []).append(p.number)
    together = _links(rng, products, by_kind, [(a, b, chance, 0) for a, b, chance in TOGETHER], 3)
    later = _links(rng, products, by_kind, list(AFTERWARDS), 1)
    popular = np.array([p.kind.appeal for p in products]) * rng.gamma(1.6, 1 / 1.6, len(products))
    return Shelf(
        department=np.array([p.kind.department for p in products]),
        who=np.array(["wmu".index(p.kind.who) for p in products]),
        style=np.array([p.style for p in products]), brand=np.array([brands.index(p.brand) for p in products]),
        price=np.array([p.price for p in products]), appeal=popular, season=[p.kind.season for p in products],
        rhythm=np.array([p.kind.rhythm for p in products]), first_variant=np.array([p.first_variant for p in products]),
        variant_price=np.array([p.price_of(i) for p in products for i in range(p.variants)]),
        colours=np.array([len(p.colours) for p in products]), sizes=np.array([len(p.kind.sizes) for p in products]),
        scheme=np.array([list(SIZES).index(p.kind.scheme) for p in products]),
        partner=together[0], partner_chance=together[1], later=later[0][:, 0], later_chance=later[1][:, 0],
        later_days=later[2][:, 0],
    )  # fmt: skip


Links = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]


def _links(
    rng: np.random.Generator,
    products: list[Product],
    by_kind: dict[str, list[int]],
    rules: list[tuple[str, str, float, int]],
    width: int,
) -> Links:
    """Each product's own partner for each rule of its kind: the nearest in style, so that pairs of products repeat."""
    partner = np.full((len(products), width), -1)
    chance = np.zeros((len(products), width))
    days = np.zeros((len(products), width), np.int64)
    for p in products:
        mine = [rule for rule in rules if rule[0] == p.kind.key][:width]
        for column, (_, kind, probability, gap) in enumerate(mine):
            near = [n for n in by_kind[kind] if products[n].style == p.style] or by_kind[kind]
            partner[p.number, column] = near[int(rng.integers(len(near)))]
            chance[p.number, column] = probability
            days[p.number, column] = gap
    return partner, chance, days


def colour_words(name: str) -> tuple[str, str, str]:
    """A colour's Korean name, English name and value."""
    ko, value = COLOURS[name]
    return ko, name, value
