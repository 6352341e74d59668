"""Bodies as JSON or msgpack, by Accept and Content-Type, and zstd by Accept-Encoding; knows no feature."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, ClassVar, Literal

import msgspec
import zstandard
from litestar import Request, Response
from litestar.config.compression import CompressionConfig
from litestar.datastructures import Headers
from litestar.enums import CompressionEncoding

from clienteling.central.runtime.problems import Problem

MSGPACK = "application/msgpack"
_LEVEL = 3


def encoder(headers: Headers) -> Callable[[Any], bytes]:
    """How this client wants a body written."""
    return msgspec.msgpack.encode if "msgpack" in headers.get("accept", "") else msgspec.json.encode


class EitherRequest(Request[Any, Any, Any]):
    """A request whose body may be msgpack where JSON is expected."""

    async def json(self) -> Any:
        """The decoded body; raises msgspec.DecodeError when it is not what its Content-Type says, Problem 415."""
        told = self.headers.get("content-type", "json")
        if "msgpack" in told:
            return msgspec.msgpack.decode(await self.body())
        if "json" not in told:
            raise Problem(415, "A body is JSON or msgpack")
        return await super().json()


class EitherResponse(Response[Any]):
    """A response that becomes msgpack for who accepts it."""

    def to_asgi_response(self, request: Request[Any, Any, Any], **rest: Any) -> Any:  # type: ignore[override]
        """Encode what the handler returned, unless it is bytes or text already."""
        if not isinstance(self.content, bytes | str | None) and encoder(request.headers) is msgspec.msgpack.encode:
            self.content = msgspec.msgpack.encode(self.content)
            rest["media_type"] = self.media_type = MSGPACK
        return super().to_asgi_response(request=request, **rest)


class Zstd:
    """Compresses a response body piece by piece, as Litestar's compression asks."""

    encoding: ClassVar[str] = "zstd"

    def __init__(
        self, buffer: BytesIO, compression_encoding: Literal[CompressionEncoding.GZIP] | str, config: CompressionConfig
    ) -> None:
        self._buffer = buffer
        self._packer = zstandard.ZstdCompressor(level=_LEVEL).compressobj()

    def write(self, body: bytes | bytearray, final: bool = False) -> None:
        """Add a piece; each is sent on at once."""
        self._buffer.write(self._packer.compress(bytes(body)))
        if not final:
            self._buffer.write(self._packer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))

    def close(self) -> None:
        """End the frame."""
        self._buffer.write(self._packer.flush())


# `raw=True` on a handler leaves its answer alone: files that are packed already, and streams
COMPRESSION = CompressionConfig(backend="zstd", compression_facade=Zstd, exclude_opt_key="raw", minimum_size=1_000)
