"""Spark, on which the same pipeline runs where a shop outgrows one machine; knows no table. Loaded only when named.

What a Spark is to have beyond its master (memory, folders, shuffle partitions) stands in its own spark-defaults.conf.
"""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr.types import Table
    from pyspark.sql import SparkSession

ABSENT = 'PySpark is not installed, which the engine {master} needs: pip install "clienteling[spark]"'
SILENT = "Spark did not start: it needs a Java runtime 17 or 21, on the path or named by JAVA_HOME"

_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
_ALONE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


class Unready(Exception):
    """Spark cannot be had; the message says what is missing."""


class Spark:
    """A session on a master such as `local[4]` or `spark://HOST:7077`; one a process. Raises Unready."""

    def __init__(self, master: str) -> None:
        try:
            import ibis
            import pyspark
        except ImportError as error:
            raise Unready(ABSENT.format(master=master)) from error
        try:
            self._session = _begun(master)
        except pyspark.errors.PySparkRuntimeError as error:
            raise Unready(SILENT) from error
        self._tables = ibis.pyspark.connect(self._session)

    def take(self, lines: pa.Table | Path) -> Table:
        """Lines as a table, from memory or from a Parquet file that all of Spark can read."""
        read = self._session.read.parquet
        told = read(str(lines)) if isinstance(lines, Path) else self._session.createDataFrame(lines)
        told.createOrReplaceTempView("told")
        return self._tables.table("told")

    def keep(self, name: str, table: Table) -> Table:
        """The rows of a table, worked out once."""
        self._session.sql(self._tables.compile(table)).localCheckpoint().createOrReplaceTempView(name)
        return self._tables.table(name)

    def rows(self, table: Table) -> pa.Table:
        """All rows in their order."""
        found = self._session.sql(self._tables.compile(table)).toArrow()
        return found.cast(table.schema().to_pyarrow())

    def close(self) -> None:
        """End the session and its Java process, which would wait as long as this one lives."""
        from pyspark import SparkContext

        gateway = self._session.sparkContext._gateway
        self._session.stop()
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
        SparkContext._gateway = SparkContext._jvm = None


def _begun(master: str) -> SparkSession:
    from pyspark.sql import SparkSession

    settings = _ALONE | _QUIET if master.startswith("local") else _QUIET
    heard = signal.getsignal(signal.SIGINT)
    session = SparkSession.builder.appName("clienteling").master(master).config(map=settings).getOrCreate()
    if threading.current_thread() is threading.main_thread():
        # Spark's own handler asks Spark while another question of ours is open, which ends in a traceback
        signal.signal(signal.SIGINT, heard)
    return session
