"""Spark as the ground of the same pipeline: row for row what DuckDB says, and a sentence where it cannot be had."""

import gc
import inspect
import os
import signal
import subprocess
import sys
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from ibis.expr.operations import Sort

from clienteling.central.insight import tables
from clienteling.central.insight.duck import Duck
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.spark import Spark, Unready
from tests.helpers.gift_shop import CUT, habits, lines

SMALL = """\
spark.driver.memory 512m
spark.sql.shuffle.partitions 2
spark.sql.adaptive.enabled false
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.local.dir {folder}
"""
QUIET = """\
appender.console.type = Console
appender.console.name = console
rootLogger.level = error
rootLogger.appenderRef.console.ref = console
"""
# PySpark leaves sockets to the collector of garbage
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored in. <socket.socket")
LATER = 30


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory):
    """A small and quiet Spark, as an operator would set it."""
    folder = tmp_path_factory.mktemp("spark")
    (folder / "spark-defaults.conf").write_text(SMALL.format(folder=folder))
    (folder / "log4j2.properties").write_text(QUIET)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        yield folder


@pytest.fixture(scope="module")
def heard():
    """What an interrupt does before there is a Spark."""
    return signal.getsignal(signal.SIGINT)


@pytest.fixture(scope="module")
def spark(surroundings, heard):
    running = Spark("local[2]")
    yield running
    running.close()
    gc.collect()


def at_the_edges():
    """The same line twice, guests, a basket on two days, two baskets on one, ids that are no ASCII."""
    return lines(
        ("ann", "a1", 10, "tea"), ("ann", "a1", 10, "tea"), ("ann", "a1", 11, "cup"), ("ann", "a2", 40, "tea"),
        ("ann", "a3", 80, "tea"), ("ann", "a3", 80, "pot"), ("bea", "b1", 80, "cup"), ("bea", "b1", 80, "pot"),
        (None, "g1", 81, "pot"), (None, "g1", 81, "cup"), ("bea", "b2", 100, "tea"), ("bea", "b3", 100, "pot"),
        ("차연", "c1", 90, "찻잔"), ("차연", "c2", 99, "찻잔"), ("Zoë", "z1", 120, "🫖"), ("Zoë", "z1", 120, "찻잔"),
    )  # fmt: skip


def every_age():
    """A person of 1,500 baskets with a product of its own in each, so that every age is in some row."""
    return lines(*(("old", f"o{day:04d}", day, f"p{day:04d}") for day in range(CUT - 1500, CUT)))


def sample(root):
    """What the sample shop sold, a product once a line."""
    told, variants = (pq.read_table(root / f"resources/sample/{name}.parquet") for name in ("order_lines", "variants"))
    told = told.filter(pc.greater(told["quantity"], 0))
    product = pc.take(variants["product"], pc.index_in(told["variant"], variants["id"].combine_chunks()))
    days = [date.fromisoformat(at[:10]).toordinal() for at in told["at"].to_pylist()]
    columns = {"customer": told["customer"], "basket": told["order"], "day": pa.array(days, pa.int32())}
    return pa.table(columns | {"product": product})


def pipeline(lines, cut):
    """Every table that there is, by its name; what has no order of its own is put in order."""
    told = {"lines": lines, "sold": tables.before(lines, cut), "cut": cut, "until": cut + LATER, "fewest": 2}
    for name, table in inspect.getmembers(tables, inspect.isfunction):
        if not name.startswith("_"):
            found = table(*(told[one] for one in inspect.signature(table).parameters))
            yield name, found if isinstance(found.op(), Sort) else found.order_by(found.columns)


def different(told, spark, cut):
    """The tables of which the two engines do not say the same of a shop, row for row; how many they have of each."""
    duck = Duck()
    engines = [Engine(told, duck), Engine(told, spark)]
    found, count = [], {}
    for (name, one), (_, other) in zip(*(pipeline(engine.lines, cut) for engine in engines), strict=True):
        rows = duck.rows(one)
        count[name] = rows.num_rows
        found += [] if rows.equals(spark.rows(other)) else [name]
    engines[0].close()
    return found, count


@pytest.mark.slow
def test_both_engines_say_the_same(spark):
    found, count = different(pa.concat_tables([habits(), at_the_edges(), every_age()]), spark, CUT)
    assert found == []
    assert all(count.values())


@pytest.mark.slow
def test_both_engines_say_the_same_of_the_sample_shop_from_parquet(spark, root, tmp_path):
    told = sample(root)
    pq.write_table(told, tmp_path / "lines.parquet")
    found, count = different(tmp_path / "lines.parquet", spark, pc.max(told["day"]).as_py() - LATER)
    assert found == []
    assert count["before"] > 40_000 and all(count.values())


@pytest.mark.slow
def test_an_interrupt_does_what_it_did(spark, heard):
    assert signal.getsignal(signal.SIGINT) is heard


def test_without_pyspark_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(Unready, match=r"engine local\[2\] needs: pip install"):
        Spark("local[2]")


def test_without_java_a_sentence(tmp_path):
    begin = "from clienteling.central.insight.spark import Spark; Spark('local[2]')"
    surroundings = os.environ | {"JAVA_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", begin], env=surroundings, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("needs a Java runtime 17 or 21, on the path or named by JAVA_HOME")
