"""Cuts what a serial scanner sends into codes; knows bytes and how many may come, no port and no meaning of a code."""

from clienteling.desktop.scanning.domain import SQUARE_LIMIT
from clienteling.desktop.scanning.profile import SerialProfile, Terminator

ENDS: dict[Terminator, bytes] = {"cr": b"\r", "lf": b"\n", "crlf": b"\r\n"}
LONGEST = SQUARE_LIMIT + 64
"""Bytes of one code with its prefix and suffix; a longer one is told once, as too long, and then let run by."""
ENDLESS = 1 << 20
"""Bytes without an end after which this is no scanner, or one at another speed."""
_AMONG_ENDS = b"\r\n"


class Lines:
    """Keeps at most one unfinished code. `endless` turns true when the sender is none to listen to any longer."""

    def __init__(self, profile: SerialProfile) -> None:
        self._profile = profile
        self._held = bytearray()
        self._passed = 0
        self._ended = False

    @property
    def endless(self) -> bool:
        """Whether far too much came without an end."""
        return self._passed > ENDLESS

    @property
    def ends(self) -> bool:
        """Whether this scanner is known to end its codes."""
        return self._profile.terminator in ENDS or self._ended

    @property
    def waiting(self) -> bool:
        """Whether the beginning of a code is here."""
        return bool(self._held)

    def take(self, data: bytes) -> list[bytes]:
        """The codes that these bytes finish."""
        *finished, rest = self._cut(bytes(self._held) + data) if not self._passed else self._after_flood(data)
        self._ended |= bool(finished)
        codes = [code for each in finished if (code := self._stripped(each[: LONGEST + 1]))]
        self._held = bytearray(rest[:LONGEST])
        if len(rest) > LONGEST:
            codes += [] if self._passed else [bytes(rest[: LONGEST + 1])]
            self._passed += len(rest)
            self._held.clear()
        return codes

    def fall_silent(self) -> bytes | None:
        """The code that silence finishes; half a code of a scanner that ends them may mean another and is forgotten."""
        held, self._passed = bytes(self._held), 0
        self._held.clear()
        return None if self.ends else self._stripped(held) or None

    def _after_flood(self, data: bytes) -> list[bytes]:
        """What follows a code that was too long, from its end on."""
        _, *after = self._cut(data)
        if not after:
            self._passed += len(data)
            return [b""]
        self._passed = 0
        return after

    def _cut(self, data: bytes) -> list[bytes]:
        terminator = self._profile.terminator
        if terminator == "none":
            return [data]
        if terminator == "any":
            return data.replace(b"\r", b"\n").split(b"\n")
        return data.split(ENDS[terminator])

    def _stripped(self, code: bytes) -> bytes:
        code = code.strip(_AMONG_ENDS)
        return code.removeprefix(self._profile.prefix.encode()).removesuffix(self._profile.suffix.encode())
