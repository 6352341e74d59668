"""The behaviour model of the sample shop: every number its purchases come from, in one table; draws nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, field

STYLES = ("minimal", "classic", "street", "romantic", "natural")

# How much more a kind sells in each month, January first.
SEASONS = {
    "winter": (1.7, 1.3, 0.8, 0.5, 0.3, 0.2, 0.2, 0.3, 0.8, 1.6, 2.1, 2.2),
    "spring": (0.6, 1.0, 1.8, 1.9, 1.6, 1.0, 0.7, 0.7, 1.0, 0.9, 0.7, 0.6),
    "summer": (0.3, 0.4, 0.7, 1.2, 1.7, 2.2, 2.1, 1.6, 0.8, 0.4, 0.3, 0.3),
    "autumn": (0.9, 0.8, 0.9, 0.7, 0.5, 0.3, 0.3, 0.7, 1.9, 2.2, 1.7, 1.1),
    "all": (1.0,) * 12,
}

# (kind, kind that goes with it, probability that it comes along in the same basket)
TOGETHER = (
    ("coat_w", "scarf", 0.30), ("coat_m", "scarf", 0.26), ("coat_w", "boots_w", 0.12), ("blazer_w", "slacks_w", 0.34),
    ("blazer_m", "slacks_m", 0.36), ("blazer_m", "shirt", 0.22), ("knit_w", "slacks_w", 0.24), ("knit_m", "slacks_m", 0.24),
    ("cardigan", "skirt", 0.24), ("blouse", "skirt", 0.26), ("shirt", "belt", 0.14), ("slacks_m", "belt", 0.24),
    ("slacks_w", "belt", 0.16), ("jeans", "tee", 0.30), ("trucker", "jeans", 0.24), ("dress", "pumps", 0.22),
    ("dress", "earrings", 0.16), ("skirt", "blouse", 0.16), ("tote", "scarf", 0.12), ("necklace", "earrings", 0.34),
    ("down", "hat", 0.26), ("sneakers", "tee", 0.18), ("lipstick", "compact", 0.22), ("palette", "lipstick", 0.32),
    ("cream", "serum", 0.34), ("cleanser", "cream", 0.24), ("hand_cream", "soap", 0.28), ("perfume", "hand_cream", 0.18),
    ("shampoo", "soap", 0.20), ("mug", "plate", 0.30), ("plate", "bowl", 0.38), ("teapot", "mug", 0.46),
    ("lamp", "cushion", 0.18), ("cushion", "blanket", 0.26), ("vase", "candle", 0.22), ("candle", "diffuser", 0.20),
    ("chair", "cushion", 0.40), ("table", "lamp", 0.30), ("glass", "plate", 0.22),
)  # fmt: skip

# (kind, kind bought some weeks later, probability, median days between)
AFTERWARDS = (
    ("coat_w", "knit_w", 0.16, 21), ("coat_m", "knit_m", 0.14, 21), ("boots_w", "slacks_w", 0.12, 18), ("dress", "cardigan", 0.18, 24),
    ("blazer_m", "loafers", 0.16, 30), ("perfume", "candle", 0.12, 40), ("serum", "cream", 0.18, 25), ("chair", "table", 0.22, 35),
    ("mug", "teapot", 0.12, 28), ("tote", "belt", 0.10, 30), ("sneakers", "backpack", 0.10, 26), ("lamp", "vase", 0.12, 33),
)  # fmt: skip


@dataclass(frozen=True)
class Behaviour:
    """Rates per customer and probabilities; resources/sample/README.md says what each one means in words."""

    end: str = "2026-11-20"
    days: int = 730
    per_chunk: int = 2000
    trips_per_year: float = 6.35
    trips_spread: float = 0.70
    joined_before: float = 0.62
    lapse_share: float = 0.24
    taste_focus: float = 0.55
    taste_strength: float = 2.4
    department_focus: tuple[float, float, float] = (2.6, 1.3, 0.9)
    brand_loyalty: float = 0.55
    price_fit: float = 1.1
    another: float = 0.34
    staples_mean: float = 0.80
    rhythm_jitter: float = 0.14
    rhythm_own: float = 0.15
    staples_stop: float = 0.015
    size_sure: float = 0.93
    online_shape: tuple[float, float] = (1.3, 2.2)
    home_store: float = 0.88
    own_staff: float = 0.62
    return_share: float = 0.055
    sale_months: tuple[int, ...] = (1, 7)
    sale_rate: float = 0.20
    browse_per_year: float = 11.0
    saved_share: float = 0.16
    carted_share: float = 0.14
    rated_share: float = 0.16
    cart_share: float = 0.26
    seasons: dict[str, tuple[float, ...]] = field(default_factory=lambda: dict(SEASONS))


BEHAVIOUR = Behaviour()
