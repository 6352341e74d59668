"""What an operator does to central by hand, beside running it; knows no rule of what it does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from clienteling.central.app import Central, build, teach
from clienteling.central.clientbook import actions as histories
from clienteling.central.clientbook import report as histories_report
from clienteling.central.insight import actions as insight
from clienteling.central.insight import actions_audience as audience
from clienteling.central.insight import actions_segments as segments
from clienteling.central.insight import evaluation, report, report_segments, shelf, training, training_segments
from clienteling.central.insight.domain_nights import Night
from clienteling.central.insight.engine import Engine, ground
from clienteling.central.insight.spark import Unready
from clienteling.central.insight.steps import Steps
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.config import Config, Misconfigured, load
from clienteling.central.runtime.db import Tx, Unfit
from clienteling.central.signin import actions as identities
from clienteling.central.sync import escrow as sealed
from clienteling.central.sync import feed
from clienteling.contract import sheets

T = TypeVar("T")
_RESTORED = """\
{scopes:,} scopes begin anew. At its next contact every tablet loads its data afresh and tells once more what it
told in the last 7 days; what central still knows of that is not taken twice.
What the web shop told after the backup does not come back, and devices registered after it need it again."""


def register(store: str, name: str, kind: str, database: str | None = None) -> int:
    """The command `clienteling register`: prints a new device's token; 1 and a sentence when it cannot be."""

    async def work(central: Central) -> None:
        _, token = await central.db.run(identities.register_device, store, name, kind)
        print(token)

    return _run(work, database)


def nightly(database: str | None = None) -> int:
    """The command `clienteling nightly`: what is done once a night, now, or the rest of it if it was interrupted."""
    return _run(lambda central: central.nightly.once(_print_progress), database)


def restored(database: str | None = None) -> int:
    """The command `clienteling restored`, after the database was put back from a backup: every device notices."""

    async def work(central: Central) -> None:
        print(_RESTORED.format(scopes=await central.db.run(feed.begin_epochs)))

    return _run(work, database)


def escrow(files: list[Path], database: str | None = None) -> int:
    """The command `clienteling escrow`: takes in what tablets sealed, each fact once, and prints what it found."""

    async def work(central: Central) -> None:
        records = [record for file in files for record in file.read_bytes().splitlines()]
        found = await sealed.take(central.db, teach(), identities.by_token, central.seal.private, records)
        print(", ".join(f"{count} {word}" for word, count in found.items()))

    return _run(work, database)


def insight_build(database: str | None = None, lists_later: bool = False) -> int:
    """The command `clienteling insight build`: learn from the shop's own lines, keep it if it beats the plain formula.

    Ctrl+C ends it between or within steps; what was kept before stays, and the same day it goes on after the last step
    that was finished. Then everybody's list is made anew, unless that is to be done later.
    """

    def work(engine: Engine, folder: Path, shop: str) -> None:
        steps = Steps(folder, f"{shop} {engine.first} {engine.last} {shelf.SHAPE}")
        found = evaluation.trial(engine, _print_step, steps.once)
        _print_lines(report.trial(found))
        if found.is_used:
            print(shelf.keep(training.train(engine, engine.last + 1, _print_step, steps.once), folder, shop))
        else:
            shelf.forget(folder)
        steps.forget()
        judged.append(found.night(now()))

    judged: list[Night] = []
    code = _learn(work, database) or _run(lambda central: central.db.run(insight.note_night, judged[0]), database)
    if code or lists_later:
        return code
    return _run(lambda central: central.nightly.once(_print_progress, only="suggestions"), database)


def insight_evaluate(database: str | None = None) -> int:
    """The command `clienteling insight evaluate`: the figures of the shop's own last weeks; keeps nothing."""
    return _learn(lambda engine, *_: _print_lines(report.trial(evaluation.trial(engine, _print_step))), database)


def insight_explain(customer: str, database: str | None = None) -> int:
    """The command `clienteling insight explain`: what a customer would be shown, and the facts it follows from."""
    read = _gather(lambda tx: (insight.names(tx), insight.shop(tx), histories.standing(tx, customer)), database)
    if read is None:
        return 1
    (names, shop, standing), config = read
    if standing:
        _print_lines(histories_report.standing(standing))
        if customer in standing.buyers and not standing.is_silent:
            _print_lines(report.expectation(standing.buyers, customer, standing.present, standing.currency))
    model = shelf.take(config.folder, shop)
    place = model.known.place(customer) if model else None
    if model is None or place is None:
        why = "Nobody with this id bought anything" if model else "Nothing was learned yet: clienteling insight build"
        print(why, file=sys.stderr)
        return 1
    _print_lines(report.explanation(model, place, names))
    return 0


def insight_path(database: str | None = None) -> int:
    """The command `clienteling insight path`: how far the people of each store have come, and its PAR and BAR."""
    read = _gather(histories.path_ratios, database)
    if read is None:
        return 1
    _print_lines(histories_report.ratios(read[0]))
    return 0


def insight_segments(database: str | None = None) -> int:
    """The command `clienteling insight segments`: groups nobody defined, by what sets them apart; Ctrl+C ends it."""
    read = _gather(segments.told, database)
    if read is None:
        return 1
    told, _ = read

    def work(engine: Engine, *_: object) -> None:
        shop = training_segments.shop(told.products, told.channels, told.kept_out)
        seen, kept = training_segments.history(engine, engine.last + 1, shop, _print_step)
        lines = [report_segments.Line(*each) for each in zip(seen.found.shown, kept, strict=True)]
        _print_lines(report_segments.table(seen.found, lines, engine.last))

    return _learn(work, database)


def insight_audience(product: str, store: str | None, limit: int, csv: Path | None, database: str | None = None) -> int:
    """The command `clienteling insight audience`: whom to tell of a product and why, as lines or into a CSV file.

    Whoever is named there is on the record as looked at.
    """

    async def work(central: Central) -> None:
        question = await central.db.read(audience.everywhere, store, product)
        found = audience.answer(question, limit)
        told = await central.db.run(audience.tell_operator, product, found)
        names = await central.db.read(insight.names)
        rows = [report.whom(one.customer, one.name, one.ways, one.reason, names) for one in told]
        if csv:
            csv.write_text(sheets.MARK + sheets.table(report.WHOM, rows), encoding="utf-8", newline="")
            print(f"{csv}: {len(rows)} people")
        else:
            _print_lines(report.columns([report.WHOM, *rows]))

    return _run(work, database)


def _learn(work: Callable[[Engine, Path, str], None], database: str | None) -> int:
    """Read the lines, then learn outside of any loop, so that an interrupt is heard at once."""
    read = _gather(lambda tx: (insight.lines(tx), insight.shop(tx)), database)
    if read is None:
        return 1
    (lines, shop), config = read
    try:
        with closing(Engine(lines, ground(config.engine))) as engine:
            work(engine, config.folder, shop)
    except Unready as error:
        print(error, file=sys.stderr)
        return 1
    except training.Untaught:
        print("The shop's past is too short to learn from", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; what was learned before stays", file=sys.stderr)
        return 130
    return 0


def _gather(action: Callable[[Tx], T], database: str | None) -> tuple[T, Config] | None:
    """What an action reads of central's database, and central's settings; None after a sentence why not."""
    found: list[T] = []

    async def work(central: Central) -> None:
        found.append(await central.db.read(action))

    return (found[0], load(database=database)) if _run(work, database) == 0 else None


def _print_step(step: str, done: int, total: int) -> None:
    print(f"{done}/{total} {step}", file=sys.stderr, flush=True)


def _print_lines(lines: Iterable[str]) -> None:
    print("\n".join(lines))


def _run(work: Callable[[Central], Awaitable[None]], database: str | None) -> int:
    async def opened() -> None:
        async with build(load(database=database)).open() as central:
            await work(central)

    try:
        asyncio.run(opened())
    except (Misconfigured, Unfit, LookupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _print_progress(chore: str, done: int) -> None:
    """On standard error, a line that is written over where somebody watches."""
    begin, end = ("\r", "   ") if sys.stderr.isatty() else ("", "\n")
    print(f"{begin}{chore}: {done:,}", end=end, file=sys.stderr, flush=True)
