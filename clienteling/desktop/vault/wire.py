"""The key that central keeps and releases to this tablet's token, in memory only; and word of who keeps the key."""

import asyncio
import ipaddress
from urllib.parse import urlsplit

import httpx
import msgspec

from clienteling.contract.v1.signin import Keeper, KeyKept, StoreKey
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.domain import Refusal

PATH = "/v1/device/key"
PATIENCE = 10.0


class Released:
    """A start without network stays shut: that is the price of keeping nothing here."""

    name = "central"

    def __init__(self, central: str, token: str) -> None:
        self._central, self._token = central, token

    def able(self) -> bool:
        """Whether nobody can listen on the way to central."""
        address = urlsplit(self._central)
        return address.scheme == "https" or (address.scheme == "http" and _is_this_machine(address.hostname or ""))

    def key(self, new: bool) -> Key:
        """The key that central releases; raises Refusal where it cannot be asked or has none."""
        if not self.able():
            raise Refusal("Central's address is not https: the key of the store does not travel where others listen.")
        answer = self._ask("POST" if new else "GET")
        if answer.status_code in {401, 403}:
            raise Refusal("Central does not release the key of the store to this tablet. Was it taken off the list?")
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise Refusal("Central no longer has the key of this store. Set this tablet up anew.")
        try:
            return Key(msgspec.json.decode(answer.raise_for_status().content, type=StoreKey).key, self.name)
        except (httpx.HTTPError, msgspec.DecodeError, ValueError) as fault:
            raise _unreachable() from fault

    def _ask(self, method: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "application/json"}
        try:
            with httpx.Client(base_url=self._central, timeout=PATIENCE) as client:
                return client.request(method, PATH, headers=headers)
        except httpx.HTTPError as fault:
            raise _unreachable() from fault


async def tell_keeper(central: Central, keeper: Keeper, pause: float = 60.0) -> None:
    """Tell central who keeps the key, until it has heard: a key in a file is written down there."""
    while True:
        try:
            await central.post("/v1/device/keeper", KeyKept, KeyKept(keeper))
            return
        except (Unreachable, Refused):
            await asyncio.sleep(pause)


def _unreachable() -> Refusal:
    return Refusal(
        "Central keeps the key of this tablet's store and cannot be reached. "
        "Connect the tablet, then start the app again."
    )


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
