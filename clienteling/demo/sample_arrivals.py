"""What has just come into the sample shop; nobody has bought of it yet, and nothing else of the sample depends on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from clienteling.demo.sample_catalogue import Product
from clienteling.demo.sample_kinds import KINDS

# kind, name, brand, won, colour, since, text
_CAME = (
    ("coat_w", ("보일드 울 랩 코트", "Boiled wool wrap coat"), "Hannam Row", 429_000, "Oat", "2026-11-12",
     ("끈 하나로 여미는 가벼운 보일드 울 코트예요.", "A light coat of boiled wool, closed with a single tie.")),
    ("knit_w", ("모헤어 숏 니트", "Mohair cropped knit"), "Seorin", 149_000, "Lilac", "2026-11-05",
     ("짧게 떨어지는 포근한 모헤어 니트예요.", "A soft mohair knit, cut short.")),
    ("knit_m", ("램스울 피셔맨 니트", "Lambswool fisherman knit"), "Kestrel Lane", 169_000, "Ivory", "2026-10-29",
     ("도톰한 조직의 피셔맨 니트예요.", "A fisherman knit in a thick stitch.")),
    ("slacks_w", ("코듀로이 스트레이트 팬츠", "Corduroy straight trousers"), "Onduel", 139_000, "Mocha", "2026-11-10",
     ("골이 가는 코듀로이라 움직임이 편안해요.", "Fine-ribbed corduroy that moves with you.")),
    ("slacks_m", ("플란넬 턱 팬츠", "Flannel pleated trousers"), "Brae & Birch", 149_000, "Grey", "2026-11-03",
     ("앞주름이 깔끔한 플란넬 팬츠예요.", "Flannel trousers with a neat pleat.")),
    ("skirt", ("울 랩 미디 스커트", "Wool wrap midi skirt"), "Maison Ryu", 129_000, "Burgundy", "2026-11-14",
     ("걸을 때마다 자연스럽게 흐르는 랩 스커트예요.", "A wrap skirt that falls softly with every step.")),
    ("dress", ("니트 폴로 원피스", "Knitted polo dress"), "Volant Gris", 219_000, "Forest", "2026-11-07",
     ("칼라가 달린 편안한 니트 원피스예요.", "An easy knitted dress with a collar.")),
    ("blouse", ("새틴 리본 블라우스", "Satin bow blouse"), "Nabi Studio", 119_000, "Ivory", "2026-11-16",
     ("목의 리본을 풀어도 묶어도 예뻐요.", "A blouse whose bow may be tied or left open.")),
    ("shirt", ("플란넬 체크 셔츠", "Flannel checked shirt"), "Ostra", 98_000, "Navy", "2026-10-27",
     ("안쪽까지 기모를 넣은 체크 셔츠예요.", "A checked shirt, brushed inside and out.")),
    ("boots_w", ("스웨이드 웨스턴 부츠", "Suede western boots"), "Yeoul", 259_000, "Tan", "2026-11-09",
     ("발목을 감싸는 부드러운 스웨이드 부츠예요.", "Soft suede boots that hold the ankle.")),
    ("sneakers", ("스웨이드 레트로 스니커즈", "Suede retro sneakers"), "Kestrel Lane", 149_000, "Sage", "2026-11-11",
     ("얇은 밑창에 색을 더한 레트로 스니커즈예요.", "Retro sneakers in colour on a thin sole.")),
    ("loafers", ("그레인 레더 로퍼", "Grained leather loafers"), "Hannam Row", 229_000, "Chestnut", "2026-11-04",
     ("신을수록 발에 맞춰지는 로퍼예요.", "Loafers that take the shape of your feet.")),
)  # fmt: skip


def make_arrivals(products: list[Product]) -> list[Product]:
    """The products that have just come, numbered after the others."""
    kinds = {kind.key: kind for kind in KINDS}
    number, variant = len(products), sum(product.variants for product in products)
    came: list[Product] = []
    for kind, name, brand, price, colour, since, text in _CAME:
        one = Product(number, kinds[kind], name, brand, price, (colour,), 0, text, variant, since=since)
        came.append(one)
        number, variant = number + 1, variant + one.variants
    return came


def lying(came: list[Product], places: int, seed: int) -> Iterator[tuple[int, int, int]]:
    """(place, variant, how many) of each of their variants in each of the first `places` places."""
    rng = np.random.default_rng([seed, 5])
    for product in came:
        for variant in range(product.first_variant, product.first_variant + product.variants):
            yield from ((place, variant, int(count)) for place, count in enumerate(rng.poisson(2.5, places)))
