"""Whether a shop folder can be taken in, and what is wrong with it by file, row and column; knows no database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clienteling.central.catalog.domain import NotAPicture, media_type
from clienteling.central.intake import files
from clienteling.central.intake.domain import MOST_FLAWS, Column, Flaw, Settings, Unusable, currency, language
from clienteling.central.intake.domain import id as read_id
from clienteling.central.intake.files import File
from clienteling.central.intake.tables import CODED, GROUPED, KEYS, NEEDED, TABLES
from clienteling.contract.pieces import KILOGRAM

Progress = Callable[[str, int, int], None]
Rows = list[tuple[Any, ...]]
# beyond so many only the database notices a repeated id: remembering them all would take the machine's memory
_MOST_KEYS = 3_000_000


@dataclass
class Findings:
    """What checking has found so far: flaws, and the ids of every table that others refer to."""

    flaws: list[Flaw] = field(default_factory=list)
    known: dict[str, set[str]] = field(default_factory=dict)
    last: dict[str, str | None] = field(default_factory=dict)
    pairs: dict[str, set[bytes]] = field(default_factory=dict)

    def add(self, flaw: Flaw) -> None:
        """Note one more; raises Unusable with all of them when there are enough."""
        self.flaws.append(flaw)
        if len(self.flaws) >= MOST_FLAWS:
            raise Unusable(self.flaws)


def check(folder: Path, progress: Progress = lambda what, done, total: None) -> tuple[Settings, dict[str, int]]:
    """Read the whole folder; its settings and how many rows each table has. Raises Unusable with up to 50 flaws."""
    settings, found = files.settings(folder), Findings()
    _check_settings(settings, found)
    counts: dict[str, int] = {}
    for table in TABLES:
        file = files.find(folder, table)
        if file is None:
            if table in NEEDED:
                found.add(Flaw(table, f"there is neither {table}.parquet nor {table}.csv"))
            found.known[table] = set()
            continue
        counts[table] = _check_table(folder, table, file, found, progress)
    if not found.flaws:
        _check_sensitive(folder, settings, found)
    if found.flaws:
        raise Unusable(found.flaws)
    return settings, counts


def rows(table: str, file: File, found: Findings | None = None) -> Iterator[tuple[int, Rows]]:
    """The rows of a table with the number of the first, piece by piece; flawed pieces are told and passed over.

    Without `found` nothing is checked against other tables.
    """
    columns = [column for column in TABLES[table] if column.needed or column.name in file.header]
    places = [file.header.index(column.name) for column in columns if column.name in file.header]
    for number, piece in file.pieces():
        read = [_read(column, piece[place], file, number, found) for column, place in zip(columns, places, strict=True)]
        if any(values is None for values in read):
            # what refers to these rows is not flawed for that
            if found:
                found.known[table].update(read[0] or ())
            continue
        whole = dict(zip((column.name for column in columns), read, strict=True))
        count = len(piece[0])
        complete = [whole.get(column.name) or [column.absent] * count for column in TABLES[table]]
        yield number, list(zip(*complete, strict=True))


def picture(folder: Path, name: str) -> bytes | None:
    """The bytes of a product's picture, None where none is named; raises NotAPicture."""
    if not name:
        return None
    path = folder / "pictures" / name
    if path.name != name or not path.is_file():
        raise NotAPicture("there is no such file in pictures/")
    data = path.read_bytes()
    media_type(data)
    return data


def main(folder: Path) -> int:
    """The command `clienteling shop check`: 0 and the counts, or 1 and what is wrong."""
    try:
        settings, counts = check(folder)
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        return 1
    print(f"{settings.name}: " + ", ".join(f"{count:,} {table}" for table, count in counts.items()))
    return 0


def _check_settings(settings: Settings, found: Findings) -> None:
    for field_name, read in (("currency", currency), ("tenant", read_id), ("language", language)):
        try:
            read(getattr(settings, field_name))
        except ValueError as error:
            found.add(Flaw("shop.toml", str(error), column=field_name))


def _check_sensitive(folder: Path, settings: Settings, found: Findings) -> None:
    """A misspelt category would protect nobody."""
    file = files.find(folder, "products")
    if file is None or not settings.sensitive:
        return
    place = [column.name for column in TABLES["products"]].index("category")
    categories = {row[place] for _, piece in rows("products", file) for row in piece}
    for category in settings.sensitive:
        if category not in categories:
            found.add(Flaw("shop.toml", f"no product has the category {category!r}", column="sensitive"))


def _check_table(folder: Path, table: str, file: File, found: Findings, progress: Progress) -> int:
    if not _check_header(table, file, found):
        return 0
    found.known[table] = set()
    count = 0
    for number, piece in rows(table, file, found):
        _check_keys(table, file, number, piece, found)
        _check_pairs(table, file, number, piece, found)
        _check_codes(table, file, number, piece, found)
        _check_weighed(table, file, number, piece, found)
        _check_pictures(folder, table, file, number, piece, found)
        count += len(piece)
        progress(f"checking {table}", count, file.rows)
    for flaw in file.broken:
        # whose rows could not be read does not make those that refer to them wrong
        found.known.pop(table, None)
        found.add(flaw)
    return count


def _check_header(table: str, file: File, found: Findings) -> bool:
    """Every column that is needed, none twice, and none that nobody would read.

    Without its header a file's first row stands in its place: what is in it is not repeated.
    """
    names = {column.name: column.needed for column in TABLES[table]}
    says = {name: "the column is missing" for name, needed in names.items() if needed and name not in file.header}
    if not says:
        says = {name: "no column of this table has this name" for name in file.header if name not in names}
        says |= {name: "the column stands there twice" for name in file.header if file.header.count(name) > 1}
    for column, flaw in says.items():
        found.add(Flaw(file.path.name, flaw, column=column))
    return not says


def _read(column: Column, values: list[Any], file: File, number: int, found: Findings | None) -> list[Any] | None:
    """The values of a piece of a column, at full speed where all are well, one by one where not."""
    known = found.known.get(column.of) if found and column.of else None
    try:
        # most columns repeat themselves, and what was read once need not be read again
        read = {value: column.read(value) for value in dict.fromkeys(values)}
        if known is None or known.issuperset(value for value in read.values() if value is not None):
            return list(map(read.__getitem__, values))
    except (ValueError, TypeError):
        pass
    for row, value in enumerate(values, number):
        if (says := _wrong(column, value, known)) and found:
            found.add(Flaw(file.path.name, says, row, column.name))
    return None


def _wrong(column: Column, value: Any, known: set[str] | None) -> str | None:
    try:
        read = column.read(value)
    except ValueError as error:
        return str(error)
    if known is not None and read is not None and read not in known:
        return f"{read!r} is not in {column.of}"
    return None


def _check_keys(table: str, file: File, number: int, piece: Rows, found: Findings) -> None:
    """No id twice; the lines of an order or of a cart stand together."""
    keys, last = found.known[table], found.last.get(table)
    if table == "stock" or len(keys) > _MOST_KEYS:
        return
    for row, values in enumerate(piece, number):
        key = values[0]
        if key in keys and not (table in GROUPED and key == last):
            says = "stands further up already" + (", away from its other rows" if table in GROUPED else "")
            found.add(Flaw(file.path.name, f"{key} {says}", row, TABLES[table][0].name))
        keys.add(key)
        last = key
    found.last[table] = last


def _check_pairs(table: str, file: File, number: int, piece: Rows, found: Findings) -> None:
    """No variant twice at a location or in a cart, no line twice."""
    names = KEYS.get(table, ())
    places = [place for place, column in enumerate(TABLES[table]) if column.name in names]
    known = found.pairs.setdefault(table, set())
    if not places or len(known) > _MOST_KEYS:
        return
    for row, values in enumerate(piece, number):
        # of a million lines only the sixteen bytes of each id
        key = bytes.fromhex("".join(values[place] for place in places).replace("-", ""))
        if key in known:
            found.add(Flaw(file.path.name, "stands further up already", row, ", ".join(names)))
        known.add(key)


def _check_codes(table: str, file: File, number: int, piece: Rows, found: Findings) -> None:
    """No bar code of a variant and no code of a store twice."""
    if table not in CODED:
        return
    place = next(place for place, column in enumerate(TABLES[table]) if column.name == CODED[table])
    codes = found.known.setdefault(CODED[table], set())
    for row, values in enumerate(piece, number):
        if values[place] in codes:
            found.add(Flaw(file.path.name, f"{values[place]} stands further up already", row, CODED[table]))
        if values[place]:
            codes.add(values[place])


def _check_weighed(table: str, file: File, number: int, piece: Rows, found: Findings) -> None:
    """Nothing that has to be weighed lies in an online cart."""
    weighed = found.known.setdefault("weighed", set())
    if table == "variants":
        weighed.update(values[0] for values in piece if values[-1] == KILOGRAM)
    for row, values in enumerate(piece if table == "carts" else (), number):
        if values[1] in weighed:
            found.add(Flaw(file.path.name, "is sold by weight: only weighed pieces can be in a cart", row, "variant"))


def _check_pictures(folder: Path, table: str, file: File, number: int, piece: Rows, found: Findings) -> None:
    """Each picture that a product names is there and is one."""
    if table != "products":
        return
    for row, values in enumerate(piece, number):
        try:
            picture(folder, values[-1])
        except NotAPicture as error:
            found.add(Flaw(file.path.name, f"the picture {values[-1]!r}: {error}", row, "picture"))
