"""The drawn picture of every sample product, chosen by its kind and painted in its own colour; writes WebP files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage, QImageWriter

from clienteling.demo import artwork_bags as bags
from clienteling.demo import artwork_beauty as beauty
from clienteling.demo import artwork_bottoms as bottoms
from clienteling.demo import artwork_decor as decor
from clienteling.demo import artwork_rooms as rooms
from clienteling.demo import artwork_shirts as shirts
from clienteling.demo import artwork_shoes as shoes
from clienteling.demo import artwork_table as table
from clienteling.demo import artwork_tops as tops
from clienteling.demo import artwork_trinkets as trinkets
from clienteling.demo.artwork_paint import Canvas
from clienteling.demo.artwork_scene import backdrop
from clienteling.demo.sample_catalogue import Product, colour_words

QUALITY = 80
DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "coat": tops.coat, "blazer": tops.blazer, "trucker": tops.trucker, "down": tops.down, "knit": shirts.knit,
    "cardigan": shirts.cardigan, "shirt": shirts.shirt, "blouse": shirts.blouse, "tee": shirts.tee, "trousers": bottoms.trousers,
    "jeans": bottoms.jeans, "skirt": bottoms.skirt, "dress": bottoms.dress, "boots": shoes.boots, "sneakers": shoes.sneakers,
    "loafers": shoes.loafers, "pumps": shoes.pumps, "tote": bags.tote, "crossbody": bags.crossbody, "backpack": bags.backpack,
    "scarf": bags.scarf, "belt": bags.belt, "hat": trinkets.hat, "necklace": trinkets.necklace, "earrings": trinkets.earrings,
    "ring": trinkets.ring, "watch": trinkets.watch, "perfume": beauty.perfume, "jar": beauty.jar, "tube": beauty.tube,
    "dropper": beauty.dropper, "pump": beauty.pump, "bottle": beauty.bottle, "lipstick": beauty.lipstick, "palette": beauty.palette,
    "compact": beauty.compact, "soap": beauty.soap, "mug": table.mug, "plate": table.plate, "bowl": table.bowl,
    "teapot": table.teapot, "glass": table.glass, "vase": decor.vase, "candle": decor.candle, "diffuser": decor.diffuser,
    "lamp": rooms.lamp, "cushion": rooms.cushion, "blanket": rooms.blanket, "chair": rooms.chair, "table": rooms.table,
}  # fmt: skip
HANGING = set(
    [
        "coat",
        "blazer",
        "trucker",
        "down",
        "knit",
        "cardigan",
        "shirt",
        "blouse",
        "tee",
        "trousers",
        "jeans",
        "skirt",
        "dress",
        "scarf",
        "necklace",
        "earrings",
        "watch",
        "plate",
        "belt",
    ]
)
# smaller things come nearer to the eye
CLOSER = {
    "blazer": 1.14, "trucker": 1.22, "down": 1.06, "knit": 1.24, "cardigan": 1.2, "shirt": 1.16, "blouse": 1.2, "tee": 1.22,
    "necklace": 1.06, "earrings": 1.22, "ring": 1.12, "soap": 1.1, "dropper": 1.08, "glass": 1.12, "lamp": 1.06, "vase": 1.06,
}  # fmt: skip


def draw(product: Product) -> QImage:
    """The picture of one product, the same every time."""
    words = frozenset(product.name[1].lower().split())
    canvas = Canvas(colour_words(product.colours[0])[2], words, product.number)
    backdrop(canvas, product.kind.art not in HANGING)
    canvas.nearer(CLOSER.get(product.kind.art, 1.0), 240 if product.kind.art in HANGING else 400)
    DRAWINGS[product.kind.art](canvas)
    return canvas.end()


def write_pictures(directory: Path, products: list[Product], progress: Callable[[str, int, int], None]) -> None:
    """One WebP a product, named by its slug."""
    directory.mkdir(parents=True, exist_ok=True)
    for done, product in enumerate(products, 1):
        writer = QImageWriter(str(directory / f"{product.slug}.webp"), b"webp")
        writer.setQuality(QUALITY)
        if not writer.write(draw(product)):
            raise OSError(f"cannot write {product.slug}.webp: {writer.errorString()}")
        if done % 50 == 0 or done == len(products):
            progress("pictures", done, len(products))
