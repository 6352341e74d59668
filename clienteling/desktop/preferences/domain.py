"""The settings there are and what each may be; knows no table."""

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("ko", "en"),
    "theme": ("system", "light", "dark"),
    "text": ("100", "115", "130"),
    "sound": ("off", "soft", "normal", "loud"),
}
FIRST = {name: choices[0] for name, choices in CHOICES.items()} | {"sound": "normal"}
VOLUMES = {"off": 0.0, "soft": 0.25, "normal": 0.6, "loud": 1.0}


def allowed(name: str, value: str) -> bool:
    """Whether a setting may have this value."""
    return value in CHOICES.get(name, ())
