"""What the sample shop sells by weight; nobody has bought of it yet, and nothing else of the sample depends on it."""

from __future__ import annotations

from clienteling.contract.pieces import KILOGRAM
from clienteling.demo.sample_catalogue import Product
from clienteling.demo.sample_kinds import KINDS

LYING = (6, 4, 4, 3, 3, 40, 0)
"""How many weighed pieces lie in each store, the warehouse and the online shop."""
# name, brand, won a kilogram, colour, text
_BY_WEIGHT = (
    (("통비누 올리브", "Olive soap from the block"), "Sogeum", 48_000, "Olive",
     ("원하는 만큼 잘라 무게로 파는 올리브 비누예요.", "Olive soap, cut from the block as large as you like and sold by weight.")),
    (("통비누 동백", "Camellia soap from the block"), "Dodam Lab", 62_000, "Rose",
     ("제주 동백 오일로 만든 통비누. 잘라서 무게로 팔아요.", "Soap with camellia oil from Jeju, cut from the block and sold by weight.")),
)  # fmt: skip


def make_weighed(products: list[Product]) -> list[Product]:
    """The products that are sold by the kilogram, numbered after the others."""
    soap = next(kind for kind in KINDS if kind.key == "soap")
    number, variant = len(products), sum(product.variants for product in products)
    return [
        Product(number + place, soap, name, brand, price, (colour,), 0, text, variant + place, KILOGRAM)
        for place, (name, brand, price, colour, text) in enumerate(_BY_WEIGHT)
    ]
