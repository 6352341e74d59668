"""A simulated web shop over central's own HTTP: people look, wish, fill carts and come in; knows no database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx
import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.contract.v1.catalog import Product, Variant
from clienteling.contract.v1.clientbook import Event, EventItem
from clienteling.contract.v1.today import Visit

T = TypeVar("T")


class WebShop:
    """Speaks to central with the token of the web shop; raises httpx.HTTPStatusError when central says no."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client, self._headers = client, {"Authorization": f"Bearer {token}"}

    async def find(self, gtin: str) -> Variant:
        """The variant with this code."""
        product = await self._ask("GET", f"/v1/catalog/gtin/{gtin}", Product)
        wanted = gtin.zfill(14)
        return next(one for one in product.variants if one.gtin and one.gtin.zfill(14) == wanted)

    async def cart(self, customer: str) -> Cart:
        """Her cart as the web shop shows it."""
        return await self._ask("GET", f"/v1/customers/{customer}/cart", Cart)

    async def put(self, customer: str, variant: Variant, quantity: int = 1) -> Cart:
        """She puts so many more into her cart; the cart as it is then."""
        line = {"line": variant.id, "quantity": quantity, "price": variant.price, "currency": variant.currency}
        body = line | {"op": new_id(), "store": "", "source": "online", "fulfilment": "ship"}
        return await self._ask("POST", f"/v1/customers/{customer}/cart/lines", Cart, json=body)

    async def take_out(self, customer: str, variant: str) -> Cart:
        """She takes a line out with all that she sees of it; the cart as it is then."""
        seen = _line(await self.cart(customer), variant)
        path = f"/v1/customers/{customer}/cart/lines/{seen.id}"
        return await self._ask("DELETE", path, Cart, params={"op": new_id(), "quantity": seen.quantity})

    async def look(self, customer: str, variant: Variant) -> None:
        """She looks at a product."""
        await self._tell(customer, variant, "viewed")

    async def wish(self, customer: str, variant: Variant) -> None:
        """She saves a product for later."""
        await self._tell(customer, variant, "saved")

    async def come_in(self, customer: str, store: str) -> Visit:
        """Her app notices that she is in a store, which needs her consent."""
        body = {"id": new_id(), "customer": customer, "store": store, "source": "app"}
        return await self._ask("POST", "/v1/visits", Visit, json=body)

    async def _tell(self, customer: str, variant: Variant, what: str) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        item = EventItem(variant.id, 1, 0)
        event = Event(new_id(), customer, at, "online", "choose", what, [item], currency=variant.currency)
        await self._ask("POST", "/v1/events", dict, json=[msgspec.to_builtins(event)])

    async def _ask(self, method: str, path: str, kind: type[T], **more: Any) -> T:
        answer = await self._client.request(method, path, headers=self._headers, **more)
        answer.raise_for_status()
        return msgspec.json.decode(answer.content, type=kind)


def _line(cart: Cart, variant: str) -> CartLine:
    return next(line for line in cart.lines if line.variant == variant)
