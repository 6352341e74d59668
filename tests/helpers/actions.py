"""Run central's actions from a plain test: one database, one loop, what the feed was told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Database, metadata
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By


class Central:
    """Write transactions with the feed published, as the real composition does it; closes its loop at the end."""

    def __init__(self, url: str) -> None:
        self.runner = asyncio.Runner()
        self.db = Database(url, before_commit=feed.publish)
        self.runner.run(self._create())

    async def _create(self) -> None:
        async with self.db.engine.begin() as connection:
            await connection.execution_options(writes=True)
            await connection.run_sync(metadata.create_all)

    def run(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        return self.runner.run(self.db.run(action, *args, **kw))

    def read(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        return self.runner.run(self.db.read(action, *args, **kw))

    def told(self, scope: str) -> dict[tuple[str, str], int]:
        """The versions by (kind, id) that the feed of a scope holds now."""
        query = sa.select(feed.feed).where(feed.feed.c.scope == scope)
        return self.read(lambda tx: {(row.kind, row.id): row.ver for row in tx.execute(query)})

    def close(self) -> None:
        self.runner.run(self.db.close())
        self.runner.close()


def by(store: str = "here", staff: str | None = "ann", role: Any = "associate", device: str = "tablet") -> By:
    return By(device=device, store=store, tenant="t", staff=staff, role=role)
