"""The README names every setting as the code does, with the value it has when nobody says anything."""

import re

from clienteling.central.runtime import config as central
from clienteling.desktop.runtime import config as desktop


def _table(root, title):
    """The rows of a table of the README: the value otherwise by the setting's name."""
    text = (root / "README.md").read_text(encoding="utf-8")
    lines = text.partition(f"| {title} | otherwise | |\n")[2].partition("\n\n")[0].splitlines()
    return dict(re.match(r"\| `(\w+)` \| `?(.+?)`? \|", line).groups() for line in lines[1:])


def test_centrals_settings_are_named_with_their_defaults(root):
    told = _table(root, "central")
    assert told.pop("CLIENTELING_CENTRAL_CONFIG") == "none"
    config = central.load({})
    plain = [name for name in config.__struct_fields__ if name != "in_store"]  # a table, only in the file
    names = {f"CLIENTELING_CENTRAL_{name.upper()}": str(getattr(config, name)) for name in plain}
    assert told == {name: value.removesuffix(".0") for name, value in names.items()}


def test_a_tablets_settings_are_named(root):
    told = _table(root, "a tablet")
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "clienteling/desktop").rglob("*.py"))
    assert set(told) == set(re.findall(r"CLIENTELING_[A-Z]+", code))
    given = {name: "x" for name in told if name != "CLIENTELING_CONFIG"}
    config = desktop.load(given | {"CLIENTELING_KEY": "file"})
    assert (config.central, config.token, config.key) == ("x", "x", "file")
    assert desktop.load({"CLIENTELING_CENTRAL": "x", "CLIENTELING_TOKEN": "x"}).key == told["CLIENTELING_KEY"]
