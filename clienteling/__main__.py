"""The command line of both halves and of the demo; holds no work of its own and imports it only when asked to do it."""

import argparse
import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Runs one command; gives the exit code."""
    # read when Qt is loaded, whose multimedia would tell at length which libraries it did not find
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    wanted = parser().parse_args(argv)
    return int(wanted.run(wanted) or 0)


def parser() -> argparse.ArgumentParser:
    """Every command and option, in one place."""
    top = argparse.ArgumentParser(prog="clienteling", description="The associate's app and the central API behind it.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _demo(commands)
    _desktop(commands)
    _central(commands)
    _shop(commands)
    _import(commands)
    _register(commands)
    _upkeep(commands)
    _escrow(commands)
    _insight(commands)
    return top


def _demo(commands) -> None:
    demo = commands.add_parser("demo", help="central and the app over a shop; without a display the guided tour")
    demo.add_argument("--shop", type=Path, metavar="DIR", help="a shop folder; without it the sample shop")
    demo.add_argument("--tour", action="store_true", help="the guided tour offscreen, also where there is a display")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="write a picture of each step of the tour here")
    demo.set_defaults(run=run_demo)
    web = commands.add_parser("web", help="a client of the running demo puts something into her cart in the web shop")
    web.add_argument("--shop", type=Path, metavar="DIR", help="the shop folder the demo runs over")
    web.set_defaults(run=run_web)


def _desktop(commands) -> None:
    desktop = commands.add_parser("desktop", help="the associate's app alone, against a running central API")
    desktop.set_defaults(run=run_desktop)
    restore = commands.add_parser("restore", help="put a backup of this tablet's own store back")
    restore.add_argument("backup", type=Path, nargs="?", metavar="FILE", help="the newest one if none is named")
    restore.set_defaults(run=run_restore)


def _central(commands) -> None:
    central = commands.add_parser("central", help="the central API alone")
    central.add_argument("--database", metavar="URL", help="sqlite+aiosqlite:///FILE or postgresql+asyncpg://...")
    central.add_argument("--host", help="the address to listen on, 127.0.0.1 if nothing is said")
    central.add_argument("--port", type=int, help="8460 if nothing is said")
    central.set_defaults(run=run_central)


def _shop(commands) -> None:
    shop = commands.add_parser("shop", help="make or check a shop folder").add_subparsers(required=True, metavar="WHAT")
    sample = shop.add_parser("sample", help="write the sample shop; --scale 500 writes a million customers")
    sample.add_argument("dir", type=Path)
    sample.add_argument("--scale", type=int, default=1)
    sample.add_argument("--seed", type=int, default=952)
    sample.set_defaults(run=run_sample)
    check = shop.add_parser("check", help="say what is wrong with a shop folder, by file, row and column")
    check.add_argument("dir", type=Path)
    check.set_defaults(run=run_check)
    retail = shop.add_parser("from-online-retail", help="make a shop folder of the public Online Retail II file")
    retail.add_argument("file", type=Path)
    retail.add_argument("dir", type=Path)
    retail.set_defaults(run=run_online_retail)
    luma = shop.add_parser("from-luma", help="the sample shop with the photographs of the public Luma catalogue")
    luma.add_argument("luma", type=Path)
    luma.add_argument("dir", type=Path)
    luma.set_defaults(run=run_luma)


def _import(commands) -> None:
    into = commands.add_parser("import", help="load a shop folder into central's database")
    into.add_argument("dir", type=Path)
    into.add_argument("--database", metavar="URL")
    into.set_defaults(run=run_import)


def _register(commands) -> None:
    register = commands.add_parser("register", help="give a device of a store its token, shown only now")
    register.add_argument("store", help="the store's id or code")
    register.add_argument("name", help="what the device is called, as in 'Tablet 3'")
    register.add_argument("--kind", choices=("tablet", "web"), default="tablet")
    register.add_argument("--database", metavar="URL")
    register.set_defaults(run=run_register)


def _escrow(commands) -> None:
    escrow = commands.add_parser("escrow", help="take in what tablets sealed for central, each fact once")
    escrow.add_argument("files", type=Path, nargs="+", metavar="FILE", help="outbox.sealed of a tablet, or an export")
    escrow.add_argument("--database", metavar="URL")
    escrow.set_defaults(run=run_escrow)


def _upkeep(commands) -> None:
    nightly = commands.add_parser("nightly", help="do now what central does once a night")
    nightly.set_defaults(run=run_nightly)
    restored = commands.add_parser("restored", help="central's database came back from a backup: let the tablets know")
    restored.set_defaults(run=run_restored)
    for command in (nightly, restored):
        command.add_argument("--database", metavar="URL")


def _insight(commands) -> None:
    insight = commands.add_parser("insight", help="what central learns from what was bought")
    whats = insight.add_subparsers(required=True, metavar="WHAT")
    build = whats.add_parser("build", help="learn, and keep it if it beats the plain formula on the last weeks")
    build.add_argument("--lists-later", action="store_true", help="leave the lists as they are until the night")
    evaluate = whats.add_parser("evaluate", help="print how lists of the last weeks would have done")
    explain = whats.add_parser(
        "explain", help="what is known of a customer, what she would be shown, and which facts it follows from"
    )
    explain.add_argument("customer", metavar="CUSTOMER", help="the customer's id")
    path = whats.add_parser(
        "path", help="how far each store's people have come, its purchase action and advocacy ratio"
    )
    segments = whats.add_parser("segments", help="groups of people nobody defined, and what sets each apart")
    audience = whats.add_parser("audience", help="whom to tell of a product, and why: who allows it, likeliest first")
    audience.add_argument("product", metavar="PRODUCT", help="the product's id")
    audience.add_argument("--store", help="the people of one store alone, by its id or code")
    audience.add_argument("--limit", type=int, default=50, help="50 people if nothing is said")
    audience.add_argument("--csv", type=Path, metavar="FILE", help="write a table for spreadsheets")
    runs = (run_build, run_evaluate, run_explain, run_path, run_segments, run_audience)
    for what, run in zip((build, evaluate, explain, path, segments, audience), runs, strict=True):
        what.add_argument("--database", metavar="URL")
        what.set_defaults(run=run)


def run_demo(wanted: argparse.Namespace) -> int:
    from clienteling.demo.run import main as demo

    return demo(shop=wanted.shop, tour=wanted.tour, shots=wanted.shots)


def run_web(wanted: argparse.Namespace) -> int:
    from clienteling.demo.run import web

    return web(shop=wanted.shop)


def run_desktop(_wanted: argparse.Namespace) -> int:
    from clienteling.desktop.start import main as desktop

    return desktop()


def run_restore(wanted: argparse.Namespace) -> int:
    from clienteling.desktop.restore import main as restore

    return restore(wanted.backup)


def run_central(wanted: argparse.Namespace) -> int:
    from clienteling.central.app import main as central

    return central(database=wanted.database, host=wanted.host, port=wanted.port)


def run_sample(wanted: argparse.Namespace) -> int:
    from clienteling.central.intake.load import print_progress
    from clienteling.demo.sample_shop import write_sample

    write_sample(wanted.dir, scale=wanted.scale, seed=wanted.seed, progress=print_progress)
    return 0


def run_check(wanted: argparse.Namespace) -> int:
    from clienteling.central.intake.check import main as check

    return check(wanted.dir)


def run_online_retail(wanted: argparse.Namespace) -> int:
    from clienteling.central.intake.load import print_progress
    from clienteling.demo.online_retail import from_online_retail

    from_online_retail(wanted.file, wanted.dir, progress=print_progress)
    return 0


def run_luma(wanted: argparse.Namespace) -> int:
    from clienteling.demo.luma import from_luma

    from_luma(wanted.luma, wanted.dir)
    return 0


def run_import(wanted: argparse.Namespace) -> int:
    from clienteling.central.intake.load import main as load

    return load(wanted.dir, database=wanted.database)


def run_nightly(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import nightly

    return nightly(database=wanted.database)


def run_restored(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import restored

    return restored(database=wanted.database)


def run_build(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_build

    return insight_build(database=wanted.database, lists_later=wanted.lists_later)


def run_evaluate(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_evaluate

    return insight_evaluate(database=wanted.database)


def run_explain(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_explain

    return insight_explain(wanted.customer, database=wanted.database)


def run_path(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_path

    return insight_path(database=wanted.database)


def run_segments(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_segments

    return insight_segments(database=wanted.database)


def run_audience(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import insight_audience

    told = {"store": wanted.store, "limit": wanted.limit, "csv": wanted.csv}
    return insight_audience(wanted.product, **told, database=wanted.database)


def run_register(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import register

    return register(wanted.store, wanted.name, kind=wanted.kind, database=wanted.database)


def run_escrow(wanted: argparse.Namespace) -> int:
    from clienteling.central.commands import escrow

    return escrow(wanted.files, database=wanted.database)


if __name__ == "__main__":
    sys.exit(main())
